import Ledger
import Numerics
import SourceText
import Syntax

/// What was to be reported up to a day, and what of it came in (应报尽报).
public struct Completeness: Sendable {
    /// One for each unit that had anything to report of an indicator; by indicator, then in the order of the tree.
    public var accounts: [Account] = []

    /// What one unit had to report of one indicator.
    public struct Account: Sendable {
        /// The unit that had to report.
        public var unit: UnitID
        /// The indicator that it had to report.
        public var indicator: IndicatorID
        /// How many reports fell due, at least one.
        public var expectedCount = 0
        /// Those that are not in, by due day.
        public var owed: [Due] = []
        /// Those that came in after their due day, as far as the day is stated, by due day.
        public var late: [Late] = []

        /// How many are in.
        public var reportedCount: Int { expectedCount - owed.count }

        /// How many are in and not known to have been late.
        public var onTimeCount: Int { reportedCount - late.count }
    }

    /// A report that fell due.
    public struct Due: Sendable {
        /// Of when it speaks.
        public var period: Period
        /// The last day on which it was in time; of periods first reported together that of the last.
        public var day: Day
        /// The line that asks for it.
        public var expectation: Expectation
    }

    /// A report that came in after its due day.
    public struct Late: Sendable {
        /// What was asked for.
        public var due: Due
        /// The day it came in, by its header.
        public var reportedOn: Day
        /// What was reported.
        public var figure: FigureID
    }
}

extension Tally {
    /// What had fallen due before `today`, and what of it was in on that day. An estimate or `-` is no report; `n/a`, `exempt` and `*`
    /// are. Takes time in proportion to the figures of the indicators that are expected, and to the reports due; spreads over `threads`.
    public func completeness(on today: Day, threads: Int = processorCount()) -> Completeness {
        let expected = ledger.indicators.ids.filter { !ledger.indicators[$0].expected.isEmpty }
        guard !expected.isEmpty else { return Completeness() }
        let reported = ledger.figures.periods(indicatorCount: ledger.indicators.count) { head in
            head.status != .estimate && head.knownOn <= today && (asOf.map { head.knownOn <= $0 } ?? true)
        }
        var members = FieldMembers(ledger.units)
        let duties = expected.map { id in Duties(id, from: reported[id.index].map(\.start).min(), today, self, &members) }
        let unitCount = ledger.units.count
        let cutCount = max(1, min(unitCount / 256, threads * 8))
        let shares = (0..<duties.count * cutCount).parallelMap(shareSize: 1, threads: threads) { share in
            let cut = share % cutCount
            return accounts(of: duties[share / cutCount], unitCount * cut / cutCount..<unitCount * (cut + 1) / cutCount, today)
        }
        return Completeness(accounts: Array(shares.joined()))
    }

    /// What is to be reported of one indicator, and by whom.
    private struct Duties: Sendable {
        var indicator: IndicatorID
        var schedules: [(dues: [Completeness.Due], periods: [Period])]
        var reporters: Reporters

        init(_ id: IndicatorID, from first: Day?, _ today: Day, _ tally: Tally, _ members: inout FieldMembers) {
            indicator = id
            let ledger = tally.ledger
            let expected = ledger.indicators[id].expected
            schedules = expected.map { expectation in
                let dues = ReportSchedule(expectation, from: first, today: today, fiscalStart: ledger.fiscalStart).dues
                return (dues, dues.map(\.period))
            }
            reporters = Reporters(expected, withFigures: KeySet(tally.unitsWithFigures(of: id)), &members)
        }
    }

    private func accounts(of duties: Duties, _ units: Range<Int>, _ today: Day) -> [Completeness.Account] {
        let indicator = ledger.indicators[duties.indicator]
        return units.compactMap { index in
            let unit = UnitID(index)
            var account = Completeness.Account(unit: unit, indicator: duties.indicator)
            var seen = KeySet<Period>()
            for line in duties.reporters.lines(for: unit) {
                let (dues, periods) = duties.schedules[line]
                if duties.schedules.count == 1, lives[unit.index] == nil {
                    settle(dues, periods, today, &account)
                    continue
                }
                let own = dues.filter { due in
                    isExpected(due.period, of: unit, indicator) && (duties.schedules.count == 1 || seen.insert(due.period))
                }
                settle(own, own.map(\.period), today, &account)
            }
            account.owed.sort { $0.day < $1.day }
            account.late.sort { $0.due.day < $1.due.day }
            return account.expectedCount > 0 ? account : nil
        }
    }

    /// A unit reports the periods of which it lived some day; a stock at the end of the period is its own only while it lives.
    private func isExpected(_ period: Period, of unit: UnitID, _ indicator: Indicator) -> Bool {
        guard let life = lives[unit.index] else { return true }
        return indicator.nature == .stock ? life.contains(period.lastDay) : life.overlaps(period)
    }

    /// `periods` are those of the dues.
    private func settle(_ dues: [Completeness.Due], _ periods: [Period], _ today: Day, _ account: inout Completeness.Account) {
        let dueCount = dues.partitioningIndex { $0.day >= today }
        guard dueCount > 0 else { return }
        let reports = Reports(of: account.unit, account.indicator, self, today)
        account.expectedCount += dueCount
        for (index, arrival) in reports.arrivals(periods).prefix(dueCount).enumerated() {
            guard let arrival else {
                account.owed.append(dues[index])
                continue
            }
            guard let reportedOn = arrival.day, reportedOn > dues[arrival.through].day, dues[index].expectation.dueDay != nil else {
                continue
            }
            var due = dues[index]
            due.day = dues[arrival.through].day
            account.late.append(Completeness.Late(due: due, reportedOn: reportedOn, figure: arrival.figure))
        }
    }
}
