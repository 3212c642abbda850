import Diagnostics
import Numerics
import SourceText

/// A block of figures: what its lines share. Row numbers count within the piece.
public struct FigureHeader: Sendable {
    /// Days that all figures of the block are about.
    public var period: Period
    /// Name of the unit in the piece.
    public var unit: NameID
    /// Where the header line starts in the file.
    public var line: UInt32
    /// How many figures it has.
    public var rowCount: UInt32
    /// How firm its figures are.
    public var status: Status
    /// Starts with `revise`.
    public var isRevision: Bool
    /// Its period or its unit could not be read: its figures count for nothing.
    public var isBroken: Bool
    /// `on DATE`
    public var reportedOn: Day?
}

/// Claims of one body line.
public struct ClaimRow: Sendable {
    /// Index of the header in the piece.
    public var header: Int
    /// Name of the indicator in the piece.
    public var indicator: NameID
    /// The figure on the same line; nil where the line holds claims alone.
    public var row: Int?
    /// Where the line starts in the file.
    public var line: UInt32
    /// In the order of the line; at least one.
    public var claims: [Claim]
}

/// The header of a block of targets.
public struct TargetHeader: Sendable {
    /// Days that all targets of the block are about.
    public var period: Period
    /// Name of the unit that is to reach them.
    public var unit: NameID
    /// Name of the unit that gave them out; nil where none is named.
    public var issuer: NameID?
    /// Where the header line starts in the file.
    public var line: UInt32
    /// `.preliminary` is a draft; all others are issued.
    public var status: Status
    /// Starts with `revise`.
    public var isRevision: Bool
    /// `on DATE`
    public var reportedOn: Day?
}

/// One target as written.
public struct TargetRow: Sendable {
    /// Index of the target header in the piece.
    public var header: Int
    /// Name of the indicator in the piece.
    public var indicator: NameID
    /// Where the line starts in the file.
    public var line: UInt32
    /// A number or an absence.
    public var content: BodyLine.Content
    /// Nil where none was written.
    public var measure: Name?
}

/// A declaration and the place of its header line, or of its line in a group.
public struct PlacedDeclaration: Sendable {
    /// What is declared.
    public var declaration: Declaration
    /// The header line without its comment, or the name in a group.
    public var range: ByteRange
}

/// What one piece of a file says: figures in columns, the rest as trees, and all that could not be read.
public struct PieceSyntax: Sendable {
    /// The file that was read.
    public var file: FileID
    /// Blocks of figures, in the order of the file.
    public var headers: [FigureHeader] = []
    /// Figures, in the order of the file.
    public internal(set) var runs: [FigureRun] = []
    /// What the lines of runs are about.
    public internal(set) var layouts = LayoutTable()
    /// Keeps the numbers that the runs point to.
    var figures: [FigureColumns] = []
    /// How many rows all runs have together.
    public internal(set) var figureCount = 0
    /// Lines with claims, in the order of the file.
    public var claims: [ClaimRow] = []
    /// Blocks of targets, in the order of the file.
    public var targetHeaders: [TargetHeader] = []
    /// Targets, in the order of the file.
    public var targets: [TargetRow] = []
    /// All other blocks, and each line of a group, in the order of the file.
    public var declarations: [PlacedDeclaration] = []
    /// Units as written in headers of figures and targets.
    public var unitNames = NameTable()
    /// Indicators as written on body lines.
    public var indicatorNames = NameTable()
    /// Measures as written on body lines, full-width characters as ASCII.
    public var measureNames = NameTable()
    /// What could not be read, in the order of the file; each mistake once.
    public var diagnostics: [Diagnostic] = []
    /// Offset of the first byte that is no UTF-8, or is NUL. What was read of the file then counts for nothing.
    public var firstForeignByte: Int?
    /// The month in which fiscal years start, and where that is said.
    public var fiscalYear: (month: Int, range: ByteRange)?
    /// Where the first fiscal period stands.
    public var firstFiscalPeriod: ByteRange?

    /// A piece that says nothing.
    public init(file: FileID) { self.file = file }

    /// Whether nothing was understood: an empty file, or one of comments or mistakes alone.
    public var isEmpty: Bool { headers.isEmpty && targetHeaders.isEmpty && declarations.isEmpty && fiscalYear == nil }
}
