/// A civil day, as days since 1970-01-01 in the proleptic Gregorian calendar.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before it.
    public var rawValue: Int32

    /// Any number of days is a day here; only `init(year:month:day:)` is held to the years of the language.
    @inlinable public init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    /// Nil when there is no such day, or its year is outside 1900...2200.
    ///
    /// The language knows the years 1900 to 2199; days of 2200 serve as exclusive ends.
    public init?(year: Int, month: Int, day: Int) {
        guard 1900...2200 ~= year, 1...12 ~= month, day >= 1 else { return nil }
        guard day <= Day.dayCount(year: year, month: month) else { return nil }
        self = Day.firstOfMonth(year: year, month: month).advanced(by: day - 1)
    }

    /// The first day of a month; a month outside 1...12 carries into the years.
    public static func firstOfMonth(year: Int, month: Int) -> Day {
        let index = year * 12 + (month - 1)
        let civilYear = index.flooredQuotient(by: 12)
        return Day(civilYear: civilYear, monthIndex: index - civilYear * 12)
    }

    /// Year, month 1...12 and day 1...31.
    public var civil: (year: Int, month: Int, day: Int) {
        // civil_from_days of Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms": eras of
        // 400 years that begin on 1 March, so that the leap day is the last of its year.
        let shifted = Int(rawValue) + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// Stops at the ends of `Int32` rather than overflow.
    @inlinable public func advanced(by days: Int) -> Day {
        let (sum, overflow) = Int(rawValue).addingReportingOverflow(days)
        return Day(rawValue: overflow ? (days < 0 ? .min : .max) : Int32(clamping: sum))
    }

    /// Days from this day to the other; negative when the other comes first.
    @inlinable public func distance(to other: Day) -> Int {
        Int(other.rawValue) - Int(rawValue)
    }

    /// Earlier days are less.
    @inlinable public static func < (a: Day, b: Day) -> Bool {
        a.rawValue < b.rawValue
    }

    /// 28 to 31, for a month 1...12.
    static func dayCount(year: Int, month: Int) -> Int {
        firstOfMonth(year: year, month: month).distance(to: firstOfMonth(year: year, month: month + 1))
    }

    /// The first day of month 0...11: Hinnant's days_from_civil.
    private init(civilYear: Int, monthIndex: Int) {
        let year = monthIndex < 2 ? civilYear - 1 : civilYear
        let monthFromMarch = (monthIndex + 10) % 12
        let era = year.flooredQuotient(by: 400)
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * monthFromMarch + 2) / 5
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        rawValue = Int32(clamping: era * 146_097 + dayOfEra - 719_468)
    }
}

extension Day: CustomStringConvertible {
    /// `2013-03-15`.
    public var description: String {
        let (year, month, day) = civil
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}

extension Int {
    /// Division toward minus infinity, for a positive divisor.
    func flooredQuotient(by divisor: Int) -> Int {
        (self >= 0 ? self : self - (divisor - 1)) / divisor
    }
}
