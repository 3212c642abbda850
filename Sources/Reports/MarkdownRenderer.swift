import Diagnostics

/// Tables as GitHub's Markdown has them: for issues, wikis and web pages.
public struct MarkdownRenderer: Sendable {
    /// Of titles, headings and notes.
    public var language: Language

    /// A renderer without state: one serves any number of tables.
    public init(language: Language) { self.language = language }

    /// The tables with an empty line between them.
    public func render(_ tables: [Table]) -> String {
        tables.map(render).joined(separator: "\n")
    }

    /// A heading, the table, and a list of its footnotes; names are escaped so that they show as they are.
    public func render(_ table: Table) -> String {
        let notes = TableNotes(of: table)
        let title = [table.title, table.subtitle].compactMap { $0 }.map { escaped($0.text(in: language)) }
        var lines = ["### " + title.joined(separator: " — "), ""]
        lines.append(line([table.stub.text(in: language)] + table.columns.map { $0.heading.text(in: language) }, escape: escaped))
        lines.append(line([":--"] + table.columns.map { $0.alignment == .leading ? ":--" : "--:" }, escape: { $0 }))
        lines += table.rows.map { row in line(texts(of: row, in: table, notes), escape: { $0 }) }
        let below = notes.lines(of: table, in: language)
        if !below.isEmpty { lines.append("") }
        lines += below.map { "- " + escaped($0) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func texts(of row: Row, in table: Table, _ notes: TableNotes) -> [String] {
        let label = escaped(row.label.text(in: language))
        let stub =
            switch row.kind {
            case .heading: "**\(label)**"
            case .figures: String(repeating: "&emsp;", count: row.depth) + label
            }
        return [stub]
            + table.columns.indices.map { index in
                guard index < row.cells.count else { return "" }
                let cell = row.cells[index]
                return spaced(escaped(cell.text.text(in: language))) + escaped(notes.signs(of: cell))
            }
    }

    /// In a drawing blanks have a width, which Markdown would take from them.
    private func spaced(_ text: String) -> String {
        guard text.contains(where: { "▁▂▃▄▅▆▇█▏▎▍▌▋▊▉│".contains($0) }) else { return text }
        return text.map { $0 == " " ? "&nbsp;" : String($0) }.joined()
    }

    private func line(_ texts: [String], escape: (String) -> String) -> String {
        "|" + texts.map { $0.isEmpty ? " |" : " \(escape($0)) |" }.joined()
    }

    /// The text so that it shows as it is; line ends become blanks.
    public func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if character.isNewline {
                result.append(" ")
                continue
            }
            if "\\`*_[]<&|~".contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }
}
