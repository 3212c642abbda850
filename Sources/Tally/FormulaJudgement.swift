import Ledger
import Numerics
import SourceText
import Syntax

/// What becomes of a statement that compares (“Rules and assertions” in docs/format.md).
public enum Verdict: Sendable {
    /// True whatever the exact values are.
    case holds
    /// False whatever they are.
    case contradicted
    /// True for some of them and false for others, or an operand is only partly in.
    case tooCoarse
    /// An operand is not known.
    case missing
}

/// A comparison at one place: the verdict, both sides, and what they come from.
public struct Judgement: Sendable {
    /// What becomes of it here.
    public var verdict: Verdict
    /// Where it was held.
    public var unit: UnitID
    /// The period for which it was held.
    public var period: Period
    /// As a number of `measure`; nil where not known.
    public var left: Interval?
    /// As a number of `measure`; nil where not known.
    public var right: Interval?
    /// Empty for plain numbers.
    public var measure: String
    /// The cells behind both sides, in the order of the formula.
    public var cells: [CellKey]
    /// Where growth that enters was published.
    public var places: [SourceSpan]
    /// The targets that enter.
    public var targets: [Target]
    /// What registers were asked, in the order of the formula.
    public var counted: [RegisterUse]
}

/// What an expression comes to at one place.
public struct Evaluation: Sendable {
    /// As a number of `measure`; nil where it is not known.
    public var interval: Interval?
    /// Empty for plain numbers.
    public var measure: String
    /// Derived, partial or absent.
    public var state: Cell.State
    /// How many parts are in, for the operand of which the most are missing.
    public var reported: Int
    /// Of how many.
    public var expected: Int
    /// The cells behind it, in the order of the formula.
    public var cells: [CellKey]
    /// Where growth that enters was published.
    public var places: [SourceSpan]
    /// Whether it is not known because a product comes to more than 10^38.
    public var isTooLarge: Bool
    /// What registers were asked, in the order of the formula.
    public var counted: [RegisterUse]
    /// The targets that enter.
    public var targets: [Target]
    /// The published completions that make targets that enter.
    public var completions: [PublishedCompletion]
}

extension Evaluator {
    /// Evaluates the left side of a formula, or its only one.
    public func evaluate(_ formula: CompiledFormula, _ unit: UnitID, _ period: Period) -> Evaluation {
        var trace = FormulaEvaluator(self)
        let value = trace.value(formula.left, FormulaEvaluator.Place(unit: unit, period: period))
        var interval = value.isNothing ? nil : value.interval.map { formula.type.number($0) }
        // A lead below zero is a bound like any other.
        var isLead = false
        if case .progress(.lead, _, _) = formula.left.node { isLead = true }
        if value.isPartial, !isLead { interval = interval?.boundsOfPartial }
        return Evaluation(
            interval: interval, measure: formula.type.measureName,
            state: interval == nil ? .absent : value.isPartial ? .partial : .derived, reported: value.reported,
            expected: value.expected, cells: trace.asked, places: trace.places,
            isTooLarge: trace.isTooLarge && interval == nil, counted: trace.counted, targets: trace.targets,
            completions: trace.completions)
    }

    /// Holds a comparison at a unit and a period. A formula without one is `missing`.
    public func judge(_ formula: CompiledFormula, _ unit: UnitID, _ period: Period, missing: MissingPolicy = .skip) -> Judgement {
        var trace = FormulaEvaluator(self, policy: missing)
        let (verdict, left, right) = compare(formula, unit, period, &trace)
        return Judgement(
            verdict: verdict, unit: unit, period: period, left: left.interval.map { formula.type.number($0) },
            right: right.interval.map { formula.type.number($0) }, measure: formula.type.measureName, cells: trace.asked,
            places: trace.places, targets: trace.targets, counted: trace.counted)
    }

    /// What becomes of the comparison alone, which costs less than to tell of what.
    func verdict(_ formula: CompiledFormula, _ unit: UnitID, _ period: Period, missing: MissingPolicy) -> Verdict {
        var trace = FormulaEvaluator(self, policy: missing, takesNotes: false)
        return compare(formula, unit, period, &trace).verdict
    }

    private func compare(
        _ formula: CompiledFormula, _ unit: UnitID, _ period: Period, _ trace: inout FormulaEvaluator
    ) -> (verdict: Verdict, left: FormulaValue, right: FormulaValue) {
        let place = FormulaEvaluator.Place(unit: unit, period: period)
        let left = trace.value(formula.left, place)
        let right = formula.right.map { trace.value($0, place) } ?? .absent
        guard let a = left.interval, let b = right.interval, let comparison = formula.comparison, !left.isNothing, !right.isNothing
        else { return (.missing, left, right) }
        return (left.isPartial || right.isPartial ? .tooCoarse : comparison.verdict(a, b), left, right)
    }
}

extension Comparison {
    /// What can be said of it for quantities that lie anywhere in two intervals.
    func verdict(_ a: Interval, _ b: Interval) -> Verdict {
        let (always, never): (Bool, Bool) =
            switch self {
            case .equal: (a.isSameNumber(as: b), !a.intersects(b))
            case .notEqual: (!a.intersects(b), a.isSameNumber(as: b))
            case .less: (a.isBelow(b), !a.mayBeBelow(b))
            case .atMost: (!b.mayBeBelow(a), b.isBelow(a))
            case .greater: (b.isBelow(a), !b.mayBeBelow(a))
            case .atLeast: (!a.mayBeBelow(b), a.isBelow(b))
            }
        return never ? .contradicted : always ? .holds : .tooCoarse
    }
}

extension Interval {
    /// Both are known exactly, and equal.
    fileprivate func isSameNumber(as other: Interval) -> Bool { isExact && other.isExact && compareValue(other) == 0 }
}
