import Ledger
import Numerics

extension Evaluator {
    /// Way (3): the whole from its parts, or a part from the whole and the other parts, all reported or joined.
    /// `besides` leaves a breakdown out, for holding that very breakdown against what else is known.
    func fromParts(_ unit: UnitID, _ id: IndicatorID, _ period: Period, besides: Tally.Breakdown? = nil) -> Cell? {
        for parts in indicator(id).parts where Tally.Breakdown(whole: id, parts: parts) != besides {
            if let cell = combine(unit, period, adding: parts, subtracting: []) { return cell }
        }
        for breakdown in tally.wholes[id.index]
        where breakdown != besides && breakdown.parts.filter({ $0 == id }).count == 1 {
            let others = breakdown.parts.filter { $0 != id }
            if let cell = combine(unit, period, adding: [breakdown.whole], subtracting: others) { return cell }
        }
        return nil
    }

    private func combine(_ unit: UnitID, _ period: Period, adding: [IndicatorID], subtracting: [IndicatorID]) -> Cell? {
        var sum = Interval.zero
        var result = Cell(.parts)
        var hasValue = false
        for (id, isSubtracted) in adding.map({ ($0, false) }) + subtracting.map({ ($0, true) }) {
            let cell = own(unit, id, period)
            guard cell.isComplete, cell.way != .outsideLife, let interval = cell.interval else { return nil }
            sum = isSubtracted ? sum - interval : sum + interval
            hasValue = hasValue || !cell.isNothing
            result.status = min(result.status, cell.status)
        }
        result.interval = sum
        if !hasValue { return Cell(.nothing, .zero) }
        result.reported = 1
        result.expected = 1
        return result
    }
}
