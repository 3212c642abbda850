import Ledger
import Numerics

/// How periods that do not overlap, unless they start on one day as cumulative ones do, make other periods. Those that start on one day
/// are a group; groups that adjoin each other are a stretch. As groups only touch, there is but one way from day to day.
struct PlainTime {
    /// A period that is added or subtracted, by its place among all.
    struct Step {
        var row: Int
        var isSubtracted: Bool
    }

    private struct Group {
        var root: Day
        var rows: Range<Int>
        var stretch: Int
    }

    private struct Place {
        var group: Int
        /// Nil at the root of the group.
        var row: Int?
    }

    private(set) var periods: [Period] = []
    private var groups: [Group] = []
    /// How often other periods were taken over: as long as it stays, so do the steps to any period.
    private(set) var changes = 0

    /// Takes over periods in their order; false where they overlap. Costs next to nothing where they are those of the last time.
    mutating func load(_ count: Int, _ period: (Int) -> Period) -> Bool {
        if count == periods.count, !groups.isEmpty, periods.indices.allSatisfy({ periods[$0] == period($0) }) { return true }
        changes += 1
        periods.removeAll(keepingCapacity: true)
        groups.removeAll(keepingCapacity: true)
        for row in 0..<count {
            let next = period(row)
            if let last = periods.last, next.start == last.start, next.end > last.end {
                groups[groups.count - 1].rows = groups[groups.count - 1].rows.lowerBound..<row + 1
            } else {
                let lastEnd = periods.last?.end ?? Day(rawValue: .min)
                guard next.start >= lastEnd else {
                    groups.removeAll(keepingCapacity: true)
                    return false
                }
                let stretch = (groups.last?.stretch ?? 0) + (next.start == lastEnd ? 0 : 1)
                groups.append(Group(root: next.start, rows: row..<row + 1, stretch: stretch))
            }
            periods.append(next)
        }
        return true
    }

    /// Which of the periods make this one; nil where they do not.
    func steps(to period: Period) -> [Step]? {
        guard let from = place(of: period.start), let to = place(of: period.end), groups[from.group].stretch == groups[to.group].stretch
        else { return nil }
        var steps: [Step] = []
        if from.group < to.group {
            for group in from.group..<to.group { steps.append(Step(row: groups[group].rows.upperBound - 1, isSubtracted: false)) }
        }
        if let row = from.row { steps.append(Step(row: row, isSubtracted: true)) }
        if let row = to.row { steps.append(Step(row: row, isSubtracted: false)) }
        return steps
    }

    /// Where a day lies; the end of a group that is the root of the next lies in the next.
    private func place(of day: Day) -> Place? {
        var (low, high) = (0, groups.count)
        while low < high {
            let middle = (low + high) / 2
            if groups[middle].root <= day { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        if groups[low - 1].root == day { return Place(group: low - 1, row: nil) }
        return row(endingAt: day, in: groups[low - 1].rows).map { Place(group: low - 1, row: $0) }
    }

    private func row(endingAt day: Day, in rows: Range<Int>) -> Int? {
        var (low, high) = (rows.lowerBound, rows.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if periods[middle].end < day { low = middle + 1 } else { high = middle }
        }
        return low < rows.upperBound && periods[low].end == day ? low : nil
    }
}

/// How a period follows the one before it.
struct PlainStep {
    /// Both start on one day.
    var isCumulative: Bool
    /// Both are of about one length.
    var isComparable: Bool

    init(from a: Period, to b: Period) {
        isCumulative = a.start == b.start
        isComparable = abs(a.dayCount - b.dayCount) <= 3
    }

    /// Whether the numbers do not look like a slip: figures of about one length are within four times each other, and what is cumulative
    /// does not fall. Numbers of up to 18 digits cannot overflow here.
    @inline(__always)
    func isSmooth(_ a: Int64, _ b: Int64) -> Bool {
        if isCumulative, b < a { return false }
        return !isComparable || a < 4 &* b && b < 4 &* a
    }
}
