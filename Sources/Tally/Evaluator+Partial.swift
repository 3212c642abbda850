import Ledger
import Numerics
import Syntax

extension Evaluator {
    /// What can be said of a cell that ways (1) to (5) do not lead to: growth (6), an estimate, why it is absent, or what is known of it (7).
    func incomplete(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Cell {
        if let grown = fromGrowth(unit, id, period) { return grown }
        guard reach(unit, id).overlaps(period) else { return nowhereNear(unit, id, period) }
        if layer == .firm, let estimate = estimate(unit, id, period) { return estimate }
        var cell = partial(unit, id, period)
        if let (absence, figure) = absence(unit, id, period) {
            if cell == nil { cell = Cell(.absent) }
            cell?.absence = absence
            cell?.figure = figure
        }
        if let cell, cell.way != .absent { return cell }
        var absent = cell ?? Cell(.absent)
        (absent.reported, absent.expected) = coverage(unit, id, period)
        if absent.absence == .exempt { (absent.reported, absent.expected) = (0, 0) }
        return absent
    }

    /// Where no figure at or below the unit speaks of any day of the period.
    private func nowhereNear(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Cell {
        var cell = Cell.absent
        if units.hasParts(unit), rollsUp(id) {
            cell.expected = units.parts(of: unit).count { tally.lives[$0.index]?.overlaps(period) ?? true }
        } else {
            cell.expected = traits(id).nature == .rate ? 1 : expectedCount(in: period, unit, id)
        }
        return cell
    }

    private func estimate(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Cell? {
        guard let timeline = timeline(unit, id) else { return nil }
        let isStock = traits(id).nature == .stock
        let asked = clipped(period, unit, traits(id).nature) ?? period
        let standing = timeline.estimates.first { isStock ? $0.period.end == period.end : $0.period == asked }
        guard let standing else { return nil }
        var cell = Cell(.estimate, timeline.interval(standing))
        cell.figure = standing.figure.id
        cell.status = .estimate
        (cell.reported, cell.expected) = (1, 1)
        return cell
    }

    /// (7): what is known of the sub-units, or of the time; where both are, what bounds the value more closely.
    private func partial(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Cell? {
        if traits(id).nature == .stock, let earlier = earlierReading(unit, id, period) { return earlier }
        let units = someUnits(unit, id, period)
        guard let time = someTime(unit, id, period) else { return units }
        guard let units, let a = units.interval, let b = time.interval, a.compareValue(b) > 0 else { return time }
        return units
    }

    private func someUnits(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Cell? {
        guard units.hasParts(unit), rollsUp(id) else { return nil }
        var sum = UnitSum(traits(id).overUnits)
        for part in units.parts(of: unit) {
            let cell = cell(part, id, period)
            let isExempt = cell.absence == .exempt
            sum.add(cell, isExpected: !cell.isNothing && !isExempt)
            if cell.isPartial { sum.include(partial: cell.way == .earlierReading ? cell.boundingNothing : cell) }
        }
        return sum.known(isSigned: traits(id).isSigned)
    }

    /// The disjoint known periods inside.
    func periodsInside(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> [Period] {
        guard traits(id).isAdditiveOverTime, let asked = clipped(period, unit, traits(id).nature) else { return [] }
        return knowledge(unit, id).all.periods(inside: asked)
    }

    /// The stretches of a period, as far as the unit lived in it, of which nothing is known; none for what does not add up over time.
    public func gaps(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> [Period] {
        guard traits(id).isAdditiveOverTime, let asked = clipped(period, unit, traits(id).nature) else { return [] }
        var gaps: [Period] = []
        var day = asked.start
        for known in knowledge(unit, id).all.periods(inside: asked) {
            if day < known.start { gaps.append(Period(day, known.start)) }
            day = known.end
        }
        return day < asked.end ? gaps + [Period(day, asked.end)] : gaps
    }

    private func someTime(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Cell? {
        let inside = periodsInside(unit, id, period)
        guard !inside.isEmpty else { return nil }
        let alive = alivePart(of: period, unit, id)
        let length = countedLength(of: alive, unit, id)
        var sum = Interval.zero
        var cell = Cell(.someTime)
        var hasValue = false
        for part in inside {
            let known = complete(unit, id, part)
            guard let interval = known.interval else { continue }
            hasValue = hasValue || !known.isNothing
            sum += interval
            cell.status = min(cell.status, known.status)
            cell.reported += expectedCount(of: length, in: part, unit, id)
        }
        guard hasValue else { return nil }
        cell.interval = traits(id).isSigned ? sum.withoutLow.withoutHigh : sum.withoutHigh
        cell.expected = expectedCount(in: alive, unit, id)
        cell.isInQuarters = length == .quarter
        cell.through = inside.count == 1 && inside[0].start == period.start ? inside[0].end : nil
        return cell
    }

    /// A stock's last reading inside the period: of the unit itself, or of all its sub-units at one day.
    private func earlierReading(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Cell? {
        for day in readingDays(unit, id).reversed() where day > period.start && day < period.end {
            let cell = cellWithoutJoining(unit, id, Period(period.start, day))
            guard cell.isComplete, let interval = cell.interval else { continue }
            var earlier = Cell(.earlierReading, interval)
            earlier.status = cell.status
            earlier.figure = cell.figure
            earlier.through = day
            let length = countedLength(of: period, unit, id)
            earlier.reported = expectedCount(of: length, in: Period(period.start, day), unit, id)
            earlier.expected = expectedCount(in: period, unit, id)
            return earlier
        }
        return nil
    }

    /// The days at whose start someone at or below the unit read the stock, in order.
    private func readingDays(_ unit: UnitID, _ id: IndicatorID) -> [Day] {
        var days = Set((timeline(unit, id)?.standing ?? []).map(\.period.end))
        if rollsUp(id) { for part in units.parts(of: unit) { days.formUnion(readingDays(part, id)) } }
        return days.sorted()
    }

    private func alivePart(of period: Period, _ unit: UnitID, _ id: IndicatorID) -> Period {
        clipped(period, unit, traits(id).nature) ?? period
    }

    private func coverage(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> (reported: Int, expected: Int) {
        if units.hasParts(unit), rollsUp(id) {
            var sum = UnitSum(.sum)
            for part in units.parts(of: unit) {
                let cell = complete(part, id, period)
                sum.add(cell, isExpected: !cell.isNothing && absence(part, id, period)?.absence != .exempt)
            }
            return (sum.reported, sum.expected)
        }
        let alive = alivePart(of: period, unit, id)
        return (0, traits(id).nature == .rate ? 1 : expectedCount(in: alive, unit, id))
    }

    /// How many months, or quarters, a period holds of which something may be expected; at least one.
    private func expectedCount(in period: Period, _ unit: UnitID, _ id: IndicatorID) -> Int {
        max(1, expectedCount(of: countedLength(of: period, unit, id), in: period, unit, id))
    }

    /// What is counted in a period: months, or quarters where the series has no month and the period is made of whole ones.
    private func countedLength(of period: Period, _ unit: UnitID, _ id: IndicatorID) -> PeriodLength {
        let lengths = timeline(unit, id)?.standing.map(\.figure.period.length) ?? []
        guard lengths.contains(.quarter), !lengths.contains(.month) else { return .month }
        let quarters = period.parts(.quarter)
        return quarters.first?.start == period.start && quarters.last?.end == period.end ? .quarter : .month
    }

    /// How many of these a period holds, without those that are `n/a` or exempt.
    private func expectedCount(of length: PeriodLength, in period: Period, _ unit: UnitID, _ id: IndicatorID) -> Int {
        let timeline = timeline(unit, id)
        let notExpected = ((timeline?.standing ?? []) + (timeline?.absent ?? []))
            .filter { $0.figure.form.absence == .notApplicable || $0.figure.form.absence == .exempt }.map(\.period)
        return period.parts(length).count { part in !notExpected.contains { $0.contains(part) } }
    }
}
