import Ledger
import Numerics

/// Sums over a plain series. Figures that start on one day are a group; every day where a period starts or ends has a level, counted
/// from the start of the groups that adjoin each other, so that a period's value is the difference of two levels. As groups only touch,
/// there is but one way from day to day, and its figures can be counted.
struct PlainSums {
    private struct Group {
        var root: Day
        var level: Int64
        var rows: Range<Int>
        /// Groups that adjoin each other belong to one stretch.
        var stretch: Int
    }

    private struct Place {
        var group: Int
        /// Nil at the root of the group.
        var row: Int?
        var level: Int64
    }

    private var series = PlainSeries()
    private var groups: [Group] = []
    /// By row: the level at its end.
    private var levels: [Int64] = []

    var measure: MeasureID { series.measure }

    /// Takes over a series; false where it is not plain, or its sum would overflow.
    mutating func load(_ id: SeriesID, _ figures: FigureStore) -> Bool {
        guard figures.loadPlain(id, into: &series) else { return false }
        groups.removeAll(keepingCapacity: true)
        levels.removeAll(keepingCapacity: true)
        var start = 0
        var (level, end, stretch) = (Int64(0), Day(rawValue: .min), -1)
        for index in 0..<series.count {
            let row = series.rows[index]
            if row.start != series.rows[start].start || index == 0 {
                if index > 0 { closeGroup(start..<index, &level, &end, &stretch) }
                start = index
                if row.start != end { (level, stretch) = (0, stretch + 1) }
            }
            let (sum, overflow) = level.addingReportingOverflow(row.mantissa)
            if overflow { return false }
            levels.append(sum)
        }
        closeGroup(start..<series.count, &level, &end, &stretch)
        return true
    }

    private mutating func closeGroup(_ rows: Range<Int>, _ level: inout Int64, _ end: inout Day, _ stretch: inout Int) {
        groups.append(Group(root: series.rows[rows.lowerBound].start, level: level, rows: rows, stretch: stretch))
        level = levels[rows.upperBound - 1]
        end = series.rows[rows.upperBound - 1].end
    }

    /// Reported, joined or absent.
    func cell(_ period: Period, _ measure: Measure) -> Cell {
        guard let from = place(of: period.start), let to = place(of: period.end), groups[from.group].stretch == groups[to.group].stretch
        else { return .absent }
        let count = (from.row == nil ? 0 : 1) + (to.group - from.group) + (to.row == nil ? 0 : 1)
        let isStated = count == 1 && from.row == nil
        var cell = Cell(isStated ? .reported : .joinedFigures, interval(Int128(to.level) - Int128(from.level), of: count, measure))
        if isStated { cell.figure = series.rows[to.row ?? groups[from.group].rows.upperBound - 1].figure }
        cell.status = .reported
        cell.reported = 1
        cell.expected = 1
        return cell
    }

    /// Whether nothing in the series looks like a slip: figures of about one length are within four times each other, and what is
    /// cumulative does not fall.
    var isSmooth: Bool {
        for index in 1..<max(1, series.count) {
            let (a, b) = (series.rows[index - 1], series.rows[index])
            if a.start == b.start, b.mantissa < a.mantissa { return false }
            guard abs(a.start.distance(to: a.end) - b.start.distance(to: b.end)) <= 3 else { continue }
            guard a.mantissa < .max / 8, b.mantissa < .max / 8, a.mantissa < 4 * b.mantissa, b.mantissa < 4 * a.mantissa else {
                return false
            }
        }
        return true
    }

    private func interval(_ difference: Int128, of count: Int, _ measure: Measure) -> Interval {
        let value = difference * Int128(measure.factor)
        if measure.isCounting, series.form.scale == 0 { return Interval(low: value, value: value, high: value, scale: 0) }
        let halfWidth = Int128(count) * 5 * Int128(measure.factor)
        return Interval(low: value * 10 - halfWidth, value: value * 10, high: value * 10 + halfWidth, scale: series.form.scale + 1)
    }

    /// Where a day lies; the end of a group that is the root of the next lies in the next.
    private func place(of day: Day) -> Place? {
        var (low, high) = (0, groups.count)
        while low < high {
            let middle = (low + high) / 2
            if groups[middle].root <= day { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let group = groups[low - 1]
        if group.root == day { return Place(group: low - 1, row: nil, level: group.level) }
        return row(endingAt: day, in: group.rows).map { Place(group: low - 1, row: $0, level: levels[$0]) }
    }

    private func row(endingAt day: Day, in rows: Range<Int>) -> Int? {
        var (low, high) = (rows.lowerBound, rows.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if series.rows[middle].end < day { low = middle + 1 } else { high = middle }
        }
        return low < rows.upperBound && series.rows[low].end == day ? low : nil
    }
}
