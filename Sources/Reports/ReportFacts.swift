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

/// Asks the tally for what a report shows, on all cores: first branches of the tree are rolled up, then indicators are asked in shares.
struct FactFinder: Sendable {
    let tally: Tally
    let subjects: [ReportSubject]
    /// What to ask, beside the values, at each place.
    let wants: @Sendable (ReportQuery.Measurement, _ periodIndex: Int, PeriodAxis) -> Bool

    /// For each indicator, subject and period of the indicator's axis.
    func facts(of indicators: [IndicatorID], _ axes: [PeriodAxis], threads: Int) -> [[[Fact]]] {
        let (tops, shown) = (tops, subjects.flatMap(\.units))
        let shares = alike(axes).flatMap { group in
            let periods = periods(axes[group[0]])
            let rolled = tally.rollUp(below: tops, group.map { indicators[$0] }, periods, shown: shown, threads: threads)
            // Where branches are not rolled up yet, every share goes over all figures.
            let count = min(group.count, max(1, rolled.isEmpty ? threads : 4 * threads))
            return (0..<count).map { share in
                Share(numbers: group[group.count * share / count..<group.count * (share + 1) / count], periods: periods, rolled: rolled)
            }
        }
        let found = shares.parallelMap(shareSize: 1, threads: threads) { share in
            let evaluator = Evaluator(tally)
            evaluator.prepare(tops, share.numbers.map { indicators[$0] }, share.periods, from: share.rolled)
            return share.numbers.map { number in subjects.map { facts(of: $0, indicators[number], axes[number], evaluator) } }
        }
        var results: [[[Fact]]] = Array(repeating: [], count: indicators.count)
        for (share, facts) in zip(shares, found) { for (number, fact) in zip(share.numbers, facts) { results[number] = fact } }
        return results
    }

    /// Indicators of the same periods, by their numbers, that one evaluator is asked of.
    private struct Share: Sendable {
        var numbers: ArraySlice<Int>
        var periods: [Period]
        var rolled: RolledUp
    }

    /// The numbers of indicators with the same periods, wherever they stand.
    private func alike(_ axes: [PeriodAxis]) -> [[Int]] {
        var groups: [[Period]: [Int]] = [:]
        for (number, axis) in axes.enumerated() { groups[axis.periods, default: []].append(number) }
        return groups.values.sorted { $0[0] < $1[0] }
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
