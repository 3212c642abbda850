import Ledger
import Numerics
import Syntax

extension FormulaEvaluator {
    /// What is known of an indicator's target: `target(x)` in the base of the indicator, `done(x)` in %, `lead(x)` in points.
    mutating func progress(_ function: Function, _ key: CellKey, _ toBase: Fraction) -> FormulaValue {
        guard function != .target else {
            let stated = evaluator.tally.targets.issued(key).first { evaluator.level(of: $0) != nil }
            if let stated { note(stated.target) }
            let level = evaluator.target(key.unit, key.indicator, key.period)
            return level.map { FormulaValue(interval: $0.multiplying(by: toBase)) } ?? .absent
        }
        guard let completion = evaluator.completion(key.unit, key.indicator, key.period) else { return .absent }
        note(completion.key)
        if let target = completion.target { note(target.target) }
        let interval = function == .done ? completion.percent : evaluator.lead(key.unit, key.indicator, key.period)
        guard let interval else { return .absent }
        return FormulaValue(interval: interval, isPartial: !completion.isComplete)
    }
}
