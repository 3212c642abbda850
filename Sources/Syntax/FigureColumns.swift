import Numerics

/// What a body line says of a value, in one byte.
public struct FigureForm: Hashable, Sendable {
    /// The scale in the low five bits, the kind of bound or absence above.
    public var rawValue: UInt8

    private static let scaleBits: UInt8 = 0x1F

    /// The form of these bits.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A value with so many decimals.
    public init(scale: UInt8, bound: Bound) {
        let kind: UInt8 =
            switch bound {
            case .exactly: 0
            case .above, .atLeast: 1
            case .below, .atMost: 2
            case .about: 3
            }
        rawValue = scale | kind << 5
    }

    /// No value, and why.
    public init(_ absence: Absence) { rawValue = 4 << 5 | absence.rawValue }

    /// How many decimals were written, 0–18; without meaning for an absence.
    public var scale: UInt8 { rawValue & Self.scaleBits }

    /// Whether it is a plain number.
    public var isPlain: Bool { rawValue < 1 << 5 }

    /// What the number says of the value; `>` and `>=` are one here, as are `<` and `<=`.
    public var bound: Bound {
        switch rawValue >> 5 {
        case 1: .atLeast
        case 2: .atMost
        case 3: .about
        default: .exactly
        }
    }

    /// Why there is no value; nil where there is one.
    public var absence: Absence? { rawValue >> 5 == 4 ? Absence(rawValue: rawValue & Self.scaleBits) : nil }
}

/// The numbers of figures, in the order of their lines, with room for `capacity` of them.
///
/// SAFETY: written only by the one reader that owns the columns while reading, and only read after that; rows at or above `count` are
/// never read.
public final class FigureColumns: @unchecked Sendable {
    /// For how many rows there is room.
    static let capacity = 1 << 16

    /// How many rows are filled.
    var count = 0
    /// × 10^-scale, in the measure as written.
    let mantissa: UnsafeMutablePointer<Int64>
    /// Scale and bound of the value, or why there is none.
    let form: UnsafeMutablePointer<FigureForm>

    init() {
        mantissa = .allocate(capacity: Self.capacity)
        form = .allocate(capacity: Self.capacity)
    }

    deinit {
        mantissa.deallocate()
        form.deallocate()
    }
}
