import SourceText
import Syntax

/// Goes over the lines of a part of a file, gathers those that are aligned with each other, and makes the edits of each run.
struct Formatter {
    let buffer: SourceBuffer
    let lines: SyntaxLines
    let spelling: Spelling
    /// Only lines that have a part of this are changed.
    let wanted: ByteRange?
    private var edits: [TextEdit] = []
    private var run = Run()
    /// Whether the lines of the open `units` block keep their blanks: one of them could not be read, or is not to be changed, and which
    /// unit lies under which is told by comparing blanks.
    private var keepsTree = false

    init(buffer: SourceBuffer, lines: SyntaxLines, options: FormattingOptions, wanted: ByteRange?) {
        self.buffer = buffer
        self.lines = lines
        self.wanted = wanted
        spelling = Spelling(buffer: buffer, options: options)
    }

    mutating func format() -> [TextEdit] {
        for index in lines.lines.indices {
            let line = lines.lines[index]
            if line.content == .header, line.block == .units { keepsTree = !mayIndentTree(from: index) }
            switch line.content {
            case .blank:
                flush()
                put(line, line.start, line.end, 0)
            case .comment, .header, .body:
                add(line)
            }
        }
        flush()
        return edits
    }

    private func mayIndentTree(from header: Int) -> Bool {
        for line in lines.lines[(header + 1)...] {
            if line.content == .header { return true }
            if line.content == .body, !isWanted(line) || items(of: line) == nil { return false }
        }
        return true
    }

    private mutating func add(_ line: SyntaxLine) {
        guard let items = items(of: line) else { return }
        let row = Row(line, items, indent: indent(of: line))
        if row.kind != .comment, let kind = run.kind, kind != row.kind {
            // Comments in front of the first line of another kind belong to it.
            let comments = line.content == .body ? run.takeLastComments() : []
            flush()
            for comment in comments { run.append(comment) }
        }
        run.append(row)
    }

    /// Nil where the line is to stay as it is: it could not be read, or would start a comment where a blank came in.
    private func items(of line: SyntaxLine) -> [Item]? {
        guard line.isRead else { return nil }
        let items = LineItems.of(line, tokens: lines.tokens(of: line), spelling)
        let hidesComment = items.contains { $0.kind != .comment && FoldedScalar(buffer, at: $0.start).means(";") }
        // Without blanks behind it a carriage return would become half of a line ending.
        let hidesReturn = items.last.map { buffer.bytes[$0.end - 1] == 0x0D } ?? false
        return hidesComment || hidesReturn ? nil : items
    }

    private func indent(of line: SyntaxLine) -> Int? {
        guard line.textStart > line.start, line.content != .header else { return 0 }
        if line.content == .comment { return nil }
        return line.block == .units && keepsTree ? nil : 4 * line.depth
    }

    private mutating func flush() {
        placeComments()
        for index in run.rows.indices where run.rows[index].indent == nil && run.rows[index].kind == .unit {
            run.indent(index, by: blankWidth(run.rows[index].line))
        }
        run.align()
        for row in run.rows { write(row) }
        run.removeAll()
    }

    /// An indented comment goes with the line below it, else with the line above.
    private mutating func placeComments() {
        placeComments(run.rows.indices.reversed())
        placeComments(run.rows.indices)
    }

    private mutating func placeComments(_ indices: some Sequence<Int>) {
        var neighbour: Int?
        for index in indices {
            let row = run.rows[index]
            if row.kind == .comment, row.indent == nil {
                if let neighbour { run.indent(index, by: neighbour) }
            } else if row.line.content == .body {
                neighbour = row.indent
            }
        }
    }

    private func blankWidth(_ line: SyntaxLine) -> Int {
        var width = 0
        for byte in buffer.bytes[line.start..<line.textStart] {
            // An ideographic space takes three bytes and two columns.
            switch byte {
            case 0x20, 0xE3,
                0x80 where width == 0:
                width += 1
            case 0x09: width += 4
            default: break
            }
        }
        return width
    }

    private mutating func write(_ row: Row) {
        let keepsIndent = row.line.content == .comment && row.indent == nil || row.kind == .unit && keepsTree
        var at = keepsIndent ? row.line.textStart : row.line.start
        for cell in row.cells {
            for index in cell.items {
                let item = row.items[index]
                var gap = index == cell.items.lowerBound ? cell.padding : item.gap
                if at == row.line.start, index == 0 { gap = row.indent ?? 0 }
                if index == 0, keepsIndent { gap = 0 }
                if item.kind == .measure, index > cell.items.lowerBound, cell.column == Row.value, item.gap > 0, row.kind == .figure {
                    let number = row.items[index - 1]
                    gap += max(0, run.fraction - (number.width - number.point))
                }
                put(row.line, at, item.start, gap)
                if let text = item.text { put(row.line, item.start, item.end, text) }
                at = item.end
            }
        }
        put(row.line, at, row.line.end, 0)
    }

    /// So many blanks in place of the bytes, which are blanks too.
    private mutating func put(_ line: SyntaxLine, _ start: Int, _ end: Int, _ count: Int) {
        if end - start == count, buffer.bytes[start..<end].allSatisfy({ $0 == 0x20 }) { return }
        put(line, start, end, String(repeating: " ", count: count))
    }

    private mutating func put(_ line: SyntaxLine, _ start: Int, _ end: Int, _ text: String) {
        if isWanted(line) { edits.append(TextEdit(ByteRange(start, end), text)) }
    }

    private func isWanted(_ line: SyntaxLine) -> Bool {
        guard let wanted else { return true }
        return line.start <= wanted.upperBound && wanted.lowerBound <= line.end
    }
}
