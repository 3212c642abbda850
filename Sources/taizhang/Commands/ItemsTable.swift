import Diagnostics
import Ledger
import Numerics
import Reports
import Tally

/// Lays out items one a line, what is due first on top.
struct ItemsTable {
    let tally: Tally
    let question: ItemsQuestion

    private var ledger: Ledger { tally.ledger }

    /// For machines; the fields of the register's items follow.
    static let keys = [
        "register", "item", "title", "unit", "state", "since", "days", "due", "due_state", "days_late", "done", "file", "line",
    ]

    init(_ tally: Tally, _ question: ItemsQuestion) {
        self.tally = tally
        self.question = question
    }

    func table(_ id: RegisterID) -> Table {
        let register = ledger.registers[id]
        let standings = question.standings(id, tally)
        let shown = standings.filter { isShown($0, register) }.sorted(by: precedes)
        let fields = ledger.fieldNames(of: id)
        let columns = columns(register, fields).filter { column in shown.contains { column.text($0) != Localized(verbatim: "") } }
        var table = Table(
            title: Localized(en: register.displayName(in: .english), zh: register.displayName(in: .chinese)),
            subtitle: Localized(verbatim: question.today.description), stub: Localized(en: "item", zh: "编号"),
            columns: columns.map { Column($0.heading, alignment: $0.alignment) }, notes: [summary(standings, shown: shown.count)],
            recordKeys: Self.keys + fields.map(recordKey))
        for group in ItemsGrouping(tally, question).groups(shown, id) {
            if let label = group.label { table.rows.append(.heading(label)) }
            for standing in group.standings {
                table.rows.append(
                    Row(
                        Localized(verbatim: ledger.items.name(of: standing.item)), cells: columns.map { Cell($0.text(standing)) },
                        fields: record(standing, register, fields)
                    ).withRecord())
            }
        }
        return table
    }

    private func isShown(_ standing: ItemStanding, _ register: Register) -> Bool {
        if !question.states.isEmpty, !question.states.contains(register[standing.stay.state]) { return false }
        return (question.withDone || !standing.isDone) && (!question.onlyLate || standing.daysLate > 0)
    }

    /// What is due first; what is not due at all, or done, comes after it in file order.
    private func precedes(_ a: ItemStanding, _ b: ItemStanding) -> Bool {
        func key(_ standing: ItemStanding) -> (Int, Int) {
            let day = standing.isDone ? nil : standing.deadline.flatMap { $0.reached == nil ? $0.day : nil }
            return (day.map { Int($0.rawValue) } ?? Int.max, standing.item.index)
        }
        return key(a) < key(b)
    }

    private func summary(_ standings: [ItemStanding], shown: Int) -> Localized {
        let open = standings.count { !$0.isDone }
        let late = standings.count { !$0.isDone && $0.daysLate > 0 }
        return Localized(
            en: "\(grouped(shown)) shown; \(grouped(open)) of \(plural(standings.count, "item")) open, \(grouped(late)) late",
            zh: "列出 \(grouped(shown)) 项；共 \(grouped(standings.count)) 项，未结 \(grouped(open)) 项，其中超期 \(grouped(late)) 项")
    }
}

extension ItemsTable {
    /// A column, and what it says of an item.
    private struct ItemColumn {
        var heading: Localized
        var alignment: Alignment
        var text: (ItemStanding) -> Localized
    }

    private func columns(_ register: Register, _ fields: [String]) -> [ItemColumn] {
        let (ledger, grouping) = (ledger, question.grouping)
        var columns = [
            ItemColumn(heading: Localized(en: "title", zh: "名称"), alignment: .leading) {
                Localized(verbatim: ledger.items.title(of: $0.item) ?? "")
            }
        ]
        if grouping != .unit {
            columns.append(
                ItemColumn(heading: Localized(en: "unit", zh: "单位"), alignment: .leading) { standing in
                    standing.stay.unit.map { ledger.name(of: $0) } ?? Localized(verbatim: "")
                })
        }
        if grouping != .state {
            columns.append(
                ItemColumn(heading: Localized(en: "state", zh: "状态"), alignment: .leading) { Localized(verbatim: register[$0.stay.state]) })
        }
        columns += [
            ItemColumn(heading: Localized(en: "days", zh: "天数"), alignment: .trailing) {
                Localized(verbatim: $0.days.map { grouped($0) } ?? "")
            },
            ItemColumn(heading: Localized(en: "due", zh: "期限"), alignment: .leading) { standing in
                standing.deadline.map { due($0, register) } ?? Localized(verbatim: "")
            },
            ItemColumn(heading: Localized(en: "late", zh: "超期"), alignment: .trailing) {
                Localized(verbatim: $0.daysLate == 0 ? "" : grouped($0.daysLate))
            },
        ]
        for field in fields where grouping != .field(field) {
            columns.append(
                ItemColumn(heading: Unit.keyName(field), alignment: .leading) {
                    Localized(verbatim: ledger.items.value(of: $0.item, field: field) ?? "")
                })
        }
        return columns
    }

    /// `2013-04-21 办结`
    private func due(_ deadline: ItemDeadline, _ register: Register) -> Localized {
        Localized(verbatim: ([deadline.day.description] + (deadline.to.map { [register[$0]] } ?? [])).joined(separator: " "))
    }

    private func record(_ standing: ItemStanding, _ register: Register, _ fields: [String]) -> [Reports.Field] {
        let items = ledger.items
        let span = items.event(standing.stay.event, of: standing.item).span
        let file = ledger.sources[span.file]
        return [
            .text("register", register.name), .text("item", items.name(of: standing.item)), .text("title", items.title(of: standing.item)),
            .text("unit", standing.stay.unit.map { ledger.units.path(of: $0) }), .text("state", register[standing.stay.state]),
            .text("since", standing.since.description), .number("days", standing.days.map { String($0) }),
            .text("due", standing.deadline?.day.description), .text("due_state", standing.deadline?.to.map { register[$0] }),
            .number("days_late", standing.deadline.map { _ in String(standing.daysLate) }), .text("done", standing.isDone ? "yes" : "no"),
            .text("file", file.path), .number("line", String(file.lines.location(of: span.range.lowerBound).line)),
        ] + fields.map { .text(recordKey($0), items.value(of: standing.item, field: $0)) }
    }

    /// A field that is called like one of the columns has its own.
    private func recordKey(_ field: String) -> String { Self.keys.contains(field) ? "field_" + field : field }
}

extension Ledger {
    /// What a unit is called in a report.
    func name(of id: UnitID) -> Localized {
        Localized(en: units[id].displayName(in: .english), zh: units[id].displayName(in: .chinese))
    }
}
