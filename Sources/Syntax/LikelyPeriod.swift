import Numerics
import SourceText

/// The period that a spelling can hardly mean otherwise, though it is none of the language: `2024.03`, `2024/3`, `202403`, `2014.2.1`,
/// `20140201`, `2024Q2`, `2024年Q2`, `24年3月`. Nil for any other text.
public func likelyPeriod(_ text: String) -> Period? {
    guard let spelling = likelySpelling(measureText(text)) else { return nil }
    let buffer = SourceBuffer(copying: spelling.utf8)
    // SAFETY: the cursor does not outlive the buffer.
    return withExtendedLifetime(buffer) {
        var cursor = Cursor(base: buffer.start, position: 0, end: buffer.count)
        let period = try? cursor.takePeriod(fiscalStart: 1)
        return cursor.isAtEnd ? period : nil
    }
}

/// The same as the language would have it, if it is a period at all.
private func likelySpelling(_ text: String) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    switch (digits.count, rest.first) {
    case (2, "年"): return (digits < "50" ? "20" : "19") + text
    case (4, "Q"), (4, "q"), (4, "H"), (4, "h"): return "\(digits)-\(rest)"
    case (4, "年") where "QqHh".contains(rest.dropFirst().first ?? " "): return "\(digits)-\(rest.dropFirst())"
    case (4, let sign?) where sign == "." || sign == "/":
        guard rest.allSatisfy({ $0 == sign || $0.isASCII && $0.isNumber }) else { return nil }
        return digits + String(rest.map { $0 == sign ? "-" : $0 })
    case (5...6, nil): return "\(digits.prefix(4))-\(digits.dropFirst(4))"
    case (8, nil): return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.dropFirst(6))"
    default: return nil
    }
}

extension Cursor {
    /// What was probably meant by the word that stands here, else the problem that there was with it.
    func likelyPeriod(else problem: PeriodProblem) -> PeriodProblem {
        var ahead = self
        return Syntax.likelyPeriod(text(ahead.takeWord { $0 == Ascii.bar })).map { .likely($0) } ?? problem
    }

    /// The same where a day should stand.
    func likelyDay(else problem: PeriodProblem) -> PeriodProblem {
        let likely = likelyPeriod(else: problem)
        if case .likely(let period) = likely, period.dayCount > 1 { return problem }
        return likely
    }
}
