import Ledger
import Numerics
import Syntax

/// The figure that stands for a period: the newest revision, else the firmest.
struct Standing: Sendable {
    /// Cut to the life of the unit: before it opened and after it closed there is nothing to add.
    var period: Period
    var figure: Figure

    var status: Status { figure.status }
}

extension MeasureTable {
    /// What a figure states.
    public func interval(of figure: Figure) -> Interval {
        if figure.form.absence == .notApplicable { return .zero }
        return interval(figure.decimal, in: figure.measure).bounded(figure.form.bound)
    }
}

/// Finds the figures that stand among all of a series.
struct StandingFinder {
    /// Values and `n/a`, by period; estimates apart.
    private(set) var standing: [Standing] = []
    private(set) var estimates: [Standing] = []
    /// Figures that say why there is no value.
    private(set) var absent: [Standing] = []
    /// Figures that say the same cell twice with the same standing; the later first.
    private(set) var duplicates: [(again: Figure, first: Figure, agree: Bool)] = []
    private let measures: MeasureTable
    private let life: Period?

    /// `figures` come in the order of their periods.
    init(_ figures: [Figure], life: Period?, measures: MeasureTable) {
        self.measures = measures
        self.life = life
        standing.reserveCapacity(figures.count)
        var start = 0
        while start < figures.count {
            var end = start + 1
            while end < figures.count, figures[end].period == figures[start].period { end += 1 }
            if end == start + 1 {
                add(figures[start])
            } else {
                addStrongest(Array(figures[start..<end]))
            }
            start = end
        }
        // Cut to the life of the unit, periods may end in another order.
        if life != nil { standing.sort(by: Self.precedes) }
    }

    private static func precedes(_ a: Standing, _ b: Standing) -> Bool {
        if a.period.start != b.period.start { return a.period.start < b.period.start }
        if a.period.end != b.period.end { return a.period.end < b.period.end }
        return a.figure.period.dayCount < b.figure.period.dayCount
    }

    private mutating func add(_ figure: Figure) {
        let standing = Standing(period: life.flatMap { figure.period.clipped(to: $0) } ?? figure.period, figure: figure)
        if let absence = figure.form.absence, absence != .notApplicable {
            absent.append(standing)
        } else if figure.status == .estimate {
            estimates.append(standing)
        } else {
            self.standing.append(standing)
        }
    }

    /// Estimates are apart: whatever their revision, they stand only where nothing else does.
    private mutating func addStrongest(_ figures: [Figure]) {
        let firm = figures.filter { $0.status != .estimate }
        if !firm.isEmpty { settle(firm) }
        if firm.count < figures.count { settle(figures.filter { $0.status == .estimate }) }
    }

    private mutating func settle(_ figures: [Figure]) {
        let ranked = figures.enumerated().sorted { a, b in
            Self.isStronger(a.element, b.element) || !Self.isStronger(b.element, a.element) && a.offset < b.offset
        }.map(\.element)
        for (index, figure) in ranked.enumerated().dropFirst() where !Self.isStronger(ranked[index - 1], figure) {
            let first = ranked.first { !Self.isStronger($0, figure) } ?? ranked[0]
            duplicates.append((figure, first, agreed([first, figure]) != nil))
        }
        if let agreed = agreed(ranked.prefix { !Self.isStronger(ranked[0], $0) }) { add(agreed) }
    }

    /// Of several that agree the narrower; where they do not, none until it is mended. The order of the lines does not matter.
    private func agreed(_ rivals: ArraySlice<Figure>) -> Figure? {
        let values = rivals.filter { $0.form.absence == nil || $0.form.absence == .notApplicable }
        guard var best = values.first else { return rivals.first }
        var common: Interval? = measures.interval(of: best)
        for rival in values.dropFirst() {
            let (interval, known) = (measures.interval(of: rival), measures.interval(of: best))
            common = common?.intersection(interval)
            let isTie = !known.isNarrower(than: interval) && interval.compareValue(known) < 0
            if interval.isNarrower(than: known) || isTie { best = rival }
        }
        return common == nil ? nil : best
    }

    /// The newest revision before any status, then the later status.
    static func isStronger(_ a: Figure, _ b: Figure) -> Bool {
        if a.isRevision != b.isRevision { return a.isRevision }
        if a.isRevision, a.knownOn != b.knownOn { return a.knownOn > b.knownOn }
        return a.status > b.status
    }
}

extension Period {
    /// What lies in the other; nil where nothing does.
    func clipped(to other: Period) -> Period? {
        let start = max(start, other.start)
        let end = min(end, other.end)
        return start < end ? Period(start, end) : nil
    }
}

extension Unit {
    /// Its life as a period, open ends far away; nil where it always lives, and where it is said to close before it opens, which is an
    /// error of the ledger.
    var life: Period? {
        guard opened != nil || closed != nil else { return nil }
        let (start, end) = (opened ?? Day(rawValue: -1_000_000), closed ?? Day(rawValue: 1_000_000))
        return start < end ? Period(start, end) : nil
    }
}
