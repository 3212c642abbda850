import Ledger
import Numerics
import Syntax

/// Answers what a cell is. Keeps what it has worked out, so that asking for neighbours costs little; one thread uses one evaluator.
///
/// Ways (1) to (5) of the language in order, then estimates, then what is only partial.
public final class Evaluator {
    /// What it answers from.
    public let tally: Tally
    // SAFETY of `exclusivity(unchecked)`: only the evaluator changes what it keeps, and it asks nothing of itself meanwhile. It is looked at
    // too often to be guarded each time.
    /// Figures left free, as if their values were not known: those at fault in contradictions already reported.
    @exclusivity(unchecked) var freed = KeySet<FigureID>()
    /// Whether estimates are asked about, by themselves.
    @exclusivity(unchecked) var layer = Layer.firm
    @exclusivity(unchecked) var timelines = KeyTable<SeriesKey, Timeline>()
    @exclusivity(unchecked) var knowledges = KeyTable<SeriesKey, KnowledgeParts>()
    @exclusivity(unchecked) var scratch: [Figure] = []
    @exclusivity(unchecked) var plain = PlainMemory()
    @exclusivity(unchecked) private var grid = PlainGrid()
    @exclusivity(unchecked) var rows = RowMemory()
    @exclusivity(unchecked) var rankings = RankingMemory()
    @exclusivity(unchecked) var computedCells = KeyTable<CellKey, Cell>()
    var formulaWork = FormulaWork()
    /// How many computed cells the derivation at hand lies in.
    var computedLevels = 0
    /// Enough for the neighbours of a question; a ledger has far more series than should be kept.
    static let kept = 4096

    enum Layer { case firm, estimates }

    /// Empty; it fills as it is asked.
    public init(_ tally: Tally) { self.tally = tally }

    var ledger: Ledger { tally.ledger }
    var units: UnitTree { tally.ledger.units }

    func indicator(_ id: IndicatorID) -> Indicator { tally.ledger.indicators[id] }

    /// Its breakdowns, without a copy of all else that is known of it.
    func parts(of id: IndicatorID) -> [[IndicatorID]] { tally.ledger.indicators.indicators[id.index].parts }

    /// What it includes, likewise.
    func includes(of id: IndicatorID) -> [IndicatorID] { tally.ledger.indicators.indicators[id.index].includes }

    func traits(_ id: IndicatorID) -> IndicatorTraits { tally.traits[id.index] }

    /// Forgets what was worked out; for after `freed` has grown.
    func forget() {
        timelines.removeAll()
        knowledges.removeAll()
        rows = RowMemory()
        rankings.removeAll()
        computedCells.removeAll()
    }

    /// What is known of a cell. The cost grows with the sub-units that have to be asked.
    public func cell(_ unit: UnitID, _ indicator: IndicatorID, _ period: Period) -> Cell {
        tally.isComputed(indicator) ? computedCell(unit, indicator, period) : ordinaryCell(unit, indicator, period)
    }

    /// The same, without asking sub-units how many of them are in where a figure states the value.
    func statedCell(_ unit: UnitID, _ indicator: IndicatorID, _ period: Period) -> Cell {
        if !tally.isComputed(indicator), case let own = ownCell(unit, indicator, period), own.way == .reported { return own }
        return cell(unit, indicator, period)
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
    /// other in memory. What is asked after that for units with sub-units and for any of these periods is there already. Goes on from what was
    /// rolled up of them, if anything.
    public func prepare(_ tops: [UnitID], _ indicators: [IndicatorID], _ periods: [Period], from rolled: RolledUp = RolledUp()) {
        rows.prepare(periods)
        let operands = tally.behind(indicators.compactMap { tally.formulas.compiled[$0.index] }).indicators
        let all = indicators + Set(operands).subtracting(indicators).sorted()
        for id in all { rows.add(rolled.rows(of: id, for: periods)) }
        for unit in tops { _ = complete(unit, all, periods) }
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
