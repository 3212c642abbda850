import Ledger
import Numerics
import Syntax

/// How a year's target falls on the year, in the order in which they are tried.
public enum ScheduleBasis: String, Sendable {
    /// The target is for the very period: all of it is due.
    case period
    /// By the targets of quarters or months.
    case targets
    /// By percentages.
    case phase
    /// As last year went.
    case lastYear
    /// By the calendar, in months.
    case calendar
}

/// The share of a target that is due.
public struct Schedule: Sendable {
    /// In %.
    public var percent: Interval
    /// What divides the year.
    public var basis: ScheduleBasis
}

extension Evaluator {
    /// The share of its target that is due by the end of a period. Nil for a stock or rate whose year is not divided by targets or a `phase`, where
    /// growth is what is asked for, and where there is no target.
    public func schedule(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Schedule? {
        let (targets, isOwn) = applicableTargets(unit, id, period)
        if let target = targets.first, isHeldAgainstGrowth(target) { return nil }
        let year = ledger.year(of: period)
        guard let whole = targetLevel(unit, id, isOwn ? period : year) else { return nil }
        let toDate = ledger.toDate(period)
        if isOwn || period.end == year.end {
            let isDivided = isOwn && period != year || tally.phases[id] != nil || traits(id).nature == .flow
            return isDivided || dueByTargets(unit, id, toDate) != nil ? Schedule(percent: .exactly(100), basis: .period) : nil
        }
        if let due = dueByTargets(unit, id, toDate), whole.isPositive, let share = due.quotient(whole) {
            return Schedule(percent: share.times(100), basis: .targets)
        }
        if let phase = tally.phases[id] {
            if phase.isEmpty { return seasonal(unit, id, toDate, year) ?? (traits(id).nature == .flow ? calendar(toDate, year) : nil) }
            return Schedule(percent: due(phase, toDate, year), basis: .phase)
        }
        return traits(id).nature == .flow ? calendar(toDate, year) : nil
    }

    /// How far ahead of its schedule a cell is, in points; less than nothing is behind. For a ceiling, how much less of it is used than is due.
    public func lead(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Interval? {
        guard let completion = completion(unit, id, period) else { return nil }
        return lead(completion, unit, id, period)
    }

    func lead(_ completion: Completion, _ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Interval? {
        guard !completion.isOfGrowth, let percent = completion.percent, let due = schedule(unit, id, period)?.percent else { return nil }
        return completion.isCeiling ? due - percent : percent - due
    }

    /// How many months of the year have gone by at the end of a period; of a month begun, the share of its days.
    public func monthsElapsed(_ period: Period) -> Interval { monthsElapsed(ledger.toDate(period), ledger.year(of: period)) }

    private func calendar(_ toDate: Period, _ year: Period) -> Schedule? {
        let months = monthsElapsed(toDate, year)
        return months.times(100).quotient(.exactly(12)).map { Schedule(percent: $0, basis: .calendar) }
    }

    /// How many months of the year have gone by at the end of a period that starts with it; of a month begun, the share of its days.
    func monthsElapsed(_ toDate: Period, _ year: Period) -> Interval {
        let months = year.parts(.month)
        let full = months.filter { $0.end <= toDate.end }
        guard let begun = months.first(where: { $0.start < toDate.end && toDate.end < $0.end }) else { return .exactly(Int128(full.count)) }
        let days = Interval.exactly(Int128(begun.start.distance(to: toDate.end)))
        return .exactly(Int128(full.count)) + days.divided(by: Int128(begun.dayCount))
    }

    /// By percentages for quarters or months: those gone by, and of the one begun as much as time has passed.
    private func due(_ shares: [Interval], _ toDate: Period, _ year: Period) -> Interval {
        let months = monthsElapsed(toDate, year)
        let length = Int128(12 / shares.count)
        var sum = Interval.zero
        for (index, share) in shares.enumerated() {
            let passed = months - .exactly(Int128(index) * length)
            if passed.value <= 0 { break }
            let whole = passed.compareValue(.exactly(length)) >= 0
            sum += whole ? share : share.product(passed)?.divided(by: length) ?? .zero
        }
        return sum
    }

    /// As much as had been reached at that time of last year.
    private func seasonal(_ unit: UnitID, _ id: IndicatorID, _ toDate: Period, _ year: Period) -> Schedule? {
        guard let before = toDate.lastYear, let yearBefore = year.lastYear, let part = completeLevel(unit, id, before),
            let whole = completeLevel(unit, id, yearBefore), whole.isPositive, let share = part.quotient(whole)
        else { return nil }
        return Schedule(percent: share.times(100), basis: .lastYear)
    }

    /// What the targets of the year's quarters, or months, ask for by the end of a period: of a flow their sum, with a share of the one begun; of a
    /// stock or rate that of the last one gone by.
    private func dueByTargets(_ unit: UnitID, _ id: IndicatorID, _ toDate: Period) -> Interval? {
        let year = ledger.year(of: toDate)
        for length in [PeriodLength.quarter, .month] {
            let parts = year.parts(length)
            let touched = parts.filter { $0.start < toDate.end }
            let levels = touched.map { part in
                tally.targets.issued(CellKey(unit, id, part)).lazy.compactMap { self.level(of: $0) }.first
            }
            if traits(id).nature != .flow {
                let gone = zip(touched, levels).filter { $0.0.end <= toDate.end }
                if let last = gone.last, let level = last.1 { return level }
                continue
            }
            let known = levels.compactMap { $0 }
            guard known.count == touched.count else { continue }
            var sum = Interval.zero
            for (part, level) in zip(touched, known) {
                guard part.end > toDate.end else {
                    sum += level
                    continue
                }
                let passed =
                    monthsElapsed(toDate, year) - monthsElapsed(Period(year.start, part.end), year)
                    + .exactly(Int128(length.monthCount ?? 1))
                sum += level.product(passed)?.divided(by: Int128(length.monthCount ?? 1)) ?? .zero
            }
            return sum
        }
        return nil
    }
}

extension Ledger {
    /// How a year's target falls on it, by indicator: percentages, or none for last year's seasonality. Of several declarations the first.
    func phasesByIndicator() -> KeyTable<IndicatorID, [Interval]> {
        var phases = KeyTable<IndicatorID, [Interval]>()
        for (phase, _) in statements.phases {
            guard let id = indicators.find(phase.indicator.text), !phases.contains(id) else { continue }
            phases.set(id, phase.shares.map { Interval(exact: $0.decimal, factor: 1) })
        }
        return phases
    }
}
