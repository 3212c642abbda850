/// How long a period is, in the units of the calendar.
public enum PeriodLength: Hashable, Sendable, CaseIterable {
    case day, month, quarter, half, year
    /// Anything else: January to May, ten days, a fiscal year that does not start in January.
    case other

    /// Nil for `day` and `other`.
    public var monthCount: Int? {
        switch self {
        case .month: 1
        case .quarter: 3
        case .half: 6
        case .year: 12
        case .day, .other: nil
        }
    }
}

extension Period {
    /// The months of a period made of whole ones: `firstMonth` is year * 12 + month - 1. Nil when it does not start and end with a month.
    public var monthSpan: (firstMonth: Int, count: Int)? {
        let first = start.civil
        let past = end.civil
        guard first.day == 1, past.day == 1 else { return nil }
        let firstMonth = first.year * 12 + first.month - 1
        return (firstMonth, past.year * 12 + past.month - 1 - firstMonth)
    }

    /// The length in the calendar: a quarter is Q1 to Q4, a half H1 or H2, a year starts in January.
    public var length: PeriodLength {
        if dayCount == 1 { return .day }
        guard let (firstMonth, count) = monthSpan else { return .other }
        let lengths: [PeriodLength] = [.month, .quarter, .half, .year]
        return lengths.first { $0.monthCount == count && firstMonth % count == 0 } ?? .other
    }

    /// The whole days, months, quarters, halves or years inside, in order; none for `.other`.
    ///
    /// They are counted from the start when that is the first of a month, so that a fiscal year falls into its own quarters;
    /// otherwise they are those of the calendar. What is left over at either end is in no part.
    public func parts(_ length: PeriodLength) -> [Period] {
        if length == .day {
            return (start.rawValue..<end.rawValue).map { .day(Day(rawValue: $0)) }
        }
        guard let step = length.monthCount else { return [] }
        let (year, month, day) = start.civil
        var next = year * 12 + month - 1
        if day > 1 { next = (next.flooredQuotient(by: step) + 1) * step }
        var parts: [Period] = []
        while true {
            let part = Period.months(0, next + 1, count: step)
            guard part.end <= end else { return parts }
            parts.append(part)
            next += step
        }
    }
}
