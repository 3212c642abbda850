extension Interval {
    /// Both at one scale: the finer one where the coarser has room for it, else as fine as there is room, rounded outward.
    static func aligned(_ a: Interval, _ b: Interval) -> (Interval, Interval) {
        if a.scale == b.scale { return (a, b) }
        if a.scale > b.scale {
            let (second, first) = aligned(b, a)
            return (first, second)
        }
        let gap = Int(b.scale - a.scale)
        let raise = Swift.min(gap, a.headroom)
        return (a.raised(by: raise), b.lowered(by: gap - raise))
    }

    /// The same quantity with fewer decimals, rounded outward.
    func lowered(by count: Int) -> Interval {
        if count == 0 { return self }
        let power = powerOfTen(count)
        return Interval(
            unchecked: hasLow ? divide(low, by: power, .down) : .min,
            divide(value, by: power, .nearest),
            hasHigh ? divide(high, by: power, .up) : .max,
            scale: scale - UInt8(count))
    }

    /// The largest magnitude among the value and the finite ends.
    var largestMagnitude: UInt128 {
        let ends = Swift.max(hasLow ? low.magnitude : 0, hasHigh ? high.magnitude : 0)
        return Swift.max(ends, value.magnitude)
    }

    /// Decimals that can be appended before the limit is reached.
    private var headroom: Int { Swift.max(0, 38 - digitCount(largestMagnitude)) }

    private func raised(by count: Int) -> Interval {
        let power = powerOfTen(count)
        return Interval(
            unchecked: hasLow ? low * power : .min, value * power, hasHigh ? high * power : .max, scale: scale + UInt8(count))
    }
}

/// Whether a finite number is one that an interval may hold.
func isWithinLimit(_ n: Int128) -> Bool {
    -Interval.limit <= n && n <= Interval.limit
}

/// A low end that may be beyond the limit: open below, or the limit, which is a bound still.
func lowEnd(_ n: Int128?, isNegative: Bool) -> Int128 {
    n ?? (isNegative ? .min : Interval.limit)
}

/// A high end that may be beyond the limit: open above, or minus the limit, which is a bound still.
func highEnd(_ n: Int128?, isNegative: Bool) -> Int128 {
    n ?? (isNegative ? -Interval.limit : .max)
}

/// A value that may be beyond the limit stops there.
func saturated(_ n: Int128?, isNegative: Bool) -> Int128 {
    n ?? (isNegative ? -Interval.limit : Interval.limit)
}
