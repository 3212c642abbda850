import Ledger
import Numerics
import SourceText
import Syntax

/// Where a cell's value comes from: a tree whose leaves are lines of the ledger.
public struct Derivation: Sendable {
    /// The place.
    public var key: CellKey
    /// What it is.
    public var cell: Cell
    /// What it was made of, each added or subtracted.
    public var operands: [Operand]
    /// What its formula asks registers.
    public var counted: [RegisterUse] = []

    /// A value that goes into another.
    public struct Operand: Sendable {
        /// Where it comes from in turn.
        public var derivation: Derivation
        /// Whether it is taken away.
        public var isSubtracted: Bool
    }

    /// The figures at the leaves, each once, in the order of the tree.
    public var figures: [FigureID] {
        var seen: Set<FigureID> = []
        var figures: [FigureID] = []
        collect(&figures, &seen)
        return figures
    }

    /// What the formulas of the tree ask registers, from the top.
    public var allCounted: [RegisterUse] { counted + operands.flatMap(\.derivation.allCounted) }

    private func collect(_ figures: inout [FigureID], _ seen: inout Set<FigureID>) {
        if operands.isEmpty, let figure = cell.figure, seen.insert(figure).inserted { figures.append(figure) }
        for operand in operands { operand.derivation.collect(&figures, &seen) }
    }
}

extension Evaluator {
    /// The tree behind a cell, by the very ways that `cell` takes. Its size is that of the sub-units and periods involved.
    public func derivation(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Derivation {
        derivation(unit, id, period, cell(unit, id, period))
    }

    /// The figures at its leaves; where one states the value, nothing else is asked.
    func figures(behind key: CellKey) -> [FigureID] {
        derivation(key.unit, key.indicator, key.period, statedCell(key.unit, key.indicator, key.period)).figures
    }

    func derivation(
        _ unit: UnitID, _ id: IndicatorID, _ period: Period, _ cell: Cell, by ways: AllowedWays = .all
    ) -> Derivation {
        var derivation = Derivation(key: CellKey(unit, id, period), cell: cell, operands: [])
        switch cell.way {
        case .reported, .nothing, .estimate, .outsideLife, .absent:
            break
        case .earlierReading:
            if let through = cell.through, cell.figure == nil {
                let earlier = Period(period.start, through)
                derivation.operands = [operand(unit, id, earlier, cellWithoutJoining(unit, id, earlier))]
            }
        case .joinedFigures:
            derivation.operands = joinedOperands(unit, id, period)
        case .parts:
            derivation.operands = partsOperands(unit, id, period, besides: ways.besides)
        case .units:
            derivation.operands = units.parts(of: unit).map { part in
                operand(part, id, period, complete(part, id, period))
            }
        case .joinedCells:
            derivation.operands = (legs(unit, id, period, by: ways) ?? []).map { leg in
                let below = cellWithoutJoining(unit, id, leg.period, by: ways)
                return operand(unit, id, leg.period, below, isSubtracted: leg.isSubtracted)
            }
        case .formula, .someOperands:
            derivation.operands = computedOperands(derivation.key)
            derivation.counted = registerUses(derivation.key)
        case .growth:
            derivation.operands = growthOperands(unit, id, period)
        case .someUnits:
            derivation.operands = units.parts(of: unit).map { part in operand(part, id, period, self.cell(part, id, period)) }
        case .someTime:
            let inside = periodsInside(unit, id, period)
            derivation.operands = zip(inside, complete(unit, id, inside)).map { operand(unit, id, $0, $1) }
        }
        return derivation
    }

    private func operand(
        _ unit: UnitID, _ id: IndicatorID, _ period: Period, _ cell: Cell, isSubtracted: Bool = false
    ) -> Derivation.Operand {
        Derivation.Operand(derivation: derivation(unit, id, period, cell), isSubtracted: isSubtracted)
    }

    /// The level that published growth starts from, and those of the units merged into this one since.
    private func growthOperands(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> [Derivation.Operand] {
        guard let step = growthStep(unit, id, period) else { return [] }
        let own = operand(unit, id, step, complete(unit, id, step))
        guard step == period.lastYear else { return [own] }
        let merged = mergedUnits(into: unit, id, by: period)
        return [own] + merged.map { operand($0, id, step, cell($0, id, step)) }
            + merged.filter { isCounted($0, id, period) }.map { operand($0, id, period, cell($0, id, period), isSubtracted: true) }
    }

    private func joinedOperands(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> [Derivation.Operand] {
        guard let timeline = timeline(unit, id), let asked = clipped(period, unit, traits(id).nature),
            let steps = timeline.join(asked)
        else { return [] }
        return steps.map { step in
            let standing = timeline.standing[step.index]
            var cell = Cell(.reported, timeline.interval(standing))
            cell.figure = standing.figure.id
            cell.status = standing.status
            return operand(unit, id, standing.figure.period, cell, isSubtracted: step.isSubtracted)
        }
    }

    private func partsOperands(
        _ unit: UnitID, _ id: IndicatorID, _ period: Period, besides: Tally.Breakdown?
    ) -> [Derivation.Operand] {
        let breakdowns = indicator(id).parts.filter { Tally.Breakdown(whole: id, parts: $0) != besides }
        let wholes = tally.wholes[id.index].filter { $0 != besides && $0.parts.filter { $0 == id }.count == 1 }
        let lists =
            breakdowns.map { $0.map { ($0, false) } }
            + wholes.map { breakdown in
                [(breakdown.whole, false)] + breakdown.parts.filter { $0 != id }.map { ($0, true) }
            }
        for list in lists {
            let cells = list.map { own(unit, $0.0, period) }
            guard cells.allSatisfy({ $0.isComplete && $0.way != .outsideLife }) else { continue }
            return zip(list, cells).map { operand(unit, $0.0, period, $1, isSubtracted: $0.1) }
        }
        return []
    }
}
