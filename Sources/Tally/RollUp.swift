import Ledger
import Numerics
import SourceText

/// Rows of cells that several evaluators have worked out, for others to go on from.
public struct RolledUp: Sendable {
    /// The cells of a unit with sub-units, for the periods that were asked.
    struct Row: Sendable {
        var unit: UnitID
        var indicator: IndicatorID
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

    fileprivate mutating func add(_ row: Row) { rows.change(row.indicator, from: []) { $0.append(row) } }
}

extension Tally {
    /// Rolls up what lies below units, on all threads, each of which takes whole branches of the tree: their figures lie near each other, so
    /// that indicators shared out instead would have every thread go over all of them. Hands on the rows of the branches, and of units that
    /// are to be `shown`, with their parts. Empty where there is but one thread, or too much of the tree in one branch.
    public func rollUp(
        below tops: [UnitID], _ indicators: [IndicatorID], _ periods: [Period], shown: [UnitID], threads: Int
    ) -> RolledUp {
        var rolled = RolledUp(periods)
        guard threads > 1, !periods.isEmpty else { return rolled }
        let branches = branches(below: tops, threads: threads)
        let wanted = KeySet(branches + shown + shown.flatMap { ledger.units.parts(of: $0) })
        let shares = parallelShares(of: branches.count, min(branches.count, Self.sharesPerThread * threads), threads: threads) { share in
            let evaluator = Evaluator(self)
            evaluator.prepare(Array(branches[share]), indicators, periods)
            return evaluator.rows.rows(of: wanted)
        }
        for rows in shares.joined() { rolled.add(rows) }
        return rolled
    }

    /// So many leave no thread without work at the end.
    private static let sharesPerThread = 4

    /// Units with sub-units, none below another, that hold most of what lies below the tops, and none of them more than a thread's share.
    private func branches(below tops: [UnitID], threads: Int) -> [UnitID] {
        let (units, sizes) = (ledger.units, sizes())
        let total = tops.reduce(0) { $0 + sizes[$1.index] }
        var branches = tops.filter { units.hasParts($0) }
        var isDone = false
        while !isDone {
            isDone = true
            branches = branches.flatMap { branch in
                guard sizes[branch.index] > total / (Self.sharesPerThread * threads) else { return [branch] }
                let below = units.parts(of: branch).filter { units.hasParts($0) }
                guard isMost(below, of: sizes[branch.index], sizes) else { return [branch] }
                isDone = false
                return below
            }
        }
        let isShared = branches.allSatisfy { sizes[$0.index] <= total / threads }
        return isShared && isMost(branches, of: total, sizes) ? branches : []
    }

    private func isMost(_ branches: [UnitID], of total: Int, _ sizes: [Int]) -> Bool {
        branches.reduce(0) { $0 + sizes[$1.index] } > total / 4 * 3
    }

    /// By unit, how many are rolled up into it, and itself.
    private func sizes() -> [Int] {
        let units = ledger.units
        var sizes = Array(repeating: 1, count: units.count)
        for unit in units.ids.reversed() { for part in units.parts(of: unit) { sizes[unit.index] += sizes[part.index] } }
        return sizes
    }
}
