import Diagnostics
import Ledger
import Numerics
import Reports
import Tally

/// Lays out how many items are in each state: groups down, states across, and the share that is done.
struct ItemsSummary {
    let tally: Tally
    let question: ItemsQuestion

    private static let keys = ["register", "group", "state", "items", "done", "late", "rate"]

    init(_ tally: Tally, _ question: ItemsQuestion) {
        self.tally = tally
        self.question = question
    }

    func table(_ id: RegisterID) -> Table {
        let register = tally.ledger.registers[id]
        let standings = question.standings(id, tally)
        let columns =
            register.states.map { Column(Localized(verbatim: $0), alignment: .trailing, fields: [.text("state", $0)]) } + [
                Column(Localized(en: "all", zh: "合计"), alignment: .trailing),
                Column(Localized(en: "done", zh: "办结率"), alignment: .decimal),
                Column(Localized(en: "late", zh: "超期"), alignment: .trailing),
            ]
        let grouping = grouping(id)
        var table = Table(
            title: Localized(en: register.displayName(in: .english), zh: register.displayName(in: .chinese)),
            subtitle: Localized(verbatim: question.today.description), stub: stub(grouping), columns: columns,
            recordKeys: Self.keys, fields: [.text("register", register.name)])
        for group in ItemsGrouping(tally, question).groups(standings, id, by: grouping) where group.label != nil {
            table.rows.append(row(group.label ?? Localized(verbatim: ""), group.key, group.standings, register))
        }
        if !standings.isEmpty { table.rows.append(row(Localized(en: "all", zh: "合计"), nil, standings, register)) }
        return table
    }

    /// Who answers for an item is what most want to know; a register that does not say is shown by unit.
    private func grouping(_ id: RegisterID) -> ItemsQuestion.Grouping {
        let fields = tally.ledger.fieldNames(of: id)
        if case .field(let field) = question.grouping, !fields.contains(field) { return .unit }
        return question.grouping ?? (fields.contains("owner") ? .field("owner") : .unit)
    }

    private func stub(_ grouping: ItemsQuestion.Grouping) -> Localized {
        switch grouping {
        case .field(let field): Unit.keyName(field)
        case .unit, .state: Localized(en: "unit", zh: "单位")
        }
    }

    /// A record for each state, and one for all of them with the rate.
    private func row(_ label: Localized, _ key: String?, _ standings: [ItemStanding], _ register: Register) -> Row {
        var counts = StateCounts(register)
        for standing in standings { counts.add(standing) }
        let (all, done, late) = (counts.all, counts.done, counts.late)
        var cells = counts.byState.map { count in
            Cell(count == 0 ? "" : grouped(count), fields: [.number("items", String(count))])
        }
        cells += [
            Cell(
                grouped(all),
                fields: [
                    .number("items", String(all)), .number("done", String(done)), .number("late", String(late)),
                    .number("rate", rate(done, of: all, decimals: nil)),
                ]),
            Cell(rate(done, of: all, decimals: 1) + "%"), Cell(late == 0 ? "" : grouped(late)),
        ]
        return Row(label, cells: cells, fields: [.text("group", key)])
    }

    /// In %, of at least one.
    private func rate(_ done: Int, of all: Int, decimals: Int?) -> String {
        decimalText(Int128(done) * 100, scale: 0, dividedBy: Int64(all), decimals: decimals, rounding: .nearest)
    }
}

/// Lays out how far items have come: the states down, with how many ever reached each, and after how many days.
struct ItemsFunnel {
    let tally: Tally
    let question: ItemsQuestion

    private static let keys = ["register", "state", "reached", "share", "median_days_since_before", "median_days_since_first"]

    init(_ tally: Tally, _ question: ItemsQuestion) {
        self.tally = tally
        self.question = question
    }

    func table(_ id: RegisterID) -> Table {
        let register = tally.ledger.registers[id]
        let items = question.standings(id, tally).map(\.item)
        let funnel = RegisterFunnel(tally.registers, register, items, on: question.today)
        let columns = [
            Column(Localized(en: "reached", zh: "到过"), alignment: .trailing), Column(Localized(en: "share", zh: "占比"), alignment: .decimal),
            Column(Localized(en: "days since the state before", zh: "距上一状态天数"), alignment: .decimal),
            Column(Localized(en: "since the first", zh: "距首个状态天数"), alignment: .decimal),
        ]
        var table = Table(
            title: Localized(en: register.displayName(in: .english), zh: register.displayName(in: .chinese)),
            subtitle: Localized(verbatim: question.today.description), stub: Localized(en: "state", zh: "状态"), columns: columns,
            notes: [Localized(en: "days: the median of the items that came there, the first time", zh: "天数：到过该状态的事项首次到达时的中位数")],
            recordKeys: Self.keys, fields: [.text("register", register.name)])
        for step in funnel.steps {
            table.rows.append(row(step, register, of: funnel.count))
        }
        return table
    }

    private func row(_ step: RegisterFunnel.Step, _ register: Register, of count: Int) -> Row {
        func share(_ decimals: Int?) -> String? {
            guard count > 0 else { return nil }
            return decimalText(Int128(step.reached) * 100, scale: 0, dividedBy: Int64(count), decimals: decimals, rounding: .nearest)
        }
        return Row(
            Localized(verbatim: register[step.state]),
            cells: [
                Cell(grouped(step.reached)), Cell(share(1).map { $0 + "%" } ?? ""), Cell(step.sinceBefore?.text ?? ""),
                Cell(step.sinceFirst?.text ?? ""),
            ],
            fields: [
                .text("state", register[step.state]), .number("reached", String(step.reached)), .number("share", share(nil)),
                .number("median_days_since_before", step.sinceBefore?.text), .number("median_days_since_first", step.sinceFirst?.text),
            ]
        ).withRecord()
    }
}
