import Ledger
import Numerics
import SourceText

/// Rows of cells that several evaluators have worked out, for others to go on from.
public struct RolledUp: Sendable {
    /// The cells of a unit with sub-units, for the periods that were asked.
    struct Row: Sendable {
        var unit: UnitID
        var cells: [Cell]
    }

    private let periods: [Period]
    private var rows = KeyTable<IndicatorID, [Row]>()

    /// Nothing yet, for these periods.
    public init(_ periods: [Period] = []) { self.periods = periods }

    /// Whether there is nothing to go on from.
    public var isEmpty: Bool { rows.isEmpty }

    /// None for other periods than those it was made for.
    func rows(of id: IndicatorID, for periods: [Period]) -> [Row] { periods == self.periods ? rows[id] ?? [] : [] }

    fileprivate mutating func add(_ known: KeyTable<SeriesKey, [Cell]>) {
        for (key, cells) in zip(known.keys, known.values) {
            rows.change(key.indicator, from: []) { $0.append(Row(unit: key.unit, cells: cells)) }
        }
    }
}

extension Tally {
    /// Rolls up what lies below units, on all threads, each of which takes whole branches of the tree: their figures lie near each other, so
    /// that indicators shared out instead would have every thread go over all of them. Empty where there is but one thread, or too much of the
    /// tree in one branch.
    public func rollUp(below tops: [UnitID], _ indicators: [IndicatorID], _ periods: [Period], threads: Int) -> RolledUp {
        var rolled = RolledUp(periods)
        guard threads > 1, !periods.isEmpty else { return rolled }
        let branches = branches(below: tops, threads: threads)
        for rows in branches.parallelMap(shareSize: 1, threads: threads, { self.rows(of: $0, indicators, periods) }) { rolled.add(rows) }
        return rolled
    }

    private func rows(of branch: UnitID, _ indicators: [IndicatorID], _ periods: [Period]) -> KeyTable<SeriesKey, [Cell]> {
        let evaluator = Evaluator(self)
        evaluator.prepare([branch], indicators, periods)
        return evaluator.rows.known
    }

    /// Units with sub-units, none below another, that are enough to keep the threads at work.
    private func branches(below tops: [UnitID], threads: Int) -> [UnitID] {
        let units = ledger.units
        var branches = tops.filter { units.hasParts($0) }
        while branches.count < 4 * threads {
            let below = branches.flatMap { units.parts(of: $0) }.filter { units.hasParts($0) }
            if below.isEmpty { return [] }
            branches = below
        }
        let sizes = sizes()
        let total = tops.reduce(0) { $0 + sizes[$1.index] }
        return branches.allSatisfy { sizes[$0.index] <= total / threads } ? branches : []
    }

    /// By unit, how many lie at or below it.
    private func sizes() -> [Int] {
        let units = ledger.units
        var sizes = Array(repeating: 1, count: units.count)
        for unit in units.ids.reversed() {
            if let parent = units.parent(of: unit) { sizes[parent.index] += sizes[unit.index] }
        }
        return sizes
    }
}
