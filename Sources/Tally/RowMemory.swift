import Ledger
import Numerics

/// Rows of cells that were worked out: a roll-up asks for a unit by itself, and again as a part of the one above. They are kept for the
/// periods that were asked together last, or that were prepared; so are cells of units with sub-units that were asked by themselves.
struct RowMemory {
    private var rows = KeyTable<SeriesKey, [Cell]>()
    private var periods: [Period] = []
    private var positions = KeyTable<Period, Int>()
    private var isPrepared = false
    /// Cells that were asked by themselves: rules and claims come back to the same sums again and again.
    private var lone = KeyTable<CellKey, Cell>()

    /// Keeps rows of these periods from now on, and no others.
    mutating func prepare(_ periods: [Period]) {
        remember(periods)
        isPrepared = true
    }

    /// Takes over what others have worked out for the prepared periods.
    mutating func add(_ known: [RolledUp.Row]) {
        for row in known { rows.set(SeriesKey(row.unit, row.indicator), row.cells) }
    }

    /// Of what is kept for the prepared periods, the rows of these units.
    func rows(of units: KeySet<UnitID>) -> [RolledUp.Row] {
        zip(rows.keys, rows.values).compactMap { key, cells in
            units.contains(key.unit) ? RolledUp.Row(unit: key.unit, indicator: key.indicator, cells: cells) : nil
        }
    }

    private mutating func remember(_ periods: [Period]) {
        rows.removeAll()
        self.periods = periods
        positions.removeAll()
        for (index, period) in periods.enumerated() { positions.set(period, index) }
    }

    /// A few periods are compared faster than one is hashed.
    private func position(of period: Period) -> Int? { periods.count <= 16 ? periods.firstIndex(of: period) : positions[period] }

    /// The rows of a unit, if all of them are there for all the periods.
    mutating func find(_ unit: UnitID, _ indicators: [IndicatorID], _ periods: [Period]) -> [[Cell]]? {
        let positions = periods.compactMap { position(of: $0) }
        guard positions.count == periods.count else {
            if !isPrepared { remember(periods) }
            return nil
        }
        var found: [[Cell]] = []
        for id in indicators {
            guard let row = rows[SeriesKey(unit, id)] else { return nil }
            found.append(positions.map { row[$0] })
        }
        return found
    }

    /// One cell, if it is there.
    func find(_ unit: UnitID, _ indicator: IndicatorID, _ period: Period) -> Cell? {
        if let position = position(of: period), let row = rows[SeriesKey(unit, indicator)] {
            return row[position]
        }
        return lone[CellKey(unit, indicator, period)]
    }

    /// Keeps rows that were worked out for just the periods that are being kept.
    mutating func keep(_ cells: [[Cell]], _ unit: UnitID, _ indicators: [IndicatorID], _ periods: [Period]) {
        guard periods == self.periods else { return }
        for (id, row) in zip(indicators, cells) { rows.set(SeriesKey(unit, id), row) }
    }

    /// Keeps a cell that was asked by itself.
    mutating func keep(_ cell: Cell, _ unit: UnitID, _ indicator: IndicatorID, _ period: Period) {
        if lone.count >= Evaluator.kept { lone.removeAll() }
        lone.set(CellKey(unit, indicator, period), cell)
    }
}
