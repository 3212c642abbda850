import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax
import Tally

/// `missing/figure` and `missing/late`: expected but not reported, and reported after the due day. Warnings only, one of each for a unit
/// and an indicator.
func missing(_ tally: Tally, _ findings: TallyFindings) -> [Diagnostic] {
    let wording = MissingWording(Wording(tally))
    return (findings.completeness?.accounts ?? []).flatMap { account in
        [wording.owed(account), wording.late(account)].compactMap { $0 }
    }
}

private struct MissingWording {
    let wording: Wording
    let ledger: Ledger

    /// Periods that a message names; of the others it gives the number.
    private static let mostRuns = 6

    init(_ wording: Wording) {
        self.wording = wording
        ledger = wording.ledger
    }

    /// What is not in; nil where all is.
    func owed(_ account: Completeness.Account) -> Diagnostic? {
        guard let first = account.owed.first, let place = place(account, first) else { return nil }
        let (unit, indicator) = (wording.unit(account.unit), wording.indicator(account.indicator))
        let periods = list(account.owed)
        let (count, all) = (account.owed.count, account.expectedCount)
        return Diagnostic(
            "missing/figure", .warning,
            Localized(
                en: "\(indicator) of \(unit) is not reported for \(periods.en)", zh: spaced("\(unit)\(periods.zh)的\(indicator)应报未报")),
            at: Annotation(
                place,
                Localized(
                    en: "owes \(count) of \(all) report\(all == 1 ? "" : "s"); the first was due on \(first.day)",
                    zh: "应报 \(all) 期，欠 \(count) 期；最早一期应于 \(first.day) 前报出")),
            related: asked(account, first, beside: place),
            help: [
                Localized(
                    en: "report it, or say why there is nothing to report: n/a, exempt or *", zh: "请补报；若无可报，请写明 不适用、免报 或 *")
            ], fixes: fixes(account, beside: place))
    }

    /// Lines for what is owed, to be filled in, behind the block of the unit's last figure: one period, or all.
    private func fixes(_ account: Completeness.Account, beside place: SourceSpan) -> [Fix] {
        let name = nameAsWritten(ledger.indicators[account.indicator].name)
        let unit = ledger.sources[place.file].buffer.text(place.range)
        let isChinese = ledger.sources[place.file].buffer.text(headerLine(at: place)).contains("年")
        func block(_ due: Completeness.Due) -> String {
            let period = due.period.spelled(in: isChinese ? .chinese : .english, fiscalStart: ledger.fiscalStart)
            return "\(period)  \(unit)\n    \(name)  -\n"
        }
        let owed = account.owed.sorted { $0.period.start < $1.period.start }
        guard let last = owed.last, ledger.figures.find(account.unit, account.indicator) != nil else { return [] }
        let period = wording.period(last.period)
        var fixes = [
            Fix(Localized(en: "Add a line for \(period.en)", zh: "添加\(period.zh)的一行"), adding: block(last))
        ]
        if owed.count > 1 {
            fixes.append(
                Fix(
                    Localized(en: "Add lines for all \(owed.count) periods", zh: "添加全部 \(owed.count) 期"),
                    adding: owed.map(block).joined()))
        }
        return fixes
    }

    private func headerLine(at place: SourceSpan) -> ByteRange {
        let lines = ledger.sources[place.file].lines
        return lines.range(ofLine: lines.location(of: place.range.lowerBound).line)
    }

    /// What came in late; nil where nothing did.
    func late(_ account: Completeness.Account) -> Diagnostic? {
        guard let last = account.late.last else { return nil }
        let (unit, indicator) = (wording.unit(account.unit), wording.indicator(account.indicator))
        let periods = list(account.late.map(\.due))
        let place = header(of: last.figure) ?? wording.span(last.figure)
        let days = last.due.day.distance(to: last.reportedOn)
        let due = wording.period(last.due.period)
        let which =
            account.late.count == 1
            ? Localized(verbatim: "") : Localized(en: "the last, \(due.en), ", zh: "最近一期\(due.zh)")
        return Diagnostic(
            "missing/late", .warning,
            Localized(
                en: "\(indicator) of \(unit) was reported late for \(periods.en)", zh: spaced("\(unit)\(periods.zh)的\(indicator)迟报")),
            at: Annotation(
                place,
                Localized(
                    en: "\(which.en)on \(last.reportedOn), \(days) day\(days == 1 ? "" : "s") after \(last.due.day)",
                    zh: spaced("\(which.zh)于 \(last.reportedOn) 报出，期限 \(last.due.day)，迟 \(days) 天"))),
            related: asked(account, last.due, beside: place))
    }

    /// Where a clerk would look for the figure: the unit's name above its last one, else where the unit is declared.
    private func place(_ account: Completeness.Account, _ due: Completeness.Due) -> SourceSpan? {
        if let series = ledger.figures.find(account.unit, account.indicator), let last = ledger.figures.figures(of: series).last,
            let header = header(of: last.id)
        {
            return header
        }
        return ledger.units[account.unit].declaredAt ?? line(account, due)
    }

    private func header(of figure: FigureID) -> SourceSpan? {
        ledger.header(of: figure).unit.map { SourceSpan(file: ledger.figures.file(of: figure), range: $0.range) }
    }

    private func asked(_ account: Completeness.Account, _ due: Completeness.Due, beside place: SourceSpan) -> [Annotation] {
        guard let line = line(account, due), line != place else { return [] }
        return [Annotation(line, Localized(en: "asked for here", zh: "此处要求填报"))]
    }

    /// The `expected` line.
    private func line(_ account: Completeness.Account, _ due: Completeness.Due) -> SourceSpan? {
        ledger.indicators[account.indicator].declaredAt.map { SourceSpan(file: $0.file, range: due.expectation.range) }
    }

    private func list(_ dues: [Completeness.Due]) -> Localized {
        let runs = dues.runs
        let shown = Localized.list(runs.prefix(Self.mostRuns).map { $0.text(fiscalStart: ledger.fiscalStart) })
        let rest = runs.dropFirst(Self.mostRuns).reduce(0) { $0 + $1.count }
        return rest == 0 ? shown : shown + Localized(en: " and \(rest) more", zh: "等（另有 \(rest) 期）")
    }
}
