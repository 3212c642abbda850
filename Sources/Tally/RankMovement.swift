import Ledger
import Numerics

/// A place among siblings, and the place of the period before.
public struct RankMovement: Sendable {
    /// The place in the period that was asked about.
    public var rank: Rank
    /// A period ago; nil where there was none, or the year had only begun.
    public var before: Rank?

    /// By how many places the unit has come up; less than nothing where it fell back. Nil where there is nothing to compare with, and where
    /// others stand in the ranking than did before.
    public var places: Int? {
        before.flatMap { $0.known == rank.known ? $0.shown - rank.shown : nil }
    }
}

extension Evaluator {
    /// The place of a unit in a period and in the one before it, where there is one to compare with.
    public func rankMovement(
        _ unit: UnitID, _ id: IndicatorID, _ period: Period, since before: Period?, by measure: RankedBy
    ) -> RankMovement? {
        guard let rank = rank(unit, id, period, by: measure) else { return nil }
        return RankMovement(rank: rank, before: before.flatMap { self.rank(unit, id, $0, by: measure) })
    }
}

extension Ledger {
    /// What the issue before one on this period spoke of: the month, quarter or year before; for a half or a run of months from the year's
    /// start as much as had gone by a quarter or a month earlier.
    public func previousIssue(of period: Period) -> Period? {
        guard period.start == yearStart(of: period), let (first, count) = period.monthSpan, ![1, 3, 12].contains(count) else {
            return period.previous
        }
        let earlier = count - (count % 3 == 0 ? 3 : 1)
        return Period(period.start, .firstOfMonth(year: 0, month: first + earlier + 1))
    }
}
