import Diagnostics
import Numerics
import SourceText
import Syntax

/// A period as a ledger of that language would write it, fiscal ones as such: `2024-Q1`, `2024年一季度`, `FY2024-Q4`.
func periodText(_ period: Period, in language: Language, fiscalStart: Int = 1) -> String {
    guard fiscalStart != 1, period.length == .other, let (first, count) = period.monthSpan else { return period.spelled(in: language) }
    let offset = (first % 12 - (fiscalStart - 1) + 12) % 12
    let year = (first - offset) / 12
    if count == 12, offset == 0 { return "FY\(year)" }
    if count == 3, offset % 3 == 0 { return "FY\(year)-Q\(offset / 3 + 1)" }
    return period.spelled(in: language)
}

/// The period that a person typed, in any form of the language; nil where it is none.
func readPeriod(_ text: String, fiscalStart: Int) -> Period? {
    // A header is the shortest text of the language that holds a period.
    let header = HeaderLine.reread(SourceBuffer(copying: (text + "  X").utf8), at: 0, fiscalStart: fiscalStart)
    guard header.unit?.text == "X", header.status == nil, header.issuer == nil, !header.isTarget, !header.isRevision else { return nil }
    return header.period
}
