import Diagnostics
import Ledger
import Numerics
import Reports
import Tally

extension BulletinIssue {
    /// For each register how far its items have come at the end of a day, and which are late.
    func registers(on day: Day) -> [Bulletin.Block] {
        let standings = ledger.registers.ids.map { ($0, tally.standing(of: $0, in: tops, on: day)) }.filter { !$0.1.items.isEmpty }
        guard !standings.isEmpty else { return [] }
        let late = standings.flatMap { id, standing in standing.late.map { (id, $0) } }
        var blocks: [Bulletin.Block] = [.sentences(standings.map { sentence($0, $1, on: day) })]
        blocks += standings.map { table($0, $1, on: day) }
        if !late.isEmpty { blocks.append(.table(lateTable(late, on: day), gauges: [:])) }
        return blocks
    }

    private func sentence(_ id: RegisterID, _ standing: RegisterStanding, on day: Day) -> Sentence {
        let register = ledger.registers[id]
        func count(_ items: [ItemID]) -> Sentence {
            let measure = Localized(en: "", zh: "项")
            return .number("\(items.count)" + text(measure), .items(items, on: day))
        }
        let stages = standing.stages.filter { !$0.standing.isEmpty }.map { stage in
            language == .chinese ? register[stage.state] + count(stage.standing) : count(stage.standing) + " " + register[stage.state]
        }
        let late = standing.late.map(\.item)
        let isTimed = !register.dues.isEmpty || standing.items.contains { ledger.items.due(of: $0) != nil }
        let name = register.displayName(in: language)
        if language == .chinese {
            return "截至\(day)，\(name)共" + count(standing.items) + "，其中" + .list(stages, separator: "、")
                + (late.isEmpty ? Sentence(isTimed ? "，无逾期。" : "。") : "，逾期" + count(late) + "。")
        }
        return "\(name), at the end of \(day): " + count(standing.items) + " in all, of which " + .list(stages, separator: ", ")
            + (late.isEmpty ? Sentence(isTimed ? "; none is late." : ".") : "; " + count(late) + " late.")
    }

    private func table(_ id: RegisterID, _ standing: RegisterStanding, on day: Day) -> Bulletin.Block {
        let register = ledger.registers[id]
        var table = Table(
            title: Localized(en: register.displayName(in: .english), zh: register.displayName(in: .chinese)),
            subtitle: Localized(verbatim: day.description),
            columns: [
                Column(Localized(en: "reached it", zh: "曾到此步")), Column(Localized(en: "of all", zh: "占全部")),
                Column(Localized(en: "in it now", zh: "现处此步")),
            ])
        var gauges: [Int: [Int: Gauge]] = [:]
        for (index, stage) in standing.stages.enumerated() {
            gauges[index] = [1: .share(stage.share)]
            table.rows.append(
                Row(
                    Localized(verbatim: register[stage.state]),
                    cells: [
                        Reports.Cell("\(stage.reached.count)", source: .items(stage.reached, on: day)),
                        Reports.Cell(TargetText.percent(stage.share), source: .items(stage.reached, on: day)),
                        Reports.Cell("\(stage.standing.count)", source: .items(stage.standing, on: day)),
                    ]))
        }
        return .table(table, gauges: gauges)
    }

    private func lateTable(_ late: [(register: RegisterID, deadline: ItemDeadline)], on day: Day) -> Table {
        var table = Table(
            title: Localized(en: "Late", zh: "逾期事项"), subtitle: Localized(verbatim: day.description),
            stub: Localized(en: "item", zh: "事项"),
            columns: [
                Column(Localized(en: "title", zh: "名称"), alignment: .leading), Column(Localized(en: "unit", zh: "单位"), alignment: .leading),
                Column(Localized(en: "state", zh: "状态"), alignment: .leading), Column(Localized(en: "due", zh: "期限"), alignment: .leading),
                Column(Localized(en: "days late", zh: "逾期天数")),
            ])
        var last: RegisterID?
        for (id, deadline) in late {
            let register = ledger.registers[id]
            if last != id {
                table.rows.append(
                    .heading(Localized(en: register.displayName(in: .english), zh: register.displayName(in: .chinese))))
                last = id
            }
            let stay = tally.registers.stay(of: deadline.item, on: day)
            table.rows.append(
                Row(
                    Localized(verbatim: ledger.items.name(of: deadline.item)),
                    cells: [
                        Reports.Cell(ledger.items.title(of: deadline.item) ?? ""),
                        stay?.unit.map { Reports.Cell(label($0)) } ?? .blank, Reports.Cell(stay.map { register[$0.state] } ?? ""),
                        Reports.Cell(deadline.day.description),
                        Reports.Cell("\(deadline.daysLate(on: day))", source: .items([deadline.item], on: day)),
                    ]))
        }
        return table
    }
}
