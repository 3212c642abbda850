import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally

/// Puts one contradiction into words, when they are asked for.
final class ContradictionWording: Sendable {
    let contradiction: Contradiction
    let wording: Wording
    /// The line that the diagnostic stands at.
    let line: StatedLine?

    init(_ contradiction: Contradiction, _ wording: Wording) {
        self.contradiction = contradiction
        self.wording = wording
        line = contradiction.whole.figures.first.map { wording.ledger.statedLine(of: $0) }
    }

    var whole: Contradiction.Term { contradiction.whole }

    /// What the whole is told in: as its line has it.
    var shownMeasure: Measure {
        let stated = whole.isStated ? whole.figures.first : nil
        return stated.map { wording.measure(of: $0, whole.key.indicator) } ?? wording.measure(whole.key.indicator)
    }

    /// Its place is known at once. What is said there waits, and of the other lines none is looked at until the details are asked for.
    var diagnostic: Diagnostic {
        let span = line?.valueSpan ?? SourceSpan(file: FileID(0), range: ByteRange(0, 0))
        return Diagnostic(
            code, contradiction.mixesStatus ? .warning : .error, Localized(later: message(in:)),
            at: Annotation(span, Localized(later: primaryLabel(in:))), details: { ContradictionDetails(self).details })
    }

    /// The part, where there is but one.
    var onlyPart: Contradiction.Term? { contradiction.parts.count == 1 ? contradiction.parts.first : nil }

    /// Whether lines of the indicator itself say what the whole is; otherwise it is the sum of another breakdown.
    private var isWholeTold: Bool {
        whole.figures.contains { wording.ledger.figures.indicator(of: $0) == whole.key.indicator }
    }

    /// What the lines shown come to. Where they need only be at most the whole, what is computed of them is open above.
    var stated: Interval {
        guard contradiction.relation == .atMost, let first = contradiction.parts.first else { return contradiction.computed }
        return contradiction.parts.dropFirst().reduce(first.interval) { $0 + $1.interval }
    }

    private var code: DiagnosticCode {
        switch contradiction.law {
        case .time: "tally/time"
        case .unit: "tally/unit"
        case .parts: "tally/parts"
        }
    }

    private func message(in language: Language) -> String {
        let (unit, indicator) = (wording.unit(whole.key.unit), wording.indicator(whole.key.indicator))
        let period = wording.period(whole.key.period, in: language)
        switch (contradiction.law, contradiction.relation) {
        case (.time, _):
            return language.choose(
                en: "\(indicator) of \(unit) in \(period) does not tally with its other figures",
                zh: spaced("\(unit)\(period)的\(indicator)与其他期间的数字不符"))
        case (.unit, .equal) where contradiction.overUnits != .sum:
            return language.choose(
                en: "\(indicator) of \(unit) in \(period) does not follow from its sub-units",
                zh: spaced("\(unit)\(period)的\(indicator)与下级的数不符"))
        case (.unit, .equal):
            return language.choose(
                en: "the sub-units of \(unit) do not make its \(indicator) in \(period)", zh: spaced("\(unit)\(period)的\(indicator)与下级合计不符")
            )
        case (.unit, .atMost):
            guard let part = onlyPart else {
                return language.choose(
                    en: "the sub-units of \(unit) exceed its \(indicator) in \(period)", zh: spaced("\(unit)\(period)的\(indicator)小于下级之和"))
            }
            let name = wording.unit(part.key.unit)
            return language.choose(
                en: "\(indicator) of \(name) in \(period) exceeds that of \(unit), which includes it",
                zh: spaced("\(unit)\(period)的\(indicator)小于其下级\(name)"))
        case (.parts, .equal) where !isWholeTold:
            return language.choose(
                en: "two breakdowns of \(indicator) do not make the same, for \(unit) in \(period)",
                zh: spaced("\(unit)\(period)的\(indicator)按两种构成合计不符"))
        case (.parts, .equal):
            return language.choose(
                en: "the parts of \(indicator) do not make it, for \(unit) in \(period)",
                zh: spaced("\(unit)\(period)的\(indicator)与其构成之和不符"))
        case (.parts, .atMost):
            guard let part = onlyPart else {
                return language.choose(
                    en: "the parts of \(indicator) exceed it, for \(unit) in \(period)", zh: spaced("\(unit)\(period)的\(indicator)小于其各部分之和")
                )
            }
            let name = wording.indicator(part.key.indicator)
            return language.choose(
                en: "\(name) exceeds \(indicator), which includes it, for \(unit) in \(period)",
                zh: spaced("\(unit)\(period)的\(indicator)小于其中的\(name)"))
        }
    }
}
