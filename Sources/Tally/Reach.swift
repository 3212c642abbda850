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

    /// From the first to the last day that figures at or below the unit speak of the indicator, its parts or its whole.
    func reach(_ unit: UnitID, _ id: IndicatorID) -> Reach {
        var reach = figuresReach(unit, id)
        if hasOperands(id) {
            for operand in tally.operands[id.index].joined() { _ = reach.include(figuresReach(unit, operand)) }
        }
        return reach
    }

    private func figuresReach(_ unit: UnitID, _ id: IndicatorID) -> Reach {
        if let known = tally.reaches.reach(unit, id) { return known }
        guard let series = ledger.figures.find(unit, id).map({ ledger.figures[$0] }) else { return Reach() }
        return Reach(start: series.firstDay, end: series.lastEnd)
    }
}
