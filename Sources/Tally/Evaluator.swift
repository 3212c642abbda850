import Ledger
import Numerics
import Syntax

/// Answers what a cell is. Keeps what it has worked out, so that asking for neighbours costs little; one thread uses one evaluator.
///
/// Ways (1) to (5) of the language in order, then estimates, then what is only partial.
public final class Evaluator {
    public let tally: Tally
    /// Figures left free, as if their values were not known: those at fault in contradictions already reported.
    var freed: Set<FigureID> = []
    /// Whether estimates are asked about, by themselves.
    var layer = Layer.firm
    private var timelines: [TimelineKey: Timeline] = [:]
    private var knowledges: [TimelineKey: KnowledgeParts] = [:]
    private var scratch: [Figure] = []
    private var reach: [IndicatorID: [Bool]] = [:]
    /// Enough for the neighbours of a question; a ledger has far more series than should be kept.
    private static let kept = 4096

    enum Layer { case firm, estimates }

    struct TimelineKey: Hashable {
        var unit: UnitID
        var indicator: IndicatorID
    }

    public init(_ tally: Tally) { self.tally = tally }

    var ledger: Ledger { tally.ledger }
    var units: UnitTree { tally.ledger.units }

    func indicator(_ id: IndicatorID) -> Indicator { tally.ledger.indicators[id] }

    /// Forgets what was worked out; for after `freed` has grown.
    func forget() {
        timelines.removeAll(keepingCapacity: true)
        knowledges.removeAll(keepingCapacity: true)
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

    /// Ways (1) to (5); absent where none leads there.
    func complete(_ unit: UnitID, _ indicator: IndicatorID, _ periods: [Period]) -> [Cell] {
        guard isReached(unit, indicator) || units[unit].life != nil else { return periods.map { _ in .absent } }
        var cells = periods.map { own(unit, indicator, $0) }
        for index in cells.indices where cells[index].way == .absent {
            cells[index] = fromParts(unit, indicator, periods[index]) ?? .absent
        }
        if units.hasParts(unit), rollsUp(indicator) {
            sumUnits(unit, indicator, periods, into: &cells)
        }
        for index in cells.indices where cells[index].way == .absent {
            cells[index] = joinedCells(unit, indicator, periods[index]) ?? .absent
        }
        return cells
    }

    /// Whether any figure at or below the unit bears on the indicator.
    func isReached(_ unit: UnitID, _ id: IndicatorID) -> Bool {
        if let known = reach[id] { return known[unit.index] }
        var reached = Array(repeating: false, count: units.count)
        for indicator in [id] + operandLists(id).joined() {
            for start in tally.unitsWithFigures(of: indicator) {
                var unit: UnitID? = start
                while let at = unit, !reached[at.index] {
                    reached[at.index] = true
                    unit = units[at].parent
                }
            }
        }
        if reach.count > 64 { reach.removeAll() }
        reach[id] = reached
        return reached[unit.index]
    }

    /// Whether values of sub-units make that of their unit.
    func rollsUp(_ id: IndicatorID) -> Bool {
        switch indicator(id).overUnits {
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
        return StandingFinder(scratch, life: units[ledger.figures[id].unit].life, measures: ledger.measures)
    }

    /// Ways (1) and (2), and what a unit's life settles.
    func own(_ unit: UnitID, _ indicator: IndicatorID, _ period: Period) -> Cell {
        let nature = self.indicator(indicator).nature
        if nature == .stock { return ownReading(unit, indicator, period) }
        guard let asked = clipped(period, unit, nature) else { return Cell(.outsideLife, .zero) }
        guard let timeline = timeline(unit, indicator) else { return .absent }
        if self.indicator(indicator).isAdditiveOverTime {
            guard let (way, interval, index) = timeline.value(asked) else { return .absent }
            return cell(way, interval, timeline, index, joining: asked)
        }
        guard let index = timeline.index(of: asked) else { return .absent }
        let figure = timeline.standing[index].figure
        return cell(figure.form.absence == nil ? .reported : .nothing, timeline.interval(timeline.standing[index]), timeline, index)
    }

    private func ownReading(_ unit: UnitID, _ indicator: IndicatorID, _ period: Period) -> Cell {
        if let life = units[unit].life, period.end <= life.start || period.end > life.end { return Cell(.outsideLife, .zero) }
        guard let timeline = timeline(unit, indicator), let index = timeline.reading(endingAt: period.end, preferring: period)
        else { return .absent }
        let figure = timeline.standing[index].figure
        return cell(figure.form.absence == nil ? .reported : .nothing, timeline.interval(timeline.standing[index]), timeline, index)
    }

    private func cell(
        _ way: Way, _ interval: Interval, _ timeline: Timeline, _ index: Int?, joining period: Period? = nil
    ) -> Cell {
        var cell = Cell(way, interval)
        cell.reported = 1
        cell.expected = 1
        if way == .nothing { (cell.reported, cell.expected) = (0, 0) }
        if let index {
            cell.figure = timeline.standing[index].figure.id
            cell.status = timeline.standing[index].figure.status
        } else {
            cell.status = timeline.status(ofJoining: period)
        }
        return cell
    }

    /// Flows count only within the unit's life; nil where none of the period lies in it. A rate speaks of what it says.
    func clipped(_ period: Period, _ unit: UnitID, _ nature: Nature) -> Period? {
        guard let life = units[unit].life else { return period }
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
        guard rollsUp(indicator), self.indicator(indicator).overUnits != .cover, !units.isIncomplete(unit) else { return .none }
        let parts = units.parts(of: unit)
        guard !parts.isEmpty else { return .none }
        return .met(
            parts.map { part in
                let known = knowledge(part, indicator).all
                guard let life = units[part].life else { return (known.days, { known.class(of: $0) }) }
                return (known.days + [life.start, life.end].filter { known.position(of: $0) == nil }, { day in
                    // Outside its life a unit has nothing, so that those days are one with the day it opened, or closed.
                    let inside = min(max(day, life.start), life.end)
                    return known.class(of: inside) ?? (inside == life.start ? -1 : inside == life.end ? -2 : nil)
                })
            }.map { ($0.0.sorted(), $0.1) })
    }
}

extension Timeline {
    /// The weakest among the figures that make the period. Where all of the series are firm, nearly always, they are not looked for.
    func status(ofJoining period: Period?) -> Status {
        let weakest = standing.map(\.status).min() ?? .final
        guard weakest < .reported, let period, let steps = join(period) else { return weakest }
        return steps.map { standing[$0.index].status }.min() ?? weakest
    }
}
