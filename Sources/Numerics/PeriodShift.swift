extension Period {
    /// The same period some months later, or earlier; nil when it would leave the years 1900 to 2199.
    ///
    /// A period of whole months stays one. Otherwise its first and last day move by civil date; where the month that
    /// they reach is shorter, they stop at its end (29 February a year later is 28 February).
    public func shifted(byMonths months: Int) -> Period? {
        // Longer than all the years there are, and far from overflow.
        guard -3600...3600 ~= months else { return nil }
        if let (firstMonth, count) = monthSpan {
            return Period.months(0, firstMonth + months + 1, count: count).withinYears
        }
        return Period(start.shifted(byMonths: months), lastDay.shifted(byMonths: months).advanced(by: 1)).withinYears
    }

    /// What growth on a year ago compares with; nil before 1900.
    public var lastYear: Period? { shifted(byMonths: -12) }

    /// What compares with this on a year ago; nil after 2199.
    public var nextYear: Period? { shifted(byMonths: 12) }

    /// The period of the same length that ends where this starts: as many months for whole months, else as many days. Nil before 1900.
    public var previous: Period? {
        if let (_, count) = monthSpan { return shifted(byMonths: -count) }
        return Period(start.advanced(by: -dayCount), start).withinYears
    }

    private var withinYears: Period? {
        let known = Period(.firstOfMonth(year: 1900, month: 1), .firstOfMonth(year: 2200, month: 1))
        return known.contains(self) ? self : nil
    }
}

extension Day {
    fileprivate func shifted(byMonths months: Int) -> Day {
        let (year, month, day) = civil
        let first = Day.firstOfMonth(year: year, month: month + months)
        let pastMonth = Day.firstOfMonth(year: year, month: month + months + 1)
        return min(first.advanced(by: day - 1), pastMonth.advanced(by: -1))
    }
}
