import Ledger
import Numerics
import SourceText
import Syntax

extension Evaluator {
    /// Way (6): the level of a year ago and the published growth make this one's, or the level of a year on and its growth. One step, and
    /// only from levels known by the ways before; only where growth is nominal, as other rates are not about the published levels.
    func fromGrowth(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Cell? {
        guard layer == .firm, !tally.publishedGrowth.isEmpty, traits(id).growth == .nominal else { return nil }
        return forward(unit, id, period) ?? backward(unit, id, period)
    }

    /// What stands at the other end of the step.
    func growthStep(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Period? {
        if let before = period.lastYear, forward(unit, id, period) != nil { return before }
        return backward(unit, id, period) != nil ? period.nextYear : nil
    }

    private func forward(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Cell? {
        guard let published = usable(unit, id, period), let before = period.lastYear else { return nil }
        let level = complete(unit, id, before)
        guard level.isComplete, let (base, merged) = base(unit, id, before, of: period) else { return nil }
        if isGrowthInPoints(id) { return supplied(base + published.interval.times(pointFactor(id)), level, published) }
        guard base.isPositive, let factor = published.factor, let now = base.product(factor) else { return nil }
        return supplied(now.divided(by: 100) - merged, level, published)
    }

    private func backward(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Cell? {
        guard let after = period.nextYear, after.lastYear == period, let published = usable(unit, id, after) else { return nil }
        // What the merged units had is not to be told from the unit's own.
        guard predecessors(of: unit).isEmpty else { return nil }
        let level = complete(unit, id, after)
        guard level.isComplete, !level.isNothing, let now = level.interval else { return nil }
        if isGrowthInPoints(id) { return supplied(now - published.interval.times(pointFactor(id)), level, published) }
        guard now.isPositive, let factor = published.factor, let base = now.times(100).quotient(factor) else { return nil }
        return supplied(base, level, published)
    }

    /// Growth as a source states it; nil where a later revision has replaced the number that it was stated beside.
    func published(_ key: CellKey) -> PublishedGrowth? {
        guard let published = tally.publishedGrowth[key], !published.isContradicted else { return nil }
        guard let figure = ownCell(key.unit, key.indicator, key.period).figure, ledger.figures.firmness(of: figure).isRevision else {
            return published
        }
        return published.isRevision && published.knownOn >= ledger.figures.knownOn(of: figure) ? published : nil
    }

    /// Published growth in what the growth of the indicator is in; an estimate enters no derived value.
    private func usable(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> PublishedGrowth? {
        guard let published = published(CellKey(unit, id, period)), published.status != .estimate else { return nil }
        return published.isInPoints == isGrowthInPoints(id) ? published : nil
    }

    private func supplied(_ interval: Interval, _ level: Cell, _ published: PublishedGrowth) -> Cell {
        var cell = Cell(.growth, interval)
        cell.status = min(level.status, published.status)
        (cell.reported, cell.expected) = (1, 1)
        return cell
    }

    /// Quanta of the indicator in one percentage point: 10 ‰ of one in ‰.
    func pointFactor(_ id: IndicatorID) -> Int128 {
        let measure = ledger.measures[traits(id).measure]
        return measure.kind == .points ? Int128(measure.factor) : ledger.quantaPerCent
    }
}

extension PublishedGrowth {
    /// 108 (107.95 … 108.05) for +8.0%; nil where nothing, or less, may be left.
    fileprivate var factor: Interval? {
        let factor = interval + .exactly(100)
        return factor.isPositive ? factor : nil
    }
}

extension Ledger {
    /// Quanta in 1 %: ‰ are smaller.
    var quantaPerCent: Int128 { measures.find("%").map { Int128(measures[$0].factor) } ?? 1 }
}
