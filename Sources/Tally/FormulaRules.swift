import Ledger
import Numerics
import SourceText
import Syntax

extension Tally {
    /// Every place at which a rule does not hold: unit by unit, shorter periods first; a longer period is left out where the rule is broken
    /// in a shorter one inside it. Spreads over `threads`.
    public func breaches(
        of rule: RuleDeclaration, _ formula: CompiledFormula, in scope: CheckScope = CheckScope(), threads: Int = processorCount(),
        with evaluators: EvaluatorPool? = nil
    ) -> [Judgement] {
        let evaluators = evaluators ?? EvaluatorPool(self)
        let places = RulePlaces(self, rule, formula)
        let units = places.units.filter { scope.relates($0) }
        let shares = parallelShares(of: units.count, min(units.count, threads * 8), threads: threads) { range in
            evaluators.lend { evaluator in
                units[range].flatMap { evaluator.breaches(of: rule, formula, $0, places.periods($0, evaluator)) }
            }
        }
        let breaches = Array(shares.joined())
        scope.note(breaches.lazy.map(\.unit))
        return breaches
    }
}

extension Evaluator {
    fileprivate func breaches(
        of rule: RuleDeclaration, _ formula: CompiledFormula, _ unit: UnitID, _ periods: [Period]
    ) -> [Judgement] {
        var breaches: [Judgement] = []
        for period in periods where !breaches.contains(where: { period.contains($0.period) }) {
            guard verdict(formula, unit, period, missing: rule.missing) == .contradicted else { continue }
            breaches.append(judge(formula, unit, period, missing: rule.missing))
        }
        return breaches
    }
}

/// Where a rule is held: in the periods that one of its indicators is stated for, or in each of a length.
struct RulePlaces: Sendable {
    let units: [UnitID]
    private let ledger: Ledger
    private let indicators: [IndicatorID]
    private let each: Frequency?
    /// The registers that it counts.
    private let registers: [RegisterID]
    private let book: RegisterBook
    /// Periods of claims, which state growth where no figure stands.
    private let claimed: KeyTable<UnitID, [Period]>

    init(_ tally: Tally, _ rule: RuleDeclaration, _ formula: CompiledFormula) {
        ledger = tally.ledger
        (indicators, registers) = tally.behind([formula])
        book = tally.registers
        each = rule.formula.each
        let named = KeySet(indicators)
        var claimed = KeyTable<UnitID, [Period]>()
        for claims in tally.ledger.statements.claims where named.contains(claims.indicator) {
            claimed.change(claims.unit, from: []) { $0.append(claims.period) }
        }
        self.claimed = claimed
        let tree = tally.ledger.units
        var units = KeySet<UnitID>()
        for unit in claimed.keys { units.insert(unit) }
        for id in indicators { for unit in tally.unitsWithFigures(of: id) { units.insert(unit) } }
        if each != nil {
            // What is counted is there without being stated; only `each` says when to hold it.
            for id in registers { for unit in book.units(of: id).keys { units.insert(unit) } }
            for unit in units.keys {
                var at = tree.parent(of: unit)
                while let above = at, units.insert(above) { at = tree.parent(of: above) }
            }
        }
        let filters = rule.formula.filters.map { PathFilter($0) }
        self.units = units.keys.filter { unit in filters.allSatisfy { $0.holds(for: tree[unit]) } }.sorted()
    }

    /// Shortest first, then earliest.
    func periods(_ unit: UnitID, _ evaluator: Evaluator) -> [Period] {
        let periods = each.map { inEach($0, unit, evaluator) } ?? stated(unit, evaluator)
        let place = ledger.units[unit]
        let alive = periods.filter { place.isAlive(in: $0) }
        return alive.sorted { $0.dayCount != $1.dayCount ? $0.dayCount < $1.dayCount : $0.start < $1.start }
    }

    private func stated(_ unit: UnitID, _ evaluator: Evaluator) -> [Period] {
        var periods = KeySet<Period>()
        for period in claimed[unit] ?? [] { periods.insert(period) }
        for id in indicators {
            for standing in evaluator.timeline(unit, id)?.standing ?? [] { periods.insert(standing.figure.period) }
        }
        return periods.keys
    }

    private func inEach(_ frequency: Frequency, _ unit: UnitID, _ evaluator: Evaluator) -> [Period] {
        var reach = Reach()
        for id in indicators { _ = reach.include(evaluator.reach(unit, id)) }
        for id in registers { if let span = book.span(of: id) { _ = reach.include(Reach(start: span.start, end: span.end)) } }
        for period in claimed[unit] ?? [] { _ = reach.include(Reach(start: period.start, end: period.end)) }
        guard reach.start < reach.end else { return [] }
        // Whole years of the ledger, so that its quarters are counted from where they start.
        let first = ledger.yearStart(of: .day(reach.start))
        let end = ledger.year(of: .day(reach.end.advanced(by: -1))).end
        let length: PeriodLength = frequency == .monthly ? .month : frequency == .quarterly ? .quarter : .year
        let reached = Period(reach.start, reach.end)
        return Period(first, end).parts(length).filter { $0.overlaps(reached) }
    }
}
