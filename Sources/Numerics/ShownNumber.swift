/// The number that people are shown of an interval, and the sign before it that says which of its ends is open.
public struct ShownNumber: Sendable {
    /// What is shown where one end is open.
    public enum Choice: Sendable {
        /// The value: what a sum has come to so far, as readers add it up.
        case value
        /// The end that is known.
        case end
    }

    /// `≥` or `≤`, `~` where both ends are open; empty where neither is.
    public var sign: String
    /// × 10^-scale of the interval.
    public var number: Int128
    /// By which the sign stays true.
    public var rounding: Rounding

    /// Of an interval.
    public init(_ interval: Interval, _ choice: Choice) {
        switch (interval.hasLow, interval.hasHigh) {
        case (true, true): (sign, number, rounding) = ("", interval.value, .nearest)
        case (false, false): (sign, number, rounding) = ("~", interval.value, .nearest)
        case (true, false): (sign, number, rounding) = ("≥", choice == .end ? interval.low : interval.value, .down)
        case (false, true): (sign, number, rounding) = ("≤", choice == .end ? interval.high : interval.value, .up)
        }
    }
}

extension Interval {
    /// A quotient by `> 50` may come down to nothing, which is no news: open below, so that the end that says something is shown. `floor` is
    /// the least that there can be.
    public func openAbove(_ floor: Int128) -> Interval {
        let least = floor * powerOfTen(Int(scale))
        guard hasHigh, low == least, value > least, (value - least) / 10 > high - value else { return self }
        return withoutLow
    }
}
