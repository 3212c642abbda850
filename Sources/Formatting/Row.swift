import Syntax

/// A run of items that starts in a column of its own.
struct Cell {
    /// Into the items of its line.
    var items: Range<Int>
    var column: Int
}

/// A line cut into cells. Lines of one class that follow each other without an empty line between them are aligned with each other.
struct Row {
    /// What lines must have in common to be aligned.
    enum Class: Equatable {
        case comment
        case header(Keyword?)
        case figure, field, event, unit, indicator
    }

    /// Columns: what stands first, the value or the fields, what follows it, the note and the comment.
    static let value = 1
    static let firstClaim = 2
    static let lastClaim = 9
    static let note = 10
    static let comment = 11
    static let columnCount = 12

    var line: SyntaxLine
    var items: [Item]
    var cells: [Cell] = []
    var kind: Class
    /// Columns of blanks in front; nil keeps what stands there.
    var indent: Int?

    init(_ line: SyntaxLine, _ items: [Item], indent: Int?) {
        self.line = line
        self.items = items
        self.indent = indent
        kind = Row.kind(of: line, items)
        let columns = Columns(line: line, items: items, kind: kind)
        for index in items.indices {
            let column = columns.column(of: index, after: cells.last?.column)
            if let last = cells.last, last.column == column {
                cells[cells.count - 1].items = last.items.lowerBound..<index + 1
            } else {
                cells.append(Cell(items: index..<index + 1, column: column))
            }
        }
        let spacing = Spacing(line: line)
        for index in items.indices.dropFirst() {
            let before = index > 1 ? items[index - 2] : nil
            let isClaim = kind == .figure && columns.startsClaim(items[index])
            self.items[index].gap = isClaim ? 3 : spacing.blanks(between: items[index - 1], items[index], before: before)
        }
    }

    private static func kind(of line: SyntaxLine, _ items: [Item]) -> Class {
        switch (line.content, line.block) {
        case (.comment, _), (.blank, _): .comment
        case (.header, _): .header(items.first?.keyword)
        case (_, .figures), (_, .targets): .figure
        case (_, .units): .unit
        case (_, .indicators): .indicator
        default: items.first?.kind == .period ? .event : .field
        }
    }
}
