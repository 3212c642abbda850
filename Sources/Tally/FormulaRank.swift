import Ledger
import Numerics
import Syntax

extension FormulaEvaluator {
    /// The place among the siblings of the same kind: 1, 2, 2, 4. An interval from the best to the worst possible place, in which a
    /// sibling without a value may stand anywhere (“Claims” in docs/format.md).
    mutating func rank(_ inner: FormulaNode, _ better: Direction, _ place: Place) -> FormulaValue {
        guard better != .none, let siblings = siblings(of: place) else { return .absent }
        let own = value(inner, place)
        guard let level = own.level else { return own.with(nil) }
        let mine = better == .higher ? level : -level
        var best = 1
        var likely = 1
        var worst = 1
        for sibling in siblings {
            let other = value(inner, Place(unit: sibling, period: place.period))
            guard let level = other.level.map({ better == .higher ? $0 : -$0 }) else {
                worst += 1
                continue
            }
            if mine.isBelow(level) { best += 1 }
            if mine.compareValue(level) < 0 { likely += 1 }
            if mine.mayBeBelow(level) { worst += 1 }
        }
        let middle = Swift.min(Swift.max(best, likely), worst)
        return own.with(Interval(low: Int128(best), value: Int128(middle), high: Int128(worst), scale: 0))
    }

    /// The other units under the same parent, of the same kind and alive; nil where a place among them says nothing.
    private func siblings(of place: Place) -> [UnitID]? {
        let units = evaluator.units
        guard let parent = units.parent(of: place.unit), units[parent].isComplete != false else { return nil }
        let siblings = evaluator.rankedSiblings(place.unit, place.period).filter { $0 != place.unit }
        return siblings.isEmpty ? nil : siblings
    }
}

extension Interval {
    /// Whether some number here is less than some number there.
    func mayBeBelow(_ other: Interval) -> Bool {
        guard hasLow, other.hasHigh else { return true }
        return Interval(low: low, value: low, high: low, scale: scale)
            .isBelow(Interval(low: other.high, value: other.high, high: other.high, scale: other.scale))
    }
}
