import Diagnostics
import Ledger
import Numerics
import Reports
import SourceText
import Tally

/// Lays out the whole story of an item: a line for each state and each move.
struct ItemsHistory {
    let tally: Tally
    let question: ItemsQuestion

    private var ledger: Ledger { tally.ledger }

    private static let keys = ["register", "item", "title", "date", "state", "unit", "moved", "days", "note", "file", "line"]

    init(_ tally: Tally, _ question: ItemsQuestion) {
        self.tally = tally
        self.question = question
    }

    /// One table for each register that has an item of this id.
    func tables(_ name: String) throws(UsageError) -> [Table] {
        let items = question.registers.compactMap { ledger.items.find(name, in: $0) }
        if items.isEmpty { throw unknown(name) }
        return items.map(table)
    }

    private func unknown(_ name: String) -> UsageError {
        let names = question.registers.flatMap { id in ledger.items.items(of: id).map { ledger.items.name(of: $0) } }
        return UsageError(
            message: Localized(en: "no item has the id \(name)", zh: spaced("没有编号为\(name)的事项")),
            help: [
                .didYouMean(nearest(name, in: names)) ?? Localized(en: "all of them: taizhang items --all", zh: "全部事项：taizhang items --all")
            ])
    }

    private func table(_ item: ItemID) -> Table {
        let (items, register) = (ledger.items, ledger.registers[ledger.items.register(of: item)])
        func title(_ language: Language) -> String {
            [register.displayName(in: language), items.name(of: item), items.title(of: item)].compactMap { $0 }.joined(separator: " ")
        }
        let stays = tally.registers.stays(of: item)
        let rows = stays.map { row($0, item, register) }
        var columns = [
            Column(Localized(en: "state", zh: "状态"), alignment: .leading), Column(Localized(en: "unit", zh: "单位"), alignment: .leading),
            Column(Localized(en: "days", zh: "天数"), alignment: .trailing), Column(Localized(en: "line", zh: "出处"), alignment: .leading),
        ]
        if rows.contains(where: { $0.cells.count > columns.count }) {
            columns.append(Column(Localized(en: "note", zh: "说明"), alignment: .leading))
        }
        return Table(
            title: Localized(en: title(.english), zh: title(.chinese)), stub: Localized(en: "date", zh: "日期"), columns: columns,
            rows: rows, notes: notes(item, register), recordKeys: Self.keys,
            fields: [.text("register", register.name), .text("item", items.name(of: item)), .text("title", items.title(of: item))])
    }

    private func row(_ stay: Stay, _ item: ItemID, _ register: Register) -> Row {
        let event = ledger.items.event(stay.event, of: item)
        let file = ledger.sources[event.span.file]
        let line = file.lines.location(of: event.span.range.lowerBound).line
        let note = event.note.map { file.buffer.text($0.range) }
        let unit = stay.unit.map { ledger.name(of: $0) } ?? Localized(verbatim: "")
        let days = days(stay, register)
        var cells = [
            Cell(Localized(verbatim: stay.isMove ? "" : register[stay.state])),
            Cell(stay.isMove ? Localized(en: "to \(unit.en)", zh: "移交\(unit.zh)") : unit), Cell(days.map { grouped($0) } ?? ""),
            Cell("\(file.path):\(line)"),
        ]
        if let note { cells.append(Cell(note)) }
        return Row(
            Localized(verbatim: stay.from.description), cells: cells,
            fields: [
                .text("date", stay.from.description), .text("state", register[stay.state]),
                .text("unit", stay.unit.map { ledger.units.path(of: $0) }), .text("moved", stay.isMove ? "yes" : "no"),
                .number("days", days.map { String($0) }), .text("note", note), .text("file", file.path), .number("line", String(line)),
            ]
        ).withRecord()
    }

    /// Up to what followed, or to today; nil for an item that is done with or not there yet.
    private func days(_ stay: Stay, _ register: Register) -> Int? {
        if let to = stay.to { return stay.from.distance(to: to) }
        return register.isFinal(stay.state) || stay.from > question.today ? nil : stay.from.distance(to: question.today)
    }

    /// What it says of itself, and how it stands to its deadlines.
    private func notes(_ item: ItemID, _ register: Register) -> [Localized] {
        let fields = ledger.items.fields(of: item)
        var notes: [Localized] = []
        if !fields.isEmpty {
            notes.append(
                Localized(
                    en: fields.map { "\($0.key) \($0.value)" }.joined(separator: ", "),
                    zh: fields.map { "\(Unit.keyName($0.key).zh) \($0.value)" }.joined(separator: "，")))
        }
        for deadline in tally.registers.deadlines(of: item, register, on: question.today) { notes.append(note(deadline, register)) }
        return notes
    }

    private func note(_ deadline: ItemDeadline, _ register: Register) -> Localized {
        let to = deadline.to.map { register[$0] } ?? ""
        let late = deadline.daysLate(on: question.today)
        let due = Localized(
            en: "due on \(deadline.day)" + (to.isEmpty ? "" : ": \(to)"), zh: spaced("应于 \(deadline.day) 前\(to.isEmpty ? "办结" : to)"))
        let end = deadline.reached.map { Localized(en: ", met on \($0)", zh: spaced("，实于 \($0)")) } ?? Localized(verbatim: "")
        let lateness =
            late == 0 ? Localized(verbatim: "") : Localized(en: ", \(plural(late, "day")) late", zh: "，超期 \(late) 天")
        return Localized(en: due.en + end.en + lateness.en, zh: due.zh + end.zh + lateness.zh)
    }
}
