/// A quantity in quanta of one dimension, known to lie between two ends: low ≤ value ≤ high, all three × 10^-scale.
///
/// Finite ends and the value stay within ±10^38 (`limit`). An operation that would exceed it drops decimals of both
/// operands, the low end downward and the high end upward, so that the true value never leaves the interval and no
/// contradiction can be invented. Where scale 0 is not coarse enough, the end is opened and the value stops at the limit.
///
/// Equality compares the representation; `normalised()` first to compare quantities.
public struct Interval: Hashable, Sendable {
    /// The lower end; `Int128.min` when there is none.
    public var low: Int128
    /// The best single number, between the ends.
    public var value: Int128
    /// The upper end; `Int128.max` when there is none.
    public var high: Int128
    /// Decimals of all three, 0...36.
    public var scale: UInt8

    /// Exactly nothing, which is not the same as absent.
    @inlinable public static var zero: Interval { Interval(unchecked: 0, 0, 0, scale: 0) }

    /// Exactly mantissa × factor quanta.
    @inlinable public init(exact number: Decimal, factor: Int64) {
        let quanta = Int128(number.mantissa) * Int128(factor)
        self.init(unchecked: quanta, quanta, quanta, scale: number.scale)
    }

    /// What a rounded number states: half a unit of its last written place to either side, both ends included.
    ///
    /// Closed ends let numbers rounded half up and half even both fit.
    @inlinable public init(rounded number: Decimal, factor: Int64) {
        let tenths = Int128(number.mantissa) * 10
        let quanta = Int128(factor)
        let half = 5 * Int128(factor.magnitude)
        let value = tenths * quanta
        self.init(unchecked: value - half, value, value + half, scale: number.scale + 1)
    }

    /// The numbers must be in order and the scale at most 36. Ends beyond the limit are opened.
    public init(low: Int128, value: Int128, high: Int128, scale: UInt8) {
        precondition(low <= value && value <= high && scale <= Interval.maximumScale)
        self.init(
            unchecked: low < -Interval.limit ? .min : Swift.min(low, Interval.limit),
            Swift.max(-Interval.limit, Swift.min(value, Interval.limit)),
            high > Interval.limit ? .max : Swift.max(high, -Interval.limit),
            scale: scale)
    }

    @inlinable init(unchecked low: Int128, _ value: Int128, _ high: Int128, scale: UInt8) {
        self.low = low
        self.value = value
        self.high = high
        self.scale = scale
    }
}

extension Interval {
    /// Finite ends and values are at most this far from zero: 10^38.
    public static let limit: Int128 = powerOfTen(38)

    /// The most decimals that an interval carries.
    @inlinable public static var maximumScale: UInt8 { 36 }

    /// Whether it is a single number.
    @inlinable public var isExact: Bool { low == high }
    /// Whether it is bounded below.
    @inlinable public var hasLow: Bool { low != .min }
    /// Whether it is bounded above.
    @inlinable public var hasHigh: Bool { high != .max }
    /// Certainly below zero.
    @inlinable public var isNegative: Bool { high < 0 }
    /// Certainly above zero.
    @inlinable public var isPositive: Bool { low > 0 }

    /// At most the same value: open below.
    @inlinable public var withoutLow: Interval { Interval(unchecked: .min, value, high, scale: scale) }
    /// At least the same value: open above.
    @inlinable public var withoutHigh: Interval { Interval(unchecked: low, value, .max, scale: scale) }

    /// The same quantity without the trailing zero decimals that all three numbers share.
    public func normalised() -> Interval {
        var result = self
        while result.scale > 0, let shorter = result.withoutTrailingZero { result = shorter }
        return result
    }

    private var withoutTrailingZero: Interval? {
        guard value % 10 == 0, !hasLow || low % 10 == 0, !hasHigh || high % 10 == 0 else { return nil }
        return Interval(unchecked: hasLow ? low / 10 : .min, value / 10, hasHigh ? high / 10 : .max, scale: scale - 1)
    }
}
