import Diagnostics
import Ledger
import Numerics
import Reports
import SourceText
import Syntax
import Tally

/// The tables of a ledger given as text.
func tables(
    of text: String, asOf: Day? = nil, contradicted: Set<SourceSpan> = [], _ change: (inout ReportQuery) -> Void = { _ in }
) throws -> [Table] {
    let ledger = Ledger.load(text: text)
    var query = ReportQuery()
    change(&query)
    return try Report(query, Tally(ledger, asOf: asOf)).tables(contradicted: contradicted, threads: 1)
}

/// What programs get of the same.
func records(of text: String) throws -> [Records] { try Report(ReportQuery(), Tally(Ledger.load(text: text))).records(threads: 1) }

/// The same as people see them.
func page(
    of text: String, in language: Language = .english, asOf: Day? = nil, _ change: (inout ReportQuery) -> Void = { _ in }
) throws -> String {
    TextRenderer(language: language).render(try tables(of: text, asOf: asOf, change))
}

/// Headings and rows only, without title and notes: what most tests are about.
func grid(of text: String, asOf: Day? = nil, _ change: (inout ReportQuery) -> Void = { _ in }) throws -> [[String]] {
    var grid: [[String]] = []
    for table in try tables(of: text, asOf: asOf, change) {
        grid.append([""] + table.columns.map(\.heading.en))
        for row in table.rows {
            let label = String(repeating: "  ", count: row.depth) + row.label.en
            grid.append([label] + row.cells.map(signed))
        }
    }
    return grid
}

private func signed(_ cell: Reports.Cell) -> String {
    cell.text.en + cell.marks.map(\.symbol).joined() + String(repeating: "¹", count: cell.notes.count)
}

/// Two towns with two firms each, monthly, over a quarter of last year and one of this.
let towns = """
    unit 区
    units 区
        东镇  kind 镇, name-en East
            甲厂  industry 装备:汽配
            乙厂  industry 食品
        西镇  kind 镇, name-en West
            丙厂  industry 装备:电机
            丁厂  industry 食品
    indicator 产值
        measure 亿元
        name-en Output
    2023-Q1 甲厂
        产值 1.0
    2023-Q1 乙厂
        产值 2.0
    2023-Q1 丙厂
        产值 3.0
    2023-Q1 丁厂
        产值 4.0
    2024-Q1 甲厂
        产值 1.5
    2024-Q1 乙厂
        产值 2.2
    2024-Q1 丙厂
        产值 3.1
    2024-Q1 丁厂
        产值 3.9

    """
