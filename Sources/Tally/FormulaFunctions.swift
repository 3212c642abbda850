import Ledger
import Numerics
import SourceText
import Syntax

extension FormulaEvaluator {
    mutating func call(_ node: FormulaNode, _ place: Place) -> FormulaValue {
        switch node {
        case .elsewhere(let elsewhere, let inner):
            guard let other = self.place(elsewhere, inner, place) else { return .absent }
            return value(inner, other)
        case .growth(let growth): return self.growth(growth, place)
        case .share(let inner): return share(inner, place)
        case .contribution(let inner, let isNominal): return isNominal ? contribution(inner, place) : .absent
        case .rank(let inner, let direction): return rank(inner, direction, place)
        case .progress(let function, let id, let toBase):
            return progress(function, CellKey(place.unit, id, place.period), toBase)
        default: return .absent
        }
    }

    private func place(_ elsewhere: FormulaNode.Elsewhere, _ inner: FormulaNode, _ place: Place) -> Place? {
        switch elsewhere {
        case .previous:
            return evaluator.ledger.adjacentPeriod(before: place.period).map { Place(unit: place.unit, period: $0) }
        case .lastYear: return place.period.lastYear.map { Place(unit: place.unit, period: $0) }
        case .yearToDate:
            if case .cell(let id, _) = inner, !evaluator.isToDate(id) { return place }
            return Place(unit: place.unit, period: Period(evaluator.ledger.yearStart(of: place.period), place.period.end))
        case .parent: return evaluator.units.parent(of: place.unit).map { Place(unit: $0, period: place.period) }
        }
    }

    private mutating func growth(_ growth: FormulaNode.Growth, _ place: Place) -> FormulaValue {
        let before = growth.isPeriodOnPeriod ? place.period.previous : place.period.lastYear
        if case .cell(let id, _) = growth.node {
            return self.growth(of: CellKey(place.unit, id, place.period), growth, before)
        }
        guard growth.isNominal, let before else { return .absent }
        let now = value(growth.node, place)
        let base = value(growth.node, Place(unit: place.unit, period: before))
        guard let x = now.level, let y = base.level else { return now.with(base, nil) }
        if growth.isInPoints { return now.with(base, x - y) }
        return now.with(base, y.isPositive ? x.quotient(y).map { $0.times(100) - .exactly(100) } : nil)
    }

    private mutating func growth(of key: CellKey, _ growth: FormulaNode.Growth, _ before: Period?) -> FormulaValue {
        let found: Growth?
        if growth.isForced {
            found = before.flatMap { evaluator.levelGrowth(key.unit, key.indicator, key.period, over: $0) }
        } else if growth.isPeriodOnPeriod {
            found = evaluator.periodOnPeriod(key.unit, key.indicator, key.period)
        } else {
            found = evaluator.firmYearOnYear(key.unit, key.indicator, key.period)
        }
        guard let found, found.isInPoints == growth.isInPoints else { return .absent }
        if let place = found.place {
            note(place)
        } else {
            note(key)
            if let before { note(CellKey(key.unit, key.indicator, before)) }
        }
        return FormulaValue(interval: found.interval)
    }

    private mutating func share(_ inner: FormulaNode, _ place: Place) -> FormulaValue {
        guard let parent = evaluator.units.parent(of: place.unit) else { return .absent }
        let part = value(inner, place)
        let whole = value(inner, Place(unit: parent, period: place.period))
        guard let x = part.level, let y = whole.level, y.isPositive else { return part.with(whole, nil) }
        return part.with(whole, x.quotient(y)?.times(100))
    }

    /// What the unit grew by, over its parent's base: the contributions of all sub-units are the parent's growth.
    private mutating func contribution(_ inner: FormulaNode, _ place: Place) -> FormulaValue {
        guard let parent = evaluator.units.parent(of: place.unit), let before = place.period.lastYear else { return .absent }
        var now = value(inner, place)
        var base = value(inner, Place(unit: place.unit, period: before))
        var whole = value(inner, Place(unit: parent, period: before))
        if case .cell(let id, let toBase) = inner {
            (base, now.interval) = withMerged(base, now, CellKey(place.unit, id, place.period), before, toBase)
            (whole, _) = withMerged(whole, .absent, CellKey(parent, id, place.period), before, toBase)
        }
        guard let x = now.level, let y = base.level, let z = whole.level, z.isPositive else { return now.with(base, nil) }
        return now.with(base, (x - y).quotient(z)?.times(100)).with(whole)
    }

    /// What is grown from and to, with the units merged into the cell's unit counted as `yoy` counts them.
    private mutating func withMerged(
        _ base: FormulaValue, _ now: FormulaValue, _ key: CellKey, _ before: Period, _ toBase: Fraction
    ) -> (base: FormulaValue, now: Interval?) {
        let merged = evaluator.mergedUnits(into: key.unit, key.indicator, by: key.period)
        guard !merged.isEmpty, base.level != nil else { return (base, now.interval) }
        guard let (level, rest) = evaluator.base(key.unit, key.indicator, before, of: key.period) else {
            return (base.with(nil), now.interval)
        }
        for unit in merged {
            note(CellKey(unit, key.indicator, before))
            if evaluator.isCounted(unit, key.indicator, key.period) { note(CellKey(unit, key.indicator, key.period)) }
        }
        return (base.with(level.multiplying(by: toBase)), now.interval.map { $0 + rest.multiplying(by: toBase) })
    }
}

extension FormulaValue {
    /// The same interval, with what is said of another operand.
    fileprivate func with(_ other: FormulaValue) -> FormulaValue { with(other, interval) }
}

extension Ledger {
    /// The adjacent period of the same length, for a day, month, quarter, half or year of the ledger's own; nil for others, and before 1900.
    public func adjacentPeriod(before period: Period) -> Period? {
        let isOrdinary = period.length != .other || period.shifted(byMonths: 1 - fiscalStart).map { $0.length != .other } ?? false
        return isOrdinary ? period.previous : nil
    }
}
