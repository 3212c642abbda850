import Ledger
import Numerics
import Syntax

/// One share of the units, scanned for places where the law may be broken.
struct LawScan: Sendable {
    var duplicates: [TallyFindings.Duplicate] = []
    var suspicions: [Suspicion] = []
    var suspects: [LawInstance] = []

    /// Where anything was found, a unit as often as something was.
    var units: [UnitID] { duplicates.map(\.key.unit) + suspicions.map(\.key.unit) + suspects.map(\.key.unit) }

    mutating func scan(_ unit: UnitID, _ evaluator: Evaluator) {
        let ids = evaluator.ledger.figures.seriesIDs(of: unit)
        guard !ids.isEmpty else { return }
        let smooth = evaluator.smoothColumns(unit)
        for index in ids {
            let id = SeriesID(index)
            let isSmooth = smooth.map { smooth in evaluator.ledger.figures.column(of: id).map { smooth[$0] } ?? false }
            scanSeries(id, unit, isSmooth: isSmooth, evaluator)
        }
        let hasParts = evaluator.units.hasParts(unit)
        if hasParts { scanUnits(unit, ids, evaluator) }
        if evaluator.tally.hasBreakdowns { scanParts(unit, ids, evaluator) }
        if hasParts || evaluator.tally.hasBreakdowns { scanJoins(unit, ids, evaluator) }
    }

    /// Figures that periods from parts or sub-units and other figures make together.
    private mutating func scanJoins(_ unit: UnitID, _ ids: Range<Int>, _ evaluator: Evaluator) {
        for index in ids {
            let id = evaluator.ledger.figures[SeriesID(index)].indicator
            guard evaluator.traits(id).isAdditiveOverTime, evaluator.units.hasParts(unit) || evaluator.hasOperands(id) else { continue }
            let known = evaluator.knowledge(unit, id)
            guard !known.parts.days.isEmpty || !known.units.days.isEmpty else { continue }
            let standing = evaluator.timeline(unit, id)?.standing ?? []
            for (index, one) in standing.enumerated() where !known.parts.knows(one.period) && !known.units.knows(one.period) {
                var rest = standing.map(\.period)
                rest.remove(at: index)
                let own = Knowledge(days: Timeline.days(of: standing), joining: rest)
                guard own.joined(with: known.parts).joined(with: known.units).knows(one.period) else { continue }
                let key = CellKey(unit, id, one.figure.period)
                test(LawInstance(law: .time, key: key, isMixed: true, depth: evaluator.units.depth(of: unit)), evaluator)
            }
        }
    }

    private mutating func scanSeries(_ series: SeriesID, _ unit: UnitID, isSmooth: Bool?, _ evaluator: Evaluator) {
        let id = evaluator.ledger.figures[series].indicator
        let traits = evaluator.traits(id)
        if !traits.isSigned || traits.isDeclaredSigned, isSmooth ?? evaluator.isPlainAndSmooth(series) { return }
        let finder = evaluator.standing(series)
        let timeline = Timeline(finder, measures: evaluator.ledger.measures)
        if evaluator.layer == .firm {
            duplicates += finder.duplicates.map { again, first, agree in
                TallyFindings.Duplicate(key: CellKey(unit, id, again.period), again: again.id, first: first.id, agree: agree)
            }
            var suspicious = SuspicionFinder(timeline, unit, id, traits)
            suspicious.find()
            suspicions += suspicious.found
        }
        guard !timeline.isChain else { return }
        if traits.isAdditiveOverTime {
            let broken = TimeConsistency(timeline).broken
            if broken.isEmpty { return }
            for part in timeline.parts where broken.contains(where: part.contains) {
                let part = timeline.part(part)
                guard !part.isChain, !TimeConsistency(part).holds else { continue }
                suspect(part.closing.map { part.standing[$0].figure.period }, in: part, unit, id, evaluator)
            }
        } else if traits.nature == .stock {
            let rivals = timeline.standing.indices.filter { timeline.otherReading(than: $0) != nil }
            suspect(rivals.map { timeline.standing[$0].figure.period }, in: nil, unit, id, evaluator)
        }
    }

    private mutating func suspect(
        _ periods: [Period], in part: Timeline?, _ unit: UnitID, _ id: IndicatorID, _ evaluator: Evaluator
    ) {
        let depth = evaluator.units.depth(of: unit)
        suspects += periods.map { LawInstance(law: .time, key: CellKey(unit, id, $0), part: part, depth: depth) }
    }

    /// Periods stated for the unit or a sub-unit, for every indicator of which the unit knows something by itself.
    private mutating func scanUnits(_ unit: UnitID, _ ids: Range<Int>, _ evaluator: Evaluator) {
        var indicators = KeySet(ids.map { evaluator.ledger.figures[SeriesID($0)].indicator })
        for id in indicators.keys {
            for whole in evaluator.tally.wholes[id.index] { for id in [whole.whole] + whole.parts { indicators.insert(id) } }
        }
        let parts = evaluator.units.parts(of: unit)
        let depth = evaluator.units.depth(of: unit)
        for id in indicators.keys.sorted() where evaluator.rollsUp(id) && parts.contains(where: { evaluator.isReached($0, id) }) {
            var periods = KeySet<Period>()
            addStated(unit, id, evaluator, to: &periods)
            for other in evaluator.tally.operands[id.index].joined() { addStated(unit, other, evaluator, to: &periods) }
            for part in parts { addStated(part, id, evaluator, to: &periods) }
            for period in periods.keys { test(LawInstance(law: .unit, key: CellKey(unit, id, period), depth: depth), evaluator) }
        }
    }

    private mutating func scanParts(_ unit: UnitID, _ ids: Range<Int>, _ evaluator: Evaluator) {
        let own = ids.map { evaluator.ledger.figures[SeriesID($0)].indicator }
        let wholes = KeySet(
            own.filter { evaluator.traits($0).hasParts } + own.flatMap { evaluator.tally.wholes[$0.index].map(\.whole) })
        let depth = evaluator.units.depth(of: unit)
        for id in wholes.keys.sorted() {
            for (number, parts) in evaluator.parts(of: id).enumerated() {
                var periods = KeySet<Period>()
                for id in [id] + parts { addStated(unit, id, evaluator, to: &periods) }
                for period in periods.keys {
                    test(LawInstance(law: .parts, key: CellKey(unit, id, period), breakdown: number, depth: depth), evaluator)
                }
            }
        }
        for id in own {
            for included in evaluator.includes(of: id) {
                var periods = KeySet<Period>()
                addStated(unit, included, evaluator, to: &periods)
                for period in periods.keys {
                    test(LawInstance(law: .parts, key: CellKey(unit, id, period), included: included, depth: depth), evaluator)
                }
            }
        }
    }

    private mutating func test(_ instance: LawInstance, _ evaluator: Evaluator) {
        if evaluator.contradiction(at: instance) != nil { suspects.append(instance) }
    }

    private func addStated(_ unit: UnitID, _ id: IndicatorID, _ evaluator: Evaluator, to periods: inout KeySet<Period>) {
        for standing in evaluator.timeline(unit, id)?.standing ?? [] { periods.insert(standing.period) }
    }
}
