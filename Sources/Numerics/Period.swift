/// A run of days from `start` up to, not including, `end`.
///
/// Two spellings of the same days are equal: a first quarter is January to March.
public struct Period: Hashable, Sendable {
    /// The first day.
    public var start: Day
    /// The day after the last.
    public var end: Day

    /// `start` must come before `end`.
    @inlinable public init(_ start: Day, _ end: Day) {
        precondition(start < end, "a period has at least one day")
        self.start = start
        self.end = end
    }

    /// The last day that belongs to the period.
    @inlinable public var lastDay: Day { end.advanced(by: -1) }

    /// At least 1.
    @inlinable public var dayCount: Int { start.distance(to: end) }

    /// Whether every day of the other is a day of this.
    @inlinable public func contains(_ other: Period) -> Bool {
        start <= other.start && other.end <= end
    }

    /// Whether the day belongs to the period.
    @inlinable public func contains(_ day: Day) -> Bool {
        start <= day && day < end
    }

    /// Whether some day belongs to both; neighbours do not overlap.
    @inlinable public func overlaps(_ other: Period) -> Bool {
        start < other.end && other.start < end
    }
}

extension Period {
    /// A calendar year.
    public static func year(_ y: Int) -> Period { months(y, 1, count: 12) }

    /// Half 1 or 2 of a calendar year.
    public static func half(_ y: Int, _ h: Int) -> Period { months(y, h * 6 - 5, count: 6) }

    /// Quarter 1...4 of a calendar year.
    public static func quarter(_ y: Int, _ q: Int) -> Period { months(y, q * 3 - 2, count: 3) }

    /// Month 1...12 of a calendar year.
    public static func month(_ y: Int, _ m: Int) -> Period { months(y, m, count: 1) }

    /// A single day.
    public static func day(_ day: Day) -> Period { Period(day, day.advanced(by: 1)) }

    /// A run of whole months, both named ones included; `from` must not come after `through`.
    public static func months(from: (year: Int, month: Int), through: (year: Int, month: Int)) -> Period {
        Period(.firstOfMonth(year: from.year, month: from.month), .firstOfMonth(year: through.year, month: through.month + 1))
    }

    /// The fiscal year that starts in calendar year `y`, in month 1...12.
    public static func fiscalYear(_ y: Int, startMonth: Int) -> Period { months(y, startMonth, count: 12) }

    /// Quarter 1...4 of the fiscal year that starts in calendar year `y`.
    public static func fiscalQuarter(_ y: Int, _ q: Int, startMonth: Int) -> Period {
        months(y, startMonth + (q - 1) * 3, count: 3)
    }

    static func months(_ year: Int, _ month: Int, count: Int) -> Period {
        Period(.firstOfMonth(year: year, month: month), .firstOfMonth(year: year, month: month + count))
    }
}
