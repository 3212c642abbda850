import Ledger
import Numerics
import SourceText
import Syntax

/// Holds the claims of a ledger against its figures.
struct ClaimTester {
    let evaluator: Evaluator

    var ledger: Ledger { evaluator.ledger }

    func test(_ line: StatedClaims, _ claim: Claim) -> ClaimTest {
        let stated = ledger.interval(of: claim)
        if line.status == .estimate { return ClaimTest(line, claim, stated, untested: .estimate) }
        if isInPoints(claim), claim.kind == .done || claim.kind == .share {
            return ClaimTest(line, claim, stated, untested: .measure)
        }
        var test =
            switch claim.kind {
            case .yoy: growth(line, claim, stated, before: line.period.lastYear)
            case .pop: growth(line, claim, stated, before: line.period.previous)
            case .done: done(line, claim, stated)
            case .lead: lead(line, claim, stated)
            case .share: share(line, claim, stated)
            case .rank: rank(line, claim)
            }
        test.isInPoints = test.isInPoints || isInPoints(claim)
        // Only how it is told depends on that.
        if test.verdict == .contradicted { test.mixesStatus = test.mixesStatus || mixesStatus(test) }
        return test
    }

    private func isInPoints(_ claim: Claim) -> Bool {
        guard claim.kind != .lead else { return true }
        let measure = claim.measure.flatMap { ledger.measures.find($0.text) }
        return measure.map { ledger.measures[$0].kind == .points } ?? false
    }

    /// What the claim is about: the number on its own line, else the cell where it is wholly known.
    func value(_ line: StatedClaims) -> ClaimOperand? {
        let key = CellKey(line.unit, line.indicator, line.period)
        if let own = evaluator.figure(at: line.file, line.line, key) {
            return ClaimOperand(
                role: .value, key: key, interval: ledger.measures.interval(of: own), figures: [own.id], isStated: true)
        }
        return operand(.value, key)
    }

    /// A cell that is wholly known, with the figures behind it.
    func operand(_ role: ClaimOperand.Role, _ key: CellKey) -> ClaimOperand? {
        let cell = evaluator.statedCell(key.unit, key.indicator, key.period)
        guard cell.isComplete, !cell.isNothing, let interval = cell.interval else { return nil }
        return ClaimOperand(role: role, key: key, interval: interval, isStated: cell.way == .reported)
    }

    private func growth(_ line: StatedClaims, _ claim: Claim, _ stated: Interval, before: Period?) -> ClaimTest {
        let key = CellKey(line.unit, line.indicator, line.period)
        guard ledger.indicators[key.indicator].growth == .nominal else {
            return ClaimTest(line, claim, stated, untested: .comparable)
        }
        let isPoints = evaluator.isGrowthInPoints(key.indicator)
        // Growth in % of a percentage, or in points of an amount, is neither of the two that are computed.
        guard claim.measure == nil || isInPoints(claim) == isPoints else { return ClaimTest(line, claim, stated, untested: .measure) }
        guard let before, let now = value(line), let (level, merged) = evaluator.base(key.unit, key.indicator, before, of: key.period)
        else { return ClaimTest(line, claim, stated, untested: .missing) }
        var base =
            operand(.base, CellKey(key.unit, key.indicator, before))
            ?? ClaimOperand(role: .base, key: CellKey(key.unit, key.indicator, before), interval: level)
        // With what was merged into the unit, no single line is what growth is measured from.
        if base.interval != level { (base.interval, base.isStated) = (level, false) }
        let grown = evaluator.growth(key.indicator, from: level, to: isPoints ? now.interval : now.interval + merged)
        var test = ClaimTest(line, claim, stated, computed: grown?.interval, [now, base])
        test.isInPoints = isPoints
        // What would mend a claim that holds is asked by nobody.
        guard test.verdict == .contradicted else { return test }
        if isPoints {
            let points = stated.times(evaluator.pointFactor(key.indicator))
            (test.operands[0].needed, test.operands[1].needed) = (level + points, now.interval - points)
        } else if merged.isExact, merged.value == 0 {
            test.operands[0].needed = level.grown(byPercent: stated)
            test.operands[1].needed = now.interval.times(100).quotient(stated + .exactly(100))
        }
        return test
    }

    private func share(_ line: StatedClaims, _ claim: Claim, _ stated: Interval) -> ClaimTest {
        let key = CellKey(line.unit, line.indicator, line.period)
        let wholeKey: CellKey?
        if let name = claim.of {
            wholeKey = ledger.indicators.find(name.text).map { CellKey(key.unit, $0, key.period) }
        } else {
            wholeKey = ledger.units.parent(of: key.unit).map { CellKey($0, key.indicator, key.period) }
        }
        guard let wholeKey, var part = value(line), var whole = operand(.whole, wholeKey),
            ledger.measures.convert(ledger.indicators[key.indicator].measure, ledger.indicators[wholeKey.indicator].measure)
        else { return ClaimTest(line, claim, stated, untested: .missing) }
        part.needed = whole.interval.product(stated)?.divided(by: 100)
        whole.needed = part.interval.times(100).quotient(stated)
        let computed = whole.interval.isPositive ? part.interval.quotient(whole.interval)?.times(100) : nil
        return ClaimTest(line, claim, stated, computed: computed, [part, whole])
    }

    /// Whether figures of different status or revision are held against each other, or the line itself has been replaced by another.
    private func mixesStatus(_ test: ClaimTest) -> Bool {
        let line = test.line
        // What was said before the target was revised was said of another.
        if test.operands.contains(where: {
            $0.target.map { $0.target.isRevision && $0.target.reportedOn.map { $0 > line.knownOn } ?? false } ?? false
        }) {
            return true
        }
        if test.claim.kind == .rank { return ranksMixedStatus(line) }
        for operand in test.operands where operand.target == nil {
            let cell = evaluator.statedCell(operand.key.unit, operand.key.indicator, operand.key.period)
            if operand.figures.contains(where: { isFirm($0, unlike: line) }) || cell.figure.map({ isFirm($0, unlike: line) }) ?? false {
                return true
            }
            if operand.figures.isEmpty, cell.status == .preliminary, line.status != .preliminary { return true }
        }
        return false
    }
}

extension ClaimTester {
    /// Whether a sibling's figure is of another status than the line that states the place, or the line itself has been replaced.
    private func ranksMixedStatus(_ line: StatedClaims) -> Bool {
        evaluator.rankedFirmnesses(line.unit, line.indicator, line.period).contains { Self.isFirm($0, unlike: line) }
    }

    /// Whether a figure is of another status or revision than the line.
    private func isFirm(_ figure: FigureID, unlike line: StatedClaims) -> Bool {
        Self.isFirm(ledger.figures.firmness(of: figure), unlike: line)
    }

    private static func isFirm(_ firmness: Firmness, unlike line: StatedClaims) -> Bool {
        firmness.status != line.status || firmness.isRevision != line.isRevision
    }
}

extension Tally {
    /// Every claim of the ledger held against its figures, in the order of the ledger. The cost is that of the cells asked for.
    public func claimTests(
        in scope: CheckScope = CheckScope(), threads: Int = processorCount(), with evaluators: EvaluatorPool? = nil
    ) -> [ClaimTest] {
        let lines = ledger.statements.claims
        // Of each its line, and its place on it.
        let claims = lines.indices.flatMap { line in
            let isAsked = scope.relates(lines[line].unit) && asOf.map { lines[line].knownOn <= $0 } ?? true
            return isAsked ? lines[line].claims.indices.map { (line: line, place: $0) } : []
        }
        let evaluators = evaluators ?? EvaluatorPool(self)
        // Each thread works out its sums anew: a few claims are not worth that.
        let shareSize = max(16, claims.count / (threads * 8))
        let tests = claims.parallelMap(
            shareSize: shareSize, threads: threads,
            lending: { share in evaluators.lend { share(ClaimTester(evaluator: $0)) } }
        ) { tester, claim in tester.test(lines[claim.line], lines[claim.line].claims[claim.place]) }
        scope.note(tests.contradicted.map(\.key.unit))
        return tests
    }

    /// The same claims with the figures behind every operand, for those that are shown.
    public func tracing(_ tests: [ClaimTest]) -> [ClaimTest] {
        let evaluator = Evaluator(self)
        return tests.map { test in
            var test = test
            for index in test.operands.indices where test.operands[index].figures.isEmpty && test.operands[index].target == nil {
                test.operands[index].figures = evaluator.figures(behind: test.operands[index].key)
            }
            return test
        }
    }
}
