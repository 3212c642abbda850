import Ledger
import Numerics
import SourceText
import Syntax

/// The formulas of computed indicators, made ready for evaluation.
struct FormulaTable: Sendable {
    /// By indicator; nil where it is not computed.
    private(set) var compiled: [CompiledFormula?]
    /// By indicator: quanta of its measure per one of the base.
    private(set) var toQuanta: [Fraction]
    private(set) var problems: [(indicator: IndicatorID, problem: FormulaProblem)] = []
    /// Each with the indicators of a circle in order; none of them is computed, nor what depends on them.
    private(set) var circles: [[IndicatorID]] = []
    private var compiler: FormulaCompiler

    init(_ ledger: Ledger, _ book: RegisterBook) {
        let count = ledger.indicators.count
        compiled = Array(repeating: nil, count: count)
        toQuanta = Array(repeating: .one, count: count)
        compiler = FormulaCompiler(ledger, book)
        prepareCounts(ledger)
        let computed = ledger.indicators.ids.filter { ledger.indicators[$0].formula != nil }
        guard !computed.isEmpty else { return }
        let graph = FormulaGraph(ledger, computed)
        circles = graph.circles
        for id in graph.order { compile(id, ledger) }
    }

    /// A formula that is no indicator's.
    func compile(_ formula: Formula) throws(FormulaProblem) -> CompiledFormula {
        var compiler = compiler
        var formula = try compiler.compile(formula)
        complete(&formula)
        return formula
    }

    /// Counts of a register's items that say all this of themselves.
    func counts(_ id: RegisterID, _ filters: [Filter]) -> RegisterCounts {
        var compiler = compiler
        return compiler.counts(id, filters)
    }

    /// What rules and assertions count is counted once, before any of them is held.
    private mutating func prepareCounts(_ ledger: Ledger) {
        guard ledger.registers.count > 0 else { return }
        for id in ledger.registers.ids { _ = compiler.counts(id, []) }
        let statements = ledger.statements
        for formula in statements.rules.map(\.0.formula) + statements.assertions.map(\.0.formula) {
            for call in formula.sides.flatMap(\.registerCalls) {
                if case .found(let id, _) = ledger.registers.find(reference: call.name.text) { _ = compiler.counts(id, call.filters) }
            }
        }
    }

    private mutating func compile(_ id: IndicatorID, _ ledger: Ledger) {
        guard let formula = ledger.indicators[id].formula else { return }
        do throws(FormulaProblem) {
            var result = try compiler.compile(formula)
            complete(&result)
            let measure = ledger.indicators[id].measure
            if measure == .none {
                compiler.computedTypes[id] = result.type
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

    /// Adds the indicators and registers behind computed indicators.
    private func complete(_ formula: inout CompiledFormula) {
        var all = Set(formula.indicators)
        for id in formula.indicators {
            guard let inner = compiled[id.index] else { continue }
            all.formUnion(inner.indicators)
            formula.registers.formUnion(inner.registers)
        }
        formula.indicators = all.sorted()
    }
}

/// Which computed indicator names which.
struct FormulaGraph {
    /// Those that can be computed, operands first.
    private(set) var order: [IndicatorID] = []
    private(set) var circles: [[IndicatorID]] = []

    init(_ ledger: Ledger, _ computed: [IndicatorID]) {
        var operands: [IndicatorID: [IndicatorID]] = [:]
        var users: [IndicatorID: [IndicatorID]] = [:]
        for id in computed {
            let names = ledger.indicators[id].formula?.sides.flatMap(\.indicatorNames) ?? []
            let named = Set(names.compactMap { ledger.indicators.find($0.text) })
            operands[id] = named.filter { ledger.indicators[$0].formula != nil }.sorted()
            for operand in operands[id] ?? [] { users[operand, default: []].append(id) }
        }
        var open = operands.mapValues(\.count)
        var ready = computed.filter { open[$0] == 0 }
        while let id = ready.popLast() {
            order.append(id)
            open[id] = nil
            for user in users[id] ?? [] {
                open[user, default: 0] -= 1
                if open[user] == 0 { ready.append(user) }
            }
        }
        findCircles(Set(open.keys), operands)
    }

    /// What is left has an operand that is left: following those from anywhere ends in a circle.
    private mutating func findCircles(_ left: Set<IndicatorID>, _ operands: [IndicatorID: [IndicatorID]]) {
        var seen: Set<IndicatorID> = []
        for start in left.sorted() where !seen.contains(start) {
            var path: [IndicatorID] = []
            var place: [IndicatorID: Int] = [:]
            var at = start
            while seen.insert(at).inserted {
                place[at] = path.count
                path.append(at)
                guard let next = operands[at]?.first(where: left.contains) else { break }
                at = next
            }
            if let first = place[at] { circles.append(Self.fromFirstDeclared(Array(path[first...]))) }
        }
    }

    private static func fromFirstDeclared(_ circle: [IndicatorID]) -> [IndicatorID] {
        guard let first = circle.indices.min(by: { circle[$0] < circle[$1] }) else { return circle }
        return Array(circle[first...] + circle[..<first])
    }
}
