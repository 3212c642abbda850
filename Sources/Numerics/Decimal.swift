/// A number as written: mantissa × 10^-scale, with the decimals that the writer gave it.
///
/// `202.5` and `202.50` differ, because they state different intervals.
public struct Decimal: Hashable, Sendable {
    /// Less than 10^18 in magnitude.
    public var mantissa: Int64
    /// Decimals written, 0...18.
    public var scale: UInt8

    /// The reader of numbers answers for the ranges; they are asserted here.
    @inlinable public init(mantissa: Int64, scale: UInt8) {
        assert(mantissa.magnitude < 1_000_000_000_000_000_000 && scale <= 18)
        self.mantissa = mantissa
        self.scale = scale
    }
}

extension Decimal: CustomStringConvertible {
    /// All the written decimals: `202.50`.
    public var description: String {
        decimalText(Int128(mantissa), scale: scale, dividedBy: 1, decimals: Int(scale), rounding: .nearest)
    }
}
