import Diagnostics
import Ledger
import SourceText
import Tally

/// `cell/duplicate`: the same cell twice, or its growth by two numbers, with neither being a revision of the other.
func duplicateCells(_ tally: Tally, _ findings: TallyFindings) -> [Diagnostic] {
    let wording = Wording(tally)
    let cells = findings.duplicates.map { duplicate in
        let (period, unit, indicator) = wording.names(duplicate.key)
        return wording.duplicate(
            Localized(
                en: "\(indicator) of \(unit) in \(period.en) is stated twice", zh: spaced("\(unit)\(period.zh)的\(indicator)写了两次")),
            period, first: wording.span(duplicate.first), again: wording.span(duplicate.again), agree: duplicate.agree,
            fixes: [duplicate.again, duplicate.first].compactMap { tally.ledger.removal(of: $0) })
    }
    return cells
        + tally.growthConflicts.map { conflict in
            let (period, unit, indicator) = wording.names(conflict.key)
            return wording.duplicate(
                Localized(
                    en: "the growth of \(indicator) of \(unit) in \(period.en) is stated twice",
                    zh: spaced("\(unit)\(period.zh)\(indicator)的同比写了两次")),
                period, first: conflict.first, again: conflict.again, agree: false, fixes: [])
        }
}

extension Wording {
    fileprivate func names(_ key: CellKey) -> (period: Localized, unit: String, indicator: String) {
        (period(key.period), unit(key.unit), indicator(key.indicator))
    }

    fileprivate func duplicate(
        _ message: Localized, _ period: Localized, first: SourceSpan, again: SourceSpan, agree: Bool, fixes: [Fix]
    ) -> Diagnostic {
        Diagnostic(
            "cell/duplicate", message,
            at: Annotation(
                again,
                agree
                    ? Localized(en: "again here, and the two agree", zh: "此处重复，两处相符")
                    : Localized(en: "again here, with another value: neither is used", zh: "此处重复且不符：两处均不采用")),
            related: [Annotation(first, Localized(en: "first here", zh: "先在此处"))],
            help: [
                Localized(
                    en: "keep one; or, if the later one replaces the earlier, head its block “revise \(period.en) … on DATE”",
                    zh: "请只留一处；若后者是更正，请把块头写成“修订 \(period.zh) … 于 日期”")
            ], fixes: fixes)
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
