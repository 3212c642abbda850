import Ledger
import Numerics
import Syntax

extension Evaluator {
    /// A level that one step of published growth leads to.
    struct GrowthStep {
        /// The period whose level is known by the ways before.
        var from: Period
        var interval: Interval
        var status: Status
    }

    /// Way (6): last year's level from this year's and the published growth, or the other way round; one step, never a chain of years. Only under
    /// nominal growth, and not for units that others were merged into, whose growth is measured from more than their own level.
    func growthStep(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> GrowthStep? {
        guard !tally.publishedGrowth.isEmpty, indicator(id).growth == .nominal, predecessors(of: unit).isEmpty else { return nil }
        if let next = period.shifted(byMonths: 12), next.lastYear == period,
            let published = tally.publishedGrowth[CellKey(unit, id, next)], let known = known(unit, id, next),
            let level = level(known.interval, before: published, id)
        {
            return GrowthStep(from: next, interval: level, status: known.status)
        }
        if let before = period.lastYear, let published = tally.publishedGrowth[CellKey(unit, id, period)],
            let known = known(unit, id, before), let level = level(known.interval, after: published, id)
        {
            return GrowthStep(from: before, interval: level, status: known.status)
        }
        return nil
    }

    func suppliedByGrowth(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Cell? {
        guard let step = growthStep(unit, id, period) else { return nil }
        var cell = Cell(.growth, step.interval)
        cell.status = step.status
        (cell.reported, cell.expected) = (1, 1)
        return cell
    }

    private func known(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> (interval: Interval, status: Status)? {
        let cell = complete(unit, id, [period])[0]
        guard cell.isComplete, !cell.isNothing, let interval = cell.interval else { return nil }
        return (interval, cell.status)
    }

    private func level(_ now: Interval, before growth: PublishedGrowth, _ id: IndicatorID) -> Interval? {
        guard !growth.isEstimate, growth.isInPoints == isGrowthInPoints(id) else { return nil }
        if growth.isInPoints { return now - growth.interval.times(Int128(ledger.measures[traits(id).measure].factor)) }
        let factor = growth.interval + .exactly(100)
        // Growth over a base that is not above zero means nothing.
        guard now.isPositive, factor.isPositive else { return nil }
        return now.times(100).quotient(factor)
    }

    private func level(_ base: Interval, after growth: PublishedGrowth, _ id: IndicatorID) -> Interval? {
        guard !growth.isEstimate, growth.isInPoints == isGrowthInPoints(id) else { return nil }
        if growth.isInPoints { return base + growth.interval.times(Int128(ledger.measures[traits(id).measure].factor)) }
        return base.isPositive ? base.grown(byPercent: growth.interval) : nil
    }
}
