import Ledger
import Numerics
import SourceText
import Syntax

/// Looks up the names of a formula and settles what each part of it is in.
struct FormulaCompiler {
    let ledger: Ledger
    /// By indicator, what it is in where it is computed without a declared measure.
    var computedTypes: [QuantityType?]
    private var isNominal = false
    private var counts: RegisterCountTable

    init(_ ledger: Ledger, _ book: RegisterBook) {
        self.ledger = ledger
        computedTypes = Array(repeating: nil, count: ledger.indicators.count)
        counts = RegisterCountTable(ledger, book)
    }

    /// Counts of a register, for whoever asks for them otherwise than by a formula.
    mutating func counts(_ id: RegisterID, _ filters: [Filter]) -> RegisterCounts { counts.counts(id, filters) }

    /// A formula of one side or two.
    mutating func compile(_ formula: Formula) throws(FormulaProblem) -> CompiledFormula {
        let left = try compile(formula.left)
        let names = formula.sides.flatMap(\.indicatorNames)
        let indicators = KeySet(names.compactMap { ledger.indicators.find($0.text) }).keys.sorted()
        let registers = registers(formula)
        guard let side = formula.right else {
            return CompiledFormula(left: operand(left), type: left.type, indicators: indicators, registers: registers)
        }
        let right = try compile(side)
        let both = try matching(formula.left, left.type, side, right.type) { () throws(TypeMismatch) in
            try left.type.unified(with: right.type)
        }
        var compiled = CompiledFormula(
            left: .init(node: left.node, factor: both.left), comparison: formula.comparison,
            right: .init(node: right.node, factor: both.right), type: both.type, indicators: indicators, registers: registers)
        if formula.comparison == .equal {
            if left.isLiteral { compiled.left.node = rounded(formula.left, as: both.type) ?? left.node }
            if right.isLiteral { compiled.right?.node = rounded(side, as: both.type) ?? right.node }
        }
        return compiled
    }

    private func registers(_ formula: Formula) -> [RegisterID] {
        let named = formula.sides.flatMap(\.registerNames).compactMap { name -> RegisterID? in
            guard case .found(let id, _) = ledger.registers.find(reference: name.text) else { return nil }
            return id
        }
        return KeySet(named).keys.sorted()
    }

    private func operand(_ typed: TypedNode) -> FormulaNode.Operand { .init(node: typed.node, factor: .one) }

    mutating func compile(_ expression: Expression) throws(FormulaProblem) -> TypedNode {
        switch expression {
        case .number(let number, let measure):
            let type = measure.flatMap { ledger.measures.find($0.text) }.map { QuantityType($0, ledger.measures) } ?? .number
            let exact = Interval(exact: number.decimal, factor: 1).multiplying(by: type.scale)
            return TypedNode(node: .number(exact), type: type, isLiteral: true)
        case .name(let name): return compile(name)
        case .negation(let inner, _):
            let typed = try compile(inner)
            return TypedNode(node: .negation(typed.node), type: typed.type, isLiteral: typed.isLiteral)
        case .binary(let sign, let left, let right): return try compile(sign, left, right)
        case .call(let function, let arguments, let filters, _):
            if function.readsRegister { return registerCount(function, arguments.first, filters) }
            return try compile(function, arguments, expression)
        }
    }

    private func compile(_ name: Name) -> TypedNode {
        guard let id = ledger.indicators.find(name.text) else { return TypedNode(node: .absent, type: .number) }
        let measure = ledger.indicators[id].measure
        if let type = computedTypes[id.index] { return TypedNode(node: .cell(id, toBase: type.scale), type: type) }
        let type = QuantityType(measure, ledger.measures)
        let toBase = type.scale.divided(by: Fraction(ledger.measures[measure].factor)) ?? .one
        return TypedNode(node: .cell(id, toBase: toBase), type: type)
    }

    private mutating func compile(_ sign: Operator, _ left: Expression, _ right: Expression) throws(FormulaProblem) -> TypedNode {
        let (a, b) = (try compile(left), try compile(right))
        switch sign {
        case .add:
            let both = try matching(left, a.type, right, b.type) { () throws(TypeMismatch) in try a.type.plus(b.type) }
            return TypedNode(node: .sum(.init(node: a.node, factor: both.left), .init(node: b.node, factor: both.right)), type: both.type)
        case .subtract:
            let both = try matching(left, a.type, right, b.type) { () throws(TypeMismatch) in
                try a.type.minus(b.type, isWhole: left.isHundred)
            }
            return TypedNode(
                node: .difference(.init(node: a.node, factor: both.left), .init(node: b.node, factor: both.right)), type: both.type)
        case .multiply:
            let both = try matching(left, a.type, right, b.type) { () throws(TypeMismatch) in try a.type.times(b.type) }
            return TypedNode(node: .product(a.node, b.node, both.left), type: both.type)
        case .divide:
            let both = try matching(left, a.type, right, b.type) { () throws(TypeMismatch) in try a.type.over(b.type) }
            return TypedNode(node: .quotient(a.node, b.node, both.left), type: both.type)
        }
    }

    private func matching(
        _ left: Expression, _ a: QuantityType, _ right: Expression, _ b: QuantityType,
        _ combine: () throws(TypeMismatch) -> Combined
    ) throws(FormulaProblem) -> Combined {
        do throws(TypeMismatch) {
            return try combine()
        } catch {
            throw FormulaProblem(
                mismatch: error, left: .init(range: left.range, measure: a.measureName),
                right: .init(range: right.range, measure: b.measureName))
        }
    }

    /// A number alone on a side of `=` states an interval, as a figure does (“Rules and assertions” in docs/format.md).
    private func rounded(_ expression: Expression, as type: QuantityType) -> FormulaNode? {
        switch expression {
        case .number(let number, let measure):
            let own = measure.flatMap { ledger.measures.find($0.text) }.map { QuantityType($0, ledger.measures) }
            let isExact = number.decimal.scale == 0 && (own ?? type).isCounting
            let stated = isExact ? Interval(exact: number.decimal, factor: 1) : Interval(rounded: number.decimal, factor: 1)
            // A bare number still gets the other side's scale.
            return .number(stated.multiplying(by: own?.scale ?? .one))
        case .negation(let inner, _): return rounded(inner, as: type).map { .negation($0) }
        case .name, .call, .binary: return nil
        }
    }
}

extension FormulaCompiler {
    private mutating func compile(_ function: Function, _ arguments: [Expression], _ call: Expression) throws(FormulaProblem) -> TypedNode {
        guard let first = arguments.first else { return TypedNode(node: .absent, type: .number) }
        if function == .nominal { return try nominal(first) }
        let inner = try compile(first)
        switch function {
        case .yoy, .pop: return growth(function, inner, first)
        case .previous: return TypedNode(node: .elsewhere(.previous, inner.node), type: inner.type)
        case .lastYear: return TypedNode(node: .elsewhere(.lastYear, inner.node), type: inner.type)
        case .ytd: return TypedNode(node: .elsewhere(.yearToDate, inner.node), type: inner.type)
        case .parent: return TypedNode(node: .elsewhere(.parent, inner.node), type: inner.type)
        case .share: return TypedNode(node: .share(inner.node), type: .percentage)
        case .contribution:
            return TypedNode(node: .contribution(inner.node, isNominal: isNominal || growsNominally(first)), type: .points)
        case .rank: return TypedNode(node: .rank(inner.node, direction(of: first)), type: .count)
        case .abs: return TypedNode(node: .magnitude(inner.node), type: inner.type)
        case .min, .max: return try extreme(function, arguments, inner)
        case .target, .done, .lead: return progress(function, inner)
        case .nominal, .count, .entered, .left, .days: return TypedNode(node: .absent, type: .number)
        }
    }

    private mutating func nominal(_ inner: Expression) throws(FormulaProblem) -> TypedNode {
        let outer = isNominal
        isNominal = true
        defer { isNominal = outer }
        return try compile(inner)
    }

    private func growth(_ function: Function, _ inner: TypedNode, _ expression: Expression) -> TypedNode {
        let isInPoints = inner.type.kind == .percentage || inner.type.kind == .points
        let growth = FormulaNode.Growth(
            node: inner.node, isPeriodOnPeriod: function == .pop, isInPoints: isInPoints,
            isNominal: isNominal || growsNominally(expression), isForced: isNominal)
        return TypedNode(node: .growth(growth), type: isInPoints ? .points : .percentage)
    }

    private mutating func extreme(_ function: Function, _ arguments: [Expression], _ first: TypedNode) throws(FormulaProblem) -> TypedNode {
        var typed = [first]
        for argument in arguments.dropFirst() { typed.append(try compile(argument)) }
        var type = first.type
        for (argument, other) in zip(arguments, typed).dropFirst() {
            let known = type
            type = try matching(arguments[0], known, argument, other.type) { () throws(TypeMismatch) in try known.unified(with: other.type)
            }.type
        }
        let operands = try zip(arguments, typed).map { argument, one throws(FormulaProblem) in
            let both = try matching(argument, one.type, arguments[0], type) { () throws(TypeMismatch) in try one.type.unified(with: type) }
            return FormulaNode.Operand(node: one.node, factor: both.left)
        }
        return TypedNode(node: function == .min ? .least(operands) : .greatest(operands), type: type)
    }

    private func progress(_ function: Function, _ inner: TypedNode) -> TypedNode {
        let type: QuantityType = function == .target ? inner.type : function == .done ? .percentage : .points
        guard case .cell(let id, let toBase) = inner.node else { return TypedNode(node: .absent, type: type) }
        return TypedNode(node: .progress(function, id, toBase: toBase), type: type)
    }

    /// `days` is a number of days.
    private mutating func registerCount(_ function: Function, _ argument: Expression?, _ filters: [Filter]) -> TypedNode {
        let node = counts.question(function, argument, filters).map { FormulaNode.register($0) } ?? .absent
        return TypedNode(node: node, type: function == .days ? .number : .count)
    }

    private func growsNominally(_ expression: Expression) -> Bool {
        expression.indicatorNames.allSatisfy { name in
            ledger.indicators.find(name.text).map { ledger.indicators[$0].growth == .nominal } ?? true
        }
    }

    /// Which way of what is named first is better.
    private func direction(of expression: Expression) -> Direction {
        expression.indicatorNames.lazy.compactMap { ledger.indicators.find($0.text) }.first.map { ledger.indicators[$0].better } ?? .none
    }
}

extension Expression {
    /// The literal whole, `100%` or a bare 100.
    fileprivate var isHundred: Bool {
        guard case .number(let number, let measure) = self, measure.map({ $0.text == "%" }) ?? true else { return false }
        return Interval(exact: number.decimal, factor: 1).compareValue(.exactly(100)) == 0
    }
}
