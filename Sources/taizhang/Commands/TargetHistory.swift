import Ledger
import Numerics
import Syntax
import Tally

/// Targets of one cell, of all issuers, in the order of their making: drafted, balanced, issued, revised.
struct TargetHistory {
    var key: CellKey
    var targets: [Target]

    /// Every cell of the ledger for which more than one target was stated, by unit, indicator and period.
    static func all(of ledger: Ledger, where isWanted: (CellKey) -> Bool) -> [TargetHistory] {
        let targets = ledger.statements.targets.filter { target in
            guard case .number = target.content else { return false }
            return isWanted(CellKey(target.unit, target.indicator, target.period))
        }
        return Dictionary(grouping: targets) { CellKey($0.unit, $0.indicator, $0.period) }
            .filter { $0.value.count > 1 }
            .map { TargetHistory(key: $0.key, targets: $0.value.sorted(by: precedes)) }
            .sorted { a, b in
                let (x, y) = (a.key, b.key)
                if (x.unit, x.indicator) != (y.unit, y.indicator) { return (x.unit, x.indicator) < (y.unit, y.indicator) }
                return (x.period.start, y.period.end) < (y.period.start, x.period.end)
            }
    }

    /// Drafts before what was issued, revisions after what they revise, then by day, then in the order of the files.
    private static func precedes(_ a: Target, _ b: Target) -> Bool {
        if a.isDraft != b.isDraft { return a.isDraft }
        if a.isRevision != b.isRevision { return b.isRevision }
        if a.reportedOn != b.reportedOn { return a.reportedOn ?? Day(rawValue: .min) < b.reportedOn ?? Day(rawValue: .min) }
        return (a.file.index, a.line) < (b.file.index, b.line)
    }
}
