import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally

/// What is said of a contradiction beyond its first line: the other lines, by how much it is off, and what would mend it. Each line is read
/// again but once for them, however much is said of it.
struct ContradictionDetails {
    private let told: ContradictionWording
    /// The figures of all lines but that of the diagnostic itself, and what is said at each.
    private let others: [(figure: FigureID, label: Localized)]
    /// Those of `others` that are shown.
    private let lines: [FigureID: StatedLine]

    /// More lines than this say no more; the rest are counted.
    private static let mostLines = 24
    /// More of these would be no easier to choose from.
    private static let mostMends = 4

    init(_ told: ContradictionWording) {
        self.told = told
        others =
            told.contradiction.parts.flatMap { part in
                // What several lines give is said once, at the first.
                part.figures.enumerated().map { index, figure in
                    (figure, Localized(later: { index == 0 ? told.label(part, in: $0) : told.name(part, in: $0) }))
                }
            } + told.whole.figures.dropFirst().map { ($0, Localized(later: { told.name(told.whole, in: $0) })) }
        let ledger = told.wording.ledger
        lines = Dictionary(others.prefix(Self.mostLines).map { ($0.figure, ledger.statedLine(of: $0.figure)) }) { first, _ in first }
    }

    var details: DiagnosticDetails {
        let mends = mends
        let related = others.prefix(Self.mostLines).map { Annotation(line(of: $0.figure).valueSpan, $0.label) }
        return DiagnosticDetails(related: related, help: help(mends), fixes: mends.map(\.fix))
    }

    private func line(of figure: FigureID) -> StatedLine { lines[figure] ?? ledger.statedLine(of: figure) }

    private var ledger: Ledger { told.wording.ledger }
    private var contradiction: Contradiction { told.contradiction }
    private var whole: Contradiction.Term { told.whole }
    private var difference: Interval { whole.interval - contradiction.computed }
}

// MARK: - In words

extension ContradictionDetails {
    private func help(_ mends: [Mend]) -> [Localized] {
        var help = [offBy(mends)]
        if others.count > Self.mostLines {
            let more = others.count - Self.mostLines
            help.append(Localized(en: "\(more) more lines are involved; see “taizhang explain”", zh: "另有 \(more) 行有关，见“taizhang explain”"))
        }
        if !contradiction.missing.isEmpty { help.append(missing) }
        if contradiction.mixesStatus {
            help.append(
                Localized(
                    en: "the lines differ in status or revision: the later or firmer may well be right",
                    zh: "各行的状态或修订不同，可能应以较新者为准"))
        }
        return help
    }

    private func offBy(_ mends: [Mend]) -> Localized {
        var size = difference.value < 0 ? -difference : difference
        // With an open end only the difference of the values can be told.
        if !size.hasLow || !size.hasHigh { (size.low, size.high) = (size.value, size.value) }
        let off = AmountText(size, told.shownMeasure).value
        let start = Localized(en: "off by \(off)", zh: "相差 \(off)")
        guard !mends.isEmpty else { return start }
        let shown = Localized(
            en: mends.map(\.text.en).joined(separator: ", or "), zh: spaced(mends.map(\.text.zh), separator: "，或"))
        return start + Localized(en: "; ", zh: "；") + shown + Localized(en: " would tally", zh: "，即可相符")
    }

    private var missing: Localized {
        let names = contradiction.missing.prefix(8).map { Localized(verbatim: told.wording.unit($0)) }
        return Localized(en: "not in: ", zh: "尚缺：") + .list(names)
            + (contradiction.missing.count > 8 ? Localized(en: " and others", zh: "等") : Localized(verbatim: ""))
    }
}

// MARK: - What would mend it

extension ContradictionDetails {
    private struct Mend {
        var text: Localized
        var edit: SourceEdit

        var fix: Fix { Fix(Localized(en: "Write \(text.en)", zh: text.zh), [edit]) }
    }

    /// Numbers of which each alone would mend it.
    private var mends: [Mend] {
        guard contradiction.relation == .equal else { return [] }
        var mends: [Mend] = []
        if whole.isStated, let line = told.line, let mend = mend(whole, contradiction.computed, on: line, isHere: true) {
            mends.append(mend)
        }
        guard contradiction.overUnits == .sum || contradiction.law != .unit else { return mends }
        for part in contradiction.parts where part.isStated && mends.count < Self.mostMends {
            let needed = part.isSubtracted ? part.interval - difference : part.interval + difference
            if let figure = part.figures.first, let mend = mend(part, needed, on: line(of: figure), isHere: false) { mends.append(mend) }
        }
        return mends
    }

    /// The number that a line would have to hold, with as many decimals as it has now and in the measure it is written in.
    private func mend(_ term: Contradiction.Term, _ needed: Interval, on line: StatedLine, isHere: Bool) -> Mend? {
        guard let figure = term.figures.first, case .number(let written) = line.body?.content, written.bound == .exactly,
            needed.value >= 0 || term.interval.value < 0
        else { return nil }
        let text = decimalText(
            needed.value, scale: needed.scale, dividedBy: told.wording.measure(of: figure, term.key.indicator).factor,
            decimals: Int(written.decimal.scale), rounding: .nearest)
        let edit = SourceEdit(SourceSpan(file: line.file, range: written.range), text)
        if isHere { return Mend(text: Localized(en: "\(text) here", zh: "此处改为 \(text)"), edit: edit) }
        guard line.file == told.line?.file else {
            let place = ledger.place(of: line)
            return Mend(text: Localized(en: "\(text) at \(place)", zh: "\(place) 改为 \(text)"), edit: edit)
        }
        let number = ledger.lineNumber(of: line)
        return Mend(text: Localized(en: "\(text) in line \(number)", zh: "第 \(number) 行改为 \(text)"), edit: edit)
    }
}
