import Ledger
import Numerics
import Syntax

extension Evaluator {
    /// Way (4) for one indicator.
    func sumUnits(_ unit: UnitID, _ id: IndicatorID, _ periods: [Period], into cells: inout [Cell]) {
        var rows = [cells]
        sumUnits(unit, [id], [0], periods, into: &rows)
        cells = rows[0]
    }

    /// Way (4): asks all sub-units for the periods, and makes their sum where all are in. Counts them for every period. `open` are the
    /// rows that roll up.
    func sumUnits(_ unit: UnitID, _ indicators: [IndicatorID], _ open: [Int], _ periods: [Period], into rows: inout [[Cell]]) {
        guard !open.isEmpty else { return }
        let ids = open.map { indicators[$0] }
        var sums = UnitSums(ids, periods, self)
        for part in units.parts(of: unit) { sums.add(part, self) }
        sums.finish()
        let isIncomplete = units.isIncomplete(unit)
        for (number, row) in open.enumerated() {
            let mayBeComplete = !isIncomplete && traits(ids[number]).overUnits != .cover
            for index in periods.indices {
                let sum = sums.sum(number, index, ledger.measures)
                if rows[row][index].way == .absent, mayBeComplete, let whole = sum.whole { rows[row][index] = whole }
                if sum.reported > 0 || rows[row][index].way == .absent {
                    rows[row][index].reported = sum.reported
                    rows[row][index].expected = sum.expected
                }
            }
        }
    }

    /// Whether a sub-unit is to report: not outside its life, nor where it said that there is nothing, or nothing to report.
    func isExpected(_ part: UnitID, _ id: IndicatorID, _ period: Period, _ cell: Cell) -> Bool {
        if cell.isNothing { return false }
        guard cell.way == .absent, reach(part, id).overlaps(period) else { return true }
        return absence(part, id, period)?.absence != .exempt
    }

    /// Why a cell has no value, where a figure for just this period says so.
    func absence(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> (absence: Absence, figure: FigureID)? {
        guard let timeline = timeline(unit, id) else { return nil }
        let asked = clipped(period, unit, traits(id).nature) ?? period
        guard let standing = timeline.absent.first(where: { $0.period == asked }), let absence = standing.figure.form.absence
        else { return nil }
        return (absence, standing.figure.id)
    }
}
