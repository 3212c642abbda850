import Diagnostics
import SourceText

/// A table laid out on a sheet: title, subtitle, headings, rows, and its notes below them.
///
/// A number is a number, in a format that shows what the table shows, bound included. Marks and the numbers of footnotes stand in a narrow
/// column of their own behind it, so that they are in the way of no sum.
struct TableSheet {
    private let table: Table
    private let language: Language
    private let notes: TableNotes
    /// By column of the table, whether a column of signs follows.
    private let hasSigns: [Bool]
    /// Whether numbers show a plus: in a column where one of them does.
    private let isSigned: [Bool]
    /// Rows below headings are set in by a step.
    private let isInset: Bool

    /// Title, subtitle and headings.
    static let heldRows = 3

    init(_ table: Table, language: Language) {
        self.table = table
        self.language = language
        let notes = TableNotes(of: table)
        self.notes = notes
        isInset = table.rows.contains { $0.kind == .heading }
        hasSigns = table.columns.indices.map { index in
            table.rows.contains { $0.cells.count > index && !notes.signs(of: $0.cells[index]).isEmpty }
        }
        isSigned = table.columns.indices.map { index in
            table.rows.contains { $0.cells.count > index && $0.cells[index].text.text(in: language).contains("+") }
        }
    }

    /// Set in, so that words do not run into the number before them.
    private static let words = SheetStyle(side: .leading, indent: 1)

    /// With the row labels and the columns of signs.
    var columnCount: Int { 1 + table.columns.count + hasSigns.count { $0 } }

    /// Rows that fit on one sheet; a longer table goes on on another under the same heads.
    static var mostRows: Int { Sheet.mostRows - heldRows }

    /// Writes the rows of `range`; below the last row of the table its notes as well, as far as there is room for them.
    func write(_ range: Range<Int>, isFirst: Bool, _ styles: inout SheetStyles, to bytes: inout [UInt8]) {
        let frame = Sheet.Frame(
            heldColumns: 1, heldRows: Self.heldRows, widths: widths, filtered: nil, isShownFirst: isFirst)
        var sheet = Sheet(frame, to: &bytes)
        let faint = styles.number(of: SheetStyle(font: .faint))
        sheet.add([text(table.title.text(in: language), SheetStyle(font: .title), &styles)], to: &bytes)
        sheet.add([table.subtitle.map { text($0.text(in: language), SheetStyle(), &styles) } ?? nil], to: &bytes)
        sheet.add(headings(&styles), to: &bytes)
        for index in range { sheet.add(cells(of: table.rows[index], &styles, faint), to: &bytes) }
        if range.upperBound == table.rows.count {
            let lines = notes.lines(of: table, in: language)
            if !lines.isEmpty { sheet.add(to: &bytes) }
            for line in lines.prefix(max(0, Self.mostRows - range.count - 1)) {
                sheet.add([text(line, SheetStyle(font: .faint), &styles)], to: &bytes)
            }
        }
        sheet.end(to: &bytes)
    }

    private func headings(_ styles: inout SheetStyles) -> [(value: Sheet.Value, style: Int)?] {
        var line = [text(table.stub.text(in: language), SheetStyle(font: .bold, isRuled: true, wraps: true), &styles, keepsBlank: true)]
        for (index, column) in table.columns.enumerated() {
            var style = column.alignment == .leading ? Self.words : SheetStyle(side: .trailing)
            (style.font, style.isRuled, style.wraps) = (.bold, true, true)
            line.append(text(column.heading.text(in: language), style, &styles, keepsBlank: true))
            if hasSigns[index] { line.append(text("", style, &styles, keepsBlank: true)) }
        }
        return line
    }

    private func cells(of row: Row, _ styles: inout SheetStyles, _ faint: Int) -> [(value: Sheet.Value, style: Int)?] {
        let label = row.label.text(in: language)
        guard row.kind == .figures else { return [text(label, SheetStyle(font: .bold), &styles)] }
        let indent = row.depth + (isInset ? 1 : 0)
        var line = [text(label, SheetStyle(side: indent > 0 ? .leading : .natural, indent: indent), &styles)]
        for (index, cell) in row.cells.prefix(table.columns.count).enumerated() {
            line.append(value(of: cell, at: index, &styles))
            guard hasSigns[index] else { continue }
            let signs = notes.signs(of: cell)
            line.append(signs.isEmpty ? nil : (.text(signs), faint))
        }
        return line
    }

    private func value(of cell: Cell, at index: Int, _ styles: inout SheetStyles) -> (value: Sheet.Value, style: Int)? {
        let shown = cell.text.text(in: language)
        let isText = table.columns[index].alignment == .leading
        guard !isText, let number = SheetNumber(shown: shown) else {
            return text(shown, isText ? Self.words : SheetStyle(side: .trailing), &styles)
        }
        return (.number(number.value), styles.number(of: SheetStyle(format: number.format(isSigned: isSigned[index]))))
    }

    private func text(
        _ text: String, _ style: SheetStyle, _ styles: inout SheetStyles, keepsBlank: Bool = false
    ) -> (value: Sheet.Value, style: Int)? {
        if text.isEmpty, !keepsBlank { return nil }
        var style = style
        style.isQuoted = startsLikeFormula(text)
        return (.text(text), styles.number(of: style))
    }

    /// Room for the widest text of each column, Chinese characters counting as two; what is very long is left to spill over.
    private var widths: [Int] {
        let (least, most) = (8, 60)
        func width(_ texts: some Sequence<String>) -> Int {
            min(most, max(least, (texts.map(displayWidth).max() ?? 0) + 2))
        }
        let labels = table.rows.lazy.filter { $0.kind == .figures }.map { displayWidth($0.label.text(in: language)) + 2 * $0.depth + 2 }
        var widths = [min(most, max(least, displayWidth(table.stub.text(in: language)), labels.max() ?? 0) + 2)]
        for (index, column) in table.columns.enumerated() {
            let cells = table.rows.lazy.filter { $0.cells.count > index }.map { $0.cells[index] }
            widths.append(width([column.heading.text(in: language)] + cells.map { $0.text.text(in: language) }))
            if hasSigns[index] { widths.append(max(3, (cells.map { displayWidth(notes.signs(of: $0)) }.max() ?? 0) + 1)) }
        }
        return widths
    }
}

/// Whether a spreadsheet would take the text, were it typed, for a formula or for a command (the OWASP list, with the full-width forms that
/// Chinese and Japanese versions read alike).
func startsLikeFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
}
