import Ledger
import Numerics

/// From when to when figures at or below a unit with sub-units speak of an indicator: of all such units and all indicators, found in one pass
/// over the series as they lie in memory.
struct ReachTable: Sendable {
    /// By row of a unit, then indicator.
    private var dense: [Reach] = []
    /// By unit, where its row starts; negative for those without sub-units.
    private var starts: [Int] = []
    /// In place of the rows, where most of what they would hold is empty.
    private var sparse = KeyTable<SeriesKey, Reach>()
    private let isSparse: Bool

    /// `mostRoom` is how many places a ledger with few series may take, filled or not.
    init(_ ledger: Ledger, mostRoom: Int = 1 << 20) {
        let (units, indicatorCount) = (ledger.units, ledger.indicators.count)
        var count = 0
        starts = units.ids.map { unit in
            guard units.hasParts(unit) else { return -1 }
            count += indicatorCount
            return count - indicatorCount
        }
        isSparse = count > max(mostRoom, 4 * ledger.figures.series.count)
        if !isSparse { dense = Array(repeating: Reach(), count: count) }
        for series in ledger.figures.series { include(series, units) }
    }

    private mutating func include(_ series: Series, _ units: UnitTree) {
        let own = Reach(start: series.firstDay, end: series.lastEnd)
        var unit: UnitID? = starts[series.unit.index] >= 0 ? series.unit : units.parent(of: series.unit)
        while let at = unit {
            // A unit has no parts where all that lies in it is `apart`.
            if starts[at.index] >= 0, !include(own, at, series.indicator) { return }
            unit = units.parent(of: at)
        }
    }

    private mutating func include(_ own: Reach, _ unit: UnitID, _ id: IndicatorID) -> Bool {
        if isSparse { return sparse.change(SeriesKey(unit, id), from: Reach()) { $0.include(own) } }
        return dense[starts[unit.index] + id.index].include(own)
    }

    /// Nil for a unit without sub-units.
    func reach(_ unit: UnitID, _ id: IndicatorID) -> Reach? {
        let start = starts[unit.index]
        guard start >= 0 else { return nil }
        return isSparse ? sparse[SeriesKey(unit, id)] ?? Reach() : dense[start + id.index]
    }
}
