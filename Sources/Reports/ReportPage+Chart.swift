import Diagnostics
import Numerics

extension ReportPage {
    /// Adds a column that draws each row over its periods: the first of what is shown. The wholes beside their parts are not drawn.
    func draw(_ rows: [ReportPages.Position], _ columns: [ReportPages.Position], in table: inout Table) {
        let parts = columns.filter { !entry($0).isWhole }
        let drawn = parts.isEmpty ? columns : parts
        guard drawn.count > 1 else { return }
        let values = rows.map { row in drawn.map { known(fact(row, $0)) } }
        guard values.contains(where: { row in row.count { $0 != nil } > 1 }) else { return }
        table.columns.append(Column(Localized(en: "trend", zh: "走势"), alignment: .leading))
        for index in rows.indices { table.rows[index].cells.append(Cell(sparkline(values[index]))) }
        table.notes.append(
            Localized(
                en: "trend: ▁ the lowest, █ the highest of the row; a gap where a value is missing or not all in",
                zh: "走势：▁ 为本行最低，█ 为本行最高；空格表示无数据或数据不齐"))
    }

    /// A lower bound is no value that could be drawn beside others.
    private func known(_ fact: Fact) -> Interval? {
        let interval =
            switch query.shown.first ?? .value {
            case .value: fact.cell.isNothing ? nil : fact.cell.interval
            case .yoy: fact.yearOnYear?.interval
            case .pop: fact.periodOnPeriod?.interval
            case .share: fact.share
            case .ytd: fact.yearToDate.flatMap { $0.isNothing ? nil : $0.interval }
            }
        return interval.flatMap { $0.hasLow && $0.hasHigh ? $0 : nil }
    }
}
