import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally

/// How checks speak of what formulas come to, and of the lines behind it.
struct FormulaWording {
    let wording: Wording
    let evaluator: Evaluator
    /// More lines than this say no more; the rest are counted.
    private static let mostLines = 24

    init(_ tally: Tally) {
        wording = Wording(tally)
        evaluator = Evaluator(tally)
    }

    private var ledger: Ledger { wording.ledger }

    /// `98.96% (98.85 … 99.06)`: a number of a measure with as many decimals as mean something.
    func amount(_ interval: Interval, _ measure: String) -> String {
        let suffix = measure.isEmpty ? "" : measure == "%" ? "%" : " \(measure)"
        let value = Self.text(interval.value, of: interval, .nearest) + suffix
        switch (interval.hasLow, interval.hasHigh) {
        case (true, true): return interval.isExact ? value : "\(value) \(range(interval))"
        case (true, false): return "≥ " + Self.text(interval.low, of: interval, .down) + suffix
        case (false, true): return "≤ " + Self.text(interval.high, of: interval, .up) + suffix
        case (false, false): return "~ " + value
        }
    }

    /// `(98.85 … 99.06)`; empty for what is exact or open.
    func range(_ interval: Interval) -> String {
        guard interval.hasLow, interval.hasHigh, !interval.isExact else { return "" }
        return "(\(Self.text(interval.low, of: interval, .down)) … \(Self.text(interval.high, of: interval, .up)))"
    }

    private static func text(_ number: Int128, of interval: Interval, _ rounding: Rounding) -> String {
        decimalText(number, scale: interval.scale, dividedBy: 1, decimals: decimals(interval), rounding: rounding)
    }

    /// All that the value has when it ends soon, else up to the second digit of the interval's width.
    private static func decimals(_ interval: Interval) -> Int {
        let ends = [interval.value] + (interval.hasLow ? [interval.low] : []) + (interval.hasHigh ? [interval.high] : [])
        let exact = ends.map { exactDecimals($0, scale: interval.scale, dividedBy: 1) ?? .max }.max() ?? .max
        if exact <= 4 { return exact }
        guard interval.hasLow, interval.hasHigh, !interval.isExact else { return 4 }
        let (width, overflow) = interval.high.subtractingReportingOverflow(interval.low)
        return overflow ? 0 : max(0, min(6, Int(interval.scale) - String(width).count + 2))
    }

    /// The lines behind cells, each once, with what each states.
    func lines(_ cells: [CellKey], _ places: [SourceSpan], _ targets: [Target], _ counted: [RegisterUse], of unit: UnitID, _ period: Period)
        -> (
            figures: [FigureID], annotations: [Annotation]
        )
    {
        var figures: [FigureID] = []
        var annotations: [Annotation] = []
        var seen: Set<FigureID> = []
        for key in cells {
            for figure in evaluator.derivation(key.unit, key.indicator, key.period).figures where seen.insert(figure).inserted {
                figures.append(figure)
                annotations.append(Annotation(wording.span(figure), label(key, of: unit, period)))
            }
        }
        var all = counted
        for key in cells { all += evaluator.derivation(key.unit, key.indicator, key.period).allCounted }
        annotations += items(behind: all)
        let wordingOfTargets = TargetWording(evaluator.tally)
        for target in targets {
            let key = CellKey(target.unit, target.indicator, target.period)
            annotations.append(
                Annotation(
                    wordingOfTargets.span(target), Localized(en: "the target: ", zh: "目标：") + label(key, of: unit, period)))
        }
        for place in places { annotations.append(Annotation(place, Localized(en: "published growth", zh: "公布的增速"))) }
        return (figures, annotations)
    }

    /// The line of every item that was counted, each once.
    private func items(behind uses: [RegisterUse]) -> [Annotation] {
        let book = evaluator.tally.registers
        var seen: Set<SourceSpan> = []
        return uses.flatMap { use in
            book.items(behind: use).compactMap { item, stay in
                let span = book.items.event(stay.event, of: item).span
                guard seen.insert(span).inserted else { return nil }
                return Annotation(span, Localized(verbatim: "\(ledger.registers[use.question.register].name) \(book.items.name(of: item))"))
            }
        }
    }

    private func label(_ key: CellKey, of unit: UnitID, _ period: Period) -> Localized {
        var label = Localized(verbatim: wording.indicator(key.indicator))
        if key.unit != unit { label = Localized(verbatim: wording.unit(key.unit) + " ") + label }
        if key.period != period {
            let other = wording.period(key.period)
            label = label + Localized(en: ", \(other.en)", zh: "，\(other.zh)")
        }
        return label
    }

    /// The lines that are shown, and what is said of the others.
    func shown(_ annotations: [Annotation]) -> (annotations: [Annotation], help: [Localized]) {
        guard annotations.count > Self.mostLines else { return (annotations, []) }
        let more = annotations.count - Self.mostLines
        let help = Localized(
            en: "\(more) more lines are involved; see “taizhang explain”", zh: "另有 \(more) 行有关，见“taizhang explain”")
        return (Array(annotations.prefix(Self.mostLines)), [help])
    }

    /// Whether figures of different status or revision are held against each other: that is a warning which says so.
    func mixesStatus(_ figures: [FigureID]) -> Bool { Set(figures.map { ledger.figures.firmness(of: $0) }).count > 1 }

    static let mixed = Localized(
        en: "figures of different status or revision are held against each other, so this is a warning",
        zh: "所比数字的状态或修订不同，故仅为警告")
}
