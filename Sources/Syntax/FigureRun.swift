import SourceText

/// Lines of one block that follow each other without a gap and hold a figure each. What their names and measures are is told once for all
/// runs that list the same: in a ledger that is filled in month by month, nearly all blocks do.
public struct FigureRun: Sendable {
    /// Index of the header in the piece.
    public var header: UInt32
    /// What its lines are about.
    public var layout: LayoutID
    /// Number of its first row, counted from 0 over all runs of the piece.
    public var firstRow: UInt32
    /// How many rows it has: as many as its layout has columns.
    public var rowCount: UInt32
    /// Where its first line starts in the file.
    public var line: UInt32
    /// Whether a number is below zero.
    public var hasNegative: Bool
    /// Whether some line says why there is no value.
    public var hasAbsence: Bool
    /// Every number fits into so many bits and a sign.
    public var bitWidth: UInt8

    /// By row; they lie in columns that the `PieceSyntax` keeps.
    public let mantissas: Mantissas
    /// By row, the scale and the bound of the value, or why there is none.
    ///
    /// SAFETY: points into columns that the `PieceSyntax` keeps, and that nobody writes any more.
    nonisolated(unsafe) public let forms: UnsafePointer<FigureForm>

    /// So many rows at most, and text up to about so many bytes: a line is found again by counting from the first.
    static let mostRows = 1 << 10
    static let mostBytes = 1 << 16

    /// Where the line of a row starts. Costs a look at the lines before it.
    public func line(ofRow row: Int, in buffer: SourceBuffer) -> Int {
        var at = Int(line)
        for _ in 0..<row { at = buffer.nextLine(after: at) }
        return at
    }
}

/// A run that is being read.
struct OpenRun {
    var header: Int
    /// Where its first line starts.
    var line: Int
    /// Where the line after the last one read starts; one that starts elsewhere belongs to another run.
    var next: Int
    var count = 0
    var hasAbsence = false
    /// All numbers, and all their distances from zero, joined bit by bit.
    var signs: Int64 = 0
    var bits: Int64 = 0
    /// The layout that all its lines agreed with so far; nil once they do not.
    var followed: LayoutID?
    let mantissas: UnsafeMutablePointer<Int64>
    let forms: UnsafeMutablePointer<FigureForm>

    var hasNegative: Bool { signs < 0 }
    var bitWidth: UInt8 { UInt8(Int64.bitWidth - bits.leadingZeroBitCount) }
    var isFull: Bool { count == FigureRun.mostRows || next - line > FigureRun.mostBytes }
}
