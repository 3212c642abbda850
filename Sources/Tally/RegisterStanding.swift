import Ledger
import Numerics

/// How far the items of a register have come by the end of a day.
public struct RegisterStanding: Sendable {
    /// One state.
    public struct Stage: Sendable {
        /// The state that items have come to.
        public var state: StateID
        /// Items that have been in it by then, in the order of the ledger.
        public var reached: [ItemID]
        /// Items that are in it.
        public var standing: [ItemID]
        /// How many of all have reached it, in %.
        public var share: Interval
    }

    /// Items that have entered by then.
    public var items: [ItemID]
    /// In the order of the register's states; none without items.
    public var stages: [Stage]
    /// Deadlines that have passed without what they ask for, the longest past first; one for each item at most.
    public var late: [ItemDeadline]
}

extension Tally {
    /// Of the items that are in one of these units, or below, at the end of the day. Takes time in proportion to the register's lines.
    public func standing(of id: RegisterID, in units: [UnitID], on day: Day) -> RegisterStanding {
        let register = ledger.registers[id]
        let items = Array(ledger.items.items(of: id)).filter { item in
            registers.stay(of: item, on: day).map { stay in units.contains { registers.lies(stay.unit, in: $0) } } ?? false
        }
        var found = RegisterStanding(items: items, stages: [], late: [])
        guard !items.isEmpty else { return found }
        var reached = Array(repeating: [ItemID](), count: register.states.count)
        var standing = reached
        for item in items {
            let stays = registers.stays(of: item).filter { $0.from <= day }
            for state in Set(stays.map(\.state)) { reached[state.index].append(item) }
            if let last = stays.last { standing[last.state.index].append(item) }
            let late = registers.deadlines(of: item, register, on: day).first { $0.reached == nil && $0.day < day }
            if let late { found.late.append(late) }
        }
        found.late.sort { ($0.day, $0.item.index) < ($1.day, $1.item.index) }
        found.stages = register.stateIDs.map { state in
            let share = Interval.exactly(Int128(reached[state.index].count) * 100).divided(by: Int128(items.count))
            return RegisterStanding.Stage(state: state, reached: reached[state.index], standing: standing[state.index], share: share)
        }
        return found
    }
}
