import Ledger
import Numerics
import Syntax

/// How far a target has been reached.
public struct Completion: Sendable {
    /// Reached, in % of what is asked; of a ceiling, how much of it is used. Nil where there is no such number: of a target of zero, and where
    /// growth was to have the other sign.
    public var percent: Interval?
    /// What is compared: a level in quanta, or growth in % or points.
    public var actual: Interval
    /// The cell that the level comes from, or whose growth it is.
    public var key: CellKey
    /// What is asked for, in the same.
    public var asked: Interval
    /// Nil where only a published completion tells what the target is.
    public var target: StandingTarget?
    /// Whether growth is held against growth.
    public var isOfGrowth: Bool
    /// Whether the target is for the very period; else for the year.
    public var isOfPeriod: Bool
    /// Whether more is worse.
    public var isCeiling: Bool
    /// Whether all of the actual value is in.
    public var isComplete: Bool

    /// Whether the target is only about so much: then nothing is certain of how far it has been reached.
    public var isVague: Bool { target?.isVague ?? false }

    /// Whether what is asked has been reached, or kept to; nil where the numbers are too coarse to tell.
    public var isMet: Bool? {
        let (low, high) = isCeiling ? (actual, asked) : (asked, actual)
        let difference = high - low
        if difference.hasLow, difference.low >= 0 { return true }
        return difference.isNegative ? false : nil
    }
}

extension Evaluator {
    /// How far the target that counts for a cell has been reached: the period's own, else the year's, then with a flow's year to date or a stock's or
    /// rate's value for the period. Nil without a target or an actual. An actual that is only partly in gives an interval open above.
    public func completion(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Completion? {
        let all = completions(unit, id, period)
        return all.first { $0.percent != nil } ?? all.first
    }

    /// The same for every issuer's target, the one that counts first; where nobody states one, for what published completions make it.
    func completions(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> [Completion] {
        let (targets, isOwn) = applicableTargets(unit, id, period)
        let key = CellKey(unit, id, spokenPeriod(unit, id, period, isOwn: isOwn))
        if targets.isEmpty {
            let year = ledger.year(of: period)
            guard let asked = suppliedTarget(unit, id, year), let actual = shownLevel(key) else { return [] }
            let ceiling = indicator(id).better == .lower
            return [
                Completion(
                    percent: percent(actual.interval, of: asked), actual: actual.interval, key: key, asked: asked, target: nil,
                    isOfGrowth: false, isOfPeriod: year == period, isCeiling: ceiling, isComplete: actual.isComplete)
            ]
        }
        return targets.compactMap { completion($0, key, isOwn: isOwn) }
    }

    /// The days that are held against a target: of a year's target those up to the period's end. A rate is not cumulative: it is taken for the period
    /// itself where there is one, else for the year so far.
    private func spokenPeriod(_ unit: UnitID, _ id: IndicatorID, _ period: Period, isOwn: Bool) -> Period {
        if isOwn { return period }
        guard traits(id).nature == .rate else { return ledger.toDate(period) }
        let isKnown = cell(unit, id, period).interval != nil || published(CellKey(unit, id, period)) != nil
        return isKnown ? period : ledger.toDate(period)
    }

    /// The completion of one target by what a cell holds.
    func completion(_ target: StandingTarget, _ key: CellKey, isOwn: Bool, actual own: Interval? = nil) -> Completion? {
        if isHeldAgainstGrowth(target) { return completionOfGrowth(target, key, isOwn: isOwn) }
        guard let asked = level(of: target), let actual = own.map({ ($0, true) }) ?? shownLevel(key) else { return nil }
        return Completion(
            percent: target.known(percent(actual.0, of: asked)), actual: actual.0, key: key, asked: asked, target: target,
            isOfGrowth: false,
            isOfPeriod: isOwn, isCeiling: target.isCeiling, isComplete: actual.1)
    }

    private func completionOfGrowth(_ target: StandingTarget, _ key: CellKey, isOwn: Bool) -> Completion? {
        guard let growth = firmYearOnYear(key.unit, key.indicator, key.period) else { return nil }
        let asked: Interval
        switch target.demand {
        case .change(let change) where !growth.isInPoints: asked = change
        case .points(let change) where growth.isInPoints: asked = change
        default: return nil
        }
        // A fall of 5% where one of 4.2% is asked is more than all of it; of a growth that is merely allowed there is no such share.
        let isToward = target.isCeiling ? asked.isNegative : asked.isPositive
        return Completion(
            percent: isToward ? target.known(growth.interval.quotient(asked)?.times(100)) : nil, actual: growth.interval, key: key,
            asked: asked,
            target: target, isOfGrowth: true, isOfPeriod: isOwn, isCeiling: target.isCeiling, isComplete: true)
    }

    private func percent(_ actual: Interval, of asked: Interval) -> Interval? {
        asked.isPositive ? actual.quotient(asked)?.times(100) : nil
    }

    /// Of estimates none: they enter no derived value.
    private func shownLevel(_ key: CellKey) -> (interval: Interval, isComplete: Bool)? {
        let cell = cell(key.unit, key.indicator, key.period)
        guard !cell.isNothing, cell.way != .estimate, let interval = cell.interval else { return nil }
        return (interval, cell.isComplete)
    }
}

extension StandingTarget {
    /// What is known of a number that the target enters: nothing for certain where it is only about so much.
    func known(_ number: Interval?) -> Interval? { isVague ? number?.withoutLow.withoutHigh : number }
}
