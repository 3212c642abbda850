/// A value and its ends for machines, in the measure of `factor` quanta: exact, or ten significant digits, the ends rounded outward; nil
/// on an open side.
public struct MachineNumber: Sendable {
    /// The best single number.
    public var value: String
    /// Rounded down.
    public var low: String?
    /// Rounded up.
    public var high: String?

    /// Of an interval in quanta.
    public init(_ interval: Interval, factor: Int64) {
        func text(_ n: Int128, _ rounding: Rounding) -> String {
            decimalText(n, scale: interval.scale, dividedBy: factor, decimals: nil, rounding: rounding)
        }
        value = Self.value(of: interval, factor: factor)
        low = interval.hasLow ? text(interval.low, .down) : nil
        high = interval.hasHigh ? text(interval.high, .up) : nil
    }

    /// The value alone.
    public static func value(of interval: Interval, factor: Int64) -> String {
        decimalText(interval.value, scale: interval.scale, dividedBy: factor, decimals: nil, rounding: .nearest)
    }
}
