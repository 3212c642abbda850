import Ledger
import Numerics

/// Sums over a plain series: prefix sums, and for every figure the run of adjoining periods that it belongs to.
struct PlainSums {
    private var series = PlainSeries()
    private var prefix: [Int64] = []
    private var runs: [Int32] = []

    /// Takes over a series; false where it is not plain, or its sum would overflow.
    mutating func load(_ id: SeriesID, _ figures: FigureStore) -> Bool {
        guard figures.loadPlain(id, into: &series) else { return false }
        prefix.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
        prefix.append(0)
        var sum: Int64 = 0
        var run: Int32 = 0
        for index in 0..<series.count {
            let (next, overflow) = sum.addingReportingOverflow(series.rows[index].mantissa)
            if overflow { return false }
            sum = next
            prefix.append(sum)
            if index > 0, series.rows[index].start != series.rows[index - 1].end { run += 1 }
            runs.append(run)
        }
        return true
    }

    /// Reported, joined or absent.
    func cell(_ period: Period, _ measure: Measure) -> Cell {
        let first = firstIndex(startingAt: period.start)
        guard first < series.count, series.rows[first].start == period.start else { return .absent }
        let last = firstIndex(endingAt: period.end, from: first)
        guard last < series.count, series.rows[last].end == period.end, runs[first] == runs[last] else { return .absent }
        var cell = Cell(first == last ? .reported : .joinedFigures, interval(first, last, measure))
        if first == last { cell.figure = series.rows[first].figure }
        cell.status = .reported
        cell.reported = 1
        cell.expected = 1
        return cell
    }

    var measure: MeasureID { series.measure }

    /// Whether every figure is within four times its neighbours: then none of them looks like a slip.
    var isSmooth: Bool {
        for index in 1..<max(1, series.count) {
            let (a, b) = (series.rows[index - 1].mantissa, series.rows[index].mantissa)
            guard a < .max / 8, b < .max / 8, a < 4 * b, b < 4 * a else { return false }
        }
        return true
    }

    private func interval(_ first: Int, _ last: Int, _ measure: Measure) -> Interval {
        let sum = (Int128(prefix[last + 1]) - Int128(prefix[first])) * Int128(measure.factor)
        if measure.isCounting, series.form.scale == 0 { return Interval(low: sum, value: sum, high: sum, scale: 0) }
        let halfWidth = Int128(last - first + 1) * 5 * Int128(measure.factor)
        return Interval(low: sum * 10 - halfWidth, value: sum * 10, high: sum * 10 + halfWidth, scale: series.form.scale + 1)
    }

    private func firstIndex(startingAt day: Day) -> Int {
        var low = 0
        var high = series.count
        while low < high {
            let middle = (low + high) / 2
            if series.rows[middle].start < day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func firstIndex(endingAt day: Day, from first: Int) -> Int {
        var low = first
        var high = series.count
        while low < high {
            let middle = (low + high) / 2
            if series.rows[middle].end < day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
