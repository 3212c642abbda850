import Ledger
import Numerics
import Syntax

extension Evaluator {
    /// Way (4): asks all sub-units, and makes their sum where all are in. Counts them either way.
    func sumUnits(_ unit: UnitID, _ id: IndicatorID, _ period: Period, into cell: inout Cell) {
        let overUnits = traits(id).overUnits
        var sum = UnitSum(overUnits)
        for part in units.parts(of: unit) {
            let below = complete(part, id, period)
            sum.add(below, isExpected: isExpected(part, id, period, below))
        }
        enter(sum, mayBeComplete: overUnits != .cover && !units.isIncomplete(unit), into: &cell)
    }

    private func enter(_ sum: UnitSum, mayBeComplete: Bool, into cell: inout Cell) {
        if cell.way == .absent, mayBeComplete, let whole = sum.whole { cell = whole }
        if sum.reported > 0 || cell.way == .absent { (cell.reported, cell.expected) = (sum.reported, sum.expected) }
    }

    /// The same for several indicators and periods. `open` are the rows that roll up.
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
                enter(sums.sum(number, index, ledger.measures), mayBeComplete: mayBeComplete, into: &rows[row][index])
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
