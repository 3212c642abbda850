import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally

/// One thing that is checked: a pure function from what the tally found to what is said of it.
public struct Check: Sendable {
    /// The codes that it may give.
    public var codes: [DiagnosticCode]
    var run: @Sendable (Tally, TallyFindings) -> [Diagnostic]
}

/// What a ledger's own formulas say. They ask the tally themselves, on so many threads.
private let formulaChecks: [@Sendable (Tally, TallyFindings, Int) -> [Diagnostic]] = [
    { tally, _, _ in formulaMistakes(tally) },
    brokenRules,
    { tally, _, _ in falseAssertions(tally) },
    misstatedValues,
]

/// Every check there is, besides those that reading the text makes.
public let allChecks: [Check] = [
    Check(codes: ["cell/duplicate"], run: duplicateCells),
    Check(codes: ["tally/time", "tally/unit", "tally/parts"], run: contradictions),
    Check(codes: ["target/allocation"], run: allocations),
    Check(codes: ["target/phase"], run: phases),
    Check(codes: ["target/duplicate"], run: duplicateTargets),
    Check(codes: ["claim/yoy", "claim/pop", "claim/done", "claim/lead", "claim/share", "claim/rank"], run: claims),
    Check(codes: ["suspicious/jump", "suspicious/sign", "suspicious/falling"], run: suspicions),
    Check(codes: ["suspicious/target"], run: levelsWithPlus),
    Check(codes: ["missing/figure", "missing/late"], run: missing),
    Check(codes: ["register/due"], run: overdueItems),
    Check(codes: ["name/outside-life"], run: strandedItems),
]

/// Runs all checks. The order of what they say is not that of the files; see `DiagnosticList.sorted`. What depends on the day, such as
/// reports that have fallen due, is left out without `today`; it is never an error. `scope` is what has to be looked at again, and
/// `watch` is told which share of it has been, from any thread.
public func runChecks(
    _ tally: Tally, today: Day? = nil, in scope: CheckScope = CheckScope(), threads: Int = processorCount(),
    watch: (@Sendable (Double) -> Void)? = nil
) -> [Diagnostic] {
    runChecks(tally, tally.findings(today: today, in: scope, threads: threads, watch: watch), threads: threads)
}

/// The same for what was found before, where more than messages is made of it. Checks that can say nothing that is wanted are not run; of
/// others there may be more than is wanted.
public func runChecks(
    _ tally: Tally, _ findings: TallyFindings, _ wanted: CodeSelection = .all, threads: Int = processorCount()
) -> [Diagnostic] {
    let runs: [@Sendable () -> [Diagnostic]] =
        allChecks.filter { $0.codes.contains(where: wanted.takes) }.map { check in { @Sendable in check.run(tally, findings) } }
        + formulaChecks.map { check in { @Sendable in check(tally, findings, threads) } }
    return Array(runs.parallelMap(shareSize: 1, threads: threads) { $0() }.joined())
}
