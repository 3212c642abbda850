import Ledger
import Numerics

/// How an item stands at the end of a day.
public struct ItemStanding: Sendable {
    /// The item that stands so.
    public var item: ItemID
    /// The day at whose end it stands so.
    public var day: Day
    /// Where it is, and in what state.
    public var stay: Stay
    /// The day on which it came into the state; a move since then does not count.
    public var since: Day
    /// Whether the state is a final one: nothing is left to do.
    public var isDone: Bool
    /// The earliest of its deadlines that is still to be met; of an item that is done, the latest it had. Nil where there is none.
    public var deadline: ItemDeadline?

    /// Days in the state; nil for one that is done, as nobody waits for it.
    public var days: Int? { isDone ? nil : since.distance(to: day) }

    /// How many days it is past its deadline; of an item that is done, how many it was.
    public var daysLate: Int { deadline?.daysLate(on: day) ?? 0 }
}

extension RegisterBook {
    /// How the item stands at the end of the day; nil before its first state.
    public func standing(of item: ItemID, _ register: Register, on day: Day) -> ItemStanding? {
        guard let stay = stay(of: item, on: day), let since = inStateSince(item, on: day) else { return nil }
        let hasDeadlines = !register.dues.isEmpty || items.due(of: item) != nil
        let deadlines = hasDeadlines ? deadlines(of: item, register, on: day) : []
        let isDone = register.isFinal(stay.state)
        return ItemStanding(
            item: item, day: day, stay: stay, since: since, isDone: isDone,
            deadline: isDone ? deadlines.last : deadlines.first { $0.reached == nil })
    }
}

/// Items counted by their state.
public struct StateCounts: Sendable {
    /// By state.
    public private(set) var byState: [Int]
    /// Those in a final state.
    public private(set) var done = 0
    /// Those past their deadline and not done.
    public private(set) var late = 0

    /// Nothing is counted yet.
    public init(_ register: Register) { byState = Array(repeating: 0, count: register.states.count) }

    /// How many were counted.
    public var all: Int { byState.reduce(0, +) }

    /// Takes one in.
    public mutating func add(_ standing: ItemStanding) {
        byState[standing.stay.state.index] += 1
        if standing.isDone { done += 1 } else if standing.daysLate > 0 { late += 1 }
    }
}
