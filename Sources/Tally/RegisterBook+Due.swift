import Ledger
import Numerics

/// What an item is to reach, and by when.
public struct ItemDeadline: Sendable {
    /// The item that is due.
    public var item: ItemID
    /// The last day on which it is in time.
    public var day: Day
    /// The state to be reached; nil for any final one.
    public var to: StateID?
    /// The `due` line of the register that asks for it; nil where the item has a day of its own.
    public var due: Register.Due?
    /// The day from which the days count; nil for a day of the item's own.
    public var started: Day?
    /// When it was reached, or the item was done with otherwise; nil where neither has come about.
    public var reached: Day?

    /// How many days after its day it was reached or, where it was not, `today` is; 0 for in time.
    public func daysLate(on today: Day) -> Int { max(0, day.distance(to: reached ?? today)) }
}

extension Tally {
    /// Deadlines that have passed by the end of `today` without what they ask for, register by register.
    func overdueItems(on today: Day) -> [ItemDeadline] {
        ledger.items.ids.flatMap { item in
            let register = ledger.registers[ledger.items.register(of: item)]
            guard !register.dues.isEmpty || ledger.items.due(of: item) != nil else { return [ItemDeadline]() }
            return registers.deadlines(of: item, register, on: today).filter { $0.reached == nil && $0.day < today }
        }
    }
}

extension RegisterBook {
    /// The deadlines of an item as they stand at the end of `today`, earliest first; later lines do not count.
    ///
    /// The days of `due 60 days -> S` count from the item's first state, those of `due 60 days A -> S` from the last time it entered A.
    /// They stop where S is entered after that, or where the item is done with otherwise. An item's own day stands in place of the
    /// register's lines without A, and asks for the last state for which they ask; without any, for a final state.
    public func deadlines(of item: ItemID, _ register: Register, on today: Day) -> [ItemDeadline] {
        let rows = rows(of: item).filter { day($0) <= today && !isMove($0) }
        var deadlines: [ItemDeadline] = []
        let last = register.dues.filter { $0.from == nil }.map(\.to).max()
        if let own = items.due(of: item) {
            let reached = reached(last, register, in: rows[...])
            deadlines.append(ItemDeadline(item: item, day: own, to: last, due: nil, started: nil, reached: reached))
        }
        for due in register.dues where due.from != nil || items.due(of: item) == nil {
            let start = due.from.map { from in rows.lastIndex { state($0) == from } } ?? rows.indices.first
            guard let start else { continue }
            let since = day(rows[start])
            deadlines.append(
                ItemDeadline(
                    item: item, day: since.advanced(by: due.days), to: due.to, due: due, started: since,
                    reached: reached(due.to, register, in: due.from == nil ? rows[start...] : rows[(start + 1)...])))
        }
        return deadlines.sorted { $0.day < $1.day }
    }

    private func reached(_ to: StateID?, _ register: Register, in rows: ArraySlice<Int>) -> Day? {
        guard let to else { return rows.first { register.isFinal(state($0)) }.map { day($0) } }
        if let row = rows.first(where: { state($0) == to }) { return day(row) }
        // One that was given up and taken up again still owes it.
        return rows.reversed().prefix { register.isFinal(state($0)) }.last.map { day($0) }
    }
}
