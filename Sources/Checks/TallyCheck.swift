import Diagnostics
import SourceText
import Tally

/// `tally/time`, `tally/unit`, `tally/parts`: parts and whole that do not tally. Every line involved is read again; many are shared out.
func contradictions(_ tally: Tally, _ findings: TallyFindings) -> [Diagnostic] {
    let contradictions = findings.contradictions
    let shareSize = 64
    var shares: [[Diagnostic]] = Array(repeating: [], count: (contradictions.count + shareSize - 1) / shareSize)
    shares.withUnsafeMutableBufferPointer { shares in
        // SAFETY: every task writes its own element.
        nonisolated(unsafe) let shares = shares
        parallelFor(shares.count) { share in
            let wording = Wording(tally)
            let range = share * shareSize..<min(contradictions.count, (share + 1) * shareSize)
            shares[share] = contradictions[range].map { ContradictionWording($0, wording).diagnostic }
        }
    }
    return Array(shares.joined())
}
