import Ledger
import Numerics

/// Whether the figures of one series can all be true, without asking which of them are not. Looks for a level of every day that all
/// figures allow, starting from the levels that the figures themselves add up to: where they tally that is found at once. The figures are
/// difference constraints, and lowering a level wherever one is broken ends if and only if they can be met (Bellman and Ford).
struct TimeConsistency {
    private struct Edge {
        var from: Int
        var to: Int
        var low: Int128
        var value: Int128
        var high: Int128
    }

    private var edges: [Edge] = []
    private var levels: [Int128] = []

    /// `timeline` is no chain: its days are known.
    init(_ timeline: Timeline) {
        let intervals = timeline.standing.map { timeline.interval($0) }
        let scale = intervals.first?.scale ?? 0
        let isUniform = intervals.allSatisfy {
            $0.scale == scale && $0.hasLow && $0.hasHigh && abs($0.high) < Self.large && abs($0.low) < Self.large
        }
        let ruler = isUniform ? nil : Ruler(intervals)
        edges.reserveCapacity(intervals.count)
        for (one, interval) in zip(timeline.standing, intervals) {
            let (low, high) = ruler?.ends(of: interval) ?? (interval.low, interval.high)
            let value = ruler == nil ? interval.value : low == .min ? (high == .max ? 0 : high) : low
            edges.append(
                Edge(
                    from: timeline.position(of: one.period.start) ?? 0, to: timeline.position(of: one.period.end) ?? 0, low: low,
                    value: value, high: high))
        }
        levels = Array(repeating: 0, count: timeline.days.count)
        var isSet = Array(repeating: false, count: levels.count)
        for edge in edges where !isSet[edge.to] {
            levels[edge.to] = levels[edge.from] + edge.value
            isSet[edge.to] = true
        }
    }

    /// Far from overflow for thousands of figures.
    private static let large: Int128 = 10_000_000_000_000_000_000_000_000_000_000_000

    /// Figures that the levels they add up to do not meet, by their place in the timeline. None: all can be true. Otherwise a closer look
    /// tells, at each part of the timeline that has one.
    var broken: [Int] {
        edges.indices.filter { index in
            let edge = edges[index]
            let difference = levels[edge.to] - levels[edge.from]
            return edge.high != .max && difference > edge.high || edge.low != .min && difference < edge.low
        }
    }

    /// At most as many rounds as there are days; one where everything tallies. False also where levels run out of range on the way: a closer
    /// look settles that.
    var holds: Bool {
        var levels = levels
        for _ in 0...levels.count {
            var isStable = true
            for edge in edges {
                if edge.high != .max, levels[edge.to] > levels[edge.from] + edge.high {
                    levels[edge.to] = levels[edge.from] + edge.high
                    isStable = false
                }
                if edge.low != .min, levels[edge.from] > levels[edge.to] - edge.low {
                    levels[edge.from] = levels[edge.to] - edge.low
                    isStable = false
                }
                guard levels[edge.from] > -Self.lowest, levels[edge.to] > -Self.lowest else { return false }
            }
            if isStable { return true }
        }
        return false
    }

    /// Adding one more figure to a level above this overflows nothing.
    private static let lowest: Int128 = 100_000_000_000_000_000_000_000_000_000_000_000_000
}
