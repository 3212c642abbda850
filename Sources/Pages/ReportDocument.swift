import Diagnostics
import Ledger
import Numerics
import Reports
import SourceText
import Tally

/// A report as a page: a part for each table, with its charts where the columns are periods, and all explanations at the end.
public struct ReportDocument {
    private let report: Report
    private let tables: [Table]
    private let context: PageContext

    /// `tables` are those of the report, in its order.
    public init(_ report: Report, tables: [Table], tally: Tally, language: Language) {
        self.report = report
        self.tables = tables
        context = PageContext(tally, language: language)
    }

    /// The whole file.
    public var text: String {
        let nothing = HTML.element("p", [], .text(context.text(Localized(en: "no figures to report", zh: "没有可报的数"))))
        var sections = tables.isEmpty ? [nothing] : parts
        sections.append(context.explanations.section())
        let title = Localized(en: "Report", zh: "报表")
        let subtitle = tables.first?.subtitle.map { context.text($0) } ?? ""
        let header = HTML.element("h1", [], .text(context.text(title))) + .element("p", [.class("sub")], .text(subtitle))
        let name = subtitle.isEmpty ? context.text(title) : context.text(title) + " – " + subtitle
        return Page(title: name, language: context.language, header: header, sections: sections.filter { !$0.isEmpty }).text
    }

    private var parts: [HTML] {
        let charts = charts()
        return tables.map { table in
            var content = [HTML.element("h2", [], .text(context.text(table.title)))]
            if let chart = charts[table.title] { content.append(chart) }
            content.append(HTMLTable(table, context).html)
            return .element("section", [], .list(content, separator: .text("\n")))
        }
    }

    /// By the title of the table that they stand beside.
    private func charts() -> [Localized: HTML] {
        guard report.hasPagePerIndicator else { return [:] }
        var charts: [Localized: HTML] = [:]
        for (id, all) in zip(report.shownIndicators, report.series()) {
            let charted = ChartGroup(all, of: report.title(of: id), context)
            if let html = charted?.html { charts[report.title(of: id)] = html }
        }
        return charts
    }
}
