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

/// Figures as columns, at most `capacity` of them, in the order of their lines.
///
/// SAFETY: the columns are allocated with room for `capacity` rows, written only by the one reader that owns the block while
/// reading, and only read after that; rows at or above `count` are never read.
public final class FigureBlock: @unchecked Sendable {
    /// How many rows a block has room for.
    public static let capacity = 1 << 16

    /// How many rows are filled.
    public internal(set) var count = 0
    /// × 10^-scale, in the measure as written.
    public let mantissa: UnsafeMutablePointer<Int64>
    /// Index of the header in the piece.
    public let header: UnsafeMutablePointer<UInt32>
    /// Where the line starts in the file.
    public let line: UnsafeMutablePointer<UInt32>
    /// The indicator's `NameID` in the piece.
    public let name: UnsafeMutablePointer<UInt32>
    /// 1 + `NameID` of the measure in the piece; 0 where none was written.
    public let measure: UnsafeMutablePointer<UInt16>
    /// Scale and bound of the value, or why there is none.
    public let form: UnsafeMutablePointer<FigureForm>

    /// An empty block. Allocates all its columns.
    public init() {
        mantissa = .allocate(capacity: Self.capacity)
        header = .allocate(capacity: Self.capacity)
        line = .allocate(capacity: Self.capacity)
        name = .allocate(capacity: Self.capacity)
        measure = .allocate(capacity: Self.capacity)
        form = .allocate(capacity: Self.capacity)
    }

    deinit {
        mantissa.deallocate()
        header.deallocate()
        line.deallocate()
        name.deallocate()
        measure.deallocate()
        form.deallocate()
    }

    var isFull: Bool { count == Self.capacity }

    func append(mantissa: Int64, form: FigureForm, header: Int, line: Int, name: NameID, measure: UInt16) {
        write(count, mantissa: mantissa, scale: form.rawValue, header: header, line: line, name, measure)
        count += 1
    }

    /// Fills a row; the caller sets `count` when it has filled some. `scale` is a whole `FigureForm`, which for a plain number is its scale.
    @inline(__always)
    func write(_ row: Int, mantissa: Int64, scale: UInt8, header: Int, line: Int, _ name: NameID, _ measure: UInt16) {
        self.mantissa[row] = mantissa
        self.form[row] = FigureForm(rawValue: scale)
        self.header[row] = UInt32(truncatingIfNeeded: header)
        self.line[row] = UInt32(truncatingIfNeeded: line)
        self.name[row] = name.rawValue
        self.measure[row] = measure
    }
}
