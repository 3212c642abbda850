import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally

/// A report resolved against a ledger: which units, indicators and periods it shows, and on which axis.
public struct Report: Sendable {
    let tally: Tally
    let query: ReportQuery
    let subjects: [ReportSubject]
    let indicators: [IndicatorID]
    /// One for each indicator; all alike unless the indicators are the pages.
    let axes: [PeriodAxis]
    let rows: ReportQuery.Axis
    let columns: ReportQuery.Axis
    let pages: ReportQuery.Axis

    var ledger: Ledger { tally.ledger }

    /// Finds what the names in the query mean. Costs a pass over the figures of its indicators.
    public init(_ query: ReportQuery, _ tally: Tally) throws(ReportProblem) {
        self.tally = tally
        self.query = query
        (rows, columns, pages) = try Self.axes(query)
        let finder = SubjectFinder(ledger: tally.ledger, query: query)
        subjects = try finder.subjects()
        var indicators = try Reports.indicators(named: query.indicators, in: tally.ledger.indicators)
        if query.groupField != nil { indicators = indicators.filter { tally.ledger.indicators[$0].addsOverUnits } }
        self.indicators = indicators
        let stated = FigurePeriods(tally, of: indicators, under: try finder.reach())
        let fiscalStart = tally.ledger.fiscalStart
        guard let asked = query.period ?? Self.newestYear(stated.ends, fiscalStart) else {
            axes = []
            return
        }
        let isByIndicator = pages == .indicator
        axes = indicators.map { id in
            // What does not add up over time is shown by month where it is reported by month: a quarter of it would be blank.
            let indicator = tally.ledger.indicators[id]
            let isByMonth =
                isByIndicator && indicator.nature != .stock && !indicator.isAdditiveOverTime && indicator.formula == nil
                && stated.areMonthly(id, in: asked)
            return PeriodAxis(
                asked, step: query.step ?? (isByMonth ? .month : nil), ends: isByIndicator ? stated.ends(of: id) : stated.ends,
                fiscalStart: fiscalStart)
        }
    }

    /// One for each page with something on it. Values that stand at one of the places `contradicted` are marked. Spreads over `threads`.
    public func tables(contradicted: Set<SourceSpan> = [], threads: Int = processorCount()) -> [Table] {
        pages(for: .people, threads)?.tables(contradicted: contradicted, threads: threads) ?? []
    }

    /// What programs get, page by page: every cell, and all that is known of it. Where there is none, at least the keys.
    public func records(threads: Int = processorCount()) -> [Records] {
        let records = pages(for: .programs, threads)?.records(threads: threads) ?? []
        return records.isEmpty ? [Records(keys: reportRecordKeys)] : records
    }

    private func pages(for reader: ReportPages.Reader, _ threads: Int) -> ReportPages? {
        guard !axes.isEmpty, !subjects.isEmpty else { return nil }
        let shown = query.shown
        let isSorted = query.order == .growth
        let isAcross = columns == .period
        let finder = FactFinder(tally: tally, subjects: subjects) { measurement, index, axis in
            if shown.contains(measurement) { return true }
            guard measurement == .yoy else { return false }
            if reader == .programs || isSorted && !isAcross { return true }
            return (shown.isEmpty || isSorted) && index == axis.newestIndex
        }
        return ReportPages(report: self, facts: finder.facts(of: indicators, axes, threads: threads), reader: reader)
    }

    private static func axes(_ query: ReportQuery) throws(ReportProblem) -> (
        ReportQuery.Axis, ReportQuery.Axis, ReportQuery.Axis
    ) {
        if let rows = query.rows, rows == query.columns {
            throw ReportProblem(
                Localized(en: "\(rows.rawValue) cannot be on rows and columns both", zh: "\(rows.rawValue) 不能既是行又是列"),
                help: [Localized(en: "choose another for --rows or --columns", zh: "请给 --rows 或 --columns 另选一个")])
        }
        let rows = query.rows ?? (query.columns == .unit ? .period : .unit)
        let columns = query.columns ?? (rows == .period ? .unit : .period)
        if query.hasChart, columns != .period {
            throw ReportProblem(
                Localized(en: "--chart draws periods, and they are not on the columns", zh: "--chart 画的是各期走势，而列上不是期间"),
                help: [Localized(en: "leave --columns and --rows period out", zh: "请去掉 --columns 和 --rows period")])
        }
        let pages = ReportQuery.Axis.allCases.first { $0 != rows && $0 != columns } ?? .indicator
        return (rows, columns, pages)
    }

    private static func newestYear(_ ends: Set<Day>, _ fiscalStart: Int) -> Period? {
        guard let last = ends.max()?.advanced(by: -1) else { return nil }
        let (year, month, _) = last.civil
        return .fiscalYear(month >= fiscalStart ? year : year - 1, startMonth: fiscalStart)
    }
}

extension Indicator {
    /// Whether its values over units make sense as a sum.
    var addsOverUnits: Bool { overUnits == .sum || overUnits == .cover }
}
