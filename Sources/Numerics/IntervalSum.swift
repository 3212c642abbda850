extension Interval {
    /// The sum, end by end; an open end stays open. Quick where the scales agree and nothing is near the limit.
    @inlinable public static func + (a: Interval, b: Interval) -> Interval {
        if a.scale == b.scale, a.isQuick, b.isQuick {
            return Interval(unchecked: a.low &+ b.low, a.value &+ b.value, a.high &+ b.high, scale: a.scale)
        }
        return slowSum(a, b)
    }

    /// The difference: the low end is the low end less the other's high end.
    @inlinable public static func - (a: Interval, b: Interval) -> Interval {
        if a.scale == b.scale, a.isQuick, b.isQuick {
            return Interval(unchecked: a.low &- b.high, a.value &- b.value, a.high &- b.low, scale: a.scale)
        }
        return slowSum(a, -b)
    }

    /// The opposite quantity.
    @inlinable public static prefix func - (a: Interval) -> Interval {
        Interval(unchecked: a.hasHigh ? -a.high : .min, -a.value, a.hasLow ? -a.low : .max, scale: a.scale)
    }

    /// Adds in place.
    @inlinable public static func += (a: inout Interval, b: Interval) { a = a + b }

    /// Subtracts in place.
    @inlinable public static func -= (a: inout Interval, b: Interval) { a = a - b }

    /// Adds in place.
    @inlinable public mutating func add(_ other: Interval) { self = self + other }

    /// Both ends finite and so small that a sum of two stays below the limit: 2^125 twice is less than 10^38.
    @inlinable var isQuick: Bool {
        let bound = Int128(1) &<< 125
        return low > -bound && high < bound
    }

    @usableFromInline static func slowSum(_ a: Interval, _ b: Interval) -> Interval {
        let (x, y) = aligned(a, b)
        let low = x.hasLow && y.hasLow ? bounded(x.low, y.low) : .min
        let value = bounded(x.value, y.value)
        let high = x.hasHigh && y.hasHigh ? bounded(x.high, y.high) : .max
        if let low, let value, let high {
            return Interval(unchecked: low, value, high, scale: x.scale)
        }
        // One decimal less makes room for any sum of two.
        if x.scale > 0 { return slowSum(x.lowered(by: 1), y.lowered(by: 1)) }
        return Interval(
            unchecked: lowEnd(low, isNegative: x.low < 0),
            saturated(value, isNegative: x.value < 0),
            highEnd(high, isNegative: x.high < 0),
            scale: 0)
    }

    private static func bounded(_ a: Int128, _ b: Int128) -> Int128? {
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow || !isWithinLimit(sum) ? nil : sum
    }
}
