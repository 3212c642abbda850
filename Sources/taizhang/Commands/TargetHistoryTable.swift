import Diagnostics
import Ledger
import Numerics
import Reports
import Syntax
import Tally

/// Lays out the histories of targets: a heading for each cell, a row for each target.
struct TargetHistoryTable {
    let ledger: Ledger

    func table(_ histories: [TargetHistory]) -> Table {
        var table = Table(
            title: Localized(en: "Revisions of targets", zh: "目标的调整"), stub: Localized(en: "on", zh: "日期"),
            columns: [
                Column(Localized(en: "status", zh: "状态"), alignment: .leading),
                Column(Localized(en: "issuer", zh: "下达单位"), alignment: .leading), Column(Localized(en: "target", zh: "目标")),
                Column(Localized(en: "difference", zh: "变动")), Column(Localized(en: "line", zh: "出处"), alignment: .leading),
                Column(Localized(en: "note", zh: "说明"), alignment: .leading),
            ], recordKeys: RevisionTable.keys)
        for history in histories {
            table.rows.append(.heading(RevisionTable.heading(history.key, ledger)))
            for (index, target) in history.targets.enumerated() {
                table.rows.append(row(target, after: index > 0 ? history.targets[index - 1] : nil, history.key))
            }
        }
        return table
    }

    private func row(_ target: Target, after earlier: Target?, _ key: CellKey) -> Row {
        let (status, issuer) = (status(of: target), target.issuer ?? target.unit)
        let difference = earlier.flatMap { change(target, $0) }
        let file = ledger.sources[target.file]
        let line = file.lines.location(of: target.line).line
        let measure = ledger.measures[isLevel(target) ? ledger.indicators[target.indicator].measure : target.measure]
        let note = ledger.note(of: target)
        let number = number(target)
        let fields: [Reports.Field] = [
            .text("what", "target"), .text("period", key.period.spelled(in: .english, fiscalStart: ledger.fiscalStart)),
            .text("unit", ledger.units.path(of: key.unit)), .text("indicator", ledger.indicators[key.indicator].name),
            .text("known_on", target.reportedOn?.description), .text("status", status.en),
            .text("issuer", ledger.units.path(of: issuer)), .number("value", number), .number("difference", difference),
            .text("measure", measure.name), .text("note", note), .text("file", file.path), .number("line", String(line)),
        ]
        let unit = ledger.units[issuer]
        let signed = difference.map { $0.hasPrefix("-") || $0 == "0" ? $0 : "+" + $0 } ?? ""
        return Row(
            Localized(verbatim: target.reportedOn?.description ?? "—"),
            cells: [
                Cell(status, fields: fields),
                Cell(Localized(en: unit.displayName(in: .english), zh: unit.displayName(in: .chinese))),
                Cell(shown(target, number, measure)), Cell(signed), Cell("\(file.path):\(line)"), Cell(note ?? ""),
            ])
    }

    private func isLevel(_ target: Target) -> Bool {
        if case .level = ledger.demand(of: target) { return true }
        return false
    }

    /// An amount in the indicator's measure; a change as it was written.
    private func number(_ target: Target) -> String? {
        guard case .number(let written) = target.content else { return nil }
        let (own, asked) = (ledger.measures[target.measure].factor, ledger.measures[ledger.indicators[target.indicator].measure].factor)
        let factors = isLevel(target) ? (own, asked) : (1, 1)
        return decimalText(
            Int128(written.decimal.mantissa) * Int128(factors.0), scale: written.decimal.scale, dividedBy: factors.1,
            decimals: factors.0 == factors.1 ? Int(written.decimal.scale) : nil, rounding: .nearest)
    }

    /// With its bound; a change with its sign and measure, as those of amounts stand in the heading.
    private func shown(_ target: Target, _ number: String?, _ measure: Measure) -> String {
        guard let number, case .number(let written) = target.content else { return "" }
        let bound =
            switch written.bound {
            case .exactly: ""
            case .above: ">"
            case .atLeast: "≥"
            case .below: "<"
            case .atMost: "≤"
            case .about: "~"
            }
        if isLevel(target) { return bound + number }
        let suffix = measure.name == "%" ? "%" : " \(measure.name)"
        return bound + (written.decimal.mantissa > 0 ? "+" : "") + number + suffix
    }

    /// Between two amounts, in the indicator's measure.
    private func change(_ target: Target, _ earlier: Target) -> String? {
        guard case .level(let now) = ledger.demand(of: target), case .level(let before) = ledger.demand(of: earlier) else { return nil }
        let change = now - before
        let factor = ledger.measures[ledger.indicators[target.indicator].measure].factor
        return decimalText(change.value, scale: change.scale, dividedBy: factor, decimals: nil, rounding: .nearest)
    }

    private func status(of target: Target) -> Localized {
        switch (target.isDraft, target.isRevision) {
        case (true, false): Localized(en: "draft", zh: "草案")
        case (true, true): Localized(en: "balanced", zh: "平衡")
        case (false, false): Localized(en: "issued", zh: "下达")
        case (false, true): Localized(en: "revised", zh: "调整")
        }
    }
}
