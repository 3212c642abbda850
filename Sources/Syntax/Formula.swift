import Numerics
import SourceText

/// A function of the formula language.
public enum Function: String, Sendable, CaseIterable {
    case yoy, pop, previous, lastYear = "last-year", ytd, parent, share, contribution, target, done, lead, rank, nominal
    case abs, min, max
    case count, entered, left, days

    /// What it is called in a formula.
    public var keyword: Keyword {
        switch self {
        case .yoy: .yoy
        case .pop: .pop
        case .previous: .previous
        case .lastYear: .lastYear
        case .ytd: .yearToDate
        case .parent: .parent
        case .share: .share
        case .contribution: .contribution
        case .target: .target
        case .done: .done
        case .lead: .lead
        case .rank: .rank
        case .nominal: .nominal
        case .abs: .absolute
        case .min: .minimum
        case .max: .maximum
        case .count: .count
        case .entered: .entered
        case .left: .left
        case .days: .daysTo
        }
    }

    /// Whether the argument names a register and a state rather than a value.
    public var readsRegister: Bool {
        switch self {
        case .count, .entered, .left, .days: true
        default: false
        }
    }

    /// Whether several arguments make sense; all other functions take exactly one.
    public var acceptsSeveral: Bool { self == .min || self == .max }
}

/// A sign between two operands.
public enum Operator: Sendable { case add, subtract, multiply, divide }

/// A comparison, as a rule or an assertion makes it.
public enum Comparison: Sendable { case equal, notEqual, less, atMost, greater, atLeast }

/// An expression with the places of its parts.
public indirect enum Expression: Sendable {
    case number(WrittenNumber, measure: Name?)
    case name(Name)
    case call(Function, [Expression], where: [Filter], range: ByteRange)
    case negation(Expression, range: ByteRange)
    case binary(Operator, Expression, Expression)

    /// From the first character of the expression to its last; brackets around the whole are not part of it.
    public var range: ByteRange {
        switch self {
        case .number(let number, let measure): measure.map { number.range.union($0.range) } ?? number.range
        case .name(let name): name.range
        case .call(_, _, _, let range), .negation(_, let range): range
        case .binary(_, let left, let right): left.range.union(right.range)
        }
    }

    /// The names that must be indicators.
    public var indicatorNames: [Name] {
        switch self {
        case .number: []
        case .name(let name): [name]
        case .call(let function, let arguments, _, _): function.readsRegister ? [] : arguments.flatMap(\.indicatorNames)
        case .negation(let inner, _): inner.indicatorNames
        case .binary(_, let left, let right): left.indicatorNames + right.indicatorNames
        }
    }

    /// `count` and its like, in their order.
    public var registerCalls: [RegisterCall] {
        switch self {
        case .number, .name: []
        case .call(let function, let arguments, let filters, let range):
            arguments.flatMap { argument in
                if function.readsRegister, case .name(let name) = argument {
                    return [RegisterCall(function: function, name: name, filters: filters, range: range)]
                }
                return argument.registerCalls
            }
        case .negation(let inner, _): inner.registerCalls
        case .binary(_, let left, let right): left.registerCalls + right.registerCalls
        }
    }

    /// What `count` and its like speak of: a register, or a register and a state with a dot between.
    public var registerNames: [Name] { registerCalls.map(\.name) }
}

/// `count(难题.办结 where owner = 供电局)`
public struct RegisterCall: Sendable {
    /// What is asked.
    public var function: Function
    /// A register, or a register and a state with a dot between.
    public var name: Name
    /// What the items must say of themselves: all of it.
    public var filters: [Filter]
    /// From the function to the closing bracket.
    public var range: ByteRange
}

/// `where field = value`
public struct Filter: Sendable {
    /// The field of a unit or an item.
    public var field: Name
    /// What the field must say, or, when negated, must not.
    public var value: Name
    /// `!=` rather than `=`.
    public var isNegated: Bool
}

/// An expression, or two and a comparison between them, with what narrows it.
public struct Formula: Sendable {
    /// The only side where there is no comparison.
    public var left: Expression
    /// Nil where the formula computes something instead of comparing.
    public var comparison: Comparison?
    /// Nil exactly where `comparison` is.
    public var right: Expression?
    /// `where`: all of them must hold.
    public var filters: [Filter] = []
    /// `each`: the periods in which it is held; nil for those that were stated.
    public var each: Frequency?
    /// The sides, without what narrows them.
    public var range: ByteRange

    /// One side or two, left first.
    public var sides: [Expression] { [left] + (right.map { [$0] } ?? []) }
}
