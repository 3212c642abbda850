import Diagnostics
import Ledger
import SourceText
import Tally

/// `suspicious/*`: figures that are possible, but probably slips. Warnings only.
func suspicions(_ tally: Tally, _ findings: TallyFindings) -> [Diagnostic] {
    let wording = Wording(tally)
    var negatives: Set<IndicatorID> = []
    // One negative figure says all there is to say of its indicator.
    let placed = findings.suspicions.map { (suspicion: $0, span: wording.span($0.figure)) }
    return placed.sorted { SourceSpan.precedes($0.span, $1.span) }.compactMap { suspicion, span in
        if case .negative = suspicion.kind, !negatives.insert(suspicion.key.indicator).inserted { return nil }
        return diagnostic(suspicion, at: span, wording)
    }
}

private func diagnostic(_ suspicion: Suspicion, at span: SourceSpan, _ wording: Wording) -> Diagnostic {
    let period = wording.period(suspicion.key.period)
    let (unit, indicator) = (wording.unit(suspicion.key.unit), wording.indicator(suspicion.key.indicator))
    let neighbours = suspicion.neighbours.map { Annotation(wording.span($0), wording.period(of: $0)) }
    let declared = wording.ledger.indicators[suspicion.key.indicator].declaredAt
    let signed = [wording.ledger.fix(adding: Localized(en: "signed", zh: "可负"), toDeclarationAt: declared)].compactMap { $0 }
    switch suspicion.kind {
    case .jump(let power):
        let times = power == 1 || power == -1 ? "10" : "10,000"
        let near =
            neighbours.count == 1
            ? Localized(en: "its neighbour", zh: "相邻一期") : Localized(en: "its neighbours", zh: "相邻各期")
        let label =
            power > 0
            ? Localized(en: "about \(times) times \(near.en)", zh: "约为\(near.zh)的 \(times) 倍")
            : Localized(en: "about 1/\(times) of \(near.en)", zh: "约为\(near.zh)的 1/\(times)")
        return Diagnostic(
            "suspicious/jump", .warning,
            Localized(en: "\(indicator) of \(unit) jumps in \(period.en)", zh: spaced("\(unit)\(period.zh)的\(indicator)突变")),
            at: Annotation(span, label), related: neighbours,
            help: [
                Localized(
                    en: "is a digit or the measure wrong (万 for 亿)? If the figure is right, nothing needs to be done",
                    zh: "是否多写、少写了一位，或把万、亿弄混？若无误，可不处理")
            ])
    case .negative:
        return Diagnostic(
            "suspicious/sign", .warning,
            Localized(en: "\(indicator) of \(unit) is negative in \(period.en)", zh: spaced("\(unit)\(period.zh)的\(indicator)为负")),
            at: Annotation(span, Localized(en: "below zero", zh: "小于零")),
            help: [
                Localized(
                    en: "if it may be, say so in its declaration: signed", zh: "若可以为负，请在指标声明中写明：可负")
            ], fixes: signed)
    case .falling:
        return Diagnostic(
            "suspicious/falling", .warning,
            Localized(
                en: "the cumulative \(indicator) of \(unit) falls in \(period.en)", zh: spaced("\(unit)\(period.zh)的累计\(indicator)下降")),
            at: Annotation(span, falling(suspicion, wording)), related: neighbours,
            help: [
                Localized(
                    en: "a longer period holds at least as much; if the indicator may be negative, declare it signed",
                    zh: "较长期间不应更小；若指标可以为负，请声明可负")
            ], fixes: signed)
    }
}

private func falling(_ suspicion: Suspicion, _ wording: Wording) -> Localized {
    guard let shorter = suspicion.neighbours.first.map({ wording.period(of: $0) }) else { return Localized(en: "too small", zh: "偏小") }
    return Localized(en: "less than \(shorter.en), which it holds", zh: spaced("小于其中的\(shorter.zh)"))
}
