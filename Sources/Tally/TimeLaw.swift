import Ledger
import Numerics

/// Whether the figures of one series can all be true: each says that the difference of two days lies in an interval, which is a simple
/// temporal problem (Dechter, Meiri, Pearl 1991). Taken shortest first, a figure is contradicted where a path of earlier ones
/// bounds its period from outside its own interval; among such paths the one of the fewest figures is shown.
private struct TimeLaw {
    private struct Edge {
        var index: Int
        var from: Int
        var to: Int
        var low: Int128
        var high: Int128
    }

    /// In the order in which they are tested.
    private let edges: [Edge]
    private let dayCount: Int

    init(_ timeline: Timeline) {
        dayCount = timeline.days.count
        let intervals = timeline.standing.map { timeline.interval($0) }
        let ruler = Ruler(intervals)
        var edges: [Edge] = []
        for index in timeline.testingOrder {
            let (low, high) = ruler.ends(of: intervals[index])
            let (from, to) = timeline.ends(of: timeline.standing[index])
            edges.append(Edge(index: index, from: from, to: to, low: low, high: high))
        }
        self.edges = edges
    }

    /// The fewest figures tested before that contradict this one.
    func contradiction(ofFigure index: Int) -> [Timeline.Step]? {
        edges.firstIndex { $0.index == index }.flatMap { contradiction(of: $0) }
    }

    private func contradiction(of position: Int) -> [Timeline.Step]? {
        let edge = edges[position]
        var search = BoundSearch(dayCount: dayCount, from: edge.from)
        while search.extend(over: edges[..<position].lazy.map { ($0.index, $0.from, $0.to, $0.low, $0.high) }) {
            if let low = search.low(edge.to), edge.high != .max, low > edge.high { return search.path(to: edge.to, bound: .low) }
            if let high = search.high(edge.to), edge.low != .min, high < edge.low { return search.path(to: edge.to, bound: .high) }
        }
        return nil
    }
}

extension Timeline {
    /// The fewest figures, of those tested before one, that contradict it.
    func contradiction(of index: Int) -> [Step]? {
        switch chain(below: index) {
        case .none: return TimeLaw(self).contradiction(ofFigure: index)
        case .some(let steps): return steps.isEmpty || sum(steps).intersects(interval(standing[index])) ? nil : steps
        }
    }

    /// The only way to a figure over a chain of all others, as to a quarter over its months; no steps where that leads nowhere. Nil where the
    /// others form no chain, or not all of those on the way are tested before.
    private func chain(below index: Int) -> [Step]? {
        let whole = standing[index]
        var steps: [Step] = []
        var (lastEnd, day) = (Day(rawValue: .min), whole.period.start)
        for (other, one) in standing.enumerated() where other != index {
            guard one.period.start >= lastEnd else { return nil }
            lastEnd = one.period.end
            guard one.period.start == day, day < whole.period.end else { continue }
            guard one.figure.period.dayCount < whole.figure.period.dayCount else { return nil }
            steps.append(Step(index: other, isSubtracted: false))
            day = one.period.end
        }
        return day == whole.period.end ? steps : []
    }

    /// The figures by length, then by start; none of a chain, where nothing contradicts anything and whose days are not known.
    fileprivate var testingOrder: [Int] {
        if isChain { return [] }
        return standing.indices.sorted { a, b in
            let (p, q) = (standing[a].figure.period, standing[b].figure.period)
            return p.dayCount != q.dayCount ? p.dayCount < q.dayCount : p.start < q.start
        }
    }

    fileprivate func ends(of one: Standing) -> (from: Int, to: Int) {
        (position(of: one.period.start) ?? 0, position(of: one.period.end) ?? 0)
    }

    /// The figures whose period others join too, in the order in which they are tested; empty where the figures form no circle.
    var closing: [Int] {
        var sets = DisjointSets(count: days.count)
        var closing: [Int] = []
        for index in testingOrder {
            let (from, to) = ends(of: standing[index])
            if !sets.join(from, to) { closing.append(index) }
        }
        return closing
    }
}

/// The closest bounds of every day against one of them, by paths of at most so many figures: Bellman and Ford's relaxation, a layer a figure.
private struct BoundSearch {
    enum Bound { case low, high }

    /// What is known of one day, and the steps of this layer that led there.
    private struct Reached {
        var low: Int128?
        var high: Int128?
        var lowStep: Step?
        var highStep: Step?
    }

    private struct Step {
        var edge: Int
        var isSubtracted: Bool
        var previous: Int
    }

    private let from: Int
    /// By number of figures, by day.
    private var layers: [[Reached]]

    init(dayCount: Int, from: Int) {
        self.from = from
        var first = Array(repeating: Reached(), count: dayCount)
        (first[from].low, first[from].high) = (0, 0)
        layers = [first]
    }

    func low(_ day: Int) -> Int128? { layers[layers.count - 1][day].low }
    func high(_ day: Int) -> Int128? { layers[layers.count - 1][day].high }

    /// One figure more; false where no bound came closer.
    mutating func extend(over edges: some Sequence<(index: Int, from: Int, to: Int, low: Int128, high: Int128)>) -> Bool {
        let last = layers[layers.count - 1]
        guard layers.count <= last.count else { return false }
        var next = last
        for day in next.indices { (next[day].lowStep, next[day].highStep) = (nil, nil) }
        var grew = false
        for edge in edges {
            if edge.low != .min {
                grew = raise(&next[edge.to], last[edge.from].low.map { $0 + edge.low }, edge.index, false, edge.from) || grew
                grew = lower(&next[edge.from], last[edge.to].high.map { $0 - edge.low }, edge.index, true, edge.to) || grew
            }
            if edge.high != .max {
                grew = lower(&next[edge.to], last[edge.from].high.map { $0 + edge.high }, edge.index, false, edge.from) || grew
                grew = raise(&next[edge.from], last[edge.to].low.map { $0 - edge.high }, edge.index, true, edge.to) || grew
            }
        }
        if grew { layers.append(next) }
        return grew
    }

    private func raise(_ day: inout Reached, _ low: Int128?, _ edge: Int, _ isSubtracted: Bool, _ previous: Int) -> Bool {
        guard let low else { return false }
        if let known = day.low, known >= low { return false }
        day.low = low
        day.lowStep = Step(edge: edge, isSubtracted: isSubtracted, previous: previous)
        return true
    }

    private func lower(_ day: inout Reached, _ high: Int128?, _ edge: Int, _ isSubtracted: Bool, _ previous: Int) -> Bool {
        guard let high else { return false }
        if let known = day.high, known <= high { return false }
        day.high = high
        day.highStep = Step(edge: edge, isSubtracted: isSubtracted, previous: previous)
        return true
    }

    func path(to day: Int, bound: Bound) -> [Timeline.Step] {
        var steps: [Timeline.Step] = []
        var at = day
        for layer in layers.reversed() where at != from || !steps.isEmpty {
            guard let step = bound == .low ? layer[at].lowStep : layer[at].highStep else { continue }
            steps.append(Timeline.Step(index: step.edge, isSubtracted: step.isSubtracted))
            at = step.previous
        }
        return steps.reversed()
    }
}
