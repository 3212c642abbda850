import Ledger
import Numerics
import Syntax

/// A figure that is possible, but probably a slip.
public struct Suspicion: Sendable {
    /// What looks wrong about it.
    public enum Kind: Sendable {
        /// About 10 or 10,000 times its neighbours, or a tenth or a ten-thousandth of them.
        case jump(timesTenToThe: Int)
        /// Negative, where its indicator is not said to be signed.
        case negative
        /// Less than the cumulative figure of a shorter period from the same day.
        case falling
    }

    /// What looks wrong.
    public var kind: Kind
    /// The place.
    public var key: CellKey
    /// The figure that looks wrong.
    public var figure: FigureID
    /// What it is compared with.
    public var neighbours: [FigureID]
}

/// Looks along one series for slips. Linear in its figures.
struct SuspicionFinder {
    let timeline: Timeline
    let unit: UnitID
    let id: IndicatorID
    let traits: IndicatorTraits
    private(set) var found: [Suspicion] = []

    init(_ timeline: Timeline, _ unit: UnitID, _ id: IndicatorID, _ traits: IndicatorTraits) {
        self.timeline = timeline
        self.unit = unit
        self.id = id
        self.traits = traits
    }

    mutating func find() {
        guard traits.nature != .rate, !traits.isCounted else { return }
        if traits.isSigned {
            if !traits.isDeclaredSigned { findNegative() }
            return
        }
        findJumps()
        if traits.isAdditiveOverTime, !timeline.isChain { findFalling() }
    }

    private mutating func findNegative() {
        guard let index = timeline.standing.firstIndex(where: { $0.figure.mantissa < 0 }) else { return }
        add(.negative, index, [])
    }

    private mutating func findFalling() {
        for (index, next) in zip(timeline.standing.indices, timeline.standing.indices.dropFirst()) {
            let (a, b) = (timeline.standing[index], timeline.standing[next])
            guard a.period.start == b.period.start, timeline.interval(b).isBelow(timeline.interval(a)) else { continue }
            add(.falling, next, [index])
        }
    }

    private mutating func findJumps() {
        let standing = timeline.standing
        guard standing.count > 1 else { return }
        for index in standing.indices.dropFirst() {
            let before = standing[index - 1].figure
            let figure = standing[index].figure
            // Nearly always the same measure and decimals, and nothing out of the way: then this is all.
            if figure.form == before.form, figure.measure == before.measure, figure.mantissa < 4 * min(before.mantissa, .max / 8),
                before.mantissa < 4 * min(figure.mantissa, .max / 8)
            {
                continue
            }
            testJump(index)
        }
    }

    private mutating func testJump(_ index: Int) {
        let standing = timeline.standing
        guard isComparable(index - 1, index) else { return }
        let hasNext = index + 1 < standing.count && isComparable(index, index + 1)
        let rival = hasNext ? index + 1 : index >= 2 && isComparable(index - 2, index - 1) ? index - 2 : nil
        // Against a single neighbour ten times is nothing odd, ten thousand times is.
        for power in rival == nil ? [4, -4] : [1, -1, 4, -4]
        where isAbout(index, index - 1, power) && isAbout(index, rival ?? index - 1, power) {
            if abs(power) == 1, looksSeasonal(index) { return }
            add(.jump(timesTenToThe: power), index, ([index - 1] + (rival.map { [$0] } ?? [])).sorted())
            return
        }
    }

    /// Plain figures of periods of one length.
    private func isComparable(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (timeline.standing[a], timeline.standing[b])
        return x.figure.form.isPlain && y.figure.form.isPlain && x.figure.period.monthSpan?.count == y.figure.period.monthSpan?.count
    }

    /// Whether one is about 10^power times the other: within a quarter for ten, within two for ten thousand.
    private func isAbout(_ a: Int, _ b: Int, _ power: Int) -> Bool {
        if power < 0 { return isAbout(b, a, -power) }
        let large = timeline.interval(timeline.standing[a])
        let small = timeline.interval(timeline.standing[b])
        guard small.value > 0, large.value > 0 else { return false }
        let (low, high): (Int128, Int128) = power == 1 ? (8, 12) : (5_000, 20_000)
        return large.compareValue(small.times(low)) >= 0 && large.compareValue(small.times(high)) <= 0
    }

    /// Whether the same period a year ago, or a year later, was as far out.
    private func looksSeasonal(_ index: Int) -> Bool {
        let period = timeline.standing[index].period
        return [period.lastYear, period.shifted(byMonths: 12)].contains { year in
            guard let other = year.flatMap({ timeline.index(of: $0) }) else { return false }
            let (a, b) = (timeline.interval(timeline.standing[index]), timeline.interval(timeline.standing[other]))
            return a.compareValue(b.times(3)) < 0 && b.compareValue(a.times(3)) < 0
        }
    }

    private mutating func add(_ kind: Suspicion.Kind, _ index: Int, _ neighbours: [Int]) {
        let figure = timeline.standing[index].figure
        found.append(
            Suspicion(
                kind: kind, key: CellKey(unit, id, figure.period), figure: figure.id,
                neighbours: neighbours.map { timeline.standing[$0].figure.id }))
    }
}
