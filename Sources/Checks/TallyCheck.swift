import Diagnostics
import SourceText
import Tally

/// `tally/time`, `tally/unit`, `tally/parts`: parts and whole that do not tally. A line of each is read again; many are shared out.
func contradictions(_ tally: Tally, _ findings: TallyFindings) -> [Diagnostic] {
    let wording = Wording(tally)
    tally.ledger.readAgain(filesOf: findings.contradictions.compactMap { $0.whole.figures.first })
    return findings.contradictions.parallelMap { ContradictionWording($0, wording).diagnostic }
}
