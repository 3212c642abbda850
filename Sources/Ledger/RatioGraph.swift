/// Which dimensions have ratios of which others in them.
///
/// Nothing may be a ratio of itself, at whatever distance: amounts of it would be amounts of amounts without end. Linear in the ratios.
struct RatioGraph {
    /// A measure that is amounts of one dimension over amounts of another.
    struct Ratio {
        var measure: Int
        var dimension: Int
        /// The dimensions of what it is made of.
        var sides: [Int]
    }

    enum Reason { case circle, depth }

    /// Those without which no dimension is made of itself, nor of ratios too deep inside each other.
    private(set) var refused: [(measure: Int, reason: Reason)] = []
    private let ratios: [Ratio]
    private var isRefused: [Bool]
    private var byDimension: [[Int]]
    private var states: [State]

    private enum State {
        case unseen, open
        /// How many ratios lie inside each other in it.
        case done(depth: Int)
    }

    /// A dimension on the way down, and how far its ratios have been looked at.
    private struct Step {
        var dimension: Int
        /// What its ratios are made of, one after another.
        var sides: [(ratio: Int, dimension: Int)]
        var next = 0
        var depth = 0
    }

    /// Dimensions are numbers below `dimensionCount`.
    init(_ ratios: [Ratio], dimensionCount: Int) {
        self.ratios = ratios
        isRefused = Array(repeating: false, count: ratios.count)
        byDimension = Array(repeating: [], count: dimensionCount)
        states = Array(repeating: .unseen, count: dimensionCount)
        for (index, ratio) in ratios.enumerated() { byDimension[ratio.dimension].append(index) }
        for ratio in ratios { if case .unseen = states[ratio.dimension] { walk(from: ratio.dimension) } }
    }

    private mutating func walk(from start: Int) {
        var way = [step(start)]
        while let last = way.indices.last {
            guard way[last].next < way[last].sides.count else {
                states[way[last].dimension] = .done(depth: way[last].depth)
                way.removeLast()
                continue
            }
            let (ratio, side) = way[last].sides[way[last].next]
            if isRefused[ratio] {
                way[last].next += 1
                continue
            }
            switch states[side] {
            case .unseen where !byDimension[side].isEmpty:
                way.append(step(side))
                continue
            case .unseen: way[last].depth = max(way[last].depth, 1)
            case .open: refuse(ratio, .circle)
            case .done(RatioSides.deepest): refuse(ratio, .depth)
            case .done(let depth): way[last].depth = max(way[last].depth, depth + 1)
            }
            way[last].next += 1
        }
    }

    private mutating func step(_ dimension: Int) -> Step {
        states[dimension] = .open
        let sides = byDimension[dimension].flatMap { index in ratios[index].sides.map { (ratio: index, dimension: $0) } }
        return Step(dimension: dimension, sides: sides)
    }

    private mutating func refuse(_ ratio: Int, _ reason: Reason) {
        isRefused[ratio] = true
        refused.append((ratios[ratio].measure, reason))
    }
}
