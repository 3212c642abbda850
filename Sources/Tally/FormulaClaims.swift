import Ledger
import Numerics
import SourceText
import Syntax

/// A figure stated for a computed indicator that does not follow from its operands.
public struct MisstatedValue: Sendable {
    /// The cell that it is stated for.
    public var key: CellKey
    /// The line that states it.
    public var figure: FigureID
    /// In quanta of the indicator's measure.
    public var stated: Interval
    /// What the formula gives, likewise.
    public var computed: Interval
    /// The cells behind the computed value, in the order of the formula.
    public var cells: [CellKey]
    /// Where growth that enters was published.
    public var places: [SourceSpan]
    /// The targets that enter.
    public var targets: [Target]
    /// What registers were asked, likewise.
    public var counted: [RegisterUse]
}

extension Tally {
    /// Holds every figure of every computed indicator against what its formula gives. Spreads over `threads`.
    public func misstatedValues(
        in scope: CheckScope = CheckScope(), threads: Int = processorCount(), with evaluators: EvaluatorPool? = nil
    ) -> [MisstatedValue] {
        let evaluators = evaluators ?? EvaluatorPool(self)
        let computed = ledger.indicators.ids.filter { isComputed($0) }
        let series = computed.flatMap { id in unitsWithFigures(of: id).map { SeriesKey($0, id) } }.filter { scope.relates($0.unit) }
        let shares = parallelShares(of: series.count, min(series.count, threads * 8), threads: threads) { range in
            evaluators.lend { evaluator in series[range].flatMap { evaluator.misstatedValues($0.unit, $0.indicator) } }
        }
        let misstated = Array(shares.joined())
        scope.note(misstated.lazy.map(\.key.unit))
        return misstated
    }
}

extension Evaluator {
    fileprivate func misstatedValues(_ unit: UnitID, _ id: IndicatorID) -> [MisstatedValue] {
        guard let timeline = timeline(unit, id) else { return [] }
        return timeline.standing.compactMap { standing in
            guard standing.figure.form.absence == nil else { return nil }
            let key = CellKey(unit, id, standing.figure.period)
            let stated = timeline.interval(standing)
            var trace = FormulaEvaluator(self)
            guard let value = computation(key, &trace), let computed = value.level, !computed.intersects(stated) else { return nil }
            return MisstatedValue(
                key: key, figure: standing.figure.id, stated: stated, computed: computed, cells: trace.asked, places: trace.places,
                targets: trace.targets, counted: trace.counted)
        }
    }
}
