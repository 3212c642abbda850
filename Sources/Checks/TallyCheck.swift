import Diagnostics
import SourceText
import Tally

/// `tally/time`, `tally/unit`, `tally/parts`: parts and whole that do not tally. A line of each is read again; many are shared out.
func contradictions(_ tally: Tally, _ findings: TallyFindings) -> [Diagnostic] {
    let wording = Wording(tally)
    return findings.contradictions.parallelMap { ContradictionWording($0, wording).diagnostic }
}
