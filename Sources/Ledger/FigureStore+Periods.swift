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

    /// For each indicator the periods that its figures speak of, each once, in blocks that `accepts` takes; absences do not count. What can
    /// be asked of a block is asked once a block.
    public func periods(indicatorCount: Int, where accepts: (BlockHead) -> Bool) -> [[Period]] {
        var seenIn = KeyTable<Period, [Bool]>()
        var settled = KeySet<PeriodLayout>()
        // Files go from unit to unit within a period: most runs are like the one before.
        var last: PeriodLayout?
        for run in runs {
            let key = PeriodLayout(period: run.period, layout: run.layout)
            guard let unit = run.unit, key != last, !settled.contains(key),
                accepts(BlockHead(unit: unit, period: run.period, status: run.status, knownOn: run.knownOn))
            else { continue }
            seenIn.change(run.period, from: Array(repeating: false, count: indicatorCount)) { seen in
                for (row, column) in layouts.table[run.layout].enumerated()
                where column.indicator != LoadedPiece.unknown && run.forms[row].absence == nil {
                    seen[Int(column.indicator)] = true
                }
            }
            // Runs that list the same for the same period add nothing to one that has a value everywhere.
            if !run.hasAbsence {
                settled.insert(key)
                last = key
            }
        }
        return (0..<indicatorCount).map { index in
            zip(seenIn.keys, seenIn.values).compactMap { period, seen in seen[index] ? period : nil }
        }
    }

    private struct PeriodLayout: TableKey, Equatable {
        var period: Period
        var layout: LayoutID

        var words: (UInt64, UInt64) { (UInt64(layout.rawValue), period.words.0) }
    }
}
