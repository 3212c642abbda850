/// A number in ASCII digits, perhaps with a minus and a decimal point: how nearly all numbers are written.
struct PlainNumber {
    var mantissa: Int64
    var scale: UInt8
    /// How many bytes it takes.
    var length: Int

    /// Reads the number at `p`; nil where none stands there, or one that is written in another way: such numbers are read by
    /// `NumberSyntax`. Eight bytes are looked at together.
    @inline(__always)
    init?(_ p: UnsafePointer<UInt8>) {
        let sign = p[0] == Ascii.minus ? 1 : 0
        if let short = Self.short(p + sign) {
            self = short
        } else if let long = Self.long(p + sign) {
            self = long
        } else {
            return nil
        }
        if sign == 1 { mantissa = 0 &- mantissa }
        length += sign
        let after = p[length]
        if after == Ascii.comma || after == Ascii.dot || after | 0x20 == 0x65 { return nil }
    }

    private init(mantissa: Int64, scale: Int, length: Int) {
        self.mantissa = mantissa
        self.scale = UInt8(truncatingIfNeeded: scale)
        self.length = length
    }

    /// Up to seven digits, or eight bytes with the point among them.
    @inline(__always)
    private static func short(_ p: UnsafePointer<UInt8>) -> PlainNumber? {
        let word = load8(p)
        let whole = digitCount(word)
        guard whole > 0, whole < 8 else { return nil }
        guard p[whole] == Ascii.dot else {
            return PlainNumber(mantissa: value(of: word, digits: whole), scale: 0, length: whole)
        }
        let before = (UInt64(1) &<< UInt64(8 * whole)) &- 1
        let joined = word & before | (word >> 8) & ~before
        let digits = digitCount(joined)
        // At seven digits the next byte has not been looked at.
        guard digits > whole, digits < 7 || !Ascii.isDigit(p[8]) else { return nil }
        return PlainNumber(mantissa: value(of: joined, digits: digits), scale: digits - whole, length: digits + 1)
    }

    /// How many of the eight bytes, from the lowest, are digits.
    @inline(__always)
    private static func digitCount(_ word: UInt64) -> Int {
        let digits = word ^ 0x3030_3030_3030_3030
        // The high bit of a byte above 9; what carries over changes only bytes behind the first such.
        let others = (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080
        return others.trailingZeroBitCount / 8
    }

    /// The number in the lowest `digits` bytes, 1 to 7: pairs, then fours, then all.
    @inline(__always)
    private static func value(of word: UInt64, digits: Int) -> Int64 {
        let aligned = (word ^ 0x3030_3030_3030_3030) &<< UInt64(64 - 8 * digits)
        let pairs = aligned &* 10 &+ aligned >> 8
        let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let high = (pairs >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return Int64(truncatingIfNeeded: (low &+ high) >> 32)
    }

    /// Any number of up to 18 digits.
    private static func long(_ p: UnsafePointer<UInt8>) -> PlainNumber? {
        var at = 0
        var mantissa: Int64 = 0
        while case let digit = p[at] &- Ascii.zero, digit <= 9 {
            mantissa = mantissa &* 10 &+ Int64(digit)
            at += 1
        }
        guard at > 0, at <= 18 else { return nil }
        guard p[at] == Ascii.dot else { return PlainNumber(mantissa: mantissa, scale: 0, length: at) }
        let whole = at
        at += 1
        while case let digit = p[at] &- Ascii.zero, digit <= 9 {
            mantissa = mantissa &* 10 &+ Int64(digit)
            at += 1
        }
        let scale = at - whole - 1
        guard scale > 0, at <= 19 else { return nil }
        return PlainNumber(mantissa: mantissa, scale: scale, length: at)
    }
}

/// Eight bytes, the first of them lowest.
///
/// SAFETY: the caller vouches for eight readable bytes; names lie in a pool and in padded windows.
@inline(__always)
func load8(_ p: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(p).loadUnaligned(as: UInt64.self))
}
