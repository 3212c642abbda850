import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally

/// `register/due`: an item that has not come by its day to what is asked of it. Depends on the day, so a warning.
func overdueItems(_ tally: Tally, _ findings: TallyFindings) -> [Diagnostic] {
    guard let today = findings.overdueOn else { return [] }
    return findings.overdue.map { DueWording(tally, today).diagnostic($0) }
}

private struct DueWording {
    private let ledger: Ledger
    private let book: RegisterBook
    private let today: Day

    init(_ tally: Tally, _ today: Day) {
        ledger = tally.ledger
        book = tally.registers
        self.today = today
    }

    func diagnostic(_ deadline: ItemDeadline) -> Diagnostic {
        let items = ledger.items
        let register = ledger.registers[items.register(of: deadline.item)]
        let name = items.name(of: deadline.item)
        let days = deadline.daysLate(on: today)
        let to =
            deadline.to.map { register[$0] }
            ?? register.stateIDs.filter { register.isFinal($0) }.map { register[$0] }.joined(separator: " | ")
        let stay = book.stay(of: deadline.item, on: today)
        let place = stay.map { items.event($0.event, of: deadline.item).span } ?? items.span(of: deadline.item)
        return Diagnostic(
            "register/due", .warning,
            Localized(
                en: "the item \(name) of \(register.name) is \(days) day\(days == 1 ? "" : "s") late",
                zh: spaced("\(register.name)的事项 \(name) 已超期 \(days) 天")),
            at: Annotation(
                place,
                still(deadline.item)
                    + Localized(en: "; \(to) was due on \(deadline.day)", zh: spaced("；应于 \(deadline.day.description) 前\(to)"))),
            related: asked(deadline),
            help: [
                Localized(
                    en: "write down when it came to \(to), or give the item a day of its own: due DATE",
                    zh: spaced("请补写\(to)的日期；若已另定期限，请写明：时限 日期"))
            ])
    }

    private func still(_ item: ItemID) -> Localized {
        guard let stay = book.stay(of: item, on: today), let since = book.inStateSince(item, on: today) else {
            return Localized(en: "not begun", zh: "尚未开始")
        }
        let state = ledger.registers[ledger.items.register(of: item)][stay.state]
        return Localized(en: "still \(state) since \(since)", zh: spaced("自 \(since.description) 起仍为\(state)"))
    }

    /// Where the day comes from.
    private func asked(_ deadline: ItemDeadline) -> [Annotation] {
        if let due = deadline.due, let started = deadline.started {
            let label = Localized(en: "\(due.days) days from \(started)", zh: "自 \(started) 起 \(due.days) 天")
            return [Annotation(due.span, label)]
        }
        return ledger.items.dueSpan(of: deadline.item).map { [Annotation($0, Localized(en: "its own day", zh: "自定期限"))] } ?? []
    }
}
