import Diagnostics
import Tally

/// `claim/*`: what a source says about a figure does not follow from the figures.
func claims(_ tally: Tally, _ findings: TallyFindings) -> [Diagnostic] {
    tally.tracing(findings.claims.contradicted).map { ClaimWording($0, tally).diagnostic }
}
