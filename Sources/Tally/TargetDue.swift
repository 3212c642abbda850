import Ledger
import Numerics

extension Evaluator {
    /// What the targets of the year ask for in a part of it: of a flow the share that falls due in the period, of a stock or a rate the
    /// level due at its end. In quanta; nil where there is no target, or nothing divides the year.
    public func due(_ unit: UnitID, _ id: IndicatorID, in period: Period) -> Interval? {
        if let own = tally.targets.issued(CellKey(unit, id, period)).lazy.compactMap({ self.level(of: $0) }).first { return own }
        guard let end = dueToDate(unit, id, period) else { return nil }
        let start = ledger.yearStart(of: period)
        guard traits(id).nature == .flow, start < period.start else { return end }
        guard let before = dueToDate(unit, id, Period(start, period.start)) else { return nil }
        return end - before
    }

    /// What they ask for from the year's start to the period's end.
    private func dueToDate(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Interval? {
        let toDate = ledger.toDate(period)
        if let own = tally.targets.issued(CellKey(unit, id, toDate)).lazy.compactMap({ self.level(of: $0) }).first { return own }
        guard let schedule = schedule(unit, id, toDate), let whole = target(unit, id, ledger.year(of: toDate)) else { return nil }
        return whole.product(schedule.percent)?.divided(by: 100)
    }
}
