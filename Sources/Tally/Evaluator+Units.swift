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
        var sums = ids.flatMap { id in periods.map { _ in UnitSum(traits(id).overUnits) } }
        for part in units.parts(of: unit) {
            let below = complete(part, ids, periods)
            for row in ids.indices {
                for index in periods.indices {
                    let cell = below[row][index]
                    sums[row * periods.count + index].add(cell, isExpected: isExpected(part, ids[row], periods[index], cell))
                }
            }
        }
        let isIncomplete = units.isIncomplete(unit)
        for (number, row) in open.enumerated() {
            let mayBeComplete = !isIncomplete && traits(ids[number]).overUnits != .cover
            for index in periods.indices {
                let sum = sums[number * periods.count + index]
                if rows[row][index].way == .absent, mayBeComplete, let whole = sum.whole { rows[row][index] = whole }
                if sum.reported > 0 || rows[row][index].way == .absent {
                    rows[row][index].reported = sum.reported
                    rows[row][index].expected = sum.expected
                }
            }
        }
    }

    /// Whether a sub-unit is to report: not outside its life, nor where it said that there is nothing, or nothing to report.
    private func isExpected(_ part: UnitID, _ id: IndicatorID, _ period: Period, _ cell: Cell) -> Bool {
        if cell.isNothing { return false }
        return cell.way != .absent || absence(part, id, period)?.absence != .exempt
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

/// Sums over sub-units, as the indicator's `over-units` says.
struct UnitSum {
    private let overUnits: OverUnits
    private var interval: Interval?
    private var values = 0
    private var isComplete = true
    private var hasParts = false
    private var status = Status.final
    private(set) var reported = 0
    private(set) var expected = 0

    init(_ overUnits: OverUnits) { self.overUnits = overUnits }

    /// Adds a sub-unit; one that is not known makes the sum partial.
    mutating func add(_ cell: Cell, isExpected: Bool) {
        if isExpected { expected += 1 }
        hasParts = true
        guard cell.isComplete, let part = cell.interval else {
            isComplete = false
            return
        }
        if isExpected { reported += 1 }
        guard !cell.isNothing || overUnits == .sum || overUnits == .cover else { return }
        if !cell.isNothing {
            values += 1
            status = min(status, cell.status)
        }
        include(part)
    }

    /// Adds what is known of a sub-unit that is itself partial.
    mutating func include(partial cell: Cell) {
        guard let part = cell.interval else { return }
        values += 1
        status = min(status, cell.status)
        include(part)
    }

    private mutating func include(_ part: Interval) {
        guard let known = interval else {
            interval = part
            return
        }
        switch overUnits {
        case .sum, .cover, .mean: interval = known + part
        case .max: interval = Interval.max(known, part)
        case .min: interval = Interval.min(known, part)
        case .none: break
        }
    }

    /// The whole, where every sub-unit is in.
    var whole: Cell? {
        guard isComplete, hasParts, let interval else { return nil }
        if values == 0 { return Cell(.nothing, .zero) }
        var cell = Cell(.units, overUnits == .mean ? interval.divided(by: Int128(values)) : interval)
        cell.status = status
        return cell
    }

    /// What is known of it: nil where nothing is, or where it says nothing of the whole.
    func known(isSigned: Bool) -> Cell? {
        guard let interval, values > 0 else { return nil }
        var cell: Cell
        switch overUnits {
        case .sum, .cover, .max: cell = Cell(.someUnits, isSigned ? interval.withoutLow.withoutHigh : interval.withoutHigh)
        case .min: cell = Cell(.someUnits, interval.withoutLow)
        case .mean, .none: return nil
        }
        cell.status = status
        cell.reported = reported
        cell.expected = expected
        return cell
    }
}
