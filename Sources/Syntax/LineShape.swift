import SourceText

/// What one line of a file is, by its bytes alone: for editors, which ask about lines that may be half written.
public struct LineShape: Sendable {
    /// Which part a line plays.
    public enum Kind: Sendable { case blank, comment, header, body }

    /// Which part it plays.
    public var kind: Kind
    /// Without blanks at either end, and without a comment behind it; empty for a blank line and one that is a comment.
    public var text: ByteRange
    /// From `;` or `#` to the end of the line; nil where there is none.
    public var comment: ByteRange?
    /// Where the next line starts; the end of the file behind the last.
    public var next: Int

    /// The line that starts at `offset`.
    public init(_ buffer: SourceBuffer, at offset: Int) {
        let hasMark = offset == 0 && buffer.bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let line = LineBounds(buffer, at: hasMark ? 3 : offset)
        var cursor = line.cursor(buffer.start)
        let isIndented = cursor.isAtBlank
        cursor.skipBlanks()
        next = line.next
        comment = nil
        if cursor.isAtEnd {
            kind = line.textEnd < line.end ? .comment : .blank
        } else {
            kind = cursor.startsComment ? .comment : isIndented ? .body : .header
        }
        if kind == .comment {
            comment = ByteRange(cursor.position, line.end)
        } else if line.textEnd < line.end {
            comment = ByteRange(line.textEnd, line.end)
        }
        text = kind == .header || kind == .body ? cursor.rest : ByteRange(cursor.position, cursor.position)
    }
}

/// What sort of block a header starts.
public enum BlockKind: Sendable {
    case figures, targets
    case include, unit, units, indicator, indicators, measure, phase, decomposition, rule, assertion, register, item, fiscalYear
    /// Neither a period nor a keyword.
    case unknown

    /// By the text of a header line, and what of it says so: the keyword, or nothing where a period stands first.
    public static func read(_ buffer: SourceBuffer, _ text: ByteRange) -> (kind: BlockKind, keyword: ByteRange) {
        var cursor = Cursor(base: buffer.start, position: text.lowerBound, end: text.upperBound)
        let none = ByteRange(text.lowerBound, text.lowerBound)
        if cursor.startsPeriod { return (.figures, none) }
        if cursor.take(Keyword.revise) {
            let revise = cursor.range(from: text.lowerBound)
            cursor.skipBlanks()
            return cursor.take(Keyword.target) ? (.targets, cursor.range(from: text.lowerBound)) : (.figures, revise)
        }
        for (keyword, kind) in kinds where cursor.take(keyword) { return (kind, cursor.range(from: text.lowerBound)) }
        return (.unknown, none)
    }

    private static let kinds: [(Keyword, BlockKind)] = [
        (.target, .targets), (.include, .include), (.unit, .unit), (.units, .units), (.indicator, .indicator), (.indicators, .indicators),
        (.measure, .measure), (.phase, .phase), (.rule, .rule), (.assert, .assertion), (.register, .register), (.item, .item),
        (.fiscalYearStarts, .fiscalYear), (.decomposeExactly, .decomposition),
    ]
}

extension LineShape {
    /// Whether a stretch of a line starts with a blank, so that it is a line of a block.
    public static func startsWithBlank(_ buffer: SourceBuffer, _ range: ByteRange) -> Bool {
        Cursor(base: buffer.start, position: range.lowerBound, end: range.upperBound).isAtBlank
    }
}

extension BodyLine {
    /// The name that a line starts with, whatever follows it; nil where none does.
    public static func name(_ buffer: SourceBuffer) -> Name? {
        let line = LineBounds(buffer, at: 0)
        var cursor = line.cursor(buffer.start)
        cursor.skipBlanks()
        return cursor.takeName(.body)
    }
}
