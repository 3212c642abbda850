import Ledger
import Numerics
import Syntax

/// What is to be said of a target at some day. Lead and completion decide by their best single value: this is for display, no check uses it.
public enum ProgressVerdict: String, Sendable, CaseIterable {
    /// Reached, or kept to at the end.
    case done
    case ahead
    /// Less than one point from the schedule.
    case onSchedule = "on-schedule"
    case behind
    /// The end has come without it, or a ceiling is broken.
    case missed
    /// Not reached, and there is no schedule to hold it against.
    case notYet = "not-yet"
    /// Only part of the actual value is in, and that part does not settle it.
    case partial
    /// The target is only about so much.
    case vague
}

/// How a unit stands with a target at the end of a period.
public struct Progress: Sendable {
    /// How much of it is reached.
    public var completion: Completion
    /// What is due; nil where nothing divides the year.
    public var schedule: Schedule?
    /// In points; ahead is above zero, for ceilings too.
    public var lead: Interval?
    /// What each remaining month, or quarter, of the year must bring; for a ceiling, may bring. Nil where nothing remains.
    public var required: Interval?
    /// In a word.
    public var verdict: ProgressVerdict
}

extension Evaluator {
    /// How a unit stands with its target at the end of a period. `step` is the length of the periods that are still to bring something.
    public func progress(_ unit: UnitID, _ id: IndicatorID, _ period: Period, step: PeriodLength) -> Progress? {
        guard let completion = completion(unit, id, period) else { return nil }
        let lead = lead(completion, unit, id, period)
        let isOver = completion.isOfPeriod || period.end == ledger.year(of: period).end
        return Progress(
            completion: completion, schedule: schedule(unit, id, period), lead: lead,
            required: isOver ? nil : required(completion, id, period, step), verdict: verdict(completion, lead, id, isOver: isOver))
    }

    private func required(_ completion: Completion, _ id: IndicatorID, _ period: Period, _ step: PeriodLength) -> Interval? {
        guard traits(id).isAdditiveOverTime, !completion.isOfGrowth, completion.isComplete else { return nil }
        let left = ledger.year(of: period).parts(step).count { $0.start >= period.end }
        guard left > 0 else { return nil }
        let missing = completion.asked - completion.actual
        guard missing.value > 0 else { return nil }
        let each = missing.divided(by: Int128(left))
        return completion.isVague ? each.withoutLow.withoutHigh : each
    }

    private func verdict(_ completion: Completion, _ lead: Interval?, _ id: IndicatorID, isOver: Bool) -> ProgressVerdict {
        if completion.isVague { return .vague }
        let order = completion.actual.compareValue(completion.asked)
        if !completion.actual.hasHigh { return partialVerdict(completion, lead) }
        let isMet = completion.isCeiling ? order <= 0 : order >= 0
        // A ceiling on a flow is kept to only when the year is over; until then it may still be broken.
        let isSettled = isOver || !completion.isCeiling || completion.isOfGrowth || traits(id).nature != .flow
        if isMet, isSettled { return .done }
        if isOver || completion.isCeiling && traits(id).nature == .flow && !completion.isOfGrowth && !isMet { return .missed }
        guard let lead else { return .notYet }
        if lead.compareValue(.exactly(1)) >= 0 { return .ahead }
        return lead.compareValue(.exactly(-1)) <= 0 ? .behind : .onSchedule
    }

    /// What is missing can only add: what is in may suffice already.
    private func partialVerdict(_ completion: Completion, _ lead: Interval?) -> ProgressVerdict {
        let rest = completion.actual - completion.asked
        if completion.isCeiling { return rest.isPositive ? .missed : .partial }
        if rest.hasLow, rest.low >= 0 { return .done }
        guard let lead else { return .partial }
        return (lead - .exactly(1)).isPositive ? .ahead : .partial
    }
}
