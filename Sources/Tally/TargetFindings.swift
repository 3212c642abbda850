import Ledger
import Numerics
import Syntax

/// How a unit's target was handed on to its sub-units.
public struct Allocation: Sendable {
    /// A sub-unit with what it was given; nil where it was given nothing.
    public struct Part: Sendable {
        /// The sub-unit.
        public var unit: UnitID
        /// What it was given.
        public var target: StandingTarget?
        /// The same as a level, in quanta.
        public var level: Interval?
    }

    /// The target that was handed on.
    public var whole: StandingTarget
    /// Its level, in quanta.
    public var level: Interval
    /// Sub-units that exist in the period, in the order of the tree.
    public var parts: [Part]
    /// Sub-units with a target that do not exist in the period: what they were given does not count.
    public var outside: [UnitID]
    /// What the parts were given together.
    public var allocated: Interval
    /// More than the whole is above zero.
    public var margin: Interval { allocated - level }

    /// How what was handed on compares with the whole.
    public enum Verdict: Sendable { case balanced, under, over, vague }

    /// Whether the parts certainly come to less, or to more, than the whole; vague where a target is only about so much.
    public var verdict: Verdict {
        if !margin.hasLow, !margin.hasHigh { return .vague }
        return allocated.isBelow(level) ? .under : level.isBelow(allocated) ? .over : .balanced
    }
    /// Whether that breaks the law of decomposition.
    public var isBroken: Bool
}

/// Targets of the parts of a period that do not make its own.
public struct PhaseContradiction: Sendable {
    /// The target of the period.
    public var whole: StandingTarget
    /// Its level, in quanta.
    public var level: Interval
    /// Those of its parts, in order.
    public var parts: [StandingTarget]
    /// What they come to.
    public var sum: Interval
}

extension Evaluator {
    /// How the target of a cell that counts was handed on. Nil where it was not: fewer than two sub-units, and not all of them, have one; or where
    /// the indicator is not summed over units. Drafts are held against drafts.
    public func allocation(_ key: CellKey, isDraft: Bool) -> Allocation? {
        guard traits(key.indicator).overUnits == .sum, units.hasParts(key.unit), let whole = counting(key, isDraft),
            let level = knownLevel(of: whole)
        else { return nil }
        var parts: [Allocation.Part] = []
        var outside: [UnitID] = []
        for part in units.parts(of: key.unit) {
            let target = counting(CellKey(part, key.indicator, key.period), isDraft)
            guard units.isAlive(part, in: key.period) else {
                if target != nil { outside.append(part) }
                continue
            }
            parts.append(Allocation.Part(unit: part, target: target, level: target.flatMap { knownLevel(of: $0) }))
        }
        let given = parts.compactMap(\.level)
        guard given.count >= 2 || given.count == parts.count, !given.isEmpty else { return nil }
        // A target whose level does not follow is neither nothing nor anything.
        guard parts.allSatisfy({ $0.target == nil || $0.level != nil }) else { return nil }
        let allocated = given.reduce(.zero) { $0 + $1 }
        var allocation = Allocation(
            whole: whole, level: level, parts: parts, outside: outside, allocated: allocated, isBroken: false)
        let isShort = allocation.verdict == (whole.isCeiling ? .over : .under)
        let isBeyond = allocation.verdict == (whole.isCeiling ? .under : .over)
        let isIncomplete = units.isIncomplete(key.unit)
        let isExact = indicator(key.indicator).decomposesExactly
        // The sub-units that are not named can add to the parts, never take from them.
        let mayAdd = isIncomplete && allocation.verdict == .under
        allocation.isBroken = (isShort || isBeyond && isExact) && !mayAdd
        return allocation
    }

    private func knownLevel(of target: StandingTarget) -> Interval? { target.known(level(of: target)) }

    private func counting(_ key: CellKey, _ isDraft: Bool) -> StandingTarget? {
        (isDraft ? tally.targets.drafts(key) : tally.targets.issued(key)).first
    }

    /// Where the targets of all halves, quarters or months of a period, of one issuer, do not make that of the period.
    func phaseContradictions(_ key: CellKey, isDraft: Bool) -> [PhaseContradiction] {
        guard traits(key.indicator).isAdditiveOverTime else { return [] }
        var found: [PhaseContradiction] = []
        for whole in isDraft ? tally.targets.drafts(key) : tally.targets.issued(key) {
            guard let level = level(of: whole) else { continue }
            for length in [PeriodLength.half, .quarter, .month] {
                let periods = key.period.parts(length)
                guard periods.count > 1, let last = periods.last, last.end == key.period.end else { continue }
                let parts = periods.compactMap { period in
                    let key = CellKey(key.unit, key.indicator, period)
                    return (isDraft ? tally.targets.drafts(key) : tally.targets.issued(key)).first { $0.issuer == whole.issuer }
                }
                guard parts.count == periods.count else { continue }
                let levels = parts.compactMap { self.level(of: $0) }
                guard levels.count == parts.count, !(parts + [whole]).contains(where: \.isVague) else { continue }
                let sum = levels.reduce(.zero) { $0 + $1 }
                if !sum.intersects(level) { found.append(PhaseContradiction(whole: whole, level: level, parts: parts, sum: sum)) }
            }
        }
        return found
    }
}

extension Tally {
    /// Every decomposition that breaks the law, drafts among drafts.
    public func brokenAllocations() -> [Allocation] {
        let evaluator = Evaluator(self)
        return targets.keys.flatMap { key in
            [false, true].compactMap { evaluator.allocation(key, isDraft: $0) }.filter(\.isBroken)
        }
    }

    /// Every target that those of its quarters or months do not make.
    public func phaseContradictions() -> [PhaseContradiction] {
        let evaluator = Evaluator(self)
        return targets.keys.flatMap { key in [false, true].flatMap { evaluator.phaseContradictions(key, isDraft: $0) } }
    }
}
