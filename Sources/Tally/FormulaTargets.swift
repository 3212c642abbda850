import Ledger
import Numerics
import Syntax

extension FormulaEvaluator {
    /// What is known of an indicator's target: `target(x)` in the base of the indicator, `done(x)` in %, `lead(x)` in points.
    mutating func progress(_ function: Function, _ key: CellKey, _ toBase: Fraction) -> FormulaValue {
        // Targets are not evaluated yet.
        .absent
    }
}
