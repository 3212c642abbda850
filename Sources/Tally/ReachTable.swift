import Ledger
import Numerics

/// From when to when figures at or below a unit with sub-units speak of an indicator: of all such units and all indicators, found in one pass
/// over the series as they lie in memory.
struct ReachTable: Sendable {
    /// By row of a unit, then indicator.
    private var reaches: [Reach]
    /// By unit, where its row starts; negative for those without sub-units.
    private var starts: [Int]
    /// More would cost more than it saves: then a reach is found when it is asked for.
    private static let mostReaches = 1 << 20

    /// Nil where there would be too many.
    init?(_ ledger: Ledger) {
        let (units, indicatorCount) = (ledger.units, ledger.indicators.count)
        var count = 0
        starts = units.ids.map { unit in
            guard units.hasParts(unit) else { return -1 }
            count += indicatorCount
            return count - indicatorCount
        }
        guard count <= Self.mostReaches else { return nil }
        reaches = Array(repeating: Reach(), count: count)
        for series in ledger.figures.series { include(series, units) }
    }

    private mutating func include(_ series: Series, _ units: UnitTree) {
        let own = Reach(start: series.firstDay, end: series.lastEnd)
        var unit = units.hasParts(series.unit) ? series.unit : units.parent(of: series.unit)
        while let at = unit {
            // A unit that is `apart` may be all that lies in another, which then has no parts.
            guard starts[at.index] < 0 || reaches[starts[at.index] + series.indicator.index].include(own) else { return }
            unit = units.parent(of: at)
        }
    }

    /// Nil for a unit without sub-units.
    func reach(_ unit: UnitID, _ id: IndicatorID) -> Reach? {
        let start = starts[unit.index]
        return start < 0 ? nil : reaches[start + id.index]
    }
}
