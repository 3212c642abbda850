import Ledger
import Numerics

/// A stretch of days that an item spends in one state and one unit.
public struct Stay: Sendable {
    /// What it is in.
    public var state: StateID
    /// Where; nil where the ledger has no such unit.
    public var unit: UnitID?
    /// The first day.
    public var from: Day
    /// The day on which it left; nil where it is there still.
    public var to: Day?
    /// The line that says so: a state, or a move.
    public var event: EventID
    /// Whether it came here from another unit, in the state it was in.
    public var isMove: Bool
}

/// Where every item was, day by day: the lines of each in the order of their days, those of one day in the order of the file.
public struct RegisterBook: Sendable {
    /// The ledger's items.
    public let items: ItemTable
    /// Lines after this day are left out; nil for all there are.
    public let asOf: Day?
    // Stays of item i are `start[i]..<start[i + 1]`.
    private var start: [UInt32] = [0]
    private var from: [Int32] = []
    private var state: [UInt8] = []
    private var unit: [UInt32] = []
    private var event: [UInt32] = []
    private var isMove: [Bool] = []
    /// By unit, the unit in which its items count too; `noUnit` for a root and for what stands apart.
    let above: [UInt32]

    static let noUnit = UInt32.max

    init(_ ledger: Ledger, asOf: Day?) {
        items = ledger.items
        self.asOf = asOf
        above = items.count == 0 ? [] : ledger.units.units.map { $0.isApart ? Self.noUnit : $0.parent?.rawValue ?? Self.noUnit }
        start.reserveCapacity(items.count + 1)
        for item in items.ids { add(item) }
    }

    private mutating func add(_ item: ItemID) {
        var lines = items.events(of: item).map { (id: $0, event: items.event($0, of: item)) }
        if let asOf { lines.removeAll { $0.event.day > asOf } }
        let isOrdered = zip(lines, lines.dropFirst()).allSatisfy { $0.event.day <= $1.event.day }
        if !isOrdered { lines.sort { ($0.event.day, $0.id) < ($1.event.day, $1.id) } }
        var place = items.unit(of: item)
        var current: StateID?
        for (id, line) in lines {
            let isMove = line.state == nil
            if let state = line.state { current = state } else { place = line.unit }
            guard let current else { continue }
            from.append(line.day.rawValue)
            state.append(current.rawValue)
            unit.append(place?.rawValue ?? Self.noUnit)
            event.append(id.rawValue)
            self.isMove.append(isMove)
        }
        start.append(UInt32(from.count))
    }

    /// From the first day on which an item of the register has a state to its last line; nil where none has.
    public func span(of id: RegisterID) -> Period? {
        let rows = rows(of: id)
        guard let first = from[rows].min(), let last = from[rows].max() else { return nil }
        return Period(Day(rawValue: first), Day(rawValue: last).advanced(by: 1))
    }

    /// The units in which items of the register have been, without those above.
    public func units(of id: RegisterID) -> KeySet<UnitID> {
        KeySet(unit[rows(of: id)].lazy.filter { $0 != Self.noUnit }.map { UnitID(Int($0)) })
    }

    private func rows(of id: RegisterID) -> Range<Int> {
        let all = items.items(of: id)
        guard let first = all.first, let last = all.last else { return 0..<0 }
        return rows(of: first).lowerBound..<rows(of: last).upperBound
    }

    func rows(of item: ItemID) -> Range<Int> { Int(start[item.index])..<Int(start[item.index + 1]) }

    func day(_ row: Int) -> Day { Day(rawValue: from[row]) }

    func state(_ row: Int) -> StateID { StateID(Int(state[row])) }

    /// `noUnit` where it is not known.
    func unit(_ row: Int) -> UInt32 { unit[row] }

    func isMove(_ row: Int) -> Bool { isMove[row] }

    private func stay(_ row: Int, of item: ItemID) -> Stay {
        Stay(
            state: state(row), unit: unit[row] == Self.noUnit ? nil : UnitID(Int(unit[row])), from: day(row),
            to: row + 1 < rows(of: item).upperBound ? day(row + 1) : nil, event: EventID(Int(event[row])), isMove: isMove[row])
    }
}

extension RegisterBook {
    /// All stays of an item, earliest first. One that another begins on its own first day has no days.
    public func stays(of item: ItemID) -> [Stay] { rows(of: item).map { stay($0, of: item) } }

    /// Where the item is at the end of the day; nil before its first state.
    public func stay(of item: ItemID, on day: Day) -> Stay? {
        rows(of: item).last { self.day($0) <= day }.map { stay($0, of: item) }
    }

    /// The day of the item's first state; nil where it has none.
    public func firstDay(of item: ItemID) -> Day? { rows(of: item).first.map { day($0) } }

    /// The day on which the state in which it is at the end of the day began, whatever moves there were since.
    public func inStateSince(_ item: ItemID, on day: Day) -> Day? {
        let rows = rows(of: item)
        return rows.last { self.day($0) <= day && !isMove[$0] }.map { self.day($0) }
    }

    /// Whether the item counts at the unit: it is there, or at a unit below.
    public func lies(_ place: UnitID?, in unit: UnitID) -> Bool {
        guard let place else { return false }
        var at = place.rawValue
        while at != Self.noUnit {
            if at == unit.rawValue { return true }
            at = above[Int(at)]
        }
        return false
    }
}
