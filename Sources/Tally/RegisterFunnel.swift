import Ledger
import Numerics

/// How far the items of a register have come: for each of its states how many ever reached it, and how long that took.
public struct RegisterFunnel: Sendable {
    /// By state, in the order of the register.
    public var steps: [Step]
    /// Items that had a state at all.
    public var count: Int

    /// A state that items reach.
    public struct Step: Sendable {
        /// The state that is reached.
        public var state: StateID
        /// Items that came into it at least once.
        public var reached: Int
        /// Days since the item came into the state before; the first time that it reached this one. Nil where none came from another.
        public var sinceBefore: MedianDays?
        /// Days since the item's first state. Nil where none came from another.
        public var sinceFirst: MedianDays?
    }

    /// What these items have reached by the end of the day. Costs one look at each of their lines.
    public init(_ book: RegisterBook, _ register: Register, _ items: [ItemID], on day: Day) {
        var reached = Array(repeating: 0, count: register.states.count)
        var sinceBefore = Array(repeating: [Int](), count: register.states.count)
        var sinceFirst = sinceBefore
        var count = 0
        for item in items {
            let entries = book.rows(of: item).filter { book.day($0) <= day && !book.isMove($0) }
            guard let first = entries.first else { continue }
            count += 1
            var isReached = Array(repeating: false, count: register.states.count)
            for (index, row) in entries.enumerated() {
                let state = book.state(row).index
                guard !isReached[state] else { continue }
                isReached[state] = true
                reached[state] += 1
                guard index > 0 else { continue }
                sinceBefore[state].append(book.day(entries[index - 1]).distance(to: book.day(row)))
                sinceFirst[state].append(book.day(first).distance(to: book.day(row)))
            }
        }
        self.count = count
        steps = register.stateIDs.map { state in
            Step(
                state: state, reached: reached[state.index], sinceBefore: MedianDays(of: sinceBefore[state.index]),
                sinceFirst: MedianDays(of: sinceFirst[state.index]))
        }
    }
}

/// The middle of numbers of days; of an even number of them the mean of the two in the middle, so that it may end in a half.
public struct MedianDays: Hashable, Sendable {
    private let doubled: Int

    /// Nil for no days.
    public init?(of days: [Int]) {
        guard !days.isEmpty else { return nil }
        let sorted = days.sorted()
        doubled = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
    }

    /// `12` or `12.5`.
    public var text: String { "\(doubled / 2)" + (doubled % 2 == 0 ? "" : ".5") }
}
