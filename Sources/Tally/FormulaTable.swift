import Ledger
import Numerics
import SourceText
import Syntax

/// The formulas of a ledger, made ready for evaluation.
struct FormulaTable: Sendable {
    /// By indicator; nil where it is not computed.
    private(set) var compiled: [CompiledFormula?]
    /// By indicator: quanta of its measure per one of the base.
    private(set) var toQuanta: [Fraction]
    private(set) var problems: [(indicator: IndicatorID, problem: FormulaProblem)] = []
    /// Each with the indicators of a circle in order; none of them is computed, nor what depends on them.
    private(set) var circles: [[IndicatorID]] = []
    /// Those of rules and of assertions, in the order of the ledger.
    private(set) var rules: [ReadyFormula] = []
    private(set) var assertions: [ReadyFormula] = []
    private var compiler: FormulaCompiler

    init(_ ledger: Ledger, _ book: RegisterBook) {
        let count = ledger.indicators.count
        compiled = Array(repeating: nil, count: count)
        toQuanta = Array(repeating: .one, count: count)
        compiler = FormulaCompiler(ledger, book)
        for id in ledger.registers.ids { _ = compiler.counts(id, []) }
        let computed = ledger.indicators.ids.filter { ledger.indicators[$0].formula != nil }
        if !computed.isEmpty {
            let graph = FormulaGraph(ledger, computed)
            circles = graph.circles
            for id in graph.order { compile(id, ledger) }
        }
        rules = ledger.statements.rules.map { statement($0.0.formula) }
        assertions = ledger.statements.assertions.map { statement($0.0.formula) }
    }

    /// A formula that is none of the ledger's own.
    func compile(_ formula: Formula) throws(FormulaProblem) -> CompiledFormula {
        var table = self
        switch table.statement(formula) {
        case .ready(let formula): return formula
        case .mismatched(let problem): throw problem
        }
    }

    private mutating func statement(_ formula: Formula) -> ReadyFormula {
        do throws(FormulaProblem) {
            return .ready(try compiler.compile(formula))
        } catch {
            return .mismatched(error)
        }
    }

    /// Counts of a register's items that say all this of themselves.
    func counts(_ id: RegisterID, _ filters: [Filter]) -> RegisterCounts {
        var compiler = compiler
        return compiler.counts(id, filters)
    }

    private mutating func compile(_ id: IndicatorID, _ ledger: Ledger) {
        guard let formula = ledger.indicators[id].formula else { return }
        do throws(FormulaProblem) {
            var result = try compiler.compile(formula)
            let measure = ledger.indicators[id].measure
            if measure == .none {
                compiler.computedTypes[id.index] = result.type
                toQuanta[id.index] = Fraction.one.divided(by: result.type.scale) ?? .one
            } else {
                let declared = QuantityType(measure, ledger.measures)
                do throws(TypeMismatch) {
                    let both = try result.type.unified(with: declared)
                    result.left.factor = both.left
                    result.type = declared
                } catch {
                    throw FormulaProblem(
                        mismatch: error, left: .init(range: formula.range, measure: result.type.measureName), right: nil,
                        declared: declared.measureName)
                }
                toQuanta[id.index] = Fraction(ledger.measures[measure].factor).divided(by: declared.scale) ?? .one
            }
            compiled[id.index] = result
        } catch {
            problems.append((id, error))
        }
    }

    /// What these formulas name, and what is named by those of computed indicators among that, at whatever distance; in the order of
    /// declaration. Walked when it is asked for: kept with every formula it would grow with the square of a chain.
    func behind(_ formulas: some Sequence<CompiledFormula>) -> (indicators: [IndicatorID], registers: [RegisterID]) {
        var (indicators, registers) = (KeySet<IndicatorID>(), KeySet<RegisterID>())
        var rest: [IndicatorID] = []
        func add(_ formula: CompiledFormula) {
            for id in formula.registers { registers.insert(id) }
            for id in formula.indicators where indicators.insert(id) { rest.append(id) }
        }
        for formula in formulas { add(formula) }
        while let id = rest.popLast() { if let formula = compiled[id.index] { add(formula) } }
        return (indicators.keys.sorted(), registers.keys.sorted())
    }
}

/// Which computed indicator names which.
struct FormulaGraph {
    /// Those that can be computed, operands first.
    private(set) var order: [IndicatorID] = []
    private(set) var circles: [[IndicatorID]] = []

    init(_ ledger: Ledger, _ computed: [IndicatorID]) {
        var operands = KeyTable<IndicatorID, [IndicatorID]>()
        var users = KeyTable<IndicatorID, [IndicatorID]>()
        for id in computed {
            let names = ledger.indicators[id].formula?.sides.flatMap(\.indicatorNames) ?? []
            let named = KeySet(names.compactMap { ledger.indicators.find($0.text) })
            let own = named.keys.filter { ledger.indicators[$0].formula != nil }.sorted()
            operands.set(id, own)
            for operand in own { users.change(operand, from: []) { $0.append(id) } }
        }
        // How many operands of each are still to come.
        var open = KeyTable<IndicatorID, Int>()
        for (id, own) in zip(operands.keys, operands.values) { open.set(id, own.count) }
        var ready = computed.filter { open[$0] == 0 }
        while let id = ready.popLast() {
            order.append(id)
            for user in users[id] ?? [] {
                open.change(user, from: 0) { $0 -= 1 }
                if open[user] == 0 { ready.append(user) }
            }
        }
        if order.count < computed.count { findCircles(among: Set(computed).subtracting(order), operands, ledger) }
    }

    private mutating func findCircles(
        among left: Set<IndicatorID>, _ operands: KeyTable<IndicatorID, [IndicatorID]>, _ ledger: Ledger
    ) {
        var edges: [[Int]] = Array(repeating: [], count: ledger.indicators.count)
        for id in left { edges[id.index] = (operands[id] ?? []).filter(left.contains).map(\.index) }
        let found = Circles(edges).shortest { ledger.indicators[IndicatorID($0)].name }
        circles = found.map { Self.fromFirstDeclared($0.map { IndicatorID($0) }) }.sorted { $0[0] < $1[0] }
    }

    private static func fromFirstDeclared(_ circle: [IndicatorID]) -> [IndicatorID] {
        guard let first = circle.indices.min(by: { circle[$0] < circle[$1] }) else { return circle }
        return Array(circle[first...] + circle[..<first])
    }
}
