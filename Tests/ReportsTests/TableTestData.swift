import Diagnostics
import Reports

let yearKeys = ["indicator", "unit", "period", "value", "state"]

private func cell(_ text: String, _ value: String?, marks: [Mark] = [], notes: [Localized] = [], state: String = "reported") -> Cell {
    Cell(text, marks: marks, notes: notes, fields: [.number("value", value), .text("state", state)])
}

private let partial = Localized(en: "雅畈镇: 4 of 5 enterprises reported in 2024-02", zh: "雅畈镇：2024-02 应报5家，已报4家")

/// A report with a tree of units, partial sums, marks and notes.
let quarterly = Table(
    title: Localized(en: "规上工业产值, 亿元", zh: "规上工业产值（亿元）"), subtitle: Localized(verbatim: "示范区 2024"),
    columns: [
        Column(Localized(en: "Q1", zh: "一季度"), fields: [.text("period", "2024-Q1")]),
        Column(Localized(en: "year", zh: "全年"), fields: [.text("period", "2024")]),
        Column(Localized(en: "yoy", zh: "同比")),
    ],
    rows: [
        Row(
            Localized(verbatim: "示范区"), cells: [cell("45.82", "45.82"), cell("202.55", "202.55", marks: [.derived]), Cell("+8.2%")],
            fields: [.text("unit", "示范区")]),
        Row(
            Localized(verbatim: "雅畈镇"), depth: 1,
            cells: [
                cell("≥3.90", "3.90", notes: [partial], state: "partial"),
                cell("≥17.66", "17.66", marks: [.preliminary], notes: [Localized(verbatim: "by area"), partial], state: "partial"),
                Cell("−12%"),
            ],
            fields: [.text("unit", "雅畈镇")]),
        Row(
            Localized(verbatim: "East \"A\", 1|2"), depth: 1, cells: [cell("", nil, state: "absent"), cell("4", "4"), Cell("—")],
            fields: [.text("unit", "East \"A\", 1|2")]),
    ],
    notes: [Localized(en: "as of 2025-01-20", zh: "截至2025-01-20")], recordKeys: yearKeys,
    fields: [.text("indicator", "规上工业产值")])

let empty = Table(
    title: Localized(verbatim: "出口额"), columns: [Column(Localized(en: "year", zh: "全年"))], recordKeys: yearKeys)
