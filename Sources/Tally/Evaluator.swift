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
    private var timelines: [TimelineKey: Timeline] = [:]
    private var knowledges: [TimelineKey: KnowledgeParts] = [:]
    private var scratch: [Figure] = []
    private var reach: [IndicatorID: [Reach]] = [:]
    private var plain = PlainSums()
    /// Rows of units with sub-units, for the periods that were asked last.
    private var rows: [TimelineKey: [Cell]] = [:]
    private var askedPeriods: [Period] = []
    private var asked: [Period: Int] = [:]
    private var isPrepared = false
    /// Enough for the neighbours of a question; a ledger has far more series than should be kept.
    private static let kept = 4096

    enum Layer { case firm, estimates }

    struct TimelineKey: Hashable {
        var unit: UnitID
        var indicator: IndicatorID
    }

    /// Cheap; it fills as it is asked.
    public init(_ tally: Tally) { self.tally = tally }

    var ledger: Ledger { tally.ledger }
    var units: UnitTree { tally.ledger.units }

    func indicator(_ id: IndicatorID) -> Indicator { tally.ledger.indicators[id] }

    func traits(_ id: IndicatorID) -> IndicatorTraits { tally.traits[id.index] }

    /// Forgets what was worked out; for after `freed` has grown.
    func forget() {
        timelines.removeAll(keepingCapacity: true)
        knowledges.removeAll(keepingCapacity: true)
        askedPeriods = []
        asked = [:]
        isPrepared = false
        rows.removeAll(keepingCapacity: true)
    }

    /// What is known of a cell. The cost grows with the sub-units that have to be asked.
    public func cell(_ unit: UnitID, _ indicator: IndicatorID, _ period: Period) -> Cell {
        cells(unit, indicator, [period])[0]
    }

    /// What is known of several periods at once, which costs little more than one.
    public func cells(_ unit: UnitID, _ indicator: IndicatorID, _ periods: [Period]) -> [Cell] {
        var cells = complete(unit, indicator, periods)
        for index in cells.indices where cells[index].way == .absent {
            cells[index] = incomplete(unit, indicator, periods[index])
        }
        return cells
    }

    /// Works out a roll-up of several indicators at once, unit by unit, so that the figures of a unit are read while they are near each
    /// other in memory. What is asked after that for units with sub-units and for any of these periods is there already.
    public func prepare(_ tops: [UnitID], _ indicators: [IndicatorID], _ periods: [Period]) {
        remember(periods)
        isPrepared = true
        for unit in tops { _ = complete(unit, indicators, periods) }
    }

    private func remember(_ periods: [Period]) {
        rows.removeAll(keepingCapacity: true)
        askedPeriods = periods
        asked = [:]
        for (index, period) in periods.enumerated() { asked[period] = index }
    }

    /// Ways (1) to (5); absent where none leads there.
    func complete(_ unit: UnitID, _ indicator: IndicatorID, _ periods: [Period]) -> [Cell] {
        complete(unit, [indicator], periods)[0]
    }

    /// The same for several indicators, a row each.
    func complete(_ unit: UnitID, _ indicators: [IndicatorID], _ periods: [Period]) -> [[Cell]] {
        let hasParts = units.hasParts(unit)
        if hasParts, let known = knownRows(unit, indicators, periods) { return known }
        let absent = periods.map { _ in Cell.absent }
        let isMortal = tally.lives[unit.index] != nil
        var rows = indicators.map { id in
            isMortal || isReached(unit, id) ? ownCells(unit, id, periods) : absent
        }
        let open = indicators.indices.filter { isMortal || isReached(unit, indicators[$0]) }
        for row in open where hasOperands(indicators[row]) { fillFromParts(unit, indicators[row], periods, &rows[row]) }
        if hasParts {
            sumUnits(unit, indicators, open.filter { rollsUp(indicators[$0]) }, periods, into: &rows)
        }
        for row in open where hasParts || hasOperands(indicators[row]) {
            for index in periods.indices where rows[row][index].way == .absent {
                rows[row][index] = joinedCells(unit, indicators[row], periods[index]) ?? .absent
            }
        }
        if hasParts, periods == askedPeriods {
            for (id, row) in zip(indicators, rows) { self.rows[TimelineKey(unit: unit, indicator: id)] = row }
        }
        return rows
    }

    /// Rows that were worked out before: a roll-up asks for a unit by itself, and again as a part of the one above.
    private func knownRows(_ unit: UnitID, _ indicators: [IndicatorID], _ periods: [Period]) -> [[Cell]]? {
        let positions = periods.compactMap { asked[$0] }
        guard positions.count == periods.count else {
            if periods.count > 1, !isPrepared { remember(periods) }
            return nil
        }
        var known: [[Cell]] = []
        for id in indicators {
            guard let row = rows[TimelineKey(unit: unit, indicator: id)] else { return nil }
            known.append(positions.map { row[$0] })
        }
        return known
    }

    private func fillFromParts(_ unit: UnitID, _ id: IndicatorID, _ periods: [Period], _ cells: inout [Cell]) {
        for index in cells.indices where cells[index].way == .absent {
            cells[index] = fromParts(unit, id, periods[index]) ?? .absent
        }
    }

    /// Whether the indicator has parts or is one.
    func hasOperands(_ id: IndicatorID) -> Bool { traits(id).hasParts || !tally.wholes[id.index].isEmpty }

    /// From the first to the last day that figures at or below a unit speak of.
    struct Reach {
        var start = Day(rawValue: .max)
        var end = Day(rawValue: .min)

        func overlaps(_ period: Period) -> Bool { start < period.end && period.start < end }

        /// False where it held the other already.
        mutating func include(_ other: Reach) -> Bool {
            guard other.start < start || other.end > end else { return false }
            start = min(start, other.start)
            end = max(end, other.end)
            return true
        }
    }

    /// Whether any figure at or below the unit bears on the indicator.
    func isReached(_ unit: UnitID, _ id: IndicatorID) -> Bool {
        let reach = reach(unit, id)
        return reach.start < reach.end
    }

    func reach(_ unit: UnitID, _ id: IndicatorID) -> Reach {
        if let known = reach[id] { return known[unit.index] }
        var reached = Array(repeating: Reach(), count: units.count)
        for indicator in [id] + operandLists(id).joined() {
            for start in tally.unitsWithFigures(of: indicator) {
                guard let series = ledger.figures.find(start, indicator) else { continue }
                let own = Reach(start: ledger.figures[series].firstDay, end: ledger.figures[series].lastEnd)
                var unit: UnitID? = start
                while let at = unit, reached[at.index].include(own) { unit = units[at].parent }
            }
        }
        if reach.count > 64 { reach.removeAll() }
        reach[id] = reached
        return reached[unit.index]
    }

    /// Whether values of sub-units make that of their unit.
    func rollsUp(_ id: IndicatorID) -> Bool {
        switch traits(id).overUnits {
        case .sum, .mean, .max, .min, .cover: true
        case .none: false
        }
    }

    /// The figures that stand in a series; kept once made. Nil where there are none.
    func timeline(_ unit: UnitID, _ indicator: IndicatorID) -> Timeline? {
        guard let id = ledger.figures.find(unit, indicator) else { return nil }
        let key = TimelineKey(unit: unit, indicator: indicator)
        if let known = timelines[key] { return known }
        let timeline = Timeline(standing(id), measures: ledger.measures)
        if timelines.count > Self.kept { timelines.removeAll(keepingCapacity: true) }
        timelines[key] = timeline
        return timeline
    }

    func standing(_ id: SeriesID) -> StandingFinder {
        ledger.figures.load(id, into: &scratch)
        let needsFilter = tally.asOf != nil || !freed.isEmpty || layer == .estimates
        if needsFilter {
            scratch.removeAll { figure in
                !tally.wasKnown(figure) || freed.contains(figure.id) || layer == .estimates && figure.status != .estimate
            }
        }
        if layer == .estimates { for index in scratch.indices { scratch[index].status = .reported } }
        let series = ledger.figures[id]
        // A rate speaks of its period as it is; flows and stocks only of the unit's life.
        let life = traits(series.indicator).nature == .rate ? nil : tally.lives[series.unit.index]
        return StandingFinder(scratch, life: life, measures: ledger.measures)
    }

    /// Ways (1) and (2) for several periods.
    private func ownCells(_ unit: UnitID, _ indicator: IndicatorID, _ periods: [Period]) -> [Cell] {
        let isOrdinary = layer == .firm && freed.isEmpty && tally.asOf == nil && tally.lives[unit.index] == nil
        guard isOrdinary, traits(indicator).isAdditiveOverTime, let id = ledger.figures.find(unit, indicator),
            plain.load(id, ledger.figures)
        else { return periods.map { own(unit, indicator, $0) } }
        let measure = ledger.measures[plain.measure]
        return periods.map { plain.cell($0, measure) }
    }

    /// Whether a series can neither contradict itself nor look like a slip; quick, and false where that takes a closer look.
    func isPlainAndSmooth(_ id: SeriesID) -> Bool {
        layer == .firm && tally.asOf == nil && plain.load(id, ledger.figures) && plain.isSmooth
    }

    /// Ways (1) and (2), and what a unit's life settles.
    func own(_ unit: UnitID, _ indicator: IndicatorID, _ period: Period) -> Cell {
        let nature = traits(indicator).nature
        if nature == .stock { return ownReading(unit, indicator, period) }
        guard let asked = clipped(period, unit, nature) else { return Cell(.outsideLife, .zero) }
        guard let timeline = timeline(unit, indicator) else { return .absent }
        if traits(indicator).isAdditiveOverTime {
            return timeline.value(asked) ?? .absent
        }
        return timeline.index(of: asked).map { timeline.cell($0) } ?? .absent
    }

    private func ownReading(_ unit: UnitID, _ indicator: IndicatorID, _ period: Period) -> Cell {
        let timeline = timeline(unit, indicator)
        if let life = tally.lives[unit.index], period.end <= life.start || period.end > life.end {
            // The year in which it closed may be stated all the same.
            return timeline?.index(stating: period).flatMap { timeline?.cell($0) } ?? Cell(.outsideLife, .zero)
        }
        guard let timeline, let index = timeline.reading(endingAt: period.end, preferring: period) else { return .absent }
        return timeline.cell(index)
    }

    /// Flows count only within the unit's life; nil where none of the period lies in it. A rate speaks of what it says.
    func clipped(_ period: Period, _ unit: UnitID, _ nature: Nature) -> Period? {
        guard let life = tally.lives[unit.index] else { return period }
        guard let clipped = period.clipped(to: life) else { return nature == .rate ? period : nil }
        return nature == .rate ? period : clipped
    }

    /// Which periods are known, and by which ways.
    struct KnowledgeParts {
        var own: Knowledge
        var parts: Knowledge
        var units: Knowledge
        var all: Knowledge
    }

    func knowledge(_ unit: UnitID, _ indicator: IndicatorID) -> KnowledgeParts {
        let key = TimelineKey(unit: unit, indicator: indicator)
        if let known = knowledges[key] { return known }
        let own = ownKnowledge(unit, indicator)
        let parts = partsKnowledge(unit, indicator)
        let below = unitsKnowledge(unit, indicator)
        let found = KnowledgeParts(own: own, parts: parts, units: below, all: own.joined(with: parts).joined(with: below))
        if knowledges.count > Self.kept { knowledges.removeAll(keepingCapacity: true) }
        knowledges[key] = found
        return found
    }

    private func ownKnowledge(_ unit: UnitID, _ indicator: IndicatorID) -> Knowledge {
        guard let timeline = timeline(unit, indicator) else { return .none }
        let periods = timeline.standing.map(\.period)
        return Knowledge(days: Timeline.days(of: timeline.standing), joining: periods)
    }

    private func partsKnowledge(_ unit: UnitID, _ indicator: IndicatorID) -> Knowledge {
        var all = Knowledge.none
        for others in operandLists(indicator) {
            let known = others.map { ownKnowledge(unit, $0) }
            all = all.joined(with: .met(known.map { one in (one.days, { one.class(of: $0) }) }))
        }
        return all
    }

    private func unitsKnowledge(_ unit: UnitID, _ indicator: IndicatorID) -> Knowledge {
        guard rollsUp(indicator), traits(indicator).overUnits != .cover, !units.isIncomplete(unit) else { return .none }
        let parts = units.parts(of: unit)
        guard !parts.isEmpty else { return .none }
        return .met(
            parts.map { part in
                let known = knowledge(part, indicator).all
                guard let life = tally.lives[part.index] else { return (known.days, { known.class(of: $0) }) }
                return (
                    known.days + [life.start, life.end].filter { known.position(of: $0) == nil },
                    { day in
                        // Outside its life a unit has nothing, so that those days are one with the day it opened, or closed.
                        let inside = min(max(day, life.start), life.end)
                        return known.class(of: inside) ?? (inside == life.start ? -1 : inside == life.end ? -2 : nil)
                    }
                )
            }.map { ($0.0.sorted(), $0.1) })
    }
}
