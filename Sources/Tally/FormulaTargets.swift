import Ledger
import Numerics
import Syntax

extension FormulaEvaluator {
    /// What is known of an indicator's target: `target(x)` in the base of the indicator, `done(x)` in %, `lead(x)` in points.
    mutating func progress(_ function: Function, _ key: CellKey, _ toBase: Fraction) -> FormulaValue {
        guard function != .target else {
            let stated = evaluator.tally.targets.issued(key).first { evaluator.level(of: $0) != nil }
            if let stated { note(stated.target) } else { notePublished(key) }
            let level = evaluator.target(key.unit, key.indicator, key.period)
            return level.map { FormulaValue(interval: $0.multiplying(by: toBase)) } ?? .absent
        }
        guard let completion = evaluator.completion(key.unit, key.indicator, key.period) else { return .absent }
        if completion.isOfGrowth, let place = evaluator.yearOnYear(key.unit, key.indicator, completion.key.period)?.place {
            note(place)
        } else {
            note(completion.key)
            if completion.isOfGrowth, let before = completion.key.period.lastYear { note(CellKey(key.unit, key.indicator, before)) }
        }
        if let target = completion.target { note(target.target) } else { notePublished(key) }
        let interval = function == .done ? completion.percent : evaluator.lead(key.unit, key.indicator, key.period)
        guard let interval else { return .absent }
        return FormulaValue(interval: interval, isPartial: !completion.isComplete)
    }

    /// The published completions that make the target of the year.
    private mutating func notePublished(_ key: CellKey) {
        let year = evaluator.tally.ledger.year(of: key.period)
        for stated in evaluator.publishedCompletions(CellKey(key.unit, key.indicator, year)) where evaluator.supplied(by: stated) != nil {
            note(stated)
        }
    }
}
