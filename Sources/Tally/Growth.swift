import Ledger
import Numerics
import SourceText
import Syntax

/// Growth as a source states it.
struct PublishedGrowth: Sendable {
    var number: WrittenNumber
    var isInPoints: Bool
    var file: FileID
    var line: Int

    /// Growth on a year ago, by cell; of several for one cell the one of the firmest status, then the first.
    static func index(_ ledger: Ledger) -> [CellKey: PublishedGrowth] {
        var found: [CellKey: (growth: PublishedGrowth, status: Status)] = [:]
        for stated in ledger.statements.claims {
            for claim in stated.claims where claim.kind == .yoy {
                let key = CellKey(stated.unit, stated.indicator, stated.period)
                if let known = found[key], known.status >= stated.status { continue }
                let measure = claim.measure.flatMap { ledger.measures.find($0.text) }
                let isInPoints = measure.map { ledger.measures[$0].kind == .points } ?? false
                found[key] = (
                    PublishedGrowth(number: claim.number, isInPoints: isInPoints, file: stated.file, line: stated.line), stated.status
                )
            }
        }
        return found.mapValues(\.growth)
    }

    /// In % or points.
    var interval: Interval {
        let stated = Interval(rounded: number.decimal, factor: 1)
        switch number.bound {
        case .exactly: return stated
        case .above, .atLeast: return Interval(low: stated.value, value: stated.value, high: .max, scale: stated.scale)
        case .below, .atMost: return Interval(low: .min, value: stated.value, high: stated.value, scale: stated.scale)
        case .about: return stated.withoutLow.withoutHigh
        }
    }
}

/// Growth of a cell on another period.
public struct Growth: Sendable {
    /// In %, or in points.
    public var interval: Interval
    /// Whether the indicator is itself a percentage, so that growth is a difference.
    public var isInPoints: Bool
    /// Whether it is what a source says rather than what follows from the levels.
    public var isPublished: Bool
    /// Where it is published.
    public var place: SourceSpan?
}

extension Evaluator {
    /// Growth on the same period a year ago. From the levels where the indicator's growth is nominal and both are known; else as
    /// published; on a comparable basis only as published (§5 of the language).
    public func yearOnYear(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Growth? {
        let published = published(unit, id, period)
        guard indicator(id).growth == .nominal else { return published }
        guard let before = period.lastYear else { return published }
        return growth(unit, id, period, over: before) ?? published
    }

    /// The same where the cell and that of a year ago are known already, so that nothing need be asked twice.
    public func yearOnYear(_ unit: UnitID, _ id: IndicatorID, _ period: Period, now: Cell, before: Cell) -> Growth? {
        guard indicator(id).growth == .nominal, tally.predecessors[unit] == nil else { return yearOnYear(unit, id, period) }
        let levels = [now, before].map { $0.isComplete && !$0.isNothing ? $0.interval : nil }
        guard let now = levels[0], let base = levels[1] else { return published(unit, id, period) }
        return growth(id, from: base, to: now) ?? published(unit, id, period)
    }

    private func published(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Growth? {
        tally.publishedGrowth[CellKey(unit, id, period)].map { published in
            Growth(
                interval: published.interval, isInPoints: published.isInPoints, isPublished: true,
                place: SourceSpan(file: published.file, range: ByteRange(published.line, published.line)))
        }
    }

    /// Growth on the adjacent period of the same length, from the levels; not defined for growth on a comparable basis.
    public func periodOnPeriod(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Growth? {
        guard indicator(id).growth == .nominal, let before = period.previous else { return nil }
        return growth(unit, id, period, over: before)
    }

    private func growth(_ unit: UnitID, _ id: IndicatorID, _ period: Period, over before: Period) -> Growth? {
        guard let now = level(unit, id, period), let base = base(unit, id, before) else { return nil }
        return growth(id, from: base, to: now)
    }

    func growth(_ id: IndicatorID, from base: Interval, to now: Interval) -> Growth? {
        let measure = ledger.measures[traits(id).measure]
        if measure.kind == .percentage || measure.kind == .points {
            return Growth(interval: inMeasure(now - base, measure), isInPoints: true, isPublished: false)
        }
        guard base.isPositive, let ratio = now.quotient(base) else { return nil }
        let hundred = Interval(exact: Decimal(mantissa: 100, scale: 0), factor: 1)
        return Growth(interval: ratio.times(100) - hundred, isInPoints: false, isPublished: false)
    }

    private func level(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Interval? {
        let cell = cell(unit, id, period)
        return cell.isComplete && !cell.isNothing ? cell.interval : nil
    }

    /// What growth is measured against: the unit's own level, and those of the units that were merged into it.
    private func base(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Interval? {
        let own = cell(unit, id, period)
        guard own.isComplete, var sum = own.interval else { return nil }
        var hasValue = !own.isNothing
        guard traits(id).nature != .rate else { return hasValue ? sum : nil }
        for merged in tally.predecessors[unit] ?? [] where !units.lineage(of: merged).contains(unit) {
            let cell = cell(merged, id, period)
            guard cell.isComplete, let interval = cell.interval else { return nil }
            hasValue = hasValue || !cell.isNothing
            sum += interval
        }
        return hasValue ? sum : nil
    }

    /// Quanta as the measure's own numbers.
    func inMeasure(_ interval: Interval, _ measure: Measure) -> Interval { interval.divided(by: Int128(measure.factor)) }

    /// The share of the parent unit, in %; nil where either is not known, or the parent's is not wholly above zero.
    public func share(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Interval? {
        guard let parent = units[unit].parent, let part = level(unit, id, period), let whole = level(parent, id, period),
            whole.isPositive
        else { return nil }
        return part.quotient(whole)?.times(100)
    }

    /// From the start of the year (of the fiscal year, where the ledger has one) to the period's end.
    public func yearToDate(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Cell {
        guard traits(id).nature == .flow else { return cell(unit, id, period) }
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
