import Ledger
import Numerics

extension Evaluator {
    /// Which periods are known, and by which ways.
    struct KnowledgeParts {
        var own: Knowledge
        var parts: Knowledge
        var units: Knowledge
        var all: Knowledge
    }

    func knowledge(_ unit: UnitID, _ indicator: IndicatorID) -> KnowledgeParts {
        let key = SeriesKey(unit, indicator)
        if let known = knowledges[key] { return known }
        let own = ownKnowledge(unit, indicator)
        let parts = partsKnowledge(unit, indicator)
        let below = unitsKnowledge(unit, indicator)
        let found = KnowledgeParts(own: own, parts: parts, units: below, all: own.joined(with: parts).joined(with: below))
        if knowledges.count > Self.kept { knowledges.removeAll() }
        knowledges.set(key, found)
        return found
    }

    private func ownKnowledge(_ unit: UnitID, _ indicator: IndicatorID) -> Knowledge {
        if let sums = plainSums(unit, indicator) { return sums.time.knowledge }
        guard let timeline = timeline(unit, indicator) else { return .none }
        let periods = timeline.standing.map(\.period)
        return Knowledge(days: Timeline.days(of: timeline.standing), joining: periods)
    }

    private func partsKnowledge(_ unit: UnitID, _ indicator: IndicatorID) -> Knowledge {
        var all = Knowledge.none
        for others in tally.operands[indicator.index] {
            all = all.joined(with: .met(others.map { ownKnowledge(unit, $0) }))
        }
        return all
    }

    private func unitsKnowledge(_ unit: UnitID, _ indicator: IndicatorID) -> Knowledge {
        guard rollsUp(indicator), traits(indicator).overUnits != .cover, !units.isIncomplete(unit) else { return .none }
        let parts = units.parts(of: unit)
        guard !parts.isEmpty else { return .none }
        let known = parts.map { wholeKnowledge($0, indicator) }
        if parts.allSatisfy({ tally.lives[$0.index] == nil }) { return .met(known) }
        return .met(zip(parts, known).map { part, known in during(tally.lives[part.index], known) })
    }

    /// Outside its life a unit has nothing, so that those days are one with the day it opened, or closed.
    private func during(_ life: Period?, _ known: Knowledge) -> (days: [Day], class: (Day) -> Int?) {
        guard let life else { return (known.days, { known.class(of: $0) }) }
        let days = known.days + [life.start, life.end].filter { known.position(of: $0) == nil }
        return (
            days.sorted(),
            { day in
                let inside = min(max(day, life.start), life.end)
                return known.class(of: inside) ?? (inside == life.start ? -1 : inside == life.end ? -2 : nil)
            }
        )
    }

    /// All that is known, which for most units is what their own figures tell.
    private func wholeKnowledge(_ unit: UnitID, _ indicator: IndicatorID) -> Knowledge {
        units.hasParts(unit) || hasOperands(indicator) ? knowledge(unit, indicator).all : ownKnowledge(unit, indicator)
    }
}
