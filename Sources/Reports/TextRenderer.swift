import Diagnostics
import SourceText

/// Tables for people: aligned by display width, trees drawn, signs explained below.
public struct TextRenderer: Sendable {
    /// Of titles, headings and notes.
    public var language: Language
    /// Whether to dress the text for a terminal.
    public var style: TextStyle

    /// A renderer without state: one serves any number of tables.
    public init(language: Language, style: TextStyle = .plain) {
        self.language = language
        self.style = style
    }

    /// The tables with an empty line between them; every line ends in LF, none in blanks.
    public func render(_ tables: [Table]) -> String {
        tables.map(render).joined(separator: "\n")
    }

    /// One table: title, headings, rows, notes.
    public func render(_ table: Table) -> String {
        let page = Page(table, language: language, style: style)
        return page.lines().map { trimmed($0) + "\n" }.joined()
    }

    private func trimmed(_ line: String) -> Substring {
        var line = line[...]
        while line.last == " " { line.removeLast() }
        return line
    }
}

/// One table being laid out.
private struct Page {
    let table: Table
    let language: Language
    let style: TextStyle
    let notes: TableNotes
    let tree: [String]
    let stubs: [String]
    let stubWidth: Int
    let columns: [ColumnLayout]

    static let gap = "  "

    init(_ table: Table, language: Language, style: TextStyle) {
        self.table = table
        self.language = language
        self.style = style
        let notes = TableNotes(of: table)
        self.notes = notes
        let inset = table.rows.contains { $0.kind == .heading } ? "  " : ""
        tree = treeLines(of: table.rows).map { inset + $0 }
        stubs = table.rows.map { $0.label.text(in: language) }
        let labelled = zip(table.rows, zip(tree, stubs)).filter { $0.0.kind == .figures }
        stubWidth = max(
            displayWidth(table.stub.text(in: language)),
            labelled.map { displayWidth($0.1.0) + displayWidth($0.1.1) }.max() ?? 0)
        columns = table.columns.enumerated().map { index, column in
            let cells = table.rows.filter { $0.cells.count > index }.map { $0.cells[index] }
            return ColumnLayout(
                heading: column.heading.text(in: language), alignment: column.alignment,
                cells: cells.map { ($0.text.text(in: language), notes.signs(of: $0)) })
        }
    }

    func lines() -> [String] {
        var lines = [titleLine, ""]
        if let headings { lines.append(headings) }
        if table.rows.isEmpty {
            lines.append(style.dim(Localized(en: "nothing to show", zh: "没有可显示的内容").text(in: language)))
        }
        lines += table.rows.indices.map(line)
        lines += notes.lines(of: table, in: language).map(style.dim)
        return lines
    }

    private var titleLine: String {
        let title = table.title.text(in: language)
        guard let subtitle = table.subtitle?.text(in: language) else { return style.bold(title) }
        let whole = stubWidth + columns.reduce(0) { $0 + Page.gap.count + $1.width } - (columns.last?.signWidth ?? 0)
        let between = max(Page.gap.count, whole - displayWidth(title) - displayWidth(subtitle))
        return style.bold(title) + String(repeating: " ", count: between) + subtitle
    }

    private var headings: String? {
        let texts = table.columns.map { $0.heading.text(in: language) }
        let stub = table.stub.text(in: language)
        guard !stub.isEmpty || texts.contains(where: { !$0.isEmpty }) else { return nil }
        return zip(columns, texts).reduce(padRight(stub, to: stubWidth)) { $0 + Page.gap + $1.0.heading($1.1) }
    }

    private func line(_ index: Int) -> String {
        let row = table.rows[index]
        guard row.kind == .figures else { return style.bold(stubs[index]) }
        let used = displayWidth(tree[index]) + displayWidth(stubs[index])
        let stub = style.dim(tree[index]) + stubs[index] + String(repeating: " ", count: stubWidth - used)
        return zip(columns, row.cells).reduce(stub) { line, pair in
            let (column, cell) = pair
            return line + Page.gap + column.cell(cell.text.text(in: language), signs: notes.signs(of: cell), style: style)
        }
    }
}
