import Diagnostics
import Reports

/// A table of a page: caption, headings that are repeated on every sheet of paper, a heading for each row; numbers lead to what is behind
/// them.
struct HTMLTable {
    let table: Table
    let context: PageContext
    /// By row and column; drawn in the cell, before its number.
    var gauges: [Int: [Int: Gauge]] = [:]

    private static let deepest = 5

    init(_ table: Table, _ context: PageContext, gauges: [Int: [Int: Gauge]] = [:]) {
        self.table = table
        self.context = context
        self.gauges = gauges
    }

    private var language: Language { context.language }

    /// In a box of its own that a narrow screen can move sideways, so that the page itself stays as wide as the screen.
    var html: HTML {
        let notes = TableNotes(of: table)
        let place = context.newPlace()
        var caption: [HTML] = [.text(context.text(table.title))]
        if let subtitle = table.subtitle { caption += [.text(" "), .element("small", [], .text(context.text(subtitle)))] }
        let body = HTML.element(
            "table", [], .element("caption", [.id(place)], caption), .text("\n"), .element("thead", [], headings), .text("\n"),
            .list(groups(notes)))
        let box = HTML.element(
            "div",
            [.class("scroll"), Attribute("role", "region"), Attribute("aria-labelledby", place), Attribute("tabindex", "0")], body)
        let lines = notes.lines(of: table, in: language)
        guard !lines.isEmpty else { return box }
        return box + .text("\n") + .element("ul", [.class("notes")], lines.map { .element("li", [], .text($0)) })
    }

    private var headings: HTML {
        let stub = heading(context.text(table.stub), [])
        let columns = table.columns.map { heading(context.text($0.heading), $0.alignment == .leading ? [] : [.class("n")]) }
        return .element("tr", [], [stub] + columns)
    }

    /// A heading without a text would be read out as nothing.
    private func heading(_ text: String, _ attributes: [Attribute]) -> HTML {
        text.isEmpty ? .element("td", attributes) : .element("th", [Attribute("scope", "col")] + attributes, .text(text))
    }

    /// The rows up to the next heading are a group.
    private func groups(_ notes: TableNotes) -> [HTML] {
        var groups: [[HTML]] = []
        for (index, row) in table.rows.enumerated() {
            if row.kind == .heading || groups.isEmpty { groups.append([]) }
            groups[groups.count - 1].append(self.row(row, index, notes))
        }
        return groups.map { .element("tbody", [], .text("\n"), .list($0, separator: .text("\n")), .text("\n")) }
    }

    private func row(_ row: Row, _ index: Int, _ notes: TableNotes) -> HTML {
        let label = HTML.text(context.text(row.label))
        guard row.kind == .figures else {
            let span = Attribute("colspan", String(table.columns.count + 1))
            return .element("tr", [], .element("th", [Attribute("scope", "rowgroup"), span], label))
        }
        let depth: [Attribute] = row.depth == 0 ? [] : [.class("d\(min(row.depth, Self.deepest))")]
        let cells = table.columns.indices.map { column -> HTML in
            cell(column < row.cells.count ? row.cells[column] : .blank, table.columns[column], gauges[index]?[column], notes)
        }
        return .element("tr", [], [.element("th", [Attribute("scope", "row")] + depth, label)] + cells)
    }

    private func cell(_ cell: Reports.Cell, _ column: Column, _ gauge: Gauge?, _ notes: TableNotes) -> HTML {
        let text = HTML.text(context.text(cell.text))
        let signs = notes.signs(of: cell)
        var content = gauge?.html(in: language) ?? .nothing
        content += cell.source.map { context.explanations.link($0, text) } ?? text
        if !signs.isEmpty { content += .element("span", [.class("s")], .text(signs)) }
        let names = [column.alignment == .leading ? "t" : "n", gauge.map { $0.name ?? "g" }].compactMap { $0 }
        return .element("td", [.class(names.joined(separator: " "))], content)
    }
}
