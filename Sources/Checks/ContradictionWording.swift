import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally

/// Puts one contradiction into words.
struct ContradictionWording {
    let contradiction: Contradiction
    let wording: Wording
    /// More lines than this say no more; the rest are counted.
    private static let mostLines = 24

    init(_ contradiction: Contradiction, _ wording: Wording) {
        self.contradiction = contradiction
        self.wording = wording
    }

    var whole: Contradiction.Term { contradiction.whole }
    private var unit: String { wording.unit(whole.key.unit) }
    private var indicator: String { wording.indicator(whole.key.indicator) }
    private var period: Localized { wording.period(whole.key.period) }

    var diagnostic: Diagnostic {
        let lines = contradiction.parts.flatMap { partLines($0) } + wholeLines.dropFirst()
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
                zh: spaced("\(unit)\(zh)的\(indicator)与其他期间的数字不符"))
        case (.unit, .equal):
            return Localized(
                en: "the sub-units of \(unit) do not make its \(indicator) in \(en)", zh: spaced("\(unit)\(zh)的\(indicator)与下级合计不符"))
        case (.unit, .atMost):
            return Localized(
                en: "the sub-units of \(unit) exceed its \(indicator) in \(en)", zh: spaced("\(unit)\(zh)的\(indicator)小于下级之和"))
        case (.parts, .equal):
            return Localized(
                en: "the parts of \(indicator) do not make it, for \(unit) in \(en)", zh: spaced("\(unit)\(zh)的\(indicator)与其构成之和不符"))
        case (.parts, .atMost):
            return Localized(
                en: "a part exceeds \(indicator), for \(unit) in \(en)", zh: spaced("\(unit)\(zh)的\(indicator)小于其部分"))
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
        let written = wording.written(figure, of: whole.key.indicator)
        let range = AmountText(whole.interval, wording.measure(of: figure, whole.key.indicator)).interval
        let text = range.isEmpty ? written : "\(written) \(range)"
        return Localized(en: "stated \(text)", zh: "所报 \(text)")
    }

    private var wholeLabel: Localized { Localized(en: "goes into the stated side, \(period.en)", zh: "计入所报一方，\(period.zh)") }

    /// The lines of one part. What several of them give is said once, at the first.
    private func partLines(_ part: Contradiction.Term) -> [(FigureID, Localized)] {
        part.figures.enumerated().map { index, figure in (figure, index == 0 ? label(part) : name(part)) }
    }

    private func name(_ part: Contradiction.Term) -> Localized {
        let name: Localized =
            switch contradiction.law {
            case .time: wording.period(part.key.period)
            case .unit: Localized(verbatim: wording.unit(part.key.unit))
            case .parts: Localized(verbatim: wording.indicator(part.key.indicator))
            }
        return part.isSubtracted ? "− " + name : name
    }

    private func label(_ part: Contradiction.Term) -> Localized {
        if part.isStated { return name(part) }
        let value = wording.quantity(part.interval, part.key.indicator)
        return name(part)
            + (part.figures.count == 1
                ? Localized(en: ", \(value)", zh: "，得 \(value)")
                : Localized(en: ", \(value) with its other lines", zh: "，连同其他行得 \(value)"))
    }
}
