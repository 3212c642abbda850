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
/// handed over, and only read by others; rows that no run has are never read.
public final class FigureColumns: @unchecked Sendable {
    /// For how many bytes of numbers there is room. Memory that is not touched costs nothing, and large blocks are asked of the system itself,
    /// without waiting for other threads' small ones.
    private static let capacity = 1 << 20
    private static let mostRows = capacity / MemoryLayout<Int32>.size
    private let numbers: UnsafeMutableRawPointer
    /// Of each row scale and bound of the value, or why there is none.
    private let forms: UnsafeMutablePointer<FigureForm>
    /// How much of the two is filled.
    private var byteCount = 0
    private var rowCount = 0

    init() {
        numbers = .allocate(byteCount: Self.capacity, alignment: MemoryLayout<Int64>.alignment)
        forms = .allocate(capacity: Self.mostRows)
    }

    /// Whether a run can be begun.
    var hasRoom: Bool {
        Self.capacity - byteCount >= FigureRun.mostRows * MemoryLayout<Int64>.size && Self.mostRows - rowCount >= FigureRun.mostRows
    }

    /// Where the next run is to be written.
    var next: (mantissas: UnsafeMutablePointer<Int64>, forms: UnsafeMutablePointer<FigureForm>) {
        ((numbers + byteCount).bindMemory(to: Int64.self, capacity: FigureRun.mostRows), forms + rowCount)
    }

    /// Hands over what was written of a run.
    func handOver(_ count: Int, bitWidth: UInt8) -> (mantissas: Mantissas, forms: UnsafePointer<FigureForm>) {
        let (mantissas, taken) = Mantissas.packing(count, at: numbers + byteCount, bitWidth: bitWidth)
        let first = UnsafePointer(forms + rowCount)
        let alignment = MemoryLayout<Int64>.alignment
        byteCount += (taken + alignment - 1) / alignment * alignment
        rowCount += count
        return (mantissas, first)
    }

    deinit {
        numbers.deallocate()
        forms.deallocate()
    }
}

/// Columns with room left, for the pieces of one ledger. A piece goes on where another has ended, so that they are filled.
public final class ColumnPool: Sendable {
    private let free = Mutex<[FigureColumns]>([])

    /// No columns yet.
    public init() {}

    func take() -> FigureColumns { free.withLock { $0.popLast() } ?? FigureColumns() }

    func giveBack(_ columns: FigureColumns) {
        if columns.hasRoom { free.withLock { $0.append(columns) } }
    }
}
