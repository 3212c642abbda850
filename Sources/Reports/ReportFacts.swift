import Ledger
import Numerics
import SourceText
import Tally

/// All that a report may show of one place.
struct Fact: Sendable {
    var cell: KnownCell
    var yearOnYear: Growth?
    var periodOnPeriod: Growth?
    var share: Interval?
    var yearToDate: KnownCell?

    /// Whether there is anything to show but an absence.
    var hasValue: Bool {
        cell.interval != nil && !cell.isNothing || yearOnYear != nil || yearToDate?.interval != nil && yearToDate?.isNothing == false
    }
}

/// Asks the tally for what a report shows: one evaluator per indicator and share of the units, on all cores.
struct FactFinder: Sendable {
    let tally: Tally
    let subjects: [ReportSubject]
    /// What to ask, beside the values, at each place.
    let wants: @Sendable (ReportQuery.Measurement, _ periodIndex: Int, PeriodAxis) -> Bool

    /// For each indicator, subject and period of the indicator's axis.
    func facts(of indicators: [IndicatorID], _ axes: [PeriodAxis], threads: Int) -> [[[Fact]]] {
        let pieces = indicators.count >= threads ? 1 : max(1, min(subjects.count, threads))
        var results: [[[Fact]]] = Array(repeating: [], count: indicators.count * pieces)
        results.withUnsafeMutableBufferPointer { results in
            // SAFETY: every task writes its own element.
            nonisolated(unsafe) let results = results
            parallelFor(indicators.count * pieces, threads: threads) { task in
                let (index, piece) = (task / pieces, task % pieces)
                let evaluator = Evaluator(tally)
                let range = subjects.count * piece / pieces..<subjects.count * (piece + 1) / pieces
                results[task] = subjects[range].map { facts(of: $0, indicators[index], axes[index], evaluator) }
            }
        }
        return indicators.indices.map { index in Array(results[index * pieces..<(index + 1) * pieces].joined()) }
    }

    private func facts(of subject: ReportSubject, _ id: IndicatorID, _ axis: PeriodAxis, _ evaluator: Evaluator) -> [Fact] {
        let periods = axis.periods
        // Those of a year ago in one question with the others: a walk over the sub-units costs more than a period.
        let compared = periods.indices.filter { wants(.yoy, $0, axis) && periods[$0].lastYear != nil }
        let asked = periods + compared.compactMap { periods[$0].lastYear }
        let cells =
            switch subject.kind {
            case .unit(let unit): evaluator.cells(unit, id, asked)
            case .group(let units): evaluator.cells(over: units, id, periods)
            }
        return periods.indices.map { index in
            let (period, cell) = (periods[index], cells[index])
            var fact = Fact(cell: cell)
            switch subject.kind {
            case .unit(let unit):
                if let position = compared.firstIndex(of: index) {
                    let before = cells[periods.count + position]
                    fact.yearOnYear = evaluator.yearOnYear(unit, id, period, now: cell, before: before)
                }
                if wants(.pop, index, axis) { fact.periodOnPeriod = evaluator.periodOnPeriod(unit, id, period) }
                if wants(.share, index, axis) { fact.share = evaluator.share(unit, id, period) }
                if wants(.ytd, index, axis) { fact.yearToDate = evaluator.yearToDate(unit, id, period) }
            case .group(let units):
                if wants(.yoy, index, axis), let before = period.lastYear {
                    fact.yearOnYear = evaluator.growth(over: units, id, period, on: before)
                }
                if wants(.pop, index, axis), let before = period.previous {
                    fact.periodOnPeriod = evaluator.growth(over: units, id, period, on: before)
                }
                if wants(.ytd, index, axis) { fact.yearToDate = yearToDate(over: units, id, period, evaluator) }
            }
            return fact
        }
    }

    private func yearToDate(over units: [UnitID], _ id: IndicatorID, _ period: Period, _ evaluator: Evaluator) -> KnownCell {
        let isFlow = tally.ledger.indicators[id].nature == .flow
        let asked = isFlow ? Period(tally.ledger.yearStart(of: period), period.end) : period
        return evaluator.cells(over: units, id, [asked])[0]
    }
}
