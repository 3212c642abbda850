import Diagnostics
import SourceText

/// Tables for people: aligned by display width, trees drawn, signs explained below.
public struct TextRenderer: Sendable {
    /// Of titles, headings and notes.
    public var language: Language
    /// Whether to dress the text for a terminal.
    public var style: TextStyle

    /// Columns of the screen; nil for paper and files, where no line is too long.
    public var width: Int?

    /// A renderer without state: one serves any number of tables.
    public init(language: Language, style: TextStyle = .plain, width: Int? = nil) {
        self.language = language
        self.style = style
        self.width = width
    }

    /// The tables with an empty line between them; every line ends in LF, none in blanks.
    public func render(_ tables: [Table]) -> String {
        tables.map(render).joined(separator: "\n")
    }

    /// One table: title, headings, rows, notes. Where it is wider than the screen, names are cut and columns go on below; numbers stay
    /// whole.
    public func render(_ table: Table) -> String {
        let page = Page(table, language: language, style: style, width: width)
        return page.lines().map { trimmed($0) + "\n" }.joined()
    }

    /// How wide the table is where nothing holds it in.
    public func width(of table: Table) -> Int {
        Page(table, language: language, style: style, width: nil).bands.width
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
    let columns: [ColumnLayout]
    let bands: TableBands
    let width: Int?

    static let gap = "  "

    init(_ table: Table, language: Language, style: TextStyle, width: Int?) {
        self.table = table
        self.language = language
        self.style = style
        let notes = TableNotes(of: table)
        self.notes = notes
        let inset = table.rows.contains { $0.kind == .heading } ? "  " : ""
        tree = treeLines(of: table.rows).map { inset + $0 }
        stubs = table.rows.map { $0.label.text(in: language) }
        let labelled = zip(table.rows, zip(tree, stubs)).filter { $0.0.kind == .figures }
        let stubWidth = max(
            displayWidth(table.stub.text(in: language)),
            labelled.map { displayWidth($0.1.0) + displayWidth($0.1.1) }.max() ?? 0)
        columns = table.columns.enumerated().map { index, column in
            let cells = table.rows.filter { $0.cells.count > index }.map { $0.cells[index] }
            return ColumnLayout(
                heading: column.heading.text(in: language), alignment: column.alignment,
                cells: cells.map { ($0.text.text(in: language), notes.signs(of: $0)) })
        }
        self.width = width
        bands = TableBands(
            stub: stubWidth, columns: columns.map(\.width), joined: table.columns.map(\.isJoined), gap: Page.gap.count, width: width)
    }

    func lines() -> [String] {
        var lines = titleLines + [""]
        if table.rows.isEmpty {
            if let headings = headings(0..<columns.count) { lines.append(headings) }
            lines.append(style.dim(Localized(en: "nothing to show", zh: "没有可显示的内容").text(in: language)))
        } else {
            for (index, band) in bands.bands.enumerated() {
                if index > 0 { lines.append("") }
                if let headings = headings(band) { lines.append(headings) }
                lines += table.rows.indices.map { line($0, band) }
            }
        }
        lines += notes.lines(of: table, in: language).flatMap(broken).map(style.dim)
        return lines
    }

    private var titleLines: [String] {
        let title = table.title.text(in: language)
        let titles = broken(title).map(style.bold)
        guard let subtitle = table.subtitle?.text(in: language) else { return titles }
        let whole = bands.width - (bands.bands.count == 1 ? columns.last?.signWidth ?? 0 : 0)
        let taken = displayWidth(title) + displayWidth(subtitle)
        if let width, taken + Page.gap.count > width { return titles + broken(subtitle) }
        return [style.bold(title) + String(repeating: " ", count: max(Page.gap.count, whole - taken)) + subtitle]
    }

    private func broken(_ text: String) -> [String] { width.map { brokenIntoLines(text, width: $0) } ?? [text] }

    private func headings(_ band: Range<Int>) -> String? {
        let texts = table.columns.map { $0.heading.text(in: language) }
        let stub = truncated(table.stub.text(in: language), to: bands.stubWidth)
        guard !stub.isEmpty || band.contains(where: { !texts[$0].isEmpty }) else { return nil }
        return band.reduce(padRight(stub, to: bands.stubWidth)) { $0 + Page.gap + columns[$1].heading(texts[$1]) }
    }

    private func line(_ index: Int, _ band: Range<Int>) -> String {
        let row = table.rows[index]
        guard row.kind == .figures else { return style.bold(stubs[index]) }
        let label = truncated(stubs[index], to: max(1, bands.stubWidth - displayWidth(tree[index])))
        let used = displayWidth(tree[index]) + displayWidth(label)
        let stub = style.dim(tree[index]) + label + String(repeating: " ", count: max(0, bands.stubWidth - used))
        return band.clamped(to: 0..<max(band.lowerBound, row.cells.count)).reduce(stub) { line, index in
            let cell = row.cells[index]
            let text = columns[index].cell(cell.text.text(in: language), signs: notes.signs(of: cell), style: style)
            return line + Page.gap + text
        }
    }
}
