import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally

/// What checking a ledger came to, so that checking it after a change costs little more than what has changed.
public struct CheckMemory: Sendable {
    let ledger: Ledger
    private let troubled: KeySet<UnitID>

    /// What all checks say, exactly as `runChecks` does. Where the ledger differs by figures and claims alone from the one that `memory` is
    /// of, only the units that this can matter to are looked at, and those with something wrong before.
    public static func check(
        _ tally: Tally, today: Day?, since memory: CheckMemory?, threads: Int = processorCount()
    ) -> (diagnostics: [Diagnostic], memory: CheckMemory) {
        let change = memory.flatMap { LedgerChange(from: $0.ledger, to: tally.ledger) }
        var scope = CheckScope()
        if let change, let memory { scope = CheckScope(tally, changed: change.units, troubled: memory.troubled) }
        let found = runChecks(tally, today: today, in: scope, threads: threads)
        return (found, CheckMemory(ledger: tally.ledger, troubled: scope.troubled))
    }
}
