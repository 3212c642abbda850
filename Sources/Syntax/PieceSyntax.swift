import Diagnostics
import Numerics
import SourceText

/// A block of figures: what its lines share. Row numbers count within the piece.
public struct FigureHeader: Sendable {
    public var period: Period
    public var unit: NameID
    /// Where the header line starts in the file.
    public var line: UInt32
    public var firstRow: UInt32
    public var rowCount: UInt32
    public var status: Status
    public var isRevision: Bool
    /// Its period or its unit could not be read: its figures count for nothing.
    public var isBroken: Bool
    public var reportedOn: Day?
}

/// Claims of one body line.
public struct ClaimRow: Sendable {
    public var header: Int
    public var indicator: NameID
    /// The figure on the same line; nil where the line holds claims alone.
    public var row: Int?
    public var line: UInt32
    public var claims: [Claim]
}

/// The header of a block of targets.
public struct TargetHeader: Sendable {
    public var period: Period
    public var unit: NameID
    public var issuer: NameID?
    public var line: UInt32
    /// `.preliminary` is a draft; all others are issued.
    public var status: Status
    public var isRevision: Bool
    public var reportedOn: Day?
}

/// One target as written.
public struct TargetRow: Sendable {
    public var header: Int
    public var indicator: NameID
    public var line: UInt32
    public var content: BodyLine.Content
    public var measure: Name?
}

/// A declaration and the place of its header line, or of its line in a group.
public struct PlacedDeclaration: Sendable {
    public var declaration: Declaration
    public var range: ByteRange
}

/// What one piece of a file says: figures in columns, the rest as trees, and all that could not be read.
public struct PieceSyntax: Sendable {
    public var file: FileID
    public var headers: [FigureHeader] = []
    public var figures: [FigureBlock] = []
    public var claims: [ClaimRow] = []
    public var targetHeaders: [TargetHeader] = []
    public var targets: [TargetRow] = []
    public var declarations: [PlacedDeclaration] = []
    public var unitNames = NameTable()
    public var indicatorNames = NameTable()
    public var measureNames = NameTable()
    public var diagnostics: [Diagnostic] = []
    /// Offset of the first byte that is no UTF-8, or is NUL. What was read of the file then counts for nothing.
    public var firstForeignByte: Int?
    /// The month in which fiscal years start, and where that is said.
    public var fiscalYear: (month: Int, range: ByteRange)?
    /// Where the first fiscal period stands.
    public var firstFiscalPeriod: ByteRange?

    public init(file: FileID) { self.file = file }

    public var figureCount: Int { figures.last.map { (figures.count - 1) * FigureBlock.capacity + $0.count } ?? 0 }

    public var isEmpty: Bool { headers.isEmpty && targetHeaders.isEmpty && declarations.isEmpty && fiscalYear == nil }
}
