import Syntax

/// A run of items that starts in a column of its own.
struct Cell {
    /// Into the items of its line.
    var items: Range<Int>
    var column: Int
    /// Blanks in front of it.
    var padding = 0
    /// Columns that it takes, were its measure not moved.
    var width = 0
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

    /// Columns that are taken so far, while a run is aligned.
    var end = 0
    /// How its value lies around the decimal point.
    var value = Value()

    init(_ line: SyntaxLine, _ items: [Item], indent: Int?) {
        self.line = line
        self.indent = indent
        kind = Row.kind(of: line, items)
        let columns = Columns(line: line, items: items, kind: kind)
        for index in items.indices {
            let column = columns.column(of: index, in: items, after: cells.last?.column)
            if cells.last?.column == column {
                cells[cells.count - 1].items = cells[cells.count - 1].items.lowerBound..<index + 1
            } else {
                cells.append(Cell(items: index..<index + 1, column: column))
            }
        }
        self.items = items
        let spacing = Spacing(line: line)
        for index in items.indices.dropFirst() {
            let isClaim = kind == .figure && Columns.startsClaim(items[index])
            self.items[index].gap =
                isClaim ? 3 : spacing.blanks(between: items[index - 1], items[index], before: index > 1 ? items[index - 2] : nil)
        }
        for cell in cells.indices { measure(cell) }
    }

    private mutating func measure(_ cell: Int) {
        let range = cells[cell].items
        var width = 0
        for index in range { width += items[index].width + (index > range.lowerBound ? items[index].gap : 0) }
        cells[cell].width = width
        guard kind == .figure, cells[cell].column == Row.value else { return }
        for index in range { value.add(items[index]) }
    }

    /// The index of its cell in that column.
    func cell(in column: Int) -> Int? { cells.firstIndex { $0.column == column } }

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

/// The value of a line of figures: how it lies around its decimal point.
struct Value {
    /// Columns before the decimal point; the whole of what is no number.
    var point = 0
    /// Columns from the decimal point to the end of the number.
    var fraction = 0
    /// Whether a measure stands apart from the number.
    var hasMeasure = false

    mutating func add(_ item: Item) {
        switch item.kind {
        case .bound: point += item.width + 1
        case .number:
            point += item.point
            fraction = item.width - item.point
        case .absence: point += item.width
        case .measure: hasMeasure = item.gap > 0
        default: break
        }
    }
}
