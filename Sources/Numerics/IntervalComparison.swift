extension Interval {
    /// Whether some number lies in both; ends count.
    public func intersects(_ other: Interval) -> Bool {
        !isBelow(other) && !other.isBelow(self)
    }

    /// Whether this is certainly less than the other.
    public func isBelow(_ other: Interval) -> Bool {
        hasHigh && other.hasLow && compareEnds(high, scale, other.low, other.scale) < 0
    }

    /// Whether every number in the other lies in this.
    public func contains(_ other: Interval) -> Bool {
        compareEnds(low, scale, other.low, other.scale) <= 0 && compareEnds(high, scale, other.high, other.scale) >= 0
    }

    /// Negative, zero or positive as this value is less than, equal to or greater than the other's. Exact at any scales.
    public func compareValue(_ other: Interval) -> Int {
        compareEnds(value, scale, other.value, other.scale)
    }

    /// Whether this says more: its ends are closer together. An interval with an open end is narrower than none.
    public func isNarrower(than other: Interval) -> Bool {
        guard hasLow, hasHigh else { return false }
        guard other.hasLow, other.hasHigh else { return true }
        return compareMagnitudes(width, scale, other.width, other.scale) < 0
    }

    /// What both allow, with this value moved into it; nil when there is no such number.
    public func intersection(_ other: Interval) -> Interval? {
        guard intersects(other) else { return nil }
        let (a, b) = Interval.aligned(self, other)
        let low = Swift.max(a.low, b.low)
        let high = Swift.min(a.high, b.high)
        return Interval(unchecked: low, Swift.max(low, Swift.min(a.value, high)), high, scale: a.scale)
    }

    /// The greater of two quantities: of the low ends, the values and the high ends.
    public static func max(_ a: Interval, _ b: Interval) -> Interval {
        let (a, b) = aligned(a, b)
        return Interval(
            unchecked: Swift.max(a.low, b.low), Swift.max(a.value, b.value), Swift.max(a.high, b.high), scale: a.scale)
    }

    /// The lesser of two quantities: of the low ends, the values and the high ends.
    public static func min(_ a: Interval, _ b: Interval) -> Interval {
        let (a, b) = aligned(a, b)
        return Interval(
            unchecked: Swift.min(a.low, b.low), Swift.min(a.value, b.value), Swift.min(a.high, b.high), scale: a.scale)
    }

    /// Of finite ends; unsigned, because twice the limit is beyond `Int128`.
    private var width: UInt128 { UInt128(truncatingIfNeeded: high) &- UInt128(truncatingIfNeeded: low) }
}

/// Orders two ends or values; open ends lie beyond all numbers at any scale.
private func compareEnds(_ a: Int128, _ aScale: UInt8, _ b: Int128, _ bScale: UInt8) -> Int {
    let isOpen = a == .min || a == .max || b == .min || b == .max
    if isOpen || aScale == bScale || a.signum() != b.signum() {
        return a < b ? -1 : (a > b ? 1 : 0)
    }
    let order = compareMagnitudes(a.magnitude, aScale, b.magnitude, bScale)
    return a < 0 ? -order : order
}

private func compareMagnitudes(_ a: UInt128, _ aScale: UInt8, _ b: UInt128, _ bScale: UInt8) -> Int {
    if aScale > bScale { return -compareMagnitudes(b, bScale, a, aScale) }
    let raised = a.multipliedFullWidth(by: powerOfTen(Int(bScale - aScale)).magnitude)
    if raised.high > 0 || raised.low > b { return 1 }
    return raised.low < b ? -1 : 0
}
