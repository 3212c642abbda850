import Numerics
import SourceText
import Syntax

/// The period that a person typed, in any form of the language; nil where it is none.
func readPeriod(_ text: String, fiscalStart: Int) -> Period? {
    // A header is the shortest text of the language that holds a period.
    let header = HeaderLine.reread(SourceBuffer(copying: (text + "  X").utf8), at: 0, fiscalStart: fiscalStart)
    guard header.unit?.text == "X", header.status == nil, header.issuer == nil, !header.isTarget, !header.isRevision else { return nil }
    return header.period
}
