import Diagnostics
import Ledger
import Numerics
import Tally

/// More of these would be no easier to choose from.
private let mostMends = 4

extension ContradictionWording {
    /// By how much it is off, and the numbers of which each alone would mend it.
    var offBy: Localized {
        let difference = whole.interval - contradiction.computed
        var size = difference.value < 0 ? -difference : difference
        // With an open end only the difference of the values can be told.
        if !size.hasLow || !size.hasHigh { (size.low, size.high) = (size.value, size.value) }
        let off = AmountText(size, shownMeasure).value
        var mends: [Localized] = []
        let sums = contradiction.overUnits == .sum || contradiction.law != .unit
        if whole.isStated { mends += [mend(whole, contradiction.computed, isHere: true)].compactMap { $0 } }
        if sums {
            for part in contradiction.parts where part.isStated {
                let needed = part.isSubtracted ? part.interval - difference : part.interval + difference
                mends += [mend(part, needed, isHere: false)].compactMap { $0 }
            }
        }
        let start = Localized(en: "off by \(off)", zh: "相差 \(off)")
        guard !mends.isEmpty, contradiction.relation == .equal else { return start }
        let shown = Localized(
            en: mends.prefix(mostMends).map(\.en).joined(separator: ", or "),
            zh: spaced(mends.prefix(mostMends).map(\.zh), separator: "，或"))
        return start + Localized(en: "; ", zh: "；") + shown + Localized(en: " would tally", zh: "，即可相符")
    }

    /// The number that a line would have to hold, with as many decimals as it has now and in the measure it is written in.
    private func mend(_ term: Contradiction.Term, _ needed: Interval, isHere: Bool) -> Localized? {
        guard let figure = term.figures.first, let line = wording.ledger.bodyLine(of: figure), case .number(let written) = line.content,
            written.bound == .exactly, needed.value >= 0 || term.interval.value < 0
        else { return nil }
        let text = decimalText(
            needed.value, scale: needed.scale, dividedBy: wording.measure(of: figure, term.key.indicator).factor,
            decimals: Int(written.decimal.scale), rounding: .nearest)
        if isHere { return Localized(en: "\(text) here", zh: "此处改为 \(text)") }
        let files = wording.ledger.figures
        guard let first = whole.figures.first, files.file(of: first) == files.file(of: figure) else {
            let place = wording.ledger.place(of: figure)
            return Localized(en: "\(text) at \(place)", zh: "\(place) 改为 \(text)")
        }
        let number = wording.ledger.lineNumber(of: figure)
        return Localized(en: "\(text) in line \(number)", zh: "第 \(number) 行改为 \(text)")
    }

    var missing: Localized {
        let names = contradiction.missing.prefix(8).map { Localized(verbatim: wording.unit($0)) }
        return Localized(en: "not in: ", zh: "尚缺：") + .list(names)
            + (contradiction.missing.count > 8 ? Localized(en: " and others", zh: "等") : Localized(verbatim: ""))
    }
}
