/// The decimal digits of a number by long division, as many as are asked for; no width limits it.
struct DigitRun {
    private var isNegative: Bool
    /// Digits 0...9, most significant first, at least one before the point.
    private var digits: [UInt8] = []
    private var decimals: Int
    /// What is left of the division, below `divisor`: all the digits to come.
    private var remainder: UInt64
    private let divisor: UInt64

    init(_ n: Int128, scale: Int, dividedBy factor: Int64) {
        precondition(factor > 0)
        isNegative = n < 0
        decimals = scale
        divisor = factor.magnitude
        let (whole, rest) = n.magnitude.quotientAndRemainder(dividingBy: UInt128(divisor))
        remainder = UInt64(rest)
        digits.reserveCapacity(48)
        append(digitsOf: whole)
        while digits.count <= scale { digits.append(0) }
        digits.reverse()
    }

    /// Least significant first; none for zero. Division of 64 bits costs a tenth of one of 128.
    private mutating func append(digitsOf whole: UInt128) {
        var rest = whole
        while rest > UInt64.max {
            let (high, low) = rest.quotientAndRemainder(dividingBy: UInt128(Self.chunk))
            var short = UInt64(low)
            for _ in 0..<Self.chunkDigits {
                digits.append(UInt8(short % 10))
                short /= 10
            }
            rest = high
        }
        var short = UInt64(rest)
        while short > 0 {
            digits.append(UInt8(short % 10))
            short /= 10
        }
    }

    /// The greatest power of ten in 64 bits.
    private static let chunk: UInt64 = 10_000_000_000_000_000_000
    private static let chunkDigits = 19

    /// Decimals that show so many significant digits, not fewer than none.
    func decimals(forSignificant count: Int) -> Int {
        let whole = digits.count - decimals
        if let first = digits.firstIndex(where: { $0 != 0 }) { return max(0, count + first - whole) }
        // Nothing but zeros so far: the first digit is in the expansion of the remainder.
        var zeros = decimals
        var rest = UInt128(remainder)
        while rest > 0 {
            rest *= 10
            if rest >= divisor { break }
            zeros += 1
        }
        return zeros + count
    }

    mutating func round(toDecimals count: Int, _ rounding: Rounding) {
        precondition(count >= 0)
        while decimals <= count { appendDigit() }
        let kept = digits.count - (decimals - count)
        let next = digits[kept]
        let isExact = remainder == 0 && digits[kept...].allSatisfy { $0 == 0 }
        digits.removeSubrange(kept...)
        decimals = count
        remainder = 0
        let carries =
            switch rounding {
            case .nearest: next >= 5
            case .down: isNegative && !isExact
            case .up: !isNegative && !isExact
            }
        if carries { increment() }
    }

    mutating func trimTrailingZeros() {
        while decimals > 0, digits.last == 0 {
            digits.removeLast()
            decimals -= 1
        }
    }

    func text(grouped: Bool) -> String {
        var bytes: [UInt8] = []
        if isNegative, digits.contains(where: { $0 != 0 }) { bytes.append(UInt8(ascii: "-")) }
        let whole = digits.count - decimals
        for (index, digit) in digits.enumerated() {
            if index == whole { bytes.append(UInt8(ascii: ".")) }
            if grouped, index > 0, index < whole, (whole - index) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "0") + digit)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func appendDigit() {
        let (digit, rest) = (UInt128(remainder) * 10).quotientAndRemainder(dividingBy: UInt128(divisor))
        digits.append(UInt8(digit))
        remainder = UInt64(rest)
        decimals += 1
    }

    private mutating func increment() {
        for index in digits.indices.reversed() {
            if digits[index] < 9 {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
        digits.insert(1, at: 0)
    }
}
