/// An exact ratio in lowest terms, such as that between two measures.
public struct Fraction: Hashable, Sendable {
    /// Carries the sign.
    public let numerator: Int64
    /// At least 1.
    public let denominator: Int64

    /// One to one.
    public static var one: Fraction { Fraction(1) }

    /// A whole number.
    public init(_ number: Int64) {
        numerator = number
        denominator = 1
    }

    /// Reduces; nil when the denominator is 0 or the lowest terms do not fit.
    public init?(numerator: Int64, denominator: Int64) {
        self.init(reducing: Int128(numerator), Int128(denominator))
    }

    /// Nil on overflow.
    public func multiplied(by other: Fraction) -> Fraction? {
        Fraction(reducing: Int128(numerator) * Int128(other.numerator), Int128(denominator) * Int128(other.denominator))
    }

    /// Nil on overflow, and when the other is zero.
    public func divided(by other: Fraction) -> Fraction? {
        Fraction(reducing: Int128(numerator) * Int128(other.denominator), Int128(denominator) * Int128(other.numerator))
    }

    /// Products of two `Int64` always fit, so only what is left after reducing can overflow.
    private init?(reducing numerator: Int128, _ denominator: Int128) {
        guard denominator != 0 else { return nil }
        let divisor = Int128(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
        let sign: Int128 = denominator < 0 ? -1 : 1
        guard let reduced = Int64(exactly: sign * numerator / divisor) else { return nil }
        guard let positive = Int64(exactly: sign * denominator / divisor) else { return nil }
        self.numerator = reduced
        self.denominator = positive
    }
}
