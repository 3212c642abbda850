import Ledger
import Numerics
import SourceText
import Syntax

/// A formula made ready for evaluation: names looked up, measures settled.
indirect enum FormulaNode: Sendable {
    /// In the base of its type.
    case number(Interval)
    /// A cell of this indicator, in quanta; so many of the base are one quantum.
    case cell(IndicatorID, toBase: Fraction)
    /// What no evaluation finds: a name of an informal ledger that nothing is stated of, a register that there is not.
    case absent
    /// A count of a register's items, or of days.
    case register(RegisterQuestion)
    case negation(FormulaNode)
    case sum(Operand, Operand)
    case difference(Operand, Operand)
    case product(FormulaNode, FormulaNode, Fraction)
    case quotient(FormulaNode, FormulaNode, Fraction)
    case least([Operand])
    case greatest([Operand])
    case magnitude(FormulaNode)
    case elsewhere(Elsewhere, FormulaNode)
    case growth(Growth)
    case share(FormulaNode)
    /// To the parent's growth; only from levels.
    case contribution(FormulaNode, isNominal: Bool)
    case rank(FormulaNode, Direction)
    /// Of an indicator: its target, its completion, its lead.
    case progress(Function, IndicatorID, toBase: Fraction)

    /// A node that is multiplied by a factor first.
    struct Operand: Sendable {
        var node: FormulaNode
        var factor: Fraction
    }

    /// Another period, or another unit.
    enum Elsewhere: Sendable { case previous, lastYear, yearToDate, parent }

    /// Growth on another period.
    struct Growth: Sendable {
        var node: FormulaNode
        /// On the period before rather than on a year ago.
        var isPeriodOnPeriod: Bool
        /// A difference, because it is the growth of a percentage.
        var isInPoints: Bool
        /// Whether levels may be compared: not where an indicator in it grows on a comparable basis.
        var isNominal: Bool
        /// `nominal(…)` around it: whatever was published.
        var isForced: Bool
    }
}

/// A node and what it is.
struct TypedNode: Sendable {
    var node: FormulaNode
    var type: QuantityType
    /// Whether it is a number alone.
    var isLiteral = false
}

/// An expression or a comparison, ready for evaluation.
public struct CompiledFormula: Sendable {
    var left: FormulaNode.Operand
    var comparison: Comparison?
    /// Nil exactly where `comparison` is.
    var right: FormulaNode.Operand?
    /// Of both sides.
    public var type: QuantityType
    /// The indicators that it names, in the order of declaration; `Tally.behind` tells those that are behind them.
    public var indicators: [IndicatorID]
    /// The registers whose items it counts itself, in the order of declaration.
    public var registers: [RegisterID] = []
}

/// The formula of a rule or an assertion, made ready for evaluation where that can be.
public enum ReadyFormula: Sendable {
    /// It can be evaluated.
    case ready(CompiledFormula)
    /// Its operands do not go together.
    case mismatched(FormulaProblem)
}

/// Operands of a formula that do not go together.
public struct FormulaProblem: Error, Sendable {
    /// One of the two: its place, and the measure it comes in.
    public struct Side: Sendable {
        /// In the text of the formula.
        public var range: ByteRange
        /// Empty for plain numbers.
        public var measure: String
    }

    /// What is wrong between the two.
    public var mismatch: TypeMismatch
    /// The operand that comes first, or the formula as a whole.
    public var left: Side
    /// Nil where the formula as a whole does not come in the measure that its indicator declares, which is `declared`.
    public var right: Side?
    /// The measure that the indicator declares; empty where two operands are at odds.
    public var declared = ""
}
