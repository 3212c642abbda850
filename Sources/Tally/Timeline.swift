import Ledger
import Numerics
import SourceText

/// A series in time: the figures that stand, as edges between the days where periods meet. Any period whose ends are joined by edges is
/// known: forward edges add, backward edges subtract.
final class Timeline: Sendable {
    /// By start, then end; each stated period once, cut to the life of the unit.
    let standing: [Standing]
    let estimates: [Standing]
    let absent: [Standing]
    private let measures: MeasureTable
    /// Whether no two periods overlap: then the only way from day to day is forward.
    let isChain: Bool
    /// The days where periods start or end, each once, in order. Empty for a chain.
    let days: [Day]
    /// For who has to search a way from day to day.
    private let graph = Once<DayGraph>()

    convenience init(_ finder: StandingFinder, measures: MeasureTable) {
        self.init(standing: finder.standing, estimates: finder.estimates, absent: finder.absent, measures: measures)
    }

    init(standing: [Standing], estimates: [Standing] = [], absent: [Standing] = [], measures: MeasureTable) {
        self.standing = standing
        self.estimates = estimates
        self.absent = absent
        self.measures = measures
        isChain = zip(standing, standing.dropFirst()).allSatisfy { $0.period.end <= $1.period.start }
        days = isChain ? [] : Self.days(of: standing)
    }

    /// Figures that can bear on each other: between two such parts lies a day that no period spans, so that no circle of figures goes through
    /// both.
    var parts: [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        var reach = Day(rawValue: .min)
        for (index, one) in standing.enumerated() {
            if one.period.start >= reach, index > start {
                parts.append(start..<index)
                start = index
            }
            reach = max(reach, one.period.end)
        }
        if start < standing.count { parts.append(start..<standing.count) }
        return parts
    }

    /// From the first to the last day that lines speak of, also beyond the life of the unit; nil where there are none.
    var span: Period? {
        guard let first = standing.first?.figure.period else { return nil }
        return standing.reduce(first) { Period(min($0.start, $1.figure.period.start), max($0.end, $1.figure.period.end)) }
    }

    /// One of the parts by itself.
    func part(_ range: Range<Int>) -> Timeline {
        range == standing.indices ? self : Timeline(standing: Array(standing[range]), measures: measures)
    }

    static func days(of standing: [Standing]) -> [Day] {
        var days: [Day] = []
        days.reserveCapacity(standing.count * 2)
        for one in standing {
            days.append(one.period.start)
            days.append(one.period.end)
        }
        days.sort()
        var unique: [Day] = []
        unique.reserveCapacity(days.count)
        for day in days where unique.last != day { unique.append(day) }
        return unique
    }

    /// The figures that join two of the days, by their numbers; of no chain.
    func path(from start: Int, to end: Int) -> [Step]? {
        graph.value { DayGraph(standing, days) }.path(from: start, to: end) { interval(standing[$0]) }
    }

    var isEmpty: Bool { standing.isEmpty && estimates.isEmpty && absent.isEmpty }

    func interval(_ standing: Standing) -> Interval { measures.interval(of: standing.figure) }

    /// The index of the figure that states the period.
    func index(of period: Period) -> Int? {
        let first = firstIndex(startingAt: period.start)
        var index = first
        while index < standing.count, standing[index].period.start == period.start {
            if standing[index].period.end == period.end { return index }
            index += 1
        }
        return nil
    }

    /// The index of the figure whose line states the very period, which may reach beyond the life of the unit.
    func index(stating period: Period) -> Int? { standing.firstIndex { $0.figure.period == period } }

    /// The index of the first figure that starts on the day or later.
    func firstIndex(startingAt day: Day) -> Int {
        standing.partitioningIndex { $0.period.start >= day }
    }

    /// The last reading of a stock at exactly this day's start; the one for `period` itself where several periods end there.
    func reading(endingAt day: Day, preferring period: Period) -> Int? {
        if let exact = index(of: period) { return exact }
        var best: Int?
        for (index, one) in standing.enumerated() where one.period.end == day {
            if let known = best, !interval(one).isNarrower(than: interval(standing[known])) { continue }
            best = index
        }
        return best
    }

    /// Figures joined to make a period, each added or subtracted.
    struct Step: Sendable {
        var index: Int
        var isSubtracted: Bool
    }

    /// The sum of the steps.
    func sum(_ steps: [Step]) -> Interval {
        var sum = Interval.zero
        for step in steps {
            let interval = interval(standing[step.index])
            sum = step.isSubtracted ? sum - interval : sum + interval
        }
        return sum
    }

    /// The figures of a chain that make the period exactly.
    func chain(_ period: Period) -> Range<Int>? {
        let first = firstIndex(startingAt: period.start)
        var day = period.start
        var index = first
        while index < standing.count, standing[index].period.start == day {
            day = standing[index].period.end
            index += 1
            if day == period.end { return first..<index }
            if day > period.end { return nil }
        }
        return nil
    }

    /// The sum of neighbours in a chain. Those in one measure with as many decimals, nearly always all, are added as integers.
    func sum(_ range: Range<Int>) -> Interval {
        let first = standing[range.lowerBound].figure
        var total: Int64 = 0
        for index in range {
            let figure = standing[index].figure
            let (next, overflow) = total.addingReportingOverflow(figure.mantissa)
            guard figure.form == first.form, figure.measure == first.measure, first.form.isPlain, !overflow else {
                return range.reduce(.zero) { $0 + interval(standing[$1]) }
            }
            total = next
        }
        return measures.scale(of: first.measure).interval(Int128(total), of: range.count, decimals: first.form.scale)
    }
}
