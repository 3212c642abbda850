import Diagnostics
import Ledger
import Numerics
import Reports
import Tally

/// The charts of one indicator: a large one for the unit at the top, small ones on one scale for those below it, and a table of all their
/// numbers.
struct ChartGroup {
    private let top: ReportSeries
    private let rest: [ReportSeries]
    private let title: Localized
    private let context: PageContext
    private let factor: Int64

    /// Nil where there is nothing to compare: no values, or a single period without a past and without a target.
    init?(_ series: [ReportSeries], of title: Localized, _ context: PageContext) {
        let drawn = series.filter(\.hasValue)
        guard let first = drawn.first, drawn.contains(where: Self.isWorthDrawing) else { return nil }
        self.title = title
        self.context = context
        factor = context.ledger.measures[context.ledger.indicators[first.indicator].measure].factor
        let isTree = drawn.dropFirst().allSatisfy { $0.depth > first.depth }
        top = first
        rest = isTree ? Array(drawn.dropFirst()) : drawn
        isTopDrawn = isTree
    }

    /// Units that stand side by side have only small charts.
    private let isTopDrawn: Bool

    private static func isWorthDrawing(_ series: ReportSeries) -> Bool {
        series.points.count > 1 || series.points.contains { $0.due != nil || $0.before?.interval != nil }
    }

    private var language: Language { context.language }

    var html: HTML {
        var pieces: [HTML] = []
        if isTopDrawn {
            let chart = PeriodChart(
                top, factor: factor, title: name(top), description: description, language: language)
            pieces.append(.element("figure", [], chart.html, .element("figcaption", [], .text(legend))))
        }
        if rest.count > 0, rest.count > 1 || isTopDrawn { pieces.append(small) }
        pieces.append(.element("details", [], .element("summary", [], .text(numbers)), HTMLTable(table, context).html))
        return .list(pieces, separator: .text("\n"))
    }

    private var small: HTML {
        let charts = rest.map { series -> HTML in
            let chart = PeriodChart(
                series, factor: factor, title: name(series), description: description, language: language, like: rest)
            return .element("li", [], .element("h4", [], .text(context.text(series.label))), chart.html)
        }
        let what = Localized(en: "by unit, all on one scale", zh: "分单位，同一刻度")
        return .element(
            "figure", [.class("units")], .element("ul", [.class("many")], charts),
            .element("figcaption", [], .text(context.text(what) + (isTopDrawn ? "" : language == .chinese ? "。" + legend : ". " + legend))))
    }

    private func name(_ series: ReportSeries) -> String {
        let mark = language == .chinese ? "：" : ": "
        return context.text(series.label) + mark + context.text(title)
    }

    private var hasDue: Bool { ([top] + rest).contains { $0.points.contains { $0.due != nil } } }

    private var hasPart: Bool {
        ([top] + rest).contains { $0.points.contains { $0.now.shown.map { !$0.hasLow || !$0.hasHigh } ?? false } }
    }

    private var description: String {
        context.text(
            Localized(
                en: "Columns for each period, last year's in outline" + (hasDue ? ", dashed lines for what the target asks for" : "")
                    + "; the numbers are in the table below",
                zh: "各期为实柱，上年同期为空心柱" + (hasDue ? "，虚线为目标序时要求" : "") + "；数值见下表"))
    }

    private var legend: String {
        var signs = [Localized(en: "■ this period", zh: "■ 本期"), Localized(en: "□ a year before", zh: "□ 上年同期")]
        if hasDue { signs.append(Localized(en: "dashed line: asked for by the target's schedule", zh: "虚线：目标序时要求")) }
        if hasPart { signs.append(Localized(en: "dashed outline: not all in", zh: "虚框：数据不齐")) }
        signs.append(Localized(en: "–: no figure", zh: "–：无数据"))
        return signs.map(context.text).joined(separator: " · ")
    }

    private var numbers: String { context.text(Localized(en: "The numbers of the charts", zh: "图中数值")) }

    private var table: Table {
        var table = Table(title: title, columns: top.points.map { Column($0.label) })
        for series in isTopDrawn ? [top] + rest : rest {
            table.rows.append(.heading(series.label))
            table.rows += rows(of: series)
        }
        return table
    }

    private func rows(of series: ReportSeries) -> [Row] {
        let text = TargetText(context.ledger, series.indicator)
        func cell(_ interval: Interval?, _ period: Period?) -> Reports.Cell {
            guard let interval, let period else { return .blank }
            return Reports.Cell(text.value(interval), source: .value(CellKey(series.unit, series.indicator, period)))
        }
        var rows = [
            Row(Localized(en: "this period", zh: "本期"), cells: series.points.map { cell($0.now.shown, $0.period) }),
            Row(Localized(en: "a year before", zh: "上年同期"), cells: series.points.map { cell($0.before?.shown, $0.period.lastYear) }),
        ]
        if series.points.contains(where: { $0.due != nil }) {
            rows.append(
                Row(
                    Localized(en: "asked for", zh: "序时要求"),
                    cells: series.points.map { point in point.due.map { Reports.Cell(text.value($0)) } ?? .blank }))
        }
        return rows
    }
}
