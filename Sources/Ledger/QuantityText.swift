import Numerics

extension Measure {
    /// The value of a quantity in this measure: exact where it ends, else ten significant digits.
    public func valueText(_ interval: Interval) -> String {
        decimalText(interval.value, scale: interval.scale, dividedBy: factor, decimals: nil, rounding: .nearest)
    }

    /// The lower end in this measure, rounded down; nil where it is open.
    public func lowText(_ interval: Interval) -> String? {
        guard interval.hasLow else { return nil }
        return decimalText(interval.low, scale: interval.scale, dividedBy: factor, decimals: nil, rounding: .down)
    }

    /// The upper end in this measure, rounded up; nil where it is open.
    public func highText(_ interval: Interval) -> String? {
        guard interval.hasHigh else { return nil }
        return decimalText(interval.high, scale: interval.scale, dividedBy: factor, decimals: nil, rounding: .up)
    }

    /// `2.345 … 2.355`, `≥ 350`, `≤ 600`; empty for an exact quantity and for one that may be anything.
    public func rangeText(_ interval: Interval) -> String {
        if interval.isExact { return "" }
        switch (lowText(interval), highText(interval)) {
        case (let low?, let high?): return "\(low) … \(high)"
        case (let low?, nil): return "≥ \(low)"
        case (nil, let high?): return "≤ \(high)"
        case (nil, nil): return ""
        }
    }

    /// The value, and behind it in brackets what it may be.
    public func quantityText(_ interval: Interval) -> String {
        let range = rangeText(interval)
        return range.isEmpty ? valueText(interval) : "\(valueText(interval)) (\(range))"
    }
}
