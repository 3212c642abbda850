import Ledger
import Numerics
import SourceText
import Syntax

/// Growth of a cell on another period.
public struct Growth: Sendable {
    /// In %, or in points.
    public var interval: Interval
    /// Whether the indicator is itself a percentage, so that growth is a difference.
    public var isInPoints: Bool
    /// Whether it is what a source says rather than what follows from the levels.
    public var isPublished: Bool
    /// Whether the source only expects it: then it is shown, and enters nothing.
    public var isEstimate = false
    /// Where it is published.
    public var place: SourceSpan?
}

extension Evaluator {
    /// Growth on the same period a year ago. From the levels where the indicator's growth is nominal and both are known; else as
    /// published; on a comparable basis only as published (“Claims” in docs/format.md).
    public func yearOnYear(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Growth? {
        let published = published(CellKey(unit, id, period)).map { published in
            Growth(
                interval: published.interval, isInPoints: published.isInPoints, isPublished: true,
                isEstimate: published.status == .estimate,
                place: SourceSpan(file: published.file, range: ByteRange(published.line, published.line)))
        }
        guard traits(id).growth == .nominal else { return published }
        guard let before = period.lastYear else { return published }
        if let grown = levelGrowth(unit, id, period, over: before) { return grown }
        // Over a base that may be zero there is no growth, whatever was published.
        if !isGrowthInPoints(id), let base = base(unit, id, before, of: period)?.interval, !base.isPositive { return nil }
        return published
    }

    /// The same as derived values take it: nil where it is only expected.
    func firmYearOnYear(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Growth? {
        yearOnYear(unit, id, period).flatMap { $0.isEstimate ? nil : $0 }
    }

    /// Growth on the adjacent period of the same length, from the levels; not defined for growth on a comparable basis.
    public func periodOnPeriod(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Growth? {
        guard traits(id).growth == .nominal, let before = period.previous else { return nil }
        return levelGrowth(unit, id, period, over: before)
    }

    /// Growth as it follows from the levels, whatever basis the published one is on.
    func levelGrowth(_ unit: UnitID, _ id: IndicatorID, _ period: Period, over before: Period) -> Growth? {
        guard let now = level(unit, id, period), let (base, merged) = base(unit, id, before, of: period) else { return nil }
        return growth(id, from: base, to: isGrowthInPoints(id) ? now : now + merged)
    }

    /// Growth from one level to another; nil over a base that is not wholly above zero.
    func growth(_ id: IndicatorID, from base: Interval, to now: Interval) -> Growth? {
        if isGrowthInPoints(id) {
            return Growth(interval: (now - base).divided(by: pointFactor(id)), isInPoints: true, isPublished: false)
        }
        guard base.isPositive, let ratio = now.quotient(base) else { return nil }
        return Growth(interval: ratio.times(100) - .exactly(100), isInPoints: false, isPublished: false)
    }

    private func level(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Interval? {
        let cell = completeCell(unit, id, period)
        return cell.isComplete && !cell.isNothing ? cell.interval : nil
    }

    /// The growth of a percentage is a difference.
    func isGrowthInPoints(_ id: IndicatorID) -> Bool {
        let kind = ledger.measures[traits(id).measure].kind
        return kind == .percentage || kind == .points
    }

    /// What growth is measured against: the unit's own level, and those of the units that have been merged into it by `now`. Where one was
    /// merged within `now`, what it still stated of it by itself is `merged`.
    func base(
        _ unit: UnitID, _ id: IndicatorID, _ before: Period, of now: Period
    ) -> (interval: Interval, merged: Interval)? {
        let own = completeCell(unit, id, before)
        guard own.isComplete, var sum = own.interval else { return nil }
        var merged = Interval.zero
        var hasValue = !own.isNothing
        for other in mergedUnits(into: unit, id, by: now) {
            let cell = cell(other, id, before)
            guard cell.isComplete, let interval = cell.interval else { return nil }
            hasValue = hasValue || !cell.isNothing
            sum += interval
            let current = self.cell(other, id, now)
            if current.isComplete, let rest = current.interval { merged += rest }
        }
        return hasValue ? (sum, merged) : nil
    }

    /// The units that have been merged into one by a period's end, and those merged into these before: growth is measured from their levels,
    /// too. What is still a unit by itself then is none, nor is what was merged into that. A rate is not added up.
    public func mergedUnits(into unit: UnitID, _ id: IndicatorID, by now: Period) -> [UnitID] {
        guard traits(id).nature != .rate, var rest = tally.predecessors[unit] else { return [] }
        var found: [UnitID] = []
        var seen: KeySet<UnitID> = [unit]
        while let other = rest.popLast() {
            guard seen.insert(other), !isSeparate(other, id, now) else { continue }
            // What lies below the unit is in its own level.
            if !units.lineage(of: other).contains(unit) { found.append(other) }
            rest += tally.predecessors[other] ?? []
        }
        return found
    }

    /// Whether something was stated that adds to what others have.
    public func isCounted(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Bool {
        let cell = cell(unit, id, period)
        return cell.isComplete && !cell.isNothing
    }

    private func isSeparate(_ unit: UnitID, _ id: IndicatorID, _ now: Period) -> Bool {
        units[unit].closed.map { $0 > now.lastDay } ?? isCounted(unit, id, now)
    }

    /// The units merged into one, and those merged into these before.
    func predecessors(of unit: UnitID) -> [UnitID] {
        var found: [UnitID] = []
        var rest = tally.predecessors[unit] ?? []
        while let next = rest.popLast() {
            guard next != unit, !found.contains(next) else { continue }
            found.append(next)
            rest += tally.predecessors[next] ?? []
        }
        return found
    }

    /// The share of the parent unit, in %; nil where either is not known, where the parent's is not wholly above zero, and where units have
    /// no sum that each could have a share of.
    public func share(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Interval? {
        guard traits(id).overUnits == .sum, let parent = units.parent(of: unit), let part = level(unit, id, period),
            let whole = level(parent, id, period),
            whole.isPositive
        else { return nil }
        return part.quotient(whole)?.times(100)
    }

    /// From the start of the year (of the fiscal year, where the ledger has one) to the period's end.
    public func yearToDate(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Cell {
        guard isToDate(id) else { return cell(unit, id, period) }
        return cell(unit, id, Period(ledger.yearStart(of: period), period.end))
    }
}

extension Ledger {
    /// The first day of the year, by the ledger's own years, that the period's last day lies in.
    public func yearStart(of period: Period) -> Day {
        let (year, month, _) = period.lastDay.civil
        return .firstOfMonth(year: month >= fiscalStart ? year : year - 1, month: fiscalStart)
    }
}
