import Ledger
import Numerics

/// From the first to the last day that figures at or below a unit speak of.
struct Reach {
    var start = Day(rawValue: .max)
    var end = Day(rawValue: .min)

    func overlaps(_ period: Period) -> Bool { start < period.end && period.start < end }

    /// False where it held the other already.
    mutating func include(_ other: Reach) -> Bool {
        guard other.start < start || other.end > end else { return false }
        start = min(start, other.start)
        end = max(end, other.end)
        return true
    }
}

extension Evaluator {
    /// Whether any figure at or below the unit bears on the indicator.
    func isReached(_ unit: UnitID, _ id: IndicatorID) -> Bool {
        let reach = reach(unit, id)
        return reach.start < reach.end
    }

    /// How many reaches are remembered, of all units each, however many units there are.
    private static let mostReaches = 1 << 21

    func reach(_ unit: UnitID, _ id: IndicatorID) -> Reach {
        if let known = reaches[id.index] { return known[unit.index] }
        if !hasOperands(id) {
            if let known = tally.reaches?.reach(unit, id) { return known }
            if !units.hasParts(unit) {
                guard let series = ledger.figures.find(unit, id).map({ ledger.figures[$0] }) else { return Reach() }
                return Reach(start: series.firstDay, end: series.lastEnd)
            }
        }
        var reached = Array(repeating: Reach(), count: units.count)
        for indicator in [id] + tally.operands[id.index].joined() {
            for id in tally.series(of: indicator) {
                let series = ledger.figures[id]
                let own = Reach(start: series.firstDay, end: series.lastEnd)
                var unit: UnitID? = series.unit
                while let at = unit, reached[at.index].include(own) { unit = units.parent(of: at) }
            }
        }
        if reachCount > max(64, Self.mostReaches / units.count) { (reaches, reachCount) = (Array(repeating: nil, count: reaches.count), 0) }
        reaches[id.index] = reached
        reachCount += 1
        return reached[unit.index]
    }
}
