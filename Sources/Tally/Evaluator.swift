import Ledger
import Numerics
import Syntax

/// Answers what a cell is. Keeps what it has worked out, so that asking for neighbours costs little; one thread uses one evaluator.
///
/// Ways (1) to (5) of the language in order, then estimates, then what is only partial.
public final class Evaluator {
    /// What it answers from.
    public let tally: Tally
    /// Figures left free, as if their values were not known: those at fault in contradictions already reported.
    var freed: Set<FigureID> = []
    /// Whether estimates are asked about, by themselves.
    var layer = Layer.firm
    var timelines: [SeriesKey: Timeline] = [:]
    var knowledges: [SeriesKey: KnowledgeParts] = [:]
    /// By indicator, then unit; made when it is asked for.
    var reaches: [[Reach]?]
    var reachCount = 0
    var scratch: [Figure] = []
    var plain = PlainSums()
    private var grid = PlainGrid()
    private var rows = RowMemory()
    var computedCells: [CellKey: Cell] = [:]
    var formulaWork = FormulaWork()
    /// How many computed cells the derivation at hand lies in.
    var computedLevels = 0
    /// Enough for the neighbours of a question; a ledger has far more series than should be kept.
    static let kept = 4096

    enum Layer { case firm, estimates }

    struct SeriesKey: Hashable {
        var unit: UnitID
        var indicator: IndicatorID
    }

    /// Cheap; it fills as it is asked.
    public init(_ tally: Tally) {
        self.tally = tally
        reaches = Array(repeating: nil, count: tally.ledger.indicators.count)
    }

    var ledger: Ledger { tally.ledger }
    var units: UnitTree { tally.ledger.units }

    func indicator(_ id: IndicatorID) -> Indicator { tally.ledger.indicators[id] }

    func traits(_ id: IndicatorID) -> IndicatorTraits { tally.traits[id.index] }

    /// Forgets what was worked out; for after `freed` has grown.
    func forget() {
        timelines.removeAll(keepingCapacity: true)
        knowledges.removeAll(keepingCapacity: true)
        rows = RowMemory()
        computedCells.removeAll(keepingCapacity: true)
    }

    /// What is known of a cell. The cost grows with the sub-units that have to be asked.
    public func cell(_ unit: UnitID, _ indicator: IndicatorID, _ period: Period) -> Cell {
        tally.isComputed(indicator) ? computedCell(unit, indicator, period) : ordinaryCell(unit, indicator, period)
    }

    /// What is known of several periods at once, which costs little more than one.
    public func cells(_ unit: UnitID, _ indicator: IndicatorID, _ periods: [Period]) -> [Cell] {
        if tally.isComputed(indicator) { return periods.map { computedCell(unit, indicator, $0) } }
        return ordinaryCells(unit, indicator, periods)
    }

    /// A cell of which nothing is asked but what makes it complete: absent where it is only partly known.
    func completeCell(_ unit: UnitID, _ indicator: IndicatorID, _ period: Period) -> Cell {
        if tally.isComputed(indicator) { return computedCell(unit, indicator, period) }
        return complete(unit, indicator, period)
    }

    /// The same as though no indicator were computed.
    func ordinaryCells(_ unit: UnitID, _ indicator: IndicatorID, _ periods: [Period]) -> [Cell] {
        if periods.count == 1 { return [ordinaryCell(unit, indicator, periods[0])] }
        var cells = complete(unit, indicator, periods)
        for index in cells.indices where cells[index].way == .absent {
            cells[index] = incomplete(unit, indicator, periods[index])
        }
        return cells
    }

    func ordinaryCell(_ unit: UnitID, _ indicator: IndicatorID, _ period: Period) -> Cell {
        let cell = complete(unit, indicator, period)
        return cell.way == .absent ? incomplete(unit, indicator, period) : cell
    }

    /// Works out a roll-up of several indicators at once, unit by unit, so that the figures of a unit are read while they are near each
    /// other in memory. What is asked after that for units with sub-units and for any of these periods is there already.
    public func prepare(_ tops: [UnitID], _ indicators: [IndicatorID], _ periods: [Period]) {
        rows.prepare(periods)
        let operands = indicators.flatMap { tally.formulas.compiled[$0.index]?.indicators ?? [] }
        let all = indicators + Set(operands).subtracting(indicators).sorted()
        for unit in tops { _ = complete(unit, all, periods) }
    }

    /// Ways (1) to (5); absent where none leads there.
    func complete(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Cell {
        guard mayKnow(unit, id, period) else { return .absent }
        let (hasParts, hasOperands) = (units.hasParts(unit), hasOperands(id))
        if hasParts, let known = rows.find(unit, id, period) { return known }
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

    private func mayKnow(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Bool {
        if tally.lives[unit.index] != nil { return true }
        let reach = reach(unit, id)
        return tally.hasMortalUnits ? reach.start < reach.end : reach.overlaps(period)
    }

    /// Whether any of the cells may be known: figures speak of some day of a period, or a unit's life settles what they do not.
    private func mayKnow(_ unit: UnitID, _ id: IndicatorID, _ periods: [Period]) -> Bool {
        if tally.lives[unit.index] != nil { return true }
        let reach = reach(unit, id)
        return tally.hasMortalUnits ? reach.start < reach.end : periods.contains { reach.overlaps($0) }
    }

    private func fillFromParts(_ unit: UnitID, _ id: IndicatorID, _ periods: [Period], _ cells: inout [Cell]) {
        for index in cells.indices where cells[index].way == .absent {
            cells[index] = fromParts(unit, id, periods[index]) ?? .absent
        }
    }

    /// By column of the unit's grid: whether its series can neither contradict itself nor look like a slip. Nil where the unit has no plain
    /// grid: then each series takes a closer look.
    func smoothColumns(_ unit: UnitID) -> [Bool]? {
        guard layer == .firm, tally.asOf == nil, grid.load(unit, ledger.figures) else { return nil }
        return grid.smoothColumns()
    }

    /// Whether the indicator has parts or is one.
    func hasOperands(_ id: IndicatorID) -> Bool { traits(id).hasParts || !tally.wholes[id.index].isEmpty }

    /// Whether values of sub-units make that of their unit.
    func rollsUp(_ id: IndicatorID) -> Bool {
        switch traits(id).overUnits {
        case .sum, .mean, .max, .min, .cover: true
        case .none: false
        }
    }
}
