import Ledger
import Numerics
import Syntax

extension Evaluator {
    /// The contradiction at one place, if there is one, with `freed` figures left free.
    func contradiction(at instance: LawInstance) -> Contradiction? {
        switch instance.law {
        case .time: instance.isMixed ? mixedTimeContradiction(instance.key) : timeContradiction(instance.key, in: instance.part)
        case .unit: unitContradiction(instance.key)
        case .parts:
            if let included = instance.included {
                includedContradiction(instance.key, included)
            } else {
                partsContradiction(instance.key, parts(of: instance.key.indicator)[instance.breakdown ?? 0])
            }
        }
    }

    private func timeContradiction(_ key: CellKey, in part: Timeline?) -> Contradiction? {
        guard let timeline = timeline(key, part), let index = timeline.index(stating: key.period) else { return nil }
        let steps: [Timeline.Step]
        if traits(key.indicator).nature == .stock {
            guard let other = timeline.otherReading(than: index) else { return nil }
            steps = [Timeline.Step(index: other, isSubtracted: false)]
        } else {
            guard let part = timeline.parts.first(where: { $0.contains(index) }),
                let path = timeline.part(part).contradiction(of: index - part.lowerBound)
            else { return nil }
            steps = path.map { Timeline.Step(index: $0.index + part.lowerBound, isSubtracted: $0.isSubtracted) }
        }
        let whole = timeline.standing[index]
        let parts = steps.map { step in
            term(timeline.standing[step.index], timeline, key, isSubtracted: step.isSubtracted)
        }
        return contradiction(
            .time, .equal, whole: term(whole, timeline, key), parts: parts, computed: timeline.sum(steps),
            mixesStatus: steps.contains { timeline.standing[$0.index].figure.firmness != whole.figure.firmness })
    }

    /// All that stands in a series, which is kept, or the little of it that can bear on the cell: looked up anew once a figure of it is free.
    private func timeline(_ key: CellKey, _ part: Timeline?) -> Timeline? {
        guard let part else { return timeline(key.unit, key.indicator) }
        if !part.standing.contains(where: { freed.contains($0.figure.id) }) { return part }
        return ledger.figures.find(key.unit, key.indicator).map { series in
            Timeline(standing(series, startingIn: part.span), measures: ledger.measures)
        }
    }

    /// A stated figure against periods of which some come from parts or sub-units and the others are stated beside it: shorter ones inside it,
    /// or a longer one that no figure states and the rest of that.
    private func mixedTimeContradiction(_ key: CellKey) -> Contradiction? {
        let whole = own(key.unit, key.indicator, key.period)
        guard whole.way == .reported, let figure = whole.figure, let stated = whole.interval else { return nil }
        let others = Evaluator(tally)
        others.layer = layer
        others.freed = freed
        others.freed.insert(figure)
        guard !others.own(key.unit, key.indicator, key.period).isComplete,
            let legs = others.legs(key.unit, key.indicator, key.period), legs.count > 1,
            let longest = legs.max(by: { $0.period.dayCount < $1.period.dayCount }),
            !legs.contains(where: \.isSubtracted)
                || !others.own(key.unit, key.indicator, longest.period).isComplete && longest.period.dayCount > key.period.dayCount,
            let joined = others.joinedCells(key.unit, key.indicator, key.period)?.interval, !joined.intersects(stated)
        else { return nil }
        let parts = legs.map { leg in
            let legKey = CellKey(key.unit, key.indicator, leg.period)
            var term = others.term(legKey, others.cellWithoutJoining(key.unit, key.indicator, leg.period))
            term.isSubtracted = leg.isSubtracted
            return term
        }
        return contradiction(.time, .equal, whole: term(key, whole), parts: parts, computed: joined)
    }

    private func term(_ standing: Standing, _ timeline: Timeline, _ key: CellKey, isSubtracted: Bool = false) -> Contradiction.Term {
        Contradiction.Term(
            key: CellKey(key.unit, key.indicator, standing.figure.period), interval: timeline.interval(standing),
            isSubtracted: isSubtracted, figures: [standing.figure.id], isStated: true)
    }

    private func unitContradiction(_ key: CellKey) -> Contradiction? {
        // Each of its figures is held against the items; sub-units between which items moved do not make their unit.
        if traits(key.indicator).countsMoves { return nil }
        let whole = complete(key.unit, key.indicator, key.period, by: .withoutUnits)
        guard whole.isComplete, !whole.isNothing, let stated = whole.interval else { return nil }
        let overUnits = traits(key.indicator).overUnits
        let parts = units.parts(of: key.unit)
        let cells = parts.map { complete($0, key.indicator, key.period) }
        var all = UnitSum(overUnits)
        for cell in cells { all.add(cell, isExpected: true) }
        let coversWhole = overUnits != .cover && !units.isIncomplete(key.unit)
        // That nothing is there was said, unlike of units that did not live then.
        let isSaid = overUnits == .sum && cells.contains { $0.way == .nothing }
        if coversWhole, let sum = all.whole, !sum.isNothing || isSaid, let computed = sum.interval {
            guard !computed.intersects(stated) else { return nil }
            let terms = zip(parts, cells).filter { !$0.1.isNothing || sum.isNothing && $0.1.way == .nothing }.map {
                term(CellKey($0, key.indicator, key.period), $1)
            }
            return contradiction(.unit, .equal, whole: term(key, whole, by: .withoutUnits), parts: terms, computed: computed)
        }
        guard whole.way == .reported, !traits(key.indicator).isSigned else { return nil }
        let known = zip(parts, cells).filter { $0.1.way == .reported }
        var some = UnitSum(overUnits)
        for (_, cell) in known { some.include(partial: cell) }
        guard let partial = some.known(isSigned: false)?.interval, !partial.intersects(stated) else { return nil }
        let missing = zip(parts, cells).filter { !$0.1.isComplete }.map(\.0)
        return contradiction(
            .unit, .atMost, whole: term(key, whole), parts: known.map { term(CellKey($0, key.indicator, key.period), $1) },
            computed: partial, missing: missing)
    }

    private func partsContradiction(_ key: CellKey, _ parts: [IndicatorID]) -> Contradiction? {
        let ways = AllowedWays.besides(Tally.Breakdown(whole: key.indicator, parts: parts))
        let whole = complete(key.unit, key.indicator, key.period, by: ways)
        guard whole.isComplete, !whole.isNothing, let stated = whole.interval else { return nil }
        let keys = parts.map { CellKey(key.unit, $0, key.period) }
        let cells = keys.map { complete($0.unit, $0.indicator, $0.period, by: ways) }
        if cells.allSatisfy(\.isComplete) {
            let computed = cells.reduce(Interval.zero) { $0 + ($1.interval ?? .zero) }
            guard !computed.intersects(stated) else { return nil }
            return contradiction(
                .parts, .equal, whole: term(key, whole, by: ways), parts: zip(keys, cells).map { term($0, $1, by: ways) },
                computed: computed)
        }
        guard whole.way == .reported, !traits(key.indicator).isSigned else { return nil }
        let known = zip(keys, cells).filter { $0.1.way == .reported }
        let sum = known.reduce(Interval.zero) { $0 + ($1.1.interval ?? .zero) }.withoutHigh
        guard !known.isEmpty, !sum.intersects(stated) else { return nil }
        return contradiction(.parts, .atMost, whole: term(key, whole), parts: known.map { term($0, $1) }, computed: sum)
    }

    private func includedContradiction(_ key: CellKey, _ included: IndicatorID) -> Contradiction? {
        let whole = own(key.unit, key.indicator, key.period)
        let part = own(key.unit, included, key.period)
        guard whole.way == .reported, part.way == .reported, let stated = whole.interval, let inside = part.interval,
            !traits(key.indicator).isSigned, !traits(included).isSigned
        else { return nil }
        guard !inside.withoutHigh.intersects(stated) else { return nil }
        return contradiction(
            .parts, .atMost, whole: term(key, whole), parts: [term(CellKey(key.unit, included, key.period), part)],
            computed: inside.withoutHigh)
    }

    private func term(_ key: CellKey, _ cell: Cell, by ways: AllowedWays = .all) -> Contradiction.Term {
        Contradiction.Term(
            key: key, interval: cell.interval ?? .zero, isSubtracted: false,
            figures: derivation(key.unit, key.indicator, key.period, cell, by: ways).figures, isStated: cell.way == .reported)
    }

    private func contradiction(
        _ law: Contradiction.Law, _ relation: Contradiction.Relation, whole: Contradiction.Term, parts: [Contradiction.Term],
        computed: Interval, missing: [UnitID] = [], mixesStatus: Bool? = nil
    ) -> Contradiction {
        var contradiction = Contradiction(
            law: law, relation: relation, whole: whole, parts: parts, computed: computed,
            overUnits: traits(whole.key.indicator).overUnits, missing: missing, mixesStatus: mixesStatus ?? false)
        if mixesStatus == nil {
            let firmnesses = contradiction.figures.map { ledger.figures.firmness(of: $0) }
            contradiction.mixesStatus = firmnesses.contains { $0 != firmnesses[0] }
        }
        return contradiction
    }
}

extension Timeline {
    /// A reading of a stock at the same day that comes before in the order of testing and says something else.
    func otherReading(than index: Int) -> Int? {
        let (period, end) = (standing[index].figure.period, standing[index].period.end)
        let earlier = standing.indices.filter { other in
            standing[other].period.end == end && standing[other].figure.period.dayCount < period.dayCount
        }
        return earlier.first { !interval(standing[$0]).intersects(interval(standing[index])) }
    }
}
