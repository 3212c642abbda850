/// Where a number goes that has more digits than there is room for.
public enum Rounding: Hashable, Sendable {
    /// To the nearest, halves away from zero.
    case nearest
    /// Toward minus infinity.
    case down
    /// Toward plus infinity.
    case up
}

/// The quotient of magnitudes, with its sign put back after rounding; nil when it exceeds `Interval.limit`.
private func signed(
    _ quotient: UInt128, remainder: UInt128, of divisor: UInt128, isNegative: Bool, _ rounding: Rounding
) -> Int128? {
    let carries =
        switch rounding {
        case .nearest: remainder >= divisor - remainder
        case .down: remainder != 0 && isNegative
        case .up: remainder != 0 && !isNegative
        }
    guard quotient <= UInt128(Interval.limit) - (carries ? 1 : 0) else { return nil }
    let magnitude = Int128(quotient + (carries ? 1 : 0))
    return isNegative ? -magnitude : magnitude
}

/// n / divisor, for a positive divisor and a finite n within the limit.
func divide(_ n: Int128, by divisor: Int128, _ rounding: Rounding) -> Int128 {
    let (quotient, remainder) = n.quotientAndRemainder(dividingBy: divisor)
    if remainder == 0 { return quotient }
    switch rounding {
    case .down: return n < 0 ? quotient - 1 : quotient
    case .up: return n > 0 ? quotient + 1 : quotient
    case .nearest:
        let carries = remainder.magnitude >= divisor.magnitude - remainder.magnitude
        return carries ? quotient + n.signum() : quotient
    }
}

/// a × b / divisor by way of 256 bits, rounded once; nil when the result exceeds `Interval.limit`. The divisor is positive.
func multiply(_ a: Int128, _ b: Int128, dividedBy divisor: Int128, _ rounding: Rounding) -> Int128? {
    let product = a.magnitude.multipliedFullWidth(by: b.magnitude)
    let magnitude = divisor.magnitude
    guard product.high < magnitude else { return nil }
    let (quotient, remainder) = magnitude.dividingFullWidth(product)
    return signed(quotient, remainder: remainder, of: magnitude, isNegative: (a < 0) != (b < 0), rounding)
}
