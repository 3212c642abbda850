/// The ways of “Where a value comes from” again, slowly and obviously, over the figures of a random world. Where several joins are equally good any of them will
/// do, so that a cell is a set of intervals, in 元.
final class NaiveWorld {
    struct Span: Hashable {
        var low: Int
        var high: Int

        static func + (a: Span, b: Span) -> Span { Span(low: a.low + b.low, high: a.high + b.high) }
        static func - (a: Span, b: Span) -> Span { Span(low: a.low - b.high, high: a.high - b.low) }
    }

    private struct Key: Hashable {
        var unit: Int
        var indicator: Int
        var months: Range<Int>
    }

    private let world: RandomWorld
    private var joined: [Key: Set<Span>] = [:]
    private var complete: [Key: Set<Span>] = [:]

    init(_ world: RandomWorld) { self.world = world }

    /// Ways (1) to (5); empty where none leads there.
    func cell(_ unit: Int, _ indicator: Int, _ months: Range<Int>) -> Set<Span> {
        let key = Key(unit: unit, indicator: indicator, months: months)
        if let known = complete[key] { return known }
        var found = withoutJoining(unit, indicator, months)
        if found.isEmpty, !isStock(indicator) {
            let ends = (0...RandomWorld.monthCount).flatMap { a in (a + 1..<RandomWorld.monthCount + 1).map { a..<$0 } }
            var edges: [(Range<Int>, Set<Span>)] = []
            for end in ends { edges.append((end, withoutJoining(unit, indicator, end))) }
            found = shortest(months, edges.filter { !$0.1.isEmpty })
        }
        complete[key] = found
        return found
    }

    private func isStock(_ indicator: Int) -> Bool { RandomWorld.indicators[indicator] == "余额" }

    private func withoutJoining(_ unit: Int, _ indicator: Int, _ months: Range<Int>) -> Set<Span> {
        let own = own(unit, indicator, months)
        if !own.isEmpty { return own }
        let parts = fromParts(unit, indicator, months)
        if !parts.isEmpty { return parts }
        let below = world.units.indices.filter { world.units[$0].parent == unit }
        guard !below.isEmpty else { return [] }
        return below.reduce([Span(low: 0, high: 0)]) { sums, part in
            let cells = cell(part, indicator, months)
            return Set(sums.flatMap { sum in cells.map { sum + $0 } })
        }
    }

    private func fromParts(_ unit: Int, _ indicator: Int, _ months: Range<Int>) -> Set<Span> {
        guard indicator < 3 else { return [] }
        let others = [0, 1, 2].filter { $0 != indicator }.map { own(unit, $0, months) }
        return Set(others[0].flatMap { a in others[1].map { indicator == 0 ? a + $0 : a - $0 } })
    }

    /// Ways (1) and (2).
    private func own(_ unit: Int, _ indicator: Int, _ months: Range<Int>) -> Set<Span> {
        let key = Key(unit: unit, indicator: indicator, months: months)
        if let known = joined[key] { return known }
        let series = world.blocks.filter { $0.unit == unit && $0.indicator == indicator }
        var found: Set<Span> = []
        if let stated = series.first(where: { $0.months == months }) {
            found = [stated.span]
        } else if isStock(indicator) {
            found = narrowest(Set(series.filter { $0.months.upperBound == months.upperBound }.map(\.span)))
        } else {
            found = narrowest(shortest(months, series.map { ($0.months, [$0.span]) }))
        }
        joined[key] = found
        return found
    }

    private func narrowest(_ spans: Set<Span>) -> Set<Span> {
        let least = spans.map { $0.high - $0.low }.min()
        return spans.filter { $0.high - $0.low == least }
    }

    /// The sums of all joins of the fewest edges.
    private func shortest(_ months: Range<Int>, _ edges: [(Range<Int>, Set<Span>)]) -> Set<Span> {
        var layer: [Int: Set<Span>] = [months.lowerBound: [Span(low: 0, high: 0)]]
        var seen: Set<Int> = [months.lowerBound]
        while !layer.isEmpty {
            if let found = layer[months.upperBound] { return found }
            var next: [Int: Set<Span>] = [:]
            for (at, sums) in layer {
                for (edge, spans) in edges {
                    for sum in sums {
                        if edge.lowerBound == at, !seen.contains(edge.upperBound) {
                            next[edge.upperBound, default: []].formUnion(spans.map { sum + $0 })
                        }
                        if edge.upperBound == at, !seen.contains(edge.lowerBound) {
                            next[edge.lowerBound, default: []].formUnion(spans.map { sum - $0 })
                        }
                    }
                }
            }
            seen.formUnion(next.keys)
            layer = next
        }
        return []
    }
}

extension RandomWorld.Block {
    /// What the number states, in 元.
    var span: NaiveWorld.Span {
        let parts = number.split(separator: ".").map(String.init)
        let decimals = parts.count > 1 ? parts[1].count : 0
        let steps = Int(parts.joined()) ?? 0
        let step = (0..<decimals).reduce(measure == "亿元" ? 100_000_000 : 10_000) { step, _ in step / 10 }
        return NaiveWorld.Span(low: steps * step - step / 2, high: steps * step + step / 2)
    }
}
