import Diagnostics
import Ledger
import Numerics
import Tally

/// The periods of a report: what was asked for, cut into parts, each year's whole behind its parts.
struct PeriodAxis: Sendable {
    /// One period of the axis.
    struct Entry: Sendable {
        var period: Period
        /// A whole year, or all that was asked for, rather than a part of it.
        var isWhole: Bool
    }

    var entries: [Entry]
    /// All that was asked for.
    var whole: Period
    /// Whether headings may leave the year out.
    var isOneYear: Bool
    /// The month in which the years start that headings speak of: the ledger's own where its years were asked for, else January.
    var yearStart: Int

    var periods: [Period] { entries.map(\.period) }

    /// The last whole: what is sorted by, and whose growth is shown.
    var newestIndex: Int { entries.indices.last ?? 0 }

    /// Cuts `asked`. `ends` are the days at which figures end: a year with none after some month is to date, and ends with that month.
    init(_ asked: Period, step: ReportQuery.Step?, ends: Set<Day>, fiscalStart: Int) {
        let years = Self.years(asked, fiscalStart)
        isOneYear = years.count <= 1
        whole = asked
        yearStart = !years.isEmpty && asked.start.civil.month == fiscalStart ? fiscalStart : 1
        guard let step = step ?? Self.suitableStep(asked, years) else {
            entries = [Entry(period: asked, isWhole: true)]
            return
        }
        entries = []
        guard !years.isEmpty else {
            entries = Self.parts(of: asked, step).map { Entry(period: $0, isWhole: false) } + [Entry(period: asked, isWhole: true)]
            return
        }
        for year in years {
            let known = Self.toDate(year, ends)
            if step != .year { entries += Self.parts(of: known, within: year, step).map { Entry(period: $0, isWhole: false) } }
            entries.append(Entry(period: known, isWhole: true))
        }
    }

    /// The years, by the ledger's own or the calendar's start, that the period consists of; none where it is not made of years.
    private static func years(_ asked: Period, _ fiscalStart: Int) -> [Period] {
        guard let (first, count) = asked.monthSpan, count > 0, count % 12 == 0 else { return [] }
        guard count == 12 || first % 12 == 0 || first % 12 == fiscalStart - 1 else { return [] }
        return asked.parts(.year)
    }

    /// Years for several, quarters for one; a range falls into what it is made of, and a single quarter or month stays what it is.
    private static func suitableStep(_ asked: Period, _ years: [Period]) -> ReportQuery.Step? {
        if years.count > 1 { return .year }
        if years.count == 1 { return .quarter }
        guard asked.length == .other, let (first, count) = asked.monthSpan else { return nil }
        return count % 3 == 0 && first % 3 == 0 ? .quarter : .month
    }

    /// The year up to the end of the last month in which a figure ends.
    private static func toDate(_ year: Period, _ ends: Set<Day>) -> Period {
        guard let last = ends.filter({ year.start < $0 && $0 <= year.end }).max() else { return year }
        let (civilYear, month, day) = last.civil
        let end = day == 1 ? last : Day.firstOfMonth(year: civilYear, month: month + 1)
        return Period(year.start, min(end, year.end))
    }

    /// The parts of a year up to where it is known; the last one ends there too.
    private static func parts(of known: Period, within year: Period, _ step: ReportQuery.Step) -> [Period] {
        let parts = year.parts(step.length).filter { $0.start < known.end }.map { Period($0.start, min($0.end, known.end)) }
        return parts.count > 1 ? parts : []
    }

    /// The parts of any period, with what is left over behind the last.
    private static func parts(of asked: Period, _ step: ReportQuery.Step) -> [Period] {
        var parts = asked.parts(step.length)
        if let first = parts.first, asked.start < first.start { parts.insert(Period(asked.start, first.start), at: 0) }
        if let last = parts.last, last.end < asked.end { parts.append(Period(last.end, asked.end)) }
        return parts.count > 1 ? parts : []
    }
}

extension ReportQuery.Step {
    var length: PeriodLength {
        switch self {
        case .month: .month
        case .quarter: .quarter
        case .half: .half
        case .year: .year
        }
    }
}
