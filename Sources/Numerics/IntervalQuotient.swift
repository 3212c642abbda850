extension Interval {
    /// The n-th part of the quantity, for any n but 0.
    ///
    /// Exact when it divides within 36 decimals, else rounded outward to 36 digits, which leaves room for adding.
    public func divided(by n: Int128) -> Interval {
        precondition(n != 0, "a quantity is not divided by zero")
        if let whole = divided(evenlyBy: n) { return whole }
        let divisor = n == .min ? Interval.limit : Swift.min(Int128(n.magnitude), Interval.limit)
        let exact = Interval(unchecked: divisor, divisor, divisor, scale: 0)
        let quotient = ratio(toPositive: exact).interval
        return n < 0 ? -quotient : quotient
    }

    /// This over b, between the least and the greatest that the ends allow; nil when b may be zero.
    ///
    /// Rounded outward at 35 significant digits of the largest end, or at 36 decimals; exact quotients come out exact and without trailing zeros.
    /// Nil also when the value comes to more than 10^38.
    public func quotient(_ b: Interval) -> Interval? {
        guard b.isPositive || b.isNegative else { return nil }
        let (interval, isWithinLimit) = b.isPositive ? ratio(toPositive: b) : (-self).ratio(toPositive: -b)
        return isWithinLimit ? interval : nil
    }

    private func divided(evenlyBy n: Int128) -> Interval? {
        guard n > 0, hasLow, hasHigh, low % n == 0, value % n == 0, high % n == 0 else { return nil }
        return Interval(unchecked: low / n, value / n, high / n, scale: scale)
    }

    private func ratio(toPositive b: Interval) -> (interval: Interval, isWithinLimit: Bool) {
        // A quotient of d1 digits over d2 digits is below 10^(d1 - d2 + 1).
        let shift = Int(b.scale) - Int(scale)
        let digits = digitCount(largestMagnitude) - digitCount(b.low.magnitude) + 1
        let resultScale = Swift.max(0, Swift.min(Int(Interval.maximumScale), 36 - digits - shift))
        let exponent = resultScale + shift
        let value = Interval.over(self.value, b.value, exponent, .nearest)
        let middle = saturated(value, isNegative: self.value < 0)
        let least = leastRatio(b, exponent)
        let greatest = greatestRatio(b, exponent)
        let interval = Interval(unchecked: least, middle, greatest, scale: UInt8(resultScale))
        return (interval.normalised(), value != nil)
    }

    private func leastRatio(_ b: Interval, _ exponent: Int) -> Int128 {
        if !hasLow { return .min }
        if low < 0 { return lowEnd(Interval.over(low, b.low, exponent, .down), isNegative: true) }
        return b.hasHigh ? lowEnd(Interval.over(low, b.high, exponent, .down), isNegative: false) : 0
    }

    private func greatestRatio(_ b: Interval, _ exponent: Int) -> Int128 {
        if !hasHigh { return .max }
        if high >= 0 { return highEnd(Interval.over(high, b.low, exponent, .up), isNegative: false) }
        return b.hasHigh ? highEnd(Interval.over(high, b.high, exponent, .up), isNegative: true) : 0
    }

    /// n × 10^exponent / divisor, for a positive divisor and an exponent -36...72; nil beyond the limit.
    private static func over(_ n: Int128, _ divisor: Int128, _ exponent: Int, _ rounding: Rounding) -> Int128? {
        if exponent < 0 {
            return divide(divide(n, by: powerOfTen(-exponent), rounding), by: divisor, rounding)
        }
        guard exponent > 38 else { return multiply(n, powerOfTen(exponent), dividedBy: divisor, rounding) }
        let (raised, overflow) = n.multipliedReportingOverflow(by: powerOfTen(exponent - 38))
        return overflow ? nil : multiply(raised, powerOfTen(38), dividedBy: divisor, rounding)
    }
}
