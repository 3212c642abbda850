import Ledger
import Numerics
import Tally

/// What a shown number says, so that a page can lead from it to the lines behind it.
public enum CellSource: Hashable, Sendable {
    /// The value of a cell.
    case value(CellKey)
    /// Its growth on a year ago.
    case yearOnYear(CellKey)
    /// Its growth on the period before.
    case periodOnPeriod(CellKey)
    /// Its share of the parent unit's.
    case share(CellKey)
    /// How its unit stands with its target: completion, schedule, lead and what is still to come.
    case progress(CellKey)
    /// Its place among its siblings.
    case rank(CellKey, by: RankedBy)
    /// So many items of a register, as they stand at the end of a day.
    case items([ItemID], on: Day)
    /// The sum over units that lie apart from each other.
    case group([UnitID], IndicatorID, Period)
    /// The growth of such a sum on another period.
    case groupGrowth([UnitID], IndicatorID, Period, on: Period)
}
