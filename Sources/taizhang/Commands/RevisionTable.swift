import Diagnostics
import Ledger
import Numerics
import Reports
import SourceText
import Syntax
import Tally

/// Lays out the histories of cells: a heading for each cell, a row for each figure.
struct RevisionTable {
    let ledger: Ledger
    let language: Language

    /// Figures and targets have one set of columns for machines; `what` tells them apart.
    static let keys = [
        "what", "period", "unit", "indicator", "known_on", "status", "issuer", "value", "difference", "measure", "note", "file", "line",
    ]

    func table(_ histories: [RevisionHistory]) -> Table {
        var table = Table(
            title: Localized(en: "Revisions", zh: "历次数据"), stub: Localized(en: "known on", zh: "知悉日期"),
            columns: [
                Column(Localized(en: "status", zh: "状态"), alignment: .leading), Column(Localized(en: "value", zh: "数值")),
                Column(Localized(en: "difference", zh: "变动")), Column(Localized(en: "line", zh: "出处"), alignment: .leading),
                Column(Localized(en: "note", zh: "说明"), alignment: .leading),
            ], recordKeys: Self.keys)
        for history in histories {
            table.rows.append(.heading(Self.heading(CellKey(history.unit, history.indicator, history.period), ledger)))
            for (index, figure) in history.figures.enumerated() {
                table.rows.append(row(figure, after: index > 0 ? history.figures[index - 1] : nil, history))
            }
        }
        return table
    }

    /// Of a cell: when, whose, what, and in which measure.
    static func heading(_ key: CellKey, _ ledger: Ledger) -> Localized {
        func text(_ language: Language) -> String {
            let indicator = ledger.indicators[key.indicator]
            let period = key.period.spelled(in: language, fiscalStart: ledger.fiscalStart)
            let unit = ledger.units[key.unit].displayName(in: language)
            let measure = ledger.measures[indicator.measure].displayName(in: language)
            let comma = language == .chinese ? "，" : ", "
            return "\(period) \(unit) \(indicator.displayName(in: language))" + (measure.isEmpty ? "" : comma + measure)
        }
        return Localized(en: text(.english), zh: text(.chinese))
    }

    private func row(_ figure: Figure, after earlier: Figure?, _ history: RevisionHistory) -> Row {
        let measure = ledger.indicators[history.indicator].measure
        let factor = ledger.measures[measure].factor
        let own: String? = text(figure, factor)
        let difference: String? = earlier.flatMap { change(figure, $0, factor) }
        let file = ledger.sources[ledger.figures.file(of: figure.id)]
        let line = ledger.lineNumber(of: figure.id)
        let note: String? = self.note(of: figure, file)
        let status: Localized = self.status(of: figure)
        let fields: [Reports.Field] = [
            .text("what", "figure"), .text("period", history.period.spelled(in: .english, fiscalStart: ledger.fiscalStart)),
            .text("unit", ledger.units.path(of: history.unit)), .text("indicator", ledger.indicators[history.indicator].name),
            .text("known_on", figure.knownOn.description), .text("status", status.en),
            .number("value", figure.form.absence == nil ? own : nil), .number("difference", difference),
            .text("measure", ledger.measures[measure].name), .text("note", note), .text("file", file.path),
            .number("line", String(line)),
        ]
        let signed = difference.map { $0.hasPrefix("-") || $0 == "0" ? $0 : "+" + $0 } ?? ""
        return Row(
            Localized(verbatim: figure.knownOn.description),
            cells: [
                Reports.Cell(status, fields: fields), Reports.Cell(own ?? absence(figure)), Reports.Cell(signed),
                Reports.Cell("\(file.path):\(line)"), Reports.Cell(note ?? ""),
            ])
    }

    /// In the indicator's measure, with the decimals written where it is that one.
    private func text(_ figure: Figure, _ factor: Int64) -> String? {
        guard figure.form.absence == nil else { return nil }
        let own = ledger.measures[figure.measure].factor
        return decimalText(
            Int128(figure.mantissa) * Int128(own), scale: figure.form.scale, dividedBy: factor,
            decimals: own == factor ? Int(figure.form.scale) : nil, rounding: .nearest)
    }

    private func change(_ figure: Figure, _ earlier: Figure, _ factor: Int64) -> String? {
        guard figure.form.absence == nil, earlier.form.absence == nil else { return nil }
        let now = Interval(exact: figure.decimal, factor: ledger.measures[figure.measure].factor)
        let before = Interval(exact: earlier.decimal, factor: ledger.measures[earlier.measure].factor)
        let change = now - before
        return decimalText(change.value, scale: change.scale, dividedBy: factor, decimals: nil, rounding: .nearest)
    }

    private func absence(_ figure: Figure) -> String {
        switch figure.form.absence {
        case .unavailable, nil: "-"
        case .notApplicable: "n/a"
        case .exempt: Localized(en: "exempt", zh: "免报").text(in: language)
        case .withheld: "*"
        }
    }

    private func status(of figure: Figure) -> Localized {
        if figure.isRevision { return Localized(en: "revised", zh: "修订") }
        return switch figure.status {
        case .estimate: Localized(en: "estimate", zh: "估计")
        case .preliminary: Localized(en: "preliminary", zh: "初步")
        case .reported: Localized(en: "reported", zh: "填报")
        case .final: Localized(en: "final", zh: "最终")
        }
    }

    /// The line's own note, else the header's.
    private func note(of figure: Figure, _ file: SourceFile) -> String? {
        let range = ledger.bodyLine(of: figure.id)?.note ?? ledger.header(of: figure.id).note
        return range.map { file.buffer.text($0) }
    }
}
