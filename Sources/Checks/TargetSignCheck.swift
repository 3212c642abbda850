import Diagnostics
import Ledger
import Syntax
import Tally

/// `suspicious/target`: a target written with `+` that is read as a level, where a change may have been meant. A warning.
func levelsWithPlus(_ tally: Tally, _ findings: TallyFindings) -> [Diagnostic] {
    let wording = TargetWording(tally)
    return tally.ledger.statements.targets.filter { isLevelWithPlus($0, in: tally.ledger) }.map { target in
        let (unit, indicator) = (wording.unit(target.unit), wording.indicator(target.indicator))
        let period = wording.period(target.period)
        let written = wording.written(target)
        let level = written.drop { $0 == "+" || $0 == "＋" }
        let ledger = tally.ledger
        let isPercentage = ledger.measures[ledger.indicators[target.indicator].measure].kind == .percentage
        return Diagnostic(
            "suspicious/target", .warning,
            Localized(
                en: "the target of \(unit) for \(indicator) in \(period.en) has a plus and is no change",
                zh: spaced("\(unit)\(period.zh)的\(indicator)目标带加号，却不是增量")),
            at: Annotation(wording.span(target), Localized(en: "read as the level \(level)", zh: "按水平数 \(level) 读取")),
            help: [
                isPercentage
                    ? Localized(en: "a change on last year is written in points: +2 pp", zh: "比上年的变动用百分点写：+2 百分点")
                    : Localized(en: "a change on last year is written in %: +5%", zh: "比上年的变动用百分比写：+5%"),
                Localized(
                    en: "if the level is meant, take the plus away; if the indicator may be negative, declare it signed",
                    zh: "若指水平数，请去掉加号；若指标可以为负，请声明可负"),
            ])
    }
}

/// Where an indicator may be negative, a plus says no more than which side of nothing is meant.
private func isLevelWithPlus(_ target: Target, in ledger: Ledger) -> Bool {
    guard case .number(let number) = target.content, number.hasSign, number.decimal.mantissa > 0,
        case .level = ledger.demand(of: target)
    else { return false }
    return !ledger.indicators[target.indicator].isSigned && ledger.measures[ledger.indicators[target.indicator].measure].kind != .points
}
