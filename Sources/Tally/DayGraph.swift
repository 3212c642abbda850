import Ledger
import Numerics

/// The figures of a series that overlap, as edges between the days where their periods meet; a way between two days is searched in it.
struct DayGraph: Sendable {
    /// By figure, the numbers of the days between which it goes.
    private let from: [Int32]
    private let to: [Int32]
    /// Figures that start on day d are `firstFrom[d]..<firstFrom[d + 1]`: they are in the order of their starts.
    private let firstFrom: [Int32]
    /// Figures that end on day d are `byEnd[firstTo[d]..<firstTo[d + 1]]`.
    private let firstTo: [Int32]
    private let byEnd: [Int32]

    /// `standing` is sorted by start; `days` are all where one of the periods starts or ends.
    init(_ standing: [Standing], _ days: [Day]) {
        var (from, to) = ([Int32](), [Int32]())
        from.reserveCapacity(standing.count)
        to.reserveCapacity(standing.count)
        var start = 0
        for one in standing {
            while days[start] < one.period.start { start += 1 }
            from.append(Int32(start))
            to.append(Int32((start + 1..<days.count).partitioningIndex { days[$0] >= one.period.end }))
        }
        let (firstFrom, firstTo) = (Self.starts(of: from, dayCount: days.count), Self.starts(of: to, dayCount: days.count))
        var next = firstTo
        var byEnd = Array(repeating: Int32(0), count: standing.count)
        for (figure, day) in to.enumerated() {
            byEnd[Int(next[Int(day)])] = Int32(figure)
            next[Int(day)] += 1
        }
        (self.from, self.to, self.firstFrom, self.firstTo, self.byEnd) = (from, to, firstFrom, firstTo, byEnd)
    }

    /// Where the figures of each day start when they are sorted by days; at the end their number.
    private static func starts(of figures: [Int32], dayCount: Int) -> [Int32] {
        var starts = Array(repeating: Int32(0), count: dayCount + 1)
        for day in figures { starts[Int(day) + 1] += 1 }
        for day in 0..<dayCount { starts[day + 1] += starts[day] }
        return starts
    }

    /// A day that was reached.
    private struct Reached {
        var layer: Int
        var sum: Interval
        var step: Timeline.Step
        var previous: Int32
    }

    /// The figures that lead from one day to the other: the fewest, and among those the narrowest, where several are so the first. Nil where
    /// none do. Breadth first; each layer is one figure more.
    func path(from start: Int, to end: Int, _ intervalOf: (Int) -> Interval) -> [Timeline.Step]? {
        /// By day, its place among those reached; -1 where it was not.
        var places = Array(repeating: Int32(-1), count: firstFrom.count - 1)
        var reached = [Reached(layer: 0, sum: .zero, step: Timeline.Step(index: -1, isSubtracted: false), previous: -1)]
        reached.reserveCapacity(min(places.count, 16))
        places[start] = 0
        var (frontier, next) = ([Int32(start)], [Int32]())
        var away: [Timeline.Step] = []
        var layer = 0
        while places[end] < 0 {
            next.removeAll(keepingCapacity: true)
            fill(&away, from: frontier)
            for step in away {
                let (a, b) = step.isSubtracted ? (to[step.index], from[step.index]) : (from[step.index], to[step.index])
                let place = places[Int(b)]
                if place >= 0, reached[Int(place)].layer <= layer { continue }
                let known = reached[Int(places[Int(a)])].sum
                let sum = step.isSubtracted ? known - intervalOf(step.index) : known + intervalOf(step.index)
                if place >= 0, !sum.isNarrower(than: reached[Int(place)].sum) { continue }
                let day = Reached(layer: layer + 1, sum: sum, step: step, previous: a)
                if place >= 0 {
                    reached[Int(place)] = day
                } else {
                    places[Int(b)] = Int32(reached.count)
                    reached.append(day)
                    next.append(b)
                }
            }
            guard !next.isEmpty else { return nil }
            swap(&frontier, &next)
            layer += 1
        }
        var steps: [Timeline.Step] = []
        var at = end
        while at != start {
            let day = reached[Int(places[at])]
            steps.append(day.step)
            at = Int(day.previous)
        }
        return steps.reversed()
    }

    /// With every figure that leads away from one of the days, in the order of the series, forward before backward.
    private func fill(_ steps: inout [Timeline.Step], from days: [Int32]) {
        steps.removeAll(keepingCapacity: true)
        for day in days {
            for figure in firstFrom[Int(day)]..<firstFrom[Int(day) + 1] {
                steps.append(Timeline.Step(index: Int(figure), isSubtracted: false))
            }
            for place in firstTo[Int(day)]..<firstTo[Int(day) + 1] {
                steps.append(Timeline.Step(index: Int(byEnd[Int(place)]), isSubtracted: true))
            }
        }
        steps.sort { $0.index != $1.index ? $0.index < $1.index : !$0.isSubtracted && $1.isSubtracted }
    }
}
