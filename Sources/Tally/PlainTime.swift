import Ledger
import Numerics

/// How periods that do not overlap, unless they start on one day as cumulative ones do, make other periods. Those that start on one day
/// are a group; groups that adjoin each other are a stretch. As groups only touch, there is but one way from day to day.
final class PlainTime {
    /// The way to a period: the last rows of some groups, less the row that ends where the period starts, and that which ends where it ends.
    struct Way {
        var groups: Range<Int>
        var subtracted: Int?
        var added: Int?

        var count: Int { groups.count + (subtracted == nil ? 0 : 1) + (added == nil ? 0 : 1) }
    }

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

    private let periods: [Period]
    private let groups: [Group]

    /// Periods in their order; nil where they overlap.
    init?(_ count: Int, _ period: (Int) -> Period) {
        var periods: [Period] = []
        var groups: [Group] = []
        periods.reserveCapacity(count)
        groups.reserveCapacity(count)
        for row in 0..<count {
            let next = period(row)
            if let last = periods.last, next.start == last.start, next.end > last.end {
                groups[groups.count - 1].rows = groups[groups.count - 1].rows.lowerBound..<row + 1
            } else {
                let lastEnd = periods.last?.end ?? Day(rawValue: .min)
                guard next.start >= lastEnd else { return nil }
                let stretch = (groups.last?.stretch ?? 0) + (next.start == lastEnd ? 0 : 1)
                groups.append(Group(root: next.start, rows: row..<row + 1, stretch: stretch))
            }
            periods.append(next)
        }
        self.periods = periods
        self.groups = groups
    }

    /// Whether it is made of just these periods.
    func isOf(_ count: Int, _ period: (Int) -> Period) -> Bool {
        count == periods.count && periods.indices.allSatisfy { periods[$0] == period($0) }
    }

    /// Which of the periods make this one; nil where they do not.
    func way(to period: Period) -> Way? {
        guard let from = place(of: period.start), let to = place(of: period.end), groups[from.group].stretch == groups[to.group].stretch
        else { return nil }
        return Way(groups: from.group..<max(from.group, to.group), subtracted: from.row, added: to.row)
    }

    /// The row of a group that reaches the next.
    func lastRow(ofGroup group: Int) -> Int { groups[group].rows.upperBound - 1 }

    /// The same as a list.
    func steps(to period: Period) -> [Step]? {
        way(to: period).map { way in
            way.groups.map { Step(row: lastRow(ofGroup: $0), isSubtracted: false) }
                + (way.subtracted.map { [Step(row: $0, isSubtracted: true)] } ?? [])
                + (way.added.map { [Step(row: $0, isSubtracted: false)] } ?? [])
        }
    }

    /// Where a day lies; the end of a group that is the root of the next lies in the next.
    private func place(of day: Day) -> Place? {
        let index = groups.partitioningIndex { $0.root > day } - 1
        guard index >= 0 else { return nil }
        if groups[index].root == day { return Place(group: index, row: nil) }
        return row(endingAt: day, in: groups[index].rows).map { Place(group: index, row: $0) }
    }

    private func row(endingAt day: Day, in rows: Range<Int>) -> Int? {
        let row = rows.partitioningIndex { periods[$0].end >= day }
        return row < rows.upperBound && periods[row].end == day ? row : nil
    }

    /// Which periods can be made of these: those within one stretch.
    private(set) lazy var knowledge: Knowledge = {
        var days: [Day] = []
        var classes: [Int] = []
        days.reserveCapacity(periods.count + groups.count)
        classes.reserveCapacity(periods.count + groups.count)
        for group in groups {
            if days.last != group.root {
                days.append(group.root)
                classes.append(group.stretch)
            }
            for row in group.rows {
                days.append(periods[row].end)
                classes.append(group.stretch)
            }
        }
        return Knowledge(days: days, classes: classes)
    }()
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
