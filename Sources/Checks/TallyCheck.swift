import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally

/// `tally/time`, `tally/unit`, `tally/parts`: parts and whole that do not tally.
func contradictions(_ tally: Tally, _ findings: TallyFindings) -> [Diagnostic] {
    let wording = Wording(tally)
    return findings.contradictions.map { ContradictionWording($0, wording).diagnostic }
}

/// Puts one contradiction into words.
private struct ContradictionWording {
    private let contradiction: Contradiction
    private let wording: Wording
    /// More lines than this say no more; the rest are counted.
    private static let mostLines = 24
    private static let mostMends = 4

    init(_ contradiction: Contradiction, _ wording: Wording) {
        self.contradiction = contradiction
        self.wording = wording
    }

    private var whole: Contradiction.Term { contradiction.whole }
    private var unit: String { wording.unit(whole.key.unit) }
    private var indicator: String { wording.indicator(whole.key.indicator) }
    private var period: Localized { wording.period(whole.key.period) }

    var diagnostic: Diagnostic {
        let lines = contradiction.parts.flatMap { part in part.figures.map { ($0, label(part)) } } + wholeLines.dropFirst()
        let related = lines.prefix(Self.mostLines).map { Annotation(wording.span($0.0), $0.1) }
        var help = [offBy]
        if lines.count > Self.mostLines {
            let more = lines.count - Self.mostLines
            help.append(Localized(en: "\(more) more lines are involved; see “taizhang explain”", zh: "另有 \(more) 行有关，见“taizhang explain”"))
        }
        if !contradiction.missing.isEmpty { help.append(missing) }
        if contradiction.mixesStatus {
            help.append(
                Localized(
                    en: "figures of different status or revision are held against each other, so this is a warning",
                    zh: "所比数字的状态或修订不同，故仅为警告"))
        }
        let span = wholeLines.first.map { wording.span($0.0) } ?? SourceSpan(file: FileID(0), range: ByteRange(0, 0))
        return Diagnostic(
            code, contradiction.mixesStatus ? .warning : .error, message, at: Annotation(span, primaryLabel), related: related,
            help: help)
    }

    private var wholeLines: [(FigureID, Localized)] { whole.figures.map { ($0, wholeLabel) } }

    private var code: DiagnosticCode {
        switch contradiction.law {
        case .time: "tally/time"
        case .unit: "tally/unit"
        case .parts: "tally/parts"
        }
    }

    private var message: Localized {
        let (en, zh) = (period.en, period.zh)
        switch (contradiction.law, contradiction.relation) {
        case (.time, _):
            return Localized(
                en: "\(indicator) of \(unit) in \(en) does not tally with its other figures",
                zh: "\(unit)\(zh)的\(indicator)与其他期间的数字不符")
        case (.unit, .equal):
            return Localized(
                en: "the sub-units of \(unit) do not make its \(indicator) in \(en)", zh: "\(unit)\(zh)的\(indicator)与下级合计不符")
        case (.unit, .atMost):
            return Localized(
                en: "the sub-units of \(unit) exceed its \(indicator) in \(en)", zh: "\(unit)\(zh)的\(indicator)小于下级之和")
        case (.parts, .equal):
            return Localized(
                en: "the parts of \(indicator) do not make it, for \(unit) in \(en)", zh: "\(unit)\(zh)的\(indicator)与其构成之和不符")
        case (.parts, .atMost):
            return Localized(
                en: "a part exceeds \(indicator), for \(unit) in \(en)", zh: "\(unit)\(zh)的\(indicator)小于其部分")
        }
    }

    private var primaryLabel: Localized {
        let made = wording.quantity(contradiction.computed, whole.key.indicator)
        let joined = contradiction.parts.count == 1
        let value = wholeText
        let makes: Localized
        switch (contradiction.relation, contradiction.overUnits, contradiction.law) {
        case (.equal, .max, .unit): makes = Localized(en: "the highest of the others is \(made)", zh: "其余最大为 \(made)")
        case (.equal, .min, .unit): makes = Localized(en: "the lowest of the others is \(made)", zh: "其余最小为 \(made)")
        case (.equal, .mean, .unit): makes = Localized(en: "the mean of the others is \(made)", zh: "其余平均为 \(made)")
        case (.equal, _, _):
            makes =
                joined
                ? Localized(en: "the other says \(made)", zh: "另一行为 \(made)") : Localized(en: "the others make \(made)", zh: "其余合计 \(made)")
        case (.atMost, _, _): makes = Localized(en: "the others come to \(made)", zh: "其余已达 \(made)")
        }
        return value + Localized(en: "; ", zh: "；") + makes
    }

    /// What the whole is: as written where a line states it.
    private var wholeText: Localized {
        guard whole.isStated, let figure = whole.figures.first else {
            let made = wording.quantity(whole.interval, whole.key.indicator)
            return Localized(en: "these lines give \(made)", zh: "这些行得出 \(made)")
        }
        let written = wording.written(figure)
        let range = wording.measure(whole.key.indicator).rangeText(whole.interval)
        let text = range.isEmpty || range == written ? written : "\(written) (\(range))"
        return Localized(en: "stated \(text)", zh: "所报 \(text)")
    }

    private var wholeLabel: Localized { Localized(en: "goes into the stated side, \(period.en)", zh: "计入所报一方，\(period.zh)") }

    private func label(_ part: Contradiction.Term) -> Localized {
        let name: Localized =
            switch contradiction.law {
            case .time: wording.period(part.key.period)
            case .unit: Localized(verbatim: wording.unit(part.key.unit))
            case .parts: Localized(verbatim: wording.indicator(part.key.indicator))
            }
        let sign = part.isSubtracted ? "− " : ""
        guard part.isStated else {
            let value = wording.quantity(part.interval, part.key.indicator)
            return sign + name + Localized(en: ", with its other lines \(value)", zh: "，连同其他行得 \(value)")
        }
        return sign + name
    }

    /// By how much it is off, and the numbers of which each alone would mend it.
    private var offBy: Localized {
        let difference = whole.interval - contradiction.computed
        let size = Interval(
            low: 0, value: difference.value < 0 ? -difference.value : difference.value, high: .max, scale: difference.scale)
        let off = wording.value(size, whole.key.indicator)
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
            en: mends.prefix(Self.mostMends).map(\.en).joined(separator: ", or "),
            zh: mends.prefix(Self.mostMends).map(\.zh).joined(separator: "，或"))
        return start + Localized(en: "; ", zh: "；") + shown + Localized(en: " would tally", zh: "，即可相符")
    }

    /// The number that a line would have to hold, with as many decimals as it has now and in the measure it is written in.
    private func mend(_ term: Contradiction.Term, _ needed: Interval, isHere: Bool) -> Localized? {
        guard let figure = term.figures.first, let line = wording.ledger.bodyLine(of: figure), case .number(let written) = line.content,
            written.bound == .exactly
        else { return nil }
        let measure =
            line.measure.flatMap { wording.ledger.measures.find($0.text) } ?? wording.ledger.indicators[term.key.indicator].measure
        let text = decimalText(
            needed.value, scale: needed.scale, dividedBy: wording.ledger.measures[measure].factor,
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

    private var missing: Localized {
        let names = contradiction.missing.prefix(8).map { Localized(verbatim: wording.unit($0)) }
        return Localized(en: "not in: ", zh: "尚缺：") + .list(names)
            + (contradiction.missing.count > 8 ? Localized(en: " and others", zh: "等") : Localized(verbatim: ""))
    }
}
