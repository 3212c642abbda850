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
        let shareCount = max(1, min(units.count, threads * 8))
        var shares: [[Judgement]] = Array(repeating: [], count: shareCount)
        shares.withUnsafeMutableBufferPointer { shares in
            // SAFETY: every share writes its own element.
            nonisolated(unsafe) let shares = shares
            parallelFor(shareCount, threads: threads) { share in
                let range = units.count * share / shareCount..<units.count * (share + 1) / shareCount
                shares[share] = evaluators.lend { evaluator in
                    units[range].flatMap { evaluator.breaches(of: rule, formula, $0, places.periods($0, evaluator)) }
                }
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
            let judgement = judge(formula, unit, period, missing: rule.missing)
            if judgement.verdict == .contradicted { breaches.append(judgement) }
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
    private let claimed: [UnitID: [Period]]

    init(_ tally: Tally, _ rule: RuleDeclaration, _ formula: CompiledFormula) {
        ledger = tally.ledger
        indicators = formula.indicators
        registers = formula.registers.sorted()
        book = tally.registers
        each = rule.formula.each
        let named = Set(indicators)
        var claimed: [UnitID: [Period]] = [:]
        for claims in tally.ledger.statements.claims where named.contains(claims.indicator) {
            claimed[claims.unit, default: []].append(claims.period)
        }
        self.claimed = claimed
        var units = Set(claimed.keys)
        for id in indicators { units.formUnion(tally.unitsWithFigures(of: id)) }
        // What is counted is there without being stated; only `each` says when to hold it.
        if each != nil { for id in registers { units.formUnion(book.units(of: id)) } }
        if each != nil { for unit in units { units.formUnion(tally.ledger.units.lineage(of: unit)) } }
        let tree = tally.ledger.units
        self.units = units.filter { unit in rule.formula.filters.allSatisfy { $0.holds(for: tree[unit]) } }.sorted()
    }

    /// Shortest first, then earliest.
    func periods(_ unit: UnitID, _ evaluator: Evaluator) -> [Period] {
        let periods = each.map { inEach($0, unit, evaluator) } ?? stated(unit, evaluator)
        let alive = periods.filter { ledger.units[unit].isAlive(in: $0) }
        return alive.sorted { $0.dayCount != $1.dayCount ? $0.dayCount < $1.dayCount : $0.start < $1.start }
    }

    private func stated(_ unit: UnitID, _ evaluator: Evaluator) -> Set<Period> {
        var periods = Set(claimed[unit] ?? [])
        for id in indicators { periods.formUnion((evaluator.timeline(unit, id)?.standing ?? []).map(\.figure.period)) }
        return periods
    }

    private func inEach(_ frequency: Frequency, _ unit: UnitID, _ evaluator: Evaluator) -> Set<Period> {
        var reach = Reach()
        for id in indicators { _ = reach.include(evaluator.reach(unit, id)) }
        for id in registers { if let span = book.span(of: id) { _ = reach.include(Reach(start: span.start, end: span.end)) } }
        for period in claimed[unit] ?? [] { _ = reach.include(Reach(start: period.start, end: period.end)) }
        guard reach.start < reach.end else { return [] }
        // Whole years of the ledger, so that its quarters are counted from where they start.
        let first = ledger.yearStart(of: .day(reach.start))
        let last = ledger.yearStart(of: .day(reach.end.advanced(by: -1)))
        guard let end = Period.day(last).shifted(byMonths: 12)?.start else { return [] }
        let length: PeriodLength = frequency == .monthly ? .month : frequency == .quarterly ? .quarter : .year
        let reached = Period(reach.start, reach.end)
        return Set(Period(first, end).parts(length).filter { $0.overlaps(reached) })
    }
}

extension Filter {
    /// The key under which units keep the field: those that are keywords under the English one.
    public var key: String {
        switch field.text {
        case "类别": "kind"
        case "代码": "code"
        default: field.text
        }
    }

    /// Whether the unit's field says it: this value, or one below it in the tree of the field's values.
    func holds(for unit: Unit) -> Bool {
        accepts(unit.value(of: key) ?? "")
    }

    /// Whether a value is what is asked for or lies below it; an empty one is neither.
    func accepts(_ text: String) -> Bool {
        let value = text.pathParts
        let asked = self.value.text.pathParts
        return (value.prefix(asked.count).elementsEqual(asked) && !value.isEmpty) != isNegated
    }
}

extension String {
    fileprivate var pathParts: [Substring] {
        split(whereSeparator: { $0 == ":" || $0 == "：" }).map { part in
            var part = part
            while part.first == " " { part.removeFirst() }
            while part.last == " " { part.removeLast() }
            return part
        }
    }
}
