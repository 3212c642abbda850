import Diagnostics
import Ledger
import SourceText
import Syntax
import Tally

/// `assert`: an assertion of the ledger's own that is false.
func falseAssertions(_ tally: Tally) -> [Diagnostic] {
    guard !tally.ledger.statements.assertions.isEmpty else { return [] }
    let formulas = FormulaWording(tally)
    return zip(tally.ledger.statements.assertions, tally.assertions).compactMap { statement, formula in
        let (assertion, file) = statement
        guard case .unit(let unit) = tally.ledger.units.find(assertion.unit.text), case .ready(let formula) = formula
        else { return nil }
        let judgement = formulas.evaluator.judge(formula, unit, assertion.period)
        guard judgement.verdict == .contradicted else { return nil }
        return diagnostic(assertion, file, judgement, formulas)
    }
}

private func diagnostic(
    _ assertion: AssertionDeclaration, _ file: FileID, _ judgement: Judgement, _ formulas: FormulaWording
) -> Diagnostic {
    let (unit, period) = (formulas.wording.unit(judgement.unit), formulas.wording.period(judgement.period))
    let (figures, all) = formulas.lines(
        judgement.cells, judgement.places, judgement.targets, judgement.counted, of: judgement.unit, judgement.period)
    let (lines, more) = formulas.shown(all)
    let isMixed = formulas.mixesStatus(figures)
    let text = formulas.wording.ledger.sources[file].buffer.text(assertion.formula.range)
    let sides = sideAnnotations(assertion.formula, judgement, file, formulas)
    return Diagnostic(
        "assert", isMixed ? .warning : .error,
        Localized(
            en: "not so of \(unit) in \(period.en): \(text)", zh: "对\(unit)\(period.zh)的断言不成立：\(text)"),
        at: sides[0], related: sides.dropFirst() + lines, help: more + (isMixed ? [FormulaWording.mixed] : []))
}
