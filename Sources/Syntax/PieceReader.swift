import Diagnostics
import Numerics
import SourceText

/// Reads a piece of a file, from the start of a line to the start of another, in one pass. Never fails: it returns what it understood.
public struct PieceReader {
    let window: SourceWindow
    let base: UnsafePointer<UInt8>
    let fiscalStart: Int
    var piece: PieceSyntax
    var block = OpenBlock.none
    var guesses = Guesses()
    /// By the lines in which a key was met, and by the key, the keyword that it was probably meant to be.
    var likelyKeywords = Array(repeating: NameMap<String?>(), count: KeyedLines.allCases.count)
    /// Of the declaration that is being read.
    var said = SaidLines()
    /// Where what is accepted is noted; nil while nobody follows the reading.
    ///
    /// SAFETY: `follow` keeps it alive as long as the reader.
    private var trace: UnsafeMutablePointer<TokenTrace>?
    var layouts = KnownLayouts()
    var run: OpenRun?
    /// Where the numbers of the next run go.
    var columns: FigureColumns?
    let pool: ColumnPool

    /// A line longer than this is refused: no person wrote it.
    static let longestLine = 1 << 20

    /// The block whose body lines are being read. Most are figures; what others declare is kept apart, so that a block is small.
    enum OpenBlock {
        /// No header has been read yet.
        case none
        /// The header was wrong: what stands below cannot be understood.
        case skipped
        /// A block of one line.
        case closed(StaticString)
        case figures(Int)
        case targets(Int?)
        case unit(Open<UnitDeclaration>, ByteRange)
        case units(Open<UnitGroup>)
        case indicator(Open<IndicatorDeclaration>, ByteRange)
        case indicators(Open<IndicatorDeclaration>)
        case measure(Open<MeasureDeclaration>, ByteRange)
        case register(Open<RegisterDeclaration>, ByteRange)
        case item(Open<ItemDeclaration>, ByteRange)
    }

    /// What is declared by a block that is being read; each line changes it where it lies.
    final class Open<Declared> {
        var declared: Declared

        init(_ declared: Declared) { self.declared = declared }
    }

    /// Reads all that lies in the window, from the start of a block to the start of another.
    public static func read(_ window: SourceWindow, file: FileID, fiscalStart: Int = 1, _ pool: ColumnPool) -> PieceSyntax {
        var reader = PieceReader(window: window, fiscalStart: fiscalStart, piece: PieceSyntax(file: file), pool: pool)
        reader.readLines(from: window.range.lowerBound, to: window.range.upperBound)
        reader.closeBlock()
        if let columns = reader.columns { pool.giveBack(columns) }
        return reader.piece
    }

    /// Reads `range` of the file; the whole file when it is nil.
    public static func read(
        _ buffer: SourceBuffer, file: FileID, range: Range<Int>? = nil, fiscalStart: Int = 1
    ) -> PieceSyntax {
        withExtendedLifetime(buffer) {
            read(buffer.window(range ?? 0..<buffer.count), file: file, fiscalStart: fiscalStart, ColumnPool())
        }
    }

    private init(window: SourceWindow, fiscalStart: Int, piece: PieceSyntax, pool: ColumnPool) {
        self.pool = pool
        self.window = window
        base = window.base
        self.fiscalStart = fiscalStart
        self.piece = piece
    }

    /// A reader whose lines are to be followed.
    init(following buffer: SourceBuffer, fiscalStart: Int, trace: UnsafeMutablePointer<TokenTrace>) {
        self.init(
            window: buffer.window(0..<buffer.count), fiscalStart: fiscalStart, piece: PieceSyntax(file: FileID(0)),
            pool: ColumnPool())
        self.trace = trace
    }

    private mutating func readLines(from start: Int, to limit: Int) {
        var at = start
        if at == 0, limit >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { at = 3 }
        while at < limit {
            if case .figures(let header) = block {
                at = readPlainFigures(at, limit, header)
                if at >= limit { return }
            }
            if let next = readPlainHeader(at, limit) {
                at = next
                continue
            }
            let line = LineBounds(base, at: at, limit: limit)
            at = line.next
            guard line.end - line.start <= Self.longestLine else {
                report(.lineTooLong(span(startOfLine(line)), bytes: line.end - line.start))
                continue
            }
            guard isReadable(line) else { return }
            readLine(line)
        }
    }

    /// Enough of a long line to know it by, whole characters.
    private func startOfLine(_ line: LineBounds) -> ByteRange {
        var end = line.start + 64
        while end > line.start, base[end] & 0xC0 == 0x80 { end -= 1 }
        return ByteRange(line.start, end)
    }

    /// False at the first byte that is not UTF-8, or NUL.
    mutating func isReadable(_ line: LineBounds) -> Bool {
        let bytes = UnsafeRawBufferPointer(start: base + line.start, count: line.next - line.start)
        var foreign = firstInvalidUTF8(in: bytes)
        let text = UnsafeRawBufferPointer(rebasing: bytes[..<(foreign ?? bytes.count)])
        if let zero = firstOffset(of: 0, in: text) { foreign = zero }
        guard let foreign else { return true }
        piece.firstForeignByte = line.start + foreign
        return false
    }

    /// Where a carriage return ends a line by itself; in the first line it does so in the whole file, which would be one line then.
    private func innerCarriageReturn(_ line: LineBounds) -> Int? {
        (line.start..<max(line.start, line.next - 1)).first {
            base[$0] == Ascii.carriageReturn && base[$0 + 1] != Ascii.lineFeed && base[$0 + 1] != Ascii.carriageReturn
        }
    }

    mutating func readLine(_ line: LineBounds) {
        var cursor = line.cursor(base)
        cursor.trace = trace
        if line.start <= 3, let inner = innerCarriageReturn(line) {
            report(.carriageReturnsAlone(span(ByteRange(inner, inner + 1))))
            block = .skipped
            return
        }
        if cursor.isAtBlank {
            cursor.skipBlanks()
            if cursor.isAtEnd || cursor.startsComment { return }
            readBodyLine(cursor, line)
        } else if !cursor.isAtEnd, !cursor.startsComment {
            closeBlock()
            readHeaderLine(cursor)
        }
    }

    private mutating func readBodyLine(_ cursor: Cursor, _ line: LineBounds) {
        switch block {
        case .none:
            report(.bodyWithoutHeader(span(cursor.rest)))
            block = .skipped
        case .skipped: break
        case .closed(let keyword):
            report(.bodyNotExpected(span(cursor.rest), after: "\(keyword)"))
            block = .skipped
        case .figures(let header): readFigureLine(cursor, line, header)
        case .targets(let header): readTargetLine(cursor, line, header)
        default: readDeclarationLine(cursor, indent: cursor.position - line.start)
        }
    }

    private mutating func readHeaderLine(_ cursor: Cursor) {
        var ahead = cursor
        let startsFiguresOrTargets = cursor.startsPeriod || ahead.take(Keyword.target) || ahead.take(Keyword.revise)
        if startsFiguresOrTargets {
            readFiguresHeader(cursor)
        } else {
            readDeclarationHeader(cursor)
        }
    }

    func span(_ range: ByteRange) -> SourceSpan { SourceSpan(file: piece.file, range: range) }

    mutating func report(_ diagnostic: Diagnostic) { piece.diagnostics.append(blamingInvisible(diagnostic)) }
}

extension Cursor {
    var startsComment: Bool {
        let meaning = next.meaning
        return meaning == Ascii.semicolon || meaning == Ascii.hash
    }
}
