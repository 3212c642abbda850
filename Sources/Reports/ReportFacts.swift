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

/// Asks the tally for what a report shows: indicators in shares, on all cores, each share rolled up at once.
struct FactFinder: Sendable {
    let tally: Tally
    let subjects: [ReportSubject]
    /// What to ask, beside the values, at each place.
    let wants: @Sendable (ReportQuery.Measurement, _ periodIndex: Int, PeriodAxis) -> Bool

    /// For each indicator, subject and period of the indicator's axis.
    func facts(of indicators: [IndicatorID], _ axes: [PeriodAxis], threads: Int) -> [[[Fact]]] {
        let tops = tops
        return alike(axes).flatMap { group in
            let periods = periods(axes[group.lowerBound])
            let rolled = tally.rollUp(below: tops, group.map { indicators[$0] }, periods, threads: threads)
            // Where branches are not rolled up yet, every share goes over all figures.
            let shareCount = min(group.count, rolled.isEmpty ? threads : 4 * threads)
            return parallelShares(of: group.count, shareCount, threads: threads) { share in
                let evaluator = Evaluator(tally)
                let range = group.lowerBound + share.lowerBound..<group.lowerBound + share.upperBound
                evaluator.prepare(tops, range.map { indicators[$0] }, periods, from: rolled)
                return range.map { index in subjects.map { facts(of: $0, indicators[index], axes[index], evaluator) } }
            }.flatMap { $0 }
        }
    }

    /// Neighbours with the same periods.
    private func alike(_ axes: [PeriodAxis]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var start = 0
        for index in axes.indices.dropFirst() where axes[index].periods != axes[start].periods {
            groups.append(start..<index)
            start = index
        }
        if start < axes.count { groups.append(start..<axes.count) }
        return groups
    }

    /// The units shown that lie under no other.
    private var tops: [UnitID] {
        let shown = Set(subjects.flatMap(\.units))
        return shown.filter { unit in !tally.ledger.units.lineage(of: unit).dropFirst().contains { shown.contains($0) } }.sorted()
    }

    /// The periods of an axis, and those that growth compares them with.
    private func periods(_ axis: PeriodAxis) -> [Period] {
        var periods = axis.periods
        for (index, period) in axis.periods.enumerated() {
            if wants(.yoy, index, axis), let before = period.lastYear { periods.append(before) }
            if wants(.pop, index, axis), let before = period.previous { periods.append(before) }
            if wants(.ytd, index, axis) { periods.append(Period(tally.ledger.yearStart(of: period), period.end)) }
        }
        // What no figure speaks of need not be worked out beforehand.
        var seen: Set<Period> = []
        return periods.filter { (tally.span?.overlaps($0) ?? false) && seen.insert($0).inserted }
    }

    private func facts(of subject: ReportSubject, _ id: IndicatorID, _ axis: PeriodAxis, _ evaluator: Evaluator) -> [Fact] {
        let cells =
            switch subject.kind {
            case .unit(let unit): evaluator.cells(unit, id, axis.periods)
            case .group(let units): evaluator.cells(over: units, id, axis.periods)
            }
        // Facts are large: an array of the right size from the start.
        return cells.indices.map { index in
            let period = axis.entries[index].period
            var fact = Fact(cell: cells[index])
            switch subject.kind {
            case .unit(let unit):
                if wants(.yoy, index, axis) { fact.yearOnYear = evaluator.yearOnYear(unit, id, period) }
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
