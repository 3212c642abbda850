import Ledger
import Numerics
import Syntax

/// What a unit reported of an indicator, and when.
struct Reports {
    /// How a period came in.
    struct Arrival {
        /// The day it was reported; nil where no header states it.
        var day: Day?
        /// What was reported.
        var figure: FigureID
        /// The number of the last of the periods that came in together for the first time; its own where it came in by itself.
        var through: Int

        /// A figure of unknown day is taken to have been in time.
        static func precedes(_ a: Arrival, _ b: Arrival) -> Bool {
            (a.day?.rawValue ?? .min, a.figure.rawValue) < (b.day?.rawValue ?? .min, b.figure.rawValue)
        }
    }

    private struct Report {
        var period: Period
        var arrival: Arrival
    }

    /// The earliest of each period, in the order of the periods.
    private var reports: [Report] = []
    private let nature: Nature
    private let addsOverTime: Bool
    private let life: Period?

    init(of unit: UnitID, _ indicator: IndicatorID, _ tally: Tally, _ today: Day) {
        let traits = tally.traits[indicator.index]
        (nature, addsOverTime) = (traits.nature, traits.isAdditiveOverTime)
        life = tally.lives[unit.index]
        guard let series = tally.ledger.figures.find(unit, indicator) else { return }
        for figure in tally.ledger.figures.figures(of: series) where tally.wasKnown(figure) && figure.knownOn <= today {
            guard figure.status != .estimate, figure.form.absence != .unavailable else { continue }
            // Without `on` this is the last day of the figure's period; whoever really reported then was in time.
            let day = figure.knownOn == figure.period.lastDay ? nil : figure.knownOn
            add(Report(period: figure.period, arrival: Arrival(day: day, figure: figure.id, through: 0)))
        }
    }

    private mutating func add(_ report: Report) {
        if let last = reports.last, last.period == report.period {
            if Arrival.precedes(report.arrival, last.arrival) { reports[reports.count - 1] = report }
        } else {
            reports.append(report)
        }
    }

    /// How each of these periods, which follow each other without overlap, came in; nil where it did not. What lies outside the life of
    /// the unit need not be covered.
    func arrivals(_ asked: [Period]) -> [Arrival?] {
        let periods = asked.map { period in life.flatMap { period.clipped(to: $0) } ?? period }
        var arrivals: [Arrival?] = Array(repeating: nil, count: periods.count)
        fillCovered(periods, &arrivals)
        if addsOverTime { fillJoined(periods, &arrivals) }
        return arrivals
    }

    /// Each period takes the earliest report that covers it: reports come by their day and fill what is still open. `next` leads from a
    /// filled place to the next open one, so that no place is looked at for every report.
    private func fillCovered(_ periods: [Period], _ arrivals: inout [Arrival?]) {
        var next = Array(0...periods.count)
        func open(_ index: Int) -> Int {
            var end = index
            while next[end] != end { end = next[end] }
            var place = index
            while next[place] != end { (place, next[place]) = (next[place], end) }
            return end
        }
        for report in reports.sorted(by: { Arrival.precedes($0.arrival, $1.arrival) }) {
            var first = periods.partitioningIndex { $0.start >= report.period.start }
            let end = periods.partitioningIndex { $0.end > report.period.end }
            // A stock stands at the end of its period, whatever the period's length.
            if nature == .stock, end > 0, periods[end - 1].end == report.period.end { first = min(first, end - 1) }
            first = min(first, end)
            // January and February together are due when February is; a later cumulative does not excuse a month that it skipped.
            let isTogether = arrivals[first..<end].allSatisfy { $0 == nil }
            var index = open(first)
            while index < end {
                arrivals[index] = report.arrival
                arrivals[index]?.through = isTogether ? end - 1 : index
                next[index] = index + 1
                index = open(index + 1)
            }
        }
    }

    /// A period whose days are all covered by shorter reports is in with the last of those that lie inside it.
    private func fillJoined(_ periods: [Period], _ arrivals: inout [Arrival?]) {
        var report = 0
        for (index, period) in periods.enumerated() {
            while report < reports.count, reports[report].period.start < period.start { report += 1 }
            guard arrivals[index] == nil else { continue }
            var covered = period.start
            var last: Arrival?
            while report < reports.count, reports[report].period.start <= covered, covered < period.end {
                let (end, arrival) = (reports[report].period.end, reports[report].arrival)
                report += 1
                guard end <= period.end else { continue }
                covered = max(covered, end)
                last = last.map { Arrival.precedes($0, arrival) ? arrival : $0 } ?? arrival
            }
            last?.through = index
            if covered == period.end { arrivals[index] = last }
        }
    }
}
