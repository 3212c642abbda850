import Numerics
import SourceText
import Synchronization

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

/// The numbers of figures, those of each run side by side.
///
/// SAFETY: written only by the one reader that has taken the columns out of their pool, behind the rows of runs that it or another has
/// handed over, and only read by others; rows at or above `count` are never read.
public final class FigureColumns: @unchecked Sendable {
    /// For how many rows there is room.
    let capacity: Int
    /// How many rows are filled.
    var count = 0
    /// × 10^-scale, in the measure as written.
    let mantissa: UnsafeMutablePointer<Int64>
    /// Scale and bound of the value, or why there is none.
    let form: UnsafeMutablePointer<FigureForm>
    private let page: UnsafeMutableRawPointer?

    private static let bytesPerRow = MemoryLayout<Int64>.stride + MemoryLayout<FigureForm>.stride

    /// A large page of rows, or as few as a small ledger needs.
    init(isLarge: Bool) {
        capacity = isLarge ? largePage / Self.bytesPerRow : FigureRun.mostRows * 4
        page = isLarge ? allocateLargePages() : nil
        if let page {
            mantissa = page.bindMemory(to: Int64.self, capacity: capacity)
            form = (page + capacity * MemoryLayout<Int64>.stride).bindMemory(to: FigureForm.self, capacity: capacity)
        } else {
            mantissa = .allocate(capacity: capacity)
            form = .allocate(capacity: capacity)
        }
    }

    /// Whether a run can be begun.
    var hasRoom: Bool { capacity - count >= FigureRun.mostRows }

    deinit {
        if let page { return deallocateLargePages(page) }
        mantissa.deallocate()
        form.deallocate()
    }
}

/// Columns with room left, for the pieces of one ledger. A piece goes on where another has ended, so that large pages are filled.
public final class ColumnPool: Sendable {
    private let free = Mutex<[FigureColumns]>([])
    private let isLarge: Bool

    /// For a ledger of so many bytes.
    public init(bytes: Int) { isLarge = bytes >= 16 << 20 }

    func take() -> FigureColumns { free.withLock { $0.popLast() } ?? FigureColumns(isLarge: isLarge) }

    func giveBack(_ columns: FigureColumns) {
        if columns.hasRoom { free.withLock { $0.append(columns) } }
    }
}
