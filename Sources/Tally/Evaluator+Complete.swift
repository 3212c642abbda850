import Ledger
import Numerics

/// What is wholly known of cells.
extension Evaluator {
    /// Ways (1) to (5); absent where none leads there.
    func complete(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Cell {
        let (hasParts, hasOperands) = (units.hasParts(unit), hasOperands(id))
        if hasParts, let known = rows.find(unit, id, period) { return known }
        guard mayKnow(unit, id, CollectionOfOne(period)) else { return .absent }
        var cell = ownCell(unit, id, period)
        if hasOperands, cell.way == .absent { cell = fromParts(unit, id, period) ?? .absent }
        if hasParts, rollsUp(id) { sumUnits(unit, id, period, into: &cell) }
        if hasParts || hasOperands, cell.way == .absent { cell = joinedCells(unit, id, period) ?? .absent }
        if hasParts { rows.keep(cell, unit, id, period) }
        return cell
    }

    /// The same for several periods.
    func complete(_ unit: UnitID, _ id: IndicatorID, _ periods: [Period]) -> [Cell] { complete(unit, [id], periods)[0] }

    /// The same for several indicators, a row each. What each unit has is looked at once for all of them.
    func complete(_ unit: UnitID, _ indicators: [IndicatorID], _ periods: [Period]) -> [[Cell]] {
        let hasParts = units.hasParts(unit)
        if hasParts, let known = rows.find(unit, indicators, periods) { return known }
        let absent = periods.map { _ in Cell.absent }
        let open = indicators.indices.filter { mayKnow(unit, indicators[$0], periods) }
        var cells = indicators.map { _ in absent }
        for row in open { cells[row] = ownCells(unit, indicators[row], periods) }
        for row in open where hasOperands(indicators[row]) { fillFromParts(unit, indicators[row], periods, &cells[row]) }
        if hasParts {
            sumUnits(unit, indicators, open.filter { rollsUp(indicators[$0]) }, periods, into: &cells)
        }
        for row in open where hasParts || hasOperands(indicators[row]) {
            for index in periods.indices where cells[row][index].way == .absent {
                cells[row][index] = joinedCells(unit, indicators[row], periods[index]) ?? .absent
            }
        }
        if hasParts { rows.keep(cells, unit, indicators, periods) }
        return cells
    }

    /// Whether any of the cells may be known: figures speak of some day of a period, or a unit's life settles what they do not.
    private func mayKnow(_ unit: UnitID, _ id: IndicatorID, _ periods: some Collection<Period>) -> Bool {
        if tally.lives[unit.index] != nil { return true }
        let reach = reach(unit, id)
        return tally.hasMortalUnits ? reach.start < reach.end : periods.contains { reach.overlaps($0) }
    }

    private func fillFromParts(_ unit: UnitID, _ id: IndicatorID, _ periods: [Period], _ cells: inout [Cell]) {
        for index in cells.indices where cells[index].way == .absent {
            cells[index] = fromParts(unit, id, periods[index]) ?? .absent
        }
    }
}
