import SourceText

/// The lines of a file or of a part of it, with what the readers made of each: what formatters and editors work on.
public struct SyntaxLines: Sendable {
    /// In the order of the file; every line once.
    public var lines: [SyntaxLine] = []
    /// Of all lines, in the order of the file.
    public var tokens: [LineToken] = []

    /// The tokens of one line.
    public func tokens(of line: SyntaxLine) -> ArraySlice<LineToken> { tokens[line.tokens] }

    /// Reads `range`, from the start of a block to the start of another; the whole file when it is nil.
    ///
    /// Runs the very readers that load a ledger, so that nobody sees a line otherwise. Stops at the first byte that is no UTF-8. Costs some
    /// times as much as loading.
    public static func read(_ buffer: SourceBuffer, range: Range<Int>? = nil, fiscalStart: Int = 1) -> SyntaxLines {
        PieceReader.follow(buffer, range: range ?? 0..<buffer.count, fiscalStart: fiscalStart)
    }
}

/// One line, and what the readers made of it.
public struct SyntaxLine: Sendable {
    /// What a line is.
    public enum Content: UInt8, Sendable {
        /// Nothing but blanks.
        case blank
        /// Nothing but a comment.
        case comment
        /// Starts a block.
        case header
        /// Belongs to the block above.
        case body
    }

    /// The block that is open after the line.
    public enum Block: UInt8, Sendable {
        /// None yet, or one whose header could not be read.
        case none
        /// A header without body lines: `include`, `phase`, `rule`, `assert`, `fiscal-year`.
        case oneLine
        case figures, targets, unit, units, indicator, indicators, measure, register, item
    }

    /// The first byte, behind a byte order mark.
    public var start: Int
    /// The first byte that is no blank; `end` where there is none.
    public var textStart: Int
    /// Where a comment starts; `end` where there is none.
    public var textEnd: Int
    /// Before the line ending.
    public var end: Int
    /// What the line is.
    public var content: Content
    /// The block that it starts or belongs to.
    public var block: Block
    /// False where it has an error, or belongs to a block whose header has one: its tokens are then not to be trusted.
    public var isRead: Bool
    /// How deep a line of a `units` block lies in the tree, from 1; for any other body line 1.
    public var depth: Int
    /// Into the tokens of all lines.
    public var tokens: Range<Int>
}
