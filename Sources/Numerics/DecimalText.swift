/// The text of n × 10^-scale / factor, for a positive factor: quanta shown in a measure of `factor` quanta.
///
/// With `decimals` given, exactly that many. Without, the exact decimal when it ends within 12 decimals (20 for what
/// is no quotient), else ten significant digits, rounded as asked (the whole part is never cut); no trailing zeros either way. Never `-0`.
/// `grouped` puts a comma after every three digits of the whole part. Open ends have no text; ask before.
public func decimalText(
    _ n: Int128, scale: UInt8, dividedBy factor: Int64, decimals: Int?, rounding: Rounding, grouped: Bool = false
) -> String {
    let exact = exactDecimals(n, scale: scale, dividedBy: factor)
    let wanted = decimals ?? exact.flatMap { $0 <= (n.magnitude < fewerThanAQuotient ? 20 : 12) ? $0 : nil }
    if let wanted, let exact, exact <= wanted, !grouped,
        let text = shortText(n, scale: Int(scale), dividedBy: factor, decimals: wanted)
    {
        return text
    }
    var digits = DigitRun(n, scale: Int(scale), dividedBy: factor)
    if let wanted {
        digits.round(toDecimals: wanted, rounding)
    } else {
        digits.round(toDecimals: digits.decimals(forSignificant: 10), rounding)
        digits.trimTrailingZeros()
    }
    return digits.text(grouped: grouped)
}

/// A number that so many decimals write exactly, by way of 64 bits, as most can go: a table for machines has several in each record. Nil where
/// one cannot.
private func shortText(_ n: Int128, scale: Int, dividedBy factor: Int64, decimals: Int) -> String? {
    guard let magnitude = UInt64(exactly: n.magnitude), abs(scale - decimals) < 19 else { return nil }
    let shift = UInt64(powerOfTen(abs(scale - decimals)))
    let (divisor, isTooLong) = decimals < scale ? factor.magnitude.multipliedReportingOverflow(by: shift) : (factor.magnitude, false)
    let (dividend, isTooLarge) = decimals > scale ? magnitude.multipliedReportingOverflow(by: shift) : (magnitude, false)
    guard !isTooLong, !isTooLarge else { return nil }
    return text(ofDigits: dividend / divisor, decimals: decimals, isNegative: n < 0)
}

/// Digits with a point before the last so many.
private func text(ofDigits number: UInt64, decimals: Int, isNegative: Bool) -> String {
    var digits = decimals + 1
    var rest = number
    for _ in 0..<decimals { rest /= 10 }
    while rest >= 10 { (rest, digits) = (rest / 10, digits + 1) }
    let length = digits + (decimals > 0 ? 1 : 0) + (isNegative ? 1 : 0)
    // SAFETY: `length` bytes are written, from the last to the first, all of them ASCII.
    return String(unsafeUninitializedCapacity: length) { bytes in
        var rest = number
        var index = length
        for place in 0..<digits {
            if decimals > 0, place == decimals {
                index -= 1
                bytes[index] = UInt8(ascii: ".")
            }
            index -= 1
            bytes[index] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        if isNegative { bytes[0] = UInt8(ascii: "-") }
        return length
    }
}

/// Quotients are carried to some 36 digits; what has fewer is a written number or a sum of such, and worth all its decimals.
private let fewerThanAQuotient: UInt128 = 1_000_000_000_000_000_000_000_000_000_000

/// How many decimals n × 10^-scale / factor needs to be written exactly; nil when it does not terminate. The factor is positive.
public func exactDecimals(_ n: Int128, scale: UInt8, dividedBy factor: Int64) -> Int? {
    precondition(factor > 0)
    if n == 0 { return 0 }
    if let short = UInt64(exactly: n.magnitude) { return exactDecimals(short, scale: scale, dividedBy: factor.magnitude) }
    return exactDecimals(n.magnitude, scale: scale, dividedBy: factor.magnitude)
}

/// The same for a magnitude that is not zero, in as many bits as it needs.
private func exactDecimals<Magnitude: UnsignedInteger & FixedWidthInteger>(
    _ n: Magnitude, scale: UInt8, dividedBy factor: UInt64
) -> Int? {
    let divisor = factor / UInt64(greatestCommonDivisor(UInt64(n % Magnitude(factor)), factor))
    let (twos, fives, rest) = divisor.twosAndFives
    guard rest == 1 else { return nil }
    // Twos and fives of n that the factor had are gone from both; what n has beyond shortens the decimals.
    let own = n.twosAndFives
    let shared = factor.twosAndFives
    let spareTwos = own.twos - (shared.twos - twos)
    let spareFives = own.fives - (shared.fives - fives)
    return max(0, Int(scale) + twos - spareTwos, Int(scale) + fives - spareFives)
}

extension UnsignedInteger {
    /// How often 2 and 5 divide the number, which is not zero, and what is left.
    fileprivate var twosAndFives: (twos: Int, fives: Int, rest: Self) {
        let twos = trailingZeroBitCount
        var rest = self >> twos
        var fives = 0
        while rest % 5 == 0 {
            rest /= 5
            fives += 1
        }
        return (twos, fives, rest)
    }
}
