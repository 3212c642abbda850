import Ledger
import Numerics
import SourceText
import Syntax

extension Tally {
    /// Whether the indicator is computed by a formula that makes sense.
    func isComputed(_ id: IndicatorID) -> Bool { formulas.compiled[id.index] != nil }

    /// The formulas of the ledger's rules, in its order, made ready for evaluation; of some the operands do not go together.
    public var rules: [ReadyFormula] { formulas.rules }

    /// The same of its assertions.
    public var assertions: [ReadyFormula] { formulas.assertions }

    /// Makes another formula ready for evaluation; fails where its operands do not go together.
    public func compile(_ formula: Formula) throws(FormulaProblem) -> CompiledFormula { try formulas.compile(formula) }

    /// How many items of a register stand where. What a formula of the ledger counts is at hand; anything else is counted anew.
    public func counts(of id: RegisterID, where filters: [Filter] = []) -> RegisterCounts { formulas.counts(id, filters) }

    /// The registers that the indicator's value is counted from; none for most.
    public func registers(behind id: IndicatorID) -> [RegisterID] { formulas.compiled[id.index].map { behind([$0]).registers } ?? [] }

    /// What formulas are computed from: all that they name, and all that is behind computed indicators among that.
    public func behind(_ formulas: some Sequence<CompiledFormula>) -> (indicators: [IndicatorID], registers: [RegisterID]) {
        self.formulas.behind(formulas)
    }

    /// The formulas of indicators whose operands do not go together.
    public var formulaProblems: [(indicator: IndicatorID, problem: FormulaProblem)] { formulas.problems }

    /// Computed indicators that name each other in a circle; they and what depends on them are not computed.
    public var formulaCircles: [[IndicatorID]] { formulas.circles }
}

extension Evaluator {
    /// A cell of a computed indicator: as a figure states it, else from the operands at this very unit and period, else as any other.
    func computedCell(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Cell {
        let key = CellKey(unit, id, period)
        if let known = computedCells[key] { return known }
        formulaWork.beginCell()
        defer { formulaWork.endCell() }
        let other = ordinaryCell(unit, id, period)
        let isSettled = other.way == .reported || other.way == .nothing || other.way == .outsideLife
        let cell = isSettled ? other : computed(key, instead: other)
        if formulaWork.wasCutShort { return cell }
        if computedCells.count > Self.kept { computedCells.removeAll() }
        computedCells.set(key, cell)
        return cell
    }

    private func computed(_ key: CellKey, instead other: Cell) -> Cell {
        guard let value = computation(key) else { return other }
        var cell = Cell(value.isPartial ? .someOperands : .formula, value.interval)
        cell.status = value.status
        (cell.reported, cell.expected) = (value.reported, value.expected)
        cell.absence = other.absence
        if value.isPartial { cell.interval = cell.interval?.boundsOfPartial }
        if cell.interval != nil { return cell }
        if other.way != .absent { return other }
        var absent = other
        (absent.reported, absent.expected) = (value.reported, value.expected)
        return absent
    }

    /// What the formula of a computed indicator comes to, whatever figures state; nil where it is not computed.
    func computation(_ key: CellKey) -> FormulaValue? {
        var trace = FormulaEvaluator(self)
        return computation(key, &trace)
    }

    func computation(_ key: CellKey, _ trace: inout FormulaEvaluator) -> FormulaValue? {
        guard let formula = tally.formulas.compiled[key.indicator.index] else { return nil }
        var value = trace.value(formula.left, FormulaEvaluator.Place(unit: key.unit, period: key.period))
        value.interval = value.isNothing ? nil : value.interval?.multiplying(by: tally.formulas.toQuanta[key.indicator.index])
        return value
    }

    /// The operands of a computed cell, in the order of its formula.
    func formulaOperands(_ key: CellKey) -> [CellKey] {
        var trace = FormulaEvaluator(self)
        _ = computation(key, &trace)
        return trace.asked.filter { $0 != key }
    }

    /// What the formula of a computed cell asks registers.
    func registerUses(_ key: CellKey) -> [RegisterUse] {
        var trace = FormulaEvaluator(self)
        _ = computation(key, &trace)
        return trace.counted
    }

    func computedOperands(_ key: CellKey) -> [Derivation.Operand] {
        // Formulas that share operands, level by level, would make a tree of no end.
        guard computedLevels < 8 else { return [] }
        computedLevels += 1
        defer { computedLevels -= 1 }
        return formulaOperands(key).map { key in
            Derivation.Operand(derivation: derivation(key.unit, key.indicator, key.period), isSubtracted: false)
        }
    }

    /// Whether `ytd` asks from the start of the year: for what adds over time, and what is computed from it.
    public func isToDate(_ id: IndicatorID) -> Bool { traits(id).nature == .flow || tally.isComputed(id) }

    /// What is known of a cell when all that is missing of it is nothing: sub-units that did not report, and periods.
    func cellTakingMissingAsZero(_ key: CellKey) -> Cell {
        let cell = cell(key.unit, key.indicator, key.period)
        var zeroed = Cell(.formula, .zero)
        zeroed.status = cell.status
        switch cell.way {
        case .someUnits where traits(key.indicator).overUnits == .sum || traits(key.indicator).overUnits == .cover:
            for part in units.parts(of: key.unit) {
                let below = cellTakingMissingAsZero(CellKey(part, key.indicator, key.period))
                zeroed.interval = (zeroed.interval ?? .zero) + (below.interval ?? .zero)
            }
            return zeroed
        case .someTime:
            for period in periodsInside(key.unit, key.indicator, key.period) {
                let inside = complete(key.unit, key.indicator, period)
                zeroed.interval = (zeroed.interval ?? .zero) + (inside.interval ?? .zero)
            }
            return zeroed
        case .absent where traits(key.indicator).nature != .rate: return zeroed
        default: return cell
        }
    }
}

extension Interval {
    /// What may be shown of a value with an operand that is only partly in: an end at zero that merely follows from a sign says nothing.
    var boundsOfPartial: Interval? {
        let bounded = hasLow && low <= 0 ? withoutLow : self
        return bounded.hasLow || bounded.hasHigh ? bounded : nil
    }
}
