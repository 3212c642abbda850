import Diagnostics
import Tally

/// `tally/time`, `tally/unit`, `tally/parts`: parts and whole that do not tally.
func contradictions(_ tally: Tally, _ findings: TallyFindings) -> [Diagnostic] {
    let wording = Wording(tally)
    return findings.contradictions.map { ContradictionWording($0, wording).diagnostic }
}
