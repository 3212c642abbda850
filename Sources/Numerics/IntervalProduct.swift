extension Interval {
    /// n times the quantity; exact unless it comes to more than 38 digits.
    public func times(_ n: Int128) -> Interval {
        quickTimes(n) ?? product(saturating: Interval(low: n, value: n, high: n, scale: 0)).interval
    }

    /// The same where both ends are finite, n is not negative, and nothing comes near the limit.
    private func quickTimes(_ n: Int128) -> Interval? {
        guard n >= 0, hasLow, hasHigh else { return nil }
        let (least, lowOverflow) = low.multipliedReportingOverflow(by: n)
        let (middle, overflow) = value.multipliedReportingOverflow(by: n)
        let (greatest, highOverflow) = high.multipliedReportingOverflow(by: n)
        guard !lowOverflow, !overflow, !highOverflow, isWithinLimit(least), isWithinLimit(greatest) else { return nil }
        return Interval(unchecked: least, middle, greatest, scale: scale)
    }

    /// The product, between the least and the greatest that the ends can make; zero times an open end is zero.
    ///
    /// Exact up to 38 digits and 36 decimals, beyond that rounded outward. Nil when the value comes to more than 10^38.
    public func product(_ b: Interval) -> Interval? {
        let (interval, isWithinLimit) = product(saturating: b)
        return isWithinLimit ? interval : nil
    }

    private func product(saturating b: Interval) -> (interval: Interval, isWithinLimit: Bool) {
        let dropped = decimalsToDrop(b)
        let value = Interval.scaled(self.value, b.value, dropping: dropped, .nearest)
        var least = Int128.max
        var greatest = Int128.min
        func take(_ x: Int128, _ y: Int128) {
            least = Swift.min(least, Interval.corner(x, y, dropping: dropped, .down))
            greatest = Swift.max(greatest, Interval.corner(x, y, dropping: dropped, .up))
        }
        take(low, b.low)
        take(low, b.high)
        take(high, b.low)
        take(high, b.high)
        let middle = saturated(value, isNegative: (self.value < 0) != (b.value < 0))
        let scale = UInt8(Int(self.scale) + Int(b.scale) - dropped)
        return (Interval(unchecked: least, middle, greatest, scale: scale), value != nil)
    }

    private func decimalsToDrop(_ b: Interval) -> Int {
        let decimals = Int(scale) + Int(b.scale)
        let excess = Swift.max(0, decimals - Int(Interval.maximumScale))
        let largest = largestMagnitude.multipliedFullWidth(by: b.largestMagnitude)
        if largest.high == 0, largest.low <= Interval.limit.magnitude { return excess }
        let digits = digitCount(largestMagnitude) + digitCount(b.largestMagnitude)
        return Swift.min(decimals, Swift.max(excess, digits - 38))
    }

    /// One of the four products of ends, either of which may be open.
    private static func corner(_ x: Int128, _ y: Int128, dropping count: Int, _ rounding: Rounding) -> Int128 {
        if x == 0 || y == 0 { return 0 }
        let isNegative = (x < 0) != (y < 0)
        if x == .min || x == .max || y == .min || y == .max { return isNegative ? .min : .max }
        let product = scaled(x, y, dropping: count, rounding)
        return rounding == .down ? lowEnd(product, isNegative: isNegative) : highEnd(product, isNegative: isNegative)
    }

    private static func scaled(_ x: Int128, _ y: Int128, dropping count: Int, _ rounding: Rounding) -> Int128? {
        // Rounding the same way twice is the same as rounding once, but for the nearest of a value with 72 decimals.
        guard let product = multiply(x, y, dividedBy: powerOfTen(Swift.min(count, 38)), rounding) else { return nil }
        return count > 38 ? divide(product, by: powerOfTen(count - 38), rounding) : product
    }
}
