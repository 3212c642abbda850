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
        self.init(start: p)
        let after = p[length]
        if after == Ascii.comma || after == Ascii.dot || after | 0x20 == 0x65 { return nil }
    }

    /// The same where what follows is looked at elsewhere: no comma, point or exponent may.
    @inline(__always)
    init?(start p: UnsafePointer<UInt8>) {
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
    }

    private init(mantissa: Int64, scale: Int, length: Int) {
        self.mantissa = mantissa
        self.scale = UInt8(truncatingIfNeeded: scale)
        self.length = length
    }

    /// Up to eight bytes, the point among them. Where it ends is known after few steps, so that the next line can be begun while the digits of
    /// this one are still being added up.
    @inline(__always)
    private static func short(_ p: UnsafePointer<UInt8>) -> PlainNumber? {
        let digits = load8(p) ^ 0x3030_3030_3030_3030
        let others = nonDigits(digits)
        let whole = others.trailingZeroBitCount / 8
        guard whole > 0 else { return nil }
        if p[whole] != Ascii.dot {
            if whole == 8, Ascii.isDigit(p[8]) { return nil }
            return PlainNumber(mantissa: value(of: digits, count: whole), scale: 0, length: whole)
        }
        let length = (others & (others &- 1)).trailingZeroBitCount / 8
        if length == 8, Ascii.isDigit(p[8]) || whole == 8 { return nil }
        let scale = length &- whole &- 1
        guard scale > 0 else { return nil }
        let before = (UInt64(1) &<< UInt64(truncatingIfNeeded: 8 &* whole)) &- 1
        let joined = digits & before | (digits >> 8) & ~before
        return PlainNumber(mantissa: value(of: joined, count: length &- 1), scale: scale, length: length)
    }

    /// The high bit of each byte that is above nine, up to the first that comes of a byte above ASCII: what carries over from that changes those
    /// behind it.
    @inline(__always)
    private static func nonDigits(_ digits: UInt64) -> UInt64 {
        (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080
    }

    /// The number that the lowest 1 to 8 bytes are the digits of: pairs, then fours, then all.
    @inline(__always)
    private static func value(of digits: UInt64, count: Int) -> Int64 {
        let aligned = digits &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
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
