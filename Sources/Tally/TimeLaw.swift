import Ledger
import Numerics

/// Whether the figures of one series can all be true: each says that the difference of two days lies in an interval, which is a simple
/// temporal problem (Dechter, Meiri, Pearl 1991). Taken shortest first, a figure is contradicted where a path of earlier ones
/// bounds its period from outside its own interval; among such paths the one of the fewest figures is shown.
struct TimeLaw {
    private struct Edge {
        var index: Int
        var from: Int
        var to: Int
        var low: Int128
        var high: Int128
    }

    private let timeline: Timeline
    /// By length, then by start.
    private let edges: [Edge]
    private let dayCount: Int

    init(_ timeline: Timeline) {
        self.timeline = timeline
        let days = Timeline.days(of: timeline.standing)
        var position: [Day: Int] = [:]
        for (index, day) in days.enumerated() { position[day] = index }
        dayCount = days.count
        let ruler = Ruler(timeline.standing.map { timeline.interval($0) })
        edges = timeline.standing.enumerated().map { index, one in
            let (low, high) = ruler.ends(of: timeline.interval(one))
            return Edge(index: index, from: position[one.period.start] ?? 0, to: position[one.period.end] ?? 0, low: low, high: high)
        }.sorted { a, b in
            let (p, q) = (timeline.standing[a.index].figure.period, timeline.standing[b.index].figure.period)
            return p.dayCount != q.dayCount ? p.dayCount < q.dayCount : p.start < q.start
        }
    }

    /// The figures whose period others join too, in the order in which they are tested; empty where the figures form no circle.
    var closing: [Int] {
        var sets = DisjointSets(count: dayCount)
        return edges.filter { !sets.join($0.from, $0.to) }.map(\.index)
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

/// The closest bounds of every day against one of them, by paths of at most so many figures: Bellman and Ford's relaxation, a layer a figure.
private struct BoundSearch {
    enum Bound { case low, high }

    private struct Layer {
        var low: [Int128?]
        var high: [Int128?]
        /// The step that reached each bound in this layer.
        var lowStep: [Step?]
        var highStep: [Step?]
    }

    private struct Step {
        var edge: Int
        var isSubtracted: Bool
        var previous: Int
    }

    private let from: Int
    private var layers: [Layer]

    init(dayCount: Int, from: Int) {
        self.from = from
        var first = Layer(
            low: Array(repeating: nil, count: dayCount), high: Array(repeating: nil, count: dayCount),
            lowStep: Array(repeating: nil, count: dayCount), highStep: Array(repeating: nil, count: dayCount))
        first.low[from] = 0
        first.high[from] = 0
        layers = [first]
    }

    func low(_ day: Int) -> Int128? { layers[layers.count - 1].low[day] }
    func high(_ day: Int) -> Int128? { layers[layers.count - 1].high[day] }

    /// One figure more; false where no bound came closer.
    mutating func extend(over edges: some Sequence<(index: Int, from: Int, to: Int, low: Int128, high: Int128)>) -> Bool {
        let last = layers[layers.count - 1]
        guard layers.count <= last.low.count else { return false }
        var next = last
        for index in next.lowStep.indices {
            next.lowStep[index] = nil
            next.highStep[index] = nil
        }
        var grew = false
        for edge in edges {
            if edge.low != .min {
                grew = raise(&next, edge.to, last.low[edge.from].map { $0 + edge.low }, edge.index, false, edge.from) || grew
                grew = lower(&next, edge.from, last.high[edge.to].map { $0 - edge.low }, edge.index, true, edge.to) || grew
            }
            if edge.high != .max {
                grew = lower(&next, edge.to, last.high[edge.from].map { $0 + edge.high }, edge.index, false, edge.from) || grew
                grew = raise(&next, edge.from, last.low[edge.to].map { $0 - edge.high }, edge.index, true, edge.to) || grew
            }
        }
        if grew { layers.append(next) }
        return grew
    }

    private func raise(_ next: inout Layer, _ day: Int, _ low: Int128?, _ edge: Int, _ isSubtracted: Bool, _ previous: Int) -> Bool {
        guard let low else { return false }
        if let known = next.low[day], known >= low { return false }
        next.low[day] = low
        next.lowStep[day] = Step(edge: edge, isSubtracted: isSubtracted, previous: previous)
        return true
    }

    private func lower(_ next: inout Layer, _ day: Int, _ high: Int128?, _ edge: Int, _ isSubtracted: Bool, _ previous: Int) -> Bool {
        guard let high else { return false }
        if let known = next.high[day], known <= high { return false }
        next.high[day] = high
        next.highStep[day] = Step(edge: edge, isSubtracted: isSubtracted, previous: previous)
        return true
    }

    func path(to day: Int, bound: Bound) -> [Timeline.Step] {
        var steps: [Timeline.Step] = []
        var at = day
        for layer in layers.reversed() where at != from || !steps.isEmpty {
            guard let step = bound == .low ? layer.lowStep[at] : layer.highStep[at] else { continue }
            steps.append(Timeline.Step(index: step.edge, isSubtracted: step.isSubtracted))
            at = step.previous
        }
        return steps.reversed()
    }
}
