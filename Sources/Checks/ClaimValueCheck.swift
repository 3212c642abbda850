import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally

/// `claim/value`: a figure stated for a computed indicator that does not follow from its operands.
func misstatedValues(_ tally: Tally, _ findings: TallyFindings, _ threads: Int) -> [Diagnostic] {
    let misstated = tally.misstatedValues(in: findings.scope, threads: threads, with: findings.evaluators)
    guard !misstated.isEmpty else { return [] }
    let formulas = FormulaWording(tally)
    return misstated.map { diagnostic($0, formulas) }
}

private func diagnostic(_ value: MisstatedValue, _ formulas: FormulaWording) -> Diagnostic {
    let wording = formulas.wording
    let (unit, indicator) = (wording.unit(value.key.unit), wording.indicator(value.key.indicator))
    let period = wording.period(value.key.period)
    let measure = wording.measure(value.key.indicator)
    func amount(_ interval: Interval) -> String {
        formulas.amount(interval.divided(by: Int128(measure.factor)), measure.name)
    }
    let stated =
        wording.stated(value.figure, value.key.indicator, formulas.range(value.stated.divided(by: Int128(measure.factor))))
        ?? amount(value.stated)
    let (figures, all) = formulas.lines(value.cells, value.places, value.targets, value.counted, of: value.key.unit, value.key.period)
    let (lines, more) = formulas.shown(all)
    let isMixed = formulas.mixesStatus(figures + [value.figure])
    return Diagnostic(
        "claim/value", isMixed ? .warning : .error,
        Localized(
            en: "\(indicator) of \(unit) in \(period.en) does not follow from its formula", zh: "\(unit)\(period.zh)的\(indicator)与其公式不符"),
        at: Annotation(
            wording.span(value.figure),
            Localized(
                en: "stated \(stated); computed \(amount(value.computed))",
                zh: "所报 \(stated)；算得 \(amount(value.computed))")),
        related: lines, help: more + (isMixed ? [FormulaWording.mixed] : []))
}
