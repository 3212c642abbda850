import Diagnostics
import Ledger
import SourceText
import Tally

/// `cell/duplicate`: the same cell twice, with neither being a revision of the other.
func duplicateCells(_ tally: Tally, _ findings: TallyFindings) -> [Diagnostic] {
    let wording = Wording(tally)
    return findings.duplicates.map { duplicate in
        let period = wording.period(duplicate.key.period)
        let (unit, indicator) = (wording.unit(duplicate.key.unit), wording.indicator(duplicate.key.indicator))
        return Diagnostic(
            "cell/duplicate",
            Localized(
                en: "\(indicator) of \(unit) in \(period.en) is stated twice", zh: spaced("\(unit)\(period.zh)的\(indicator)写了两次")),
            at: Annotation(
                wording.span(duplicate.again),
                duplicate.agree
                    ? Localized(en: "again here, and the two agree", zh: "此处重复，两处相符")
                    : Localized(en: "again here, with another value: neither is used", zh: "此处重复且不符：两处均不采用")),
            related: [Annotation(wording.span(duplicate.first), Localized(en: "first here", zh: "先在此处"))],
            help: [
                Localized(
                    en: "keep one; or, if the later one replaces the earlier, head its block “revise \(period.en) … on DATE”",
                    zh: "请只留一处；若后者是更正，请把块头写成“修订 \(period.zh) … 于 日期”")
            ], fixes: [duplicate.again, duplicate.first].compactMap { tally.ledger.removal(of: $0) })
    }
}

extension Ledger {
    /// The line of a figure taken out.
    fileprivate func removal(of figure: FigureID) -> Fix? {
        let span = valueSpan(of: figure)
        let lines = sources[span.file].lines
        let number = lines.location(of: span.range.lowerBound).line
        let start = lines.range(ofLine: number).lowerBound
        let end = number < lines.lineCount ? lines.range(ofLine: number + 1).lowerBound : sources[span.file].buffer.count
        return Fix(
            Localized(en: "Remove line \(number)", zh: "删去第 \(number) 行"),
            [SourceEdit(SourceSpan(file: span.file, range: ByteRange(start, end)), "")])
    }
}
