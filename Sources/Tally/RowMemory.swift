import Ledger
import Numerics

/// Rows of cells that were worked out: a roll-up asks for a unit by itself, and again as a part of the one above. They are kept for the
/// periods that were asked together last, or that were prepared.
struct RowMemory {
    private var rows: [Evaluator.SeriesKey: [Cell]] = [:]
    private var periods: [Period] = []
    private var position: [Period: Int] = [:]
    private var isPrepared = false
    /// Cells that were asked by themselves: rules and claims come back to the same sums again and again.
    private var lone: [CellKey: Cell] = [:]

    /// Keeps rows of these periods from now on, and no others.
    mutating func prepare(_ periods: [Period]) {
        remember(periods)
        isPrepared = true
    }

    private mutating func remember(_ periods: [Period]) {
        rows.removeAll(keepingCapacity: true)
        self.periods = periods
        position = [:]
        for (index, period) in periods.enumerated() { position[period] = index }
    }

    /// The rows of a unit, if all of them are there for all the periods.
    mutating func find(_ unit: UnitID, _ indicators: [IndicatorID], _ periods: [Period]) -> [[Cell]]? {
        let positions = periods.compactMap { position[$0] }
        guard positions.count == periods.count else {
            if periods.count > 1, !isPrepared { remember(periods) }
            return periods.count == 1 && indicators.count == 1 ? lone[CellKey(unit, indicators[0], periods[0])].map { [[$0]] } : nil
        }
        var found: [[Cell]] = []
        for id in indicators {
            guard let row = rows[Evaluator.SeriesKey(unit: unit, indicator: id)] else { return nil }
            found.append(positions.map { row[$0] })
        }
        return found
    }

    /// One cell, if it is there.
    func find(_ unit: UnitID, _ indicator: IndicatorID, _ period: Period) -> Cell? {
        guard let position = position[period] else { return lone[CellKey(unit, indicator, period)] }
        return rows[Evaluator.SeriesKey(unit: unit, indicator: indicator)]?[position]
    }

    /// Keeps rows that were worked out for just the periods that are being kept.
    mutating func keep(_ cells: [[Cell]], _ unit: UnitID, _ indicators: [IndicatorID], _ periods: [Period]) {
        guard periods == self.periods else {
            if periods.count == 1, indicators.count == 1 { keep(cells[0][0], CellKey(unit, indicators[0], periods[0])) }
            return
        }
        for (id, row) in zip(indicators, cells) { rows[Evaluator.SeriesKey(unit: unit, indicator: id)] = row }
    }

    private mutating func keep(_ cell: Cell, _ key: CellKey) {
        if lone.count >= Evaluator.kept { lone.removeAll(keepingCapacity: true) }
        lone[key] = cell
    }
}
