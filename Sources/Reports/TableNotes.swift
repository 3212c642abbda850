import Diagnostics

/// The footnotes of a table, numbered in order of appearance, and the marks it uses.
public struct TableNotes {
    private var footnotes: [Localized] = []
    private var marks: [Mark] = []
    private var numbers: [Localized: Int] = [:]

    /// Costs a pass over the cells.
    public init(of table: Table) {
        for cell in table.rows.flatMap({ $0.cells.prefix(table.columns.count) }) {
            for note in cell.notes where numbers[note] == nil {
                footnotes.append(note)
                numbers[note] = footnotes.count
            }
            for mark in cell.marks where !marks.contains(mark) { marks.append(mark) }
        }
    }

    /// What stands behind the cell's text: its marks, then the numbers of its footnotes.
    public func signs(of cell: Cell) -> String {
        let numbered = Set(cell.notes.compactMap { numbers[$0] }).sorted()
        return cell.marks.map(\.symbol).joined() + numbered.map(superscript).joined(separator: ",")
    }

    /// The lines below the table: footnotes, the meaning of the marks, then the table's own remarks.
    public func lines(of table: Table, in language: Language) -> [String] {
        footnotes.enumerated().map { index, note in "\(superscript(index + 1)) \(note.text(in: language))" }
            + marks.map { "\($0.symbol) \($0.meaning.text(in: language))" }
            + table.notes.map { $0.text(in: language) }
    }
}

/// The number in superscript digits.
func superscript(_ number: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
}
