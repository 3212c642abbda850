import Ledger
import Numerics
import Syntax

/// The places that a unit may have among its siblings, from what is known of them: competition ranking, so that equals share a place.
public struct Rank: Sendable {
    /// Where everything that is open turns out well.
    public var best: Int
    /// Where it turns out badly.
    public var worst: Int
    /// How many stand in the ranking.
    public var count: Int
    /// How many of them something is known of.
    public var known: Int
    /// The place by the best single values, among the siblings that have one.
    public var shown: Int
}

/// What units are ranked by.
public enum RankedBy: Hashable, Sendable {
    case value, yearOnYear, periodOnPeriod, completion, lead, share
}

extension Evaluator {
    /// The place of a unit among the siblings of its kind that exist in the period. Nil where it stands by itself, where no direction is better, or nothing
    /// is known of the unit. A sibling of which nothing is known may stand anywhere.
    public func rank(_ unit: UnitID, _ id: IndicatorID, _ period: Period, by measure: RankedBy) -> Rank? {
        guard let ranking = ranking(unit, id, period, measure), ranking.units.count > 1,
            let isHigherBetter = isHigherBetter(unit, id, period, measure)
        else { return nil }
        return ranking.rank(of: unit, isHigherBetter: isHigherBetter)
    }

    /// The unit and its siblings of the same kind, as far as they exist in the period. One that stands apart has none.
    public func rankedSiblings(_ unit: UnitID, _ period: Period) -> [UnitID] {
        guard let parent = units.parent(of: unit), !units.units[unit.index].isApart else { return [unit] }
        return rankings.siblings(ofKind: unit, below: parent, units).filter { units.isAlive($0, in: period) }
    }

    func score(_ unit: UnitID, _ id: IndicatorID, _ period: Period, _ measure: RankedBy) -> Interval? {
        switch measure {
        case .value: completeLevel(unit, id, period)
        case .yearOnYear: firmYearOnYear(unit, id, period)?.interval
        case .periodOnPeriod: periodOnPeriod(unit, id, period)?.interval
        case .completion: completion(unit, id, period).flatMap { $0.isComplete ? $0.percent : nil }
        case .lead: completion(unit, id, period).flatMap { $0.isComplete ? lead($0, unit, id, period) : nil }
        case .share: share(unit, id, period)
        }
    }

    private func isHigherBetter(_ unit: UnitID, _ id: IndicatorID, _ period: Period, _ measure: RankedBy) -> Bool? {
        switch indicator(id).better {
        case .higher: true
        case .none: nil
        case .lower:
            switch measure {
            case .value, .yearOnYear, .periodOnPeriod, .share: false
            case .lead: true
            // Of a fall that is asked for, more is better; of a ceiling, less.
            case .completion: completion(unit, id, period)?.isOfGrowth ?? false
            }
        }
    }
}

extension ClaimTester {
    /// A place outside those that the figures allow is contradicted.
    func rank(_ line: StatedClaims, _ claim: Claim) -> ClaimTest {
        let place = Interval(exact: claim.number.decimal, factor: 1)
        let units = ledger.units
        let count = evaluator.ranking(line.unit, line.indicator, line.period, measure(of: claim))?.units.count ?? 0
        guard let parent = units.parent(of: line.unit), !units.isIncomplete(parent), count > 1 else {
            return ClaimTest(line, claim, place, untested: .unnamed)
        }
        if let among = claim.rankedAmong, among != count, units[parent].isComplete != true {
            return ClaimTest(line, claim, place, untested: .unnamed)
        }
        guard ledger.indicators[line.indicator].better != .none else { return ClaimTest(line, claim, place, computed: nil, []) }
        guard let rank = evaluator.rank(line.unit, line.indicator, line.period, by: measure(of: claim)) else {
            return ClaimTest(line, claim, place, untested: .missing)
        }
        let places = Interval(
            low: Int128(rank.best), value: Int128(max(rank.best, min(rank.shown, rank.worst))), high: Int128(rank.worst), scale: 0)
        var test = ClaimTest(line, claim, place, computed: places, [])
        test.verdict = !places.contains(place) ? .contradicted : rank.best == rank.worst ? .holds : .tooCoarse
        if let among = claim.rankedAmong, among != count { test.verdict = .contradicted }
        test.ranked = count
        return test
    }

    private func measure(of claim: Claim) -> RankedBy {
        switch claim.rankOf {
        case .yoy: .yearOnYear
        case .pop: .periodOnPeriod
        case .done: .completion
        case .lead: .lead
        case .share: .share
        case .rank, nil: .value
        }
    }
}
