import Ledger
import Numerics
import Syntax

extension ClaimTester {
    /// A completion holds where it fits the target of any issuer; without a target it makes one, which others must agree with.
    func done(_ line: StatedClaims, _ claim: Claim, _ stated: Interval) -> ClaimTest {
        let key = CellKey(line.unit, line.indicator, line.period)
        let (targets, isOwn) = evaluator.applicableTargets(key.unit, key.indicator, key.period)
        if targets.isEmpty { return doneWithoutTarget(line, claim, stated) }
        let tests = targets.compactMap { done(line, claim, stated, $0, isOwn: isOwn) }
        if let fitting = tests.first(where: { $0.verdict == .holds }) ?? tests.first(where: { $0.verdict == .tooCoarse }) { return fitting }
        // One that cannot be tested may be the one that is meant.
        guard tests.count == targets.count, let first = tests.first else { return ClaimTest(line, claim, stated, untested: .missing) }
        return first
    }

    private func done(
        _ line: StatedClaims, _ claim: Claim, _ stated: Interval, _ target: StandingTarget, isOwn: Bool
    ) -> ClaimTest? {
        if evaluator.isHeldAgainstGrowth(target) {
            let isFlow = ledger.indicators[line.indicator].nature == .flow
            let key = CellKey(line.unit, line.indicator, isOwn || !isFlow ? line.period : ledger.toDate(line.period))
            guard let completion = evaluator.completion(target, key, isOwn: isOwn) else { return nil }
            let asked = ClaimOperand(role: .target, key: target.key, interval: completion.asked, target: target)
            return ClaimTest(line, claim, stated, computed: completion.percent, [asked])
        }
        guard var actual = actual(line, isOwn: isOwn),
            let completion = evaluator.completion(target, actual.key, isOwn: isOwn, actual: actual.interval)
        else { return nil }
        var asked = ClaimOperand(role: .target, key: target.key, interval: completion.asked, target: target)
        actual.needed = completion.asked.product(stated)?.divided(by: 100)
        if case .level = target.demand { asked.needed = actual.interval.times(100).quotient(stated) }
        return ClaimTest(line, claim, stated, computed: completion.percent, [actual, asked])
    }

    /// What is compared with the target: the line's own number where it speaks of those days, else the year to date.
    private func actual(_ line: StatedClaims, isOwn: Bool) -> ClaimOperand? {
        let toDate = ledger.toDate(line.period)
        let isFlow = ledger.indicators[line.indicator].nature == .flow
        if isOwn || !isFlow || toDate == line.period { return value(line) }
        return operand(.value, CellKey(line.unit, line.indicator, toDate))
    }

    /// Held against what the other published completions of the same year make the target.
    private func doneWithoutTarget(_ line: StatedClaims, _ claim: Claim, _ stated: Interval) -> ClaimTest {
        let year = ledger.year(of: line.period)
        guard let actual = actual(line, isOwn: false) else { return ClaimTest(line, claim, stated, untested: .missing) }
        // Of those that contradict each other the later is told.
        let others = evaluator.tally.completionClaims[CellKey(line.unit, line.indicator, year)] ?? []
        for other in others where (other.file.index, other.line) < (line.file.index, line.line) {
            guard let supplied = evaluator.supplied(by: other), let percent = actual.interval.times(100).quotient(supplied) else {
                continue
            }
            guard !percent.intersects(stated) else { continue }
            let operand = ClaimOperand(role: .supplied, key: CellKey(other.unit, other.indicator, other.period), interval: supplied)
            var test = ClaimTest(line, claim, stated, computed: percent, [actual, operand])
            test.mixesStatus = other.status != line.status || other.isRevision != line.isRevision
            return test
        }
        return ClaimTest(line, claim, stated, untested: .noTarget)
    }

    /// A lead holds where it fits the target of any issuer.
    func lead(_ line: StatedClaims, _ claim: Claim, _ stated: Interval) -> ClaimTest {
        let key = CellKey(line.unit, line.indicator, line.period)
        let (targets, isOwn) = evaluator.applicableTargets(key.unit, key.indicator, key.period)
        guard !targets.isEmpty || evaluator.target(key.unit, key.indicator, ledger.year(of: key.period)) != nil else {
            return ClaimTest(line, claim, stated, untested: .noTarget)
        }
        guard let actual = actual(line, isOwn: isOwn) else { return ClaimTest(line, claim, stated, untested: .missing) }
        // The calendar stands in for last year where that is not known; it is not what the source went by.
        if evaluator.tally.phases[key.indicator]?.isEmpty ?? false,
            evaluator.schedule(key.unit, key.indicator, key.period)?.basis == .calendar
        {
            return ClaimTest(line, claim, stated, untested: .noSchedule)
        }
        var tests: [ClaimTest] = []
        for target in targets {
            guard let completion = evaluator.completion(target, actual.key, isOwn: isOwn, actual: actual.interval) else {
                return ClaimTest(line, claim, stated, untested: .missing)
            }
            guard let lead = evaluator.lead(completion, key.unit, key.indicator, key.period) else {
                return ClaimTest(line, claim, stated, untested: .noSchedule)
            }
            let asked = ClaimOperand(role: .target, key: target.key, interval: completion.asked, target: target)
            tests.append(ClaimTest(line, claim, stated, computed: lead, [actual, asked]))
        }
        if let fitting = tests.first(where: { $0.verdict == .holds }) ?? tests.first(where: { $0.verdict == .tooCoarse }) { return fitting }
        if let first = tests.first { return first }
        guard let lead = evaluator.lead(key.unit, key.indicator, key.period) else {
            return ClaimTest(line, claim, stated, untested: .noSchedule)
        }
        return ClaimTest(line, claim, stated, computed: lead, [actual])
    }
}
