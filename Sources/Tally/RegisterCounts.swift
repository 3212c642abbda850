import Ledger
import Numerics
import Syntax

/// How many items of a register stand where: for every state and unit the days on which items came and went, sorted, so that any count is
/// a search in them.
///
/// An item counts at its unit and at every unit above, from its lines and not by summing: a move below a unit changes nothing there.
/// Building costs the register's lines times the depth of the tree.
public final class RegisterCounts: Sendable {
    /// By unit, its number among those where items have been; `nowhere` for all others.
    private let rowOf: [UInt32]
    /// The states, and behind them the register as a whole.
    private let slotCount: Int
    private let entered: DayColumns
    private let left: DayColumns
    private let reached: DayColumns
    /// Days from an item's first state to its first time in another, summed up to each of `reached`.
    private let elapsed: [Int64]

    private static let nowhere = UInt32.max

    init(_ book: RegisterBook, _ register: Register, _ items: [ItemID]) {
        slotCount = register.states.count + 1
        let changes = RegisterChanges(book, items)
        (rowOf, entered, left, reached, elapsed) = Self.columns(changes, slotCount)
    }

    private static func columns(
        _ changes: RegisterChanges, _ slotCount: Int
    ) -> (rowOf: [UInt32], entered: DayColumns, left: DayColumns, reached: DayColumns, elapsed: [Int64]) {
        var rowOf = Array(repeating: nowhere, count: changes.book.above.count)
        var rowCount = 0
        changes.forEachUnit { unit in
            guard rowOf[Int(unit)] == nowhere else { return }
            rowOf[Int(unit)] = UInt32(rowCount)
            rowCount += 1
        }
        let keyCount = rowCount * slotCount
        func key(_ change: RegisterChanges.Change) -> Int {
            Int(rowOf[Int(change.unit)]) * slotCount + (change.state.map { Int($0) } ?? slotCount - 1)
        }
        var entered = DayColumns(keyCount)
        var left = DayColumns(keyCount)
        var reached = DayColumns(keyCount)
        changes.forEach { change in
            switch change.kind {
            case .entered: entered.count(key(change))
            case .left: left.count(key(change))
            case .reached: reached.count(key(change))
            }
        }
        entered.reserve()
        left.reserve()
        reached.reserve()
        var elapsed = Array(repeating: Int64(0), count: reached.dayCount)
        changes.forEach { change in
            switch change.kind {
            case .entered: _ = entered.append(change.day, to: key(change))
            case .left: _ = left.append(change.day, to: key(change))
            case .reached(let days): elapsed[reached.append(change.day, to: key(change))] = Int64(days)
            }
        }
        for index in elapsed.indices.dropFirst() { elapsed[index] += elapsed[index - 1] }
        return (rowOf, entered, left, reached, elapsed)
    }

    private func key(_ state: StateID?, _ unit: UnitID) -> Int? {
        guard rowOf.indices.contains(unit.index), rowOf[unit.index] != Self.nowhere else { return nil }
        return Int(rowOf[unit.index]) * slotCount + (state?.index ?? slotCount - 1)
    }

    /// Items in the state at the end of the day; of the whole register, for nil, all that have entered it by then.
    public func standing(_ state: StateID?, _ unit: UnitID, on day: Day) -> Int {
        key(state, unit).map { entered.rows($0, before: day.advanced(by: 1)).count - left.rows($0, before: day.advanced(by: 1)).count } ?? 0
    }

    /// Times that an item came into the state, or into the unit in it, during the period.
    public func entered(_ state: StateID?, _ unit: UnitID, _ period: Period) -> Int {
        key(state, unit).map { entered.rows($0, in: period).count } ?? 0
    }

    /// Times that an item left the state, or the unit in it, during the period. A register as a whole is left by moving away alone.
    public func left(_ state: StateID?, _ unit: UnitID, _ period: Period) -> Int {
        key(state, unit).map { left.rows($0, in: period).count } ?? 0
    }

    /// Of the items that came into the state for the first time during the period: how many, and the days since their first state, summed.
    public func days(to state: StateID, _ unit: UnitID, _ period: Period) -> (items: Int, days: Int64) {
        guard let key = key(state, unit), case let rows = reached.rows(key, in: period), let last = rows.last else { return (0, 0) }
        return (rows.count, elapsed[last] - (rows.lowerBound > 0 ? elapsed[rows.lowerBound - 1] : 0))
    }
}

/// Sorted days by key, in one array.
struct DayColumns: Sendable {
    private var start: [UInt32]
    private var next: [UInt32] = []
    private var days: [Int32] = []

    init(_ keyCount: Int) { start = Array(repeating: 0, count: keyCount + 1) }

    var dayCount: Int { days.count }

    /// First every day is counted, then all are appended in their order.
    mutating func count(_ key: Int) { start[key + 1] += 1 }

    mutating func reserve() {
        for index in start.indices.dropFirst() { start[index] += start[index - 1] }
        next = start
        days = Array(repeating: 0, count: Int(start[start.count - 1]))
    }

    mutating func append(_ day: Day, to key: Int) -> Int {
        let row = Int(next[key])
        days[row] = day.rawValue
        next[key] += 1
        return row
    }

    func rows(_ key: Int, before day: Day) -> Range<Int> {
        let all = Int(start[key])..<Int(start[key + 1])
        return all.lowerBound..<all.partitioningIndex { days[$0] >= day.rawValue }
    }

    func rows(_ key: Int, in period: Period) -> Range<Int> {
        rows(key, before: period.start).upperBound..<rows(key, before: period.end).upperBound
    }
}
