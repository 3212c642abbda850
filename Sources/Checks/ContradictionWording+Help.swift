import Diagnostics
import Ledger
import Numerics
import SourceText
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
        let start = Localized(en: "off by \(off)", zh: "相差 \(off)")
        let mends = mends.prefix(mostMends).map(\.text)
        guard !mends.isEmpty else { return start }
        let shown = Localized(en: mends.map(\.en).joined(separator: ", or "), zh: spaced(mends.map(\.zh), separator: "，或"))
        return start + Localized(en: "; ", zh: "；") + shown + Localized(en: " would tally", zh: "，即可相符")
    }

    /// Numbers of which each alone would mend it.
    var fixes: [Fix] {
        mends.prefix(mostMends).map { mend in
            let text = Localized(en: "Write \(mend.text.en)", zh: mend.text.zh)
            return Fix(text, [mend.edit])
        }
    }

    private struct Mend {
        var text: Localized
        var edit: SourceEdit
    }

    private var mends: [Mend] {
        guard contradiction.relation == .equal else { return [] }
        let difference = whole.interval - contradiction.computed
        var mends: [Mend] = []
        let sums = contradiction.overUnits == .sum || contradiction.law != .unit
        if whole.isStated { mends += [mend(whole, contradiction.computed, isHere: true)].compactMap { $0 } }
        if sums {
            for part in contradiction.parts where part.isStated {
                let needed = part.isSubtracted ? part.interval - difference : part.interval + difference
                mends += [mend(part, needed, isHere: false)].compactMap { $0 }
            }
        }
        return mends
    }

    /// The number that a line would have to hold, with as many decimals as it has now and in the measure it is written in.
    private func mend(_ term: Contradiction.Term, _ needed: Interval, isHere: Bool) -> Mend? {
        guard let figure = term.figures.first, let line = wording.ledger.bodyLine(of: figure), case .number(let written) = line.content,
            written.bound == .exactly, needed.value >= 0 || term.interval.value < 0
        else { return nil }
        let text = decimalText(
            needed.value, scale: needed.scale, dividedBy: wording.measure(of: figure, term.key.indicator).factor,
            decimals: Int(written.decimal.scale), rounding: .nearest)
        let files = wording.ledger.figures
        let edit = SourceEdit(SourceSpan(file: files.file(of: figure), range: written.range), text)
        if isHere { return Mend(text: Localized(en: "\(text) here", zh: "此处改为 \(text)"), edit: edit) }
        guard let first = whole.figures.first, files.file(of: first) == files.file(of: figure) else {
            let place = wording.ledger.place(of: figure)
            return Mend(text: Localized(en: "\(text) at \(place)", zh: "\(place) 改为 \(text)"), edit: edit)
        }
        let number = wording.ledger.lineNumber(of: figure)
        return Mend(text: Localized(en: "\(text) in line \(number)", zh: "第 \(number) 行改为 \(text)"), edit: edit)
    }

    var missing: Localized {
        let names = contradiction.missing.prefix(8).map { Localized(verbatim: wording.unit($0)) }
        return Localized(en: "not in: ", zh: "尚缺：") + .list(names)
            + (contradiction.missing.count > 8 ? Localized(en: " and others", zh: "等") : Localized(verbatim: ""))
    }
}
