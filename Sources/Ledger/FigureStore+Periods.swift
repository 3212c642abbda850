import Numerics
import Syntax

extension FigureStore {
    /// What the lines of a block have in common.
    public struct BlockHead: Sendable {
        /// Of whom the block speaks.
        public var unit: UnitID
        /// Of when.
        public var period: Period
        /// How firm it is.
        public var status: Status
        /// The day it was reported; the period's last where none was stated.
        public var knownOn: Day
    }

    /// For each indicator the periods that its figures speak of, in blocks that `accepts` takes; absences do not count. What can be asked of a
    /// block is asked once a block.
    public func periods(indicatorCount: Int, where accepts: (BlockHead) -> Bool) -> [Set<Period>] {
        var seenIn: [Period: [Bool]] = [:]
        var settled: Set<PeriodLayout> = []
        // Files go from unit to unit within a period: most runs are like the one before.
        var last: PeriodLayout?
        for run in runs {
            let key = PeriodLayout(period: run.period, layout: run.layout)
            guard let unit = run.unit, key != last, !settled.contains(key),
                accepts(BlockHead(unit: unit, period: run.period, status: run.status, knownOn: run.knownOn))
            else { continue }
            var seen = seenIn.removeValue(forKey: run.period) ?? Array(repeating: false, count: indicatorCount)
            for (row, column) in layouts.table[run.layout].enumerated()
            where column.indicator != LoadedPiece.unknown && run.forms[row].absence == nil {
                seen[Int(column.indicator)] = true
            }
            seenIn[run.period] = seen
            // Runs that list the same for the same period add nothing to one that has a value everywhere.
            if !run.hasAbsence {
                settled.insert(key)
                last = key
            }
        }
        var periods = Array(repeating: Set<Period>(), count: indicatorCount)
        for (period, seen) in seenIn {
            for index in seen.indices where seen[index] { periods[index].insert(period) }
        }
        return periods
    }

    private struct PeriodLayout: Hashable {
        var period: Period
        var layout: LayoutID
    }
}
