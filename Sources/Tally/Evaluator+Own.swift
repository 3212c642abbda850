import Ledger
import Numerics
import Syntax

extension Evaluator {
    /// The figures that stand in a series; kept once made. Nil where there are none.
    func timeline(_ unit: UnitID, _ indicator: IndicatorID) -> Timeline? {
        guard let id = ledger.figures.find(unit, indicator) else { return nil }
        let key = SeriesKey(unit, indicator)
        if let known = timelines[key] { return known }
        let timeline = Timeline(standing(id), measures: ledger.measures)
        if timelines.count > Self.kept { timelines.removeAll() }
        timelines.set(key, timeline)
        return timeline
    }

    /// The figures that stand in a series, or those of them that start in some days.
    func standing(_ id: SeriesID, startingIn days: Period? = nil) -> StandingFinder {
        ledger.figures.load(id, startingIn: days, into: &scratch)
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
    func ownCells(_ unit: UnitID, _ indicator: IndicatorID, _ periods: [Period]) -> [Cell] {
        guard let sums = plainSums(unit, indicator) else { return periods.map { own(unit, indicator, $0) } }
        return periods.map { sums.cell($0) }
    }

    /// The same for one period.
    func ownCell(_ unit: UnitID, _ indicator: IndicatorID, _ period: Period) -> Cell {
        plainSums(unit, indicator)?.cell(period) ?? own(unit, indicator, period)
    }

    /// The sums of a series whose figures are plain numbers that alone decide what is known of it; nil for any other.
    func plainSums(_ unit: UnitID, _ indicator: IndicatorID) -> PlainSums? {
        guard layer == .firm, freed.isEmpty, tally.asOf == nil, tally.lives[unit.index] == nil, traits(indicator).isAdditiveOverTime,
            let id = ledger.figures.find(unit, indicator)
        else { return nil }
        return plain.sums(of: id, ledger)
    }

    /// Whether a series can neither contradict itself nor look like a slip; quick, and false where that takes a closer look.
    func isPlainAndSmooth(_ id: SeriesID) -> Bool {
        layer == .firm && tally.asOf == nil && plain.isSmooth(id, ledger.figures)
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
}
