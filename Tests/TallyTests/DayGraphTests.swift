import Ledger
import Numerics
import Testing

@testable import Tally

struct DayGraphTests {
    private struct Edge {
        var from: Int
        var to: Int
        var interval: Interval
    }

    /// A figure as a value alone: where it stands, and what of.
    private struct Way: Equatable {
        var steps: [Int]
        var sum: Interval
    }

    /// The fewest figures, and among those the narrowest: layer by layer over all edges, in their order.
    private static func reference(_ edges: [Edge], dayCount: Int, from: Int, to: Int) -> Way? {
        var reached: [Int: (layer: Int, way: Way)] = [from: (0, Way(steps: [], sum: .zero))]
        for layer in 0..<dayCount where reached[to] == nil {
            for (number, edge) in edges.enumerated() {
                for (a, b, sign) in [(edge.from, edge.to, 1), (edge.to, edge.from, -1)] {
                    guard let known = reached[a], known.layer == layer, reached[b].map({ $0.layer > layer }) ?? true else { continue }
                    let sum = sign > 0 ? known.way.sum + edge.interval : known.way.sum - edge.interval
                    if let other = reached[b], !sum.isNarrower(than: other.way.sum) { continue }
                    reached[b] = (layer + 1, Way(steps: known.way.steps + [sign * (number + 1)], sum: sum))
                }
            }
        }
        return reached[to]?.way
    }

    /// Series of a few days with figures of every length and accuracy, so that there are many ways and ties.
    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func theWayIsTheFewestAndTheNarrowest(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let width = Int.random(in: 3...14, using: &random)
        var lines: [String] = []
        for _ in 0..<Int.random(in: 1...22, using: &random) {
            let first = Int.random(in: 1..<width, using: &random)
            let last = Int.random(in: first..<width, using: &random)
            let number = ["7", "70", "7.0", "7.00", "700"].randomElement(using: &random) ?? "7"
            lines.append("2024-03-\(two(first))..2024-03-\(two(last))  镇\n    产值  \(number) 万元\n")
        }
        let tallied = Tallied("indicator 产值\n    measure 万元\n\n" + lines.joined(separator: "\n"))
        let timeline = try #require(tallied.evaluator.timeline(try tallied.unit("镇"), try tallied.indicator("产值")))
        let days = Timeline.days(of: timeline.standing)
        let graph = DayGraph(timeline.standing, days)
        let edges = try timeline.standing.map { standing in
            Edge(
                from: try #require(days.firstIndex(of: standing.period.start)), to: try #require(days.firstIndex(of: standing.period.end)),
                interval: timeline.interval(standing))
        }
        for from in days.indices {
            for to in days.indices {
                let steps = graph.path(from: from, to: to) { edges[$0].interval }
                let found = steps.map { steps in
                    Way(steps: steps.map { ($0.index + 1) * ($0.isSubtracted ? -1 : 1) }, sum: timeline.sum(steps))
                }
                #expect(found == Self.reference(edges, dayCount: days.count, from: from, to: to), "\(lines) \(from) \(to)")
            }
        }
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
