import Diagnostics
import Ledger
import Numerics
import Tally

/// `target/phase`: the targets of a year's parts do not make that of the year.
func phases(_ tally: Tally, _ findings: TallyFindings) -> [Diagnostic] {
    let wording = TargetWording(tally)
    return tally.phaseContradictions().map { contradiction in
        let target = contradiction.whole.target
        let (unit, indicator) = (wording.unit(target.unit), wording.indicator(target.indicator))
        let period = wording.period(target.period)
        let margin = contradiction.sum - contradiction.level
        let made = wording.value(contradiction.sum, target.indicator)
        let off = wording.value(margin.value < 0 ? -margin : margin, target.indicator)
        let stated = wording.stated(contradiction.whole, contradiction.level)
        return Diagnostic(
            "target/phase", contradiction.whole.isDraft ? .warning : .error,
            Localized(
                en: "the targets of \(unit) for \(indicator) do not make that of \(period.en)",
                zh: "\(unit)的\(indicator)各期目标与\(period.zh)目标不符"),
            at: Annotation(
                wording.span(target), Localized(en: "the target is \(stated); its parts make \(made)", zh: "目标 \(stated)；各期合计 \(made)")),
            related: contradiction.parts.map { Annotation(wording.span($0.target), wording.period($0.target.period)) },
            help: [
                Localized(
                    en:
                        "off by \(off); correct one of them, or leave the parts out and say how the year falls: phase \(indicator)  22 25 25 28",
                    zh: "相差 \(off)；请更正其一，或删去各期目标，改用：序时 \(indicator)  22 25 25 28")
            ])
    }
}
