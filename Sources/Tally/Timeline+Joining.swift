import Ledger
import Numerics
import Syntax

extension Timeline {
    /// The figures that join the two ends of a period: the fewest, and among those the narrowest. Nil where nothing joins them.
    func join(_ period: Period) -> [Step]? {
        if isChain { return chain(period).map { $0.map { Step(index: $0, isSubtracted: false) } } }
        guard let from = position(of: period.start), let to = position(of: period.end) else { return nil }
        return JoinSearch(self).path(from: from, to: to)
    }

    /// The value of a period by the figures of the series alone: reported, or joined; nothing where all of them are `n/a`.
    func value(_ period: Period) -> Cell? {
        if let index = index(of: period) { return cell(index) }
        if isChain { return chain(period).map { joined($0, sum($0)) } }
        return join(period).map { steps in joined(steps.map(\.index), sum(steps)) }
    }

    /// What one figure states.
    func cell(_ index: Int) -> Cell {
        let figure = standing[index].figure
        var cell = Cell(figure.form.absence == nil ? .reported : .nothing, interval(standing[index]))
        if cell.way == .reported { (cell.reported, cell.expected) = (1, 1) }
        cell.figure = figure.id
        cell.status = figure.status
        return cell
    }

    private func joined(_ figures: some Sequence<Int>, _ sum: Interval) -> Cell {
        var cell = Cell(.nothing, sum)
        for index in figures {
            let figure = standing[index].figure
            if figure.form.absence == nil { cell.way = .joinedFigures }
            cell.status = min(cell.status, figure.status)
        }
        if cell.way == .joinedFigures { (cell.reported, cell.expected) = (1, 1) }
        return cell
    }

    func position(of day: Day) -> Int? {
        var low = 0
        var high = days.count
        while low < high {
            let middle = (low + high) / 2
            if days[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low < days.count && days[low] == day ? low : nil
    }
}

/// A breadth-first search over the days of a timeline; each layer is one figure more.
private struct JoinSearch {
    private struct Edge {
        var from: Int
        var to: Int
        var interval: Interval
    }

    private struct Reached {
        var layer: Int
        var sum: Interval
        var edge: Int
        var isSubtracted: Bool
        var previous: Int
    }

    private let edges: [Edge]
    private let dayCount: Int

    init(_ timeline: Timeline) {
        edges = timeline.standing.map { one in
            Edge(
                from: timeline.position(of: one.period.start) ?? 0, to: timeline.position(of: one.period.end) ?? 0,
                interval: timeline.interval(one))
        }
        dayCount = timeline.days.count
    }

    func path(from: Int, to: Int) -> [Timeline.Step]? {
        var reached: [Reached?] = Array(repeating: nil, count: dayCount)
        reached[from] = Reached(layer: 0, sum: .zero, edge: -1, isSubtracted: false, previous: -1)
        var layer = 0
        while reached[to] == nil {
            var grew = false
            for (index, edge) in edges.enumerated() {
                grew = relax(edge.from, edge.to, index, false, layer, &reached) || grew
                grew = relax(edge.to, edge.from, index, true, layer, &reached) || grew
            }
            guard grew else { return nil }
            layer += 1
        }
        var steps: [Timeline.Step] = []
        var at = to
        while at != from, let step = reached[at] {
            steps.append(Timeline.Step(index: step.edge, isSubtracted: step.isSubtracted))
            at = step.previous
        }
        return steps.reversed()
    }

    private func relax(_ a: Int, _ b: Int, _ edge: Int, _ isSubtracted: Bool, _ layer: Int, _ reached: inout [Reached?]) -> Bool {
        guard let known = reached[a], known.layer == layer else { return false }
        if let other = reached[b], other.layer <= layer { return false }
        let sum = isSubtracted ? known.sum - edges[edge].interval : known.sum + edges[edge].interval
        if let other = reached[b], !sum.isNarrower(than: other.sum) { return false }
        reached[b] = Reached(layer: layer + 1, sum: sum, edge: edge, isSubtracted: isSubtracted, previous: a)
        return true
    }
}
