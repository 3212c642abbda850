import Diagnostics
import Ledger
import Numerics
import Reports
import Tally

/// What an issue takes from the other commands, so that both say the same.
public struct BulletinMaterial {
    /// How units stand with their targets, as `progress` prints it; nil where there are none.
    public var progress: Table?
    /// What is owed, as `missing` prints it, of these accounts.
    public var owed: (accounts: [Completeness.Account], table: Table)
    /// How many figures and targets were revised since the issue before, and what `revisions` prints of them.
    public var revised: (count: Int, tables: [Table])
    /// What contradicts itself in the ledger, in file order: errors, and warnings that figures of different status do.
    public var contradictions: [Diagnostic]
    /// The day from which it is told what is due.
    public var today: Day
    /// Since when revisions are told.
    public var since: Day

    /// All of it has to be told.
    public init(
        progress: Table?, owed: (accounts: [Completeness.Account], table: Table), revised: (count: Int, tables: [Table]),
        contradictions: [Diagnostic], today: Day, since: Day
    ) {
        self.progress = progress
        self.owed = owed
        self.revised = revised
        self.contradictions = contradictions
        self.today = today
        self.since = since
    }
}

extension BulletinIssue {
    /// The column of completions in what `progress` prints.
    private static let completionColumn = 3

    /// The issue, ready to be rendered. Sections with nothing to say are left out; of contradictions it is said that there are none.
    public func bulletin(_ material: BulletinMaterial) -> Bulletin {
        let headlines = headlines()
        var sections = [
            Bulletin.Section(Localized(en: "Main indicators", zh: "主要指标"), headlineBlocks(headlines)),
            Bulletin.Section(Localized(en: "Ahead and behind", zh: "目标进度"), progressBlocks(headlines, material.progress)),
            Bulletin.Section(Localized(en: "Units ranked", zh: "单位位次"), rankBlocks()),
            Bulletin.Section(Localized(en: "Course of the year", zh: "年内走势"), courses(headlines)),
            Bulletin.Section(Localized(en: "Registers", zh: "台账事项"), registers(on: min(material.today, period.lastDay))),
            Bulletin.Section(
                Localized(en: "Reports owed", zh: "上报情况"), reporting(material.owed.accounts, material.owed.table, today: material.today)),
            Bulletin.Section(Localized(en: "Contradictions found", zh: "数据矛盾"), contradictions(material.contradictions)),
            Bulletin.Section(
                Localized(en: "Revisions", zh: "数据修订"),
                revisions(material.revised.count, material.revised.tables, since: material.since)),
        ]
        sections.removeAll { $0.blocks.isEmpty }
        if headlines.isEmpty {
            let nothing = Sentence(text(Localized(en: "The ledger has no figures for this period.", zh: "台账中没有本期数据。")))
            sections.insert(Bulletin.Section(Localized(en: "Main indicators", zh: "主要指标"), [.paragraph(nothing)]), at: 0)
        }
        return Bulletin(title: title, subtitle: subtitle, sections: sections, language: language, sources: ledger.sources)
    }

    private func progressBlocks(_ headlines: [Headline], _ progress: Table?) -> [Bulletin.Block] {
        var blocks = [overview(headlines), aheadAndBehind()].compactMap { $0 }
        if let progress, !progress.rows.isEmpty {
            blocks.append(.table(progress, gauges: gauges(of: progress, column: Self.completionColumn)))
        }
        return blocks + [leadMap()].compactMap { $0 }
    }

    /// By month where at least two months of the year are known, else by quarter.
    private func courses(_ headlines: [Headline]) -> [Bulletin.Block] {
        let ids = headlines.map(\.key.indicator)
        let reports = [ReportQuery.Step.month, .quarter].map { step -> [[ReportSeries]] in
            var query = ReportQuery()
            query.period = toDate
            query.step = step
            let report = try? Report(query, tally)
            return report?.series() ?? []
        }
        let shown = Set(tops + parts)
        return Set(ids).sorted().compactMap { id in
            let courses = reports.map { all in all.first { $0.first?.indicator == id }?.filter { shown.contains($0.unit) } ?? [] }
            let known = courses.map { course in course.map { $0.points.count { $0.now.interval != nil } }.max() ?? 0 }
            let course = known[0] > 1 || known[1] == 0 ? courses[0] : courses[1]
            return course.isEmpty ? nil : .charts(course, title: label(id))
        }
    }

    private var title: Localized {
        let kind =
            switch period.length {
            case .quarter: Localized(en: "quarterly bulletin", zh: "季报")
            case .half: Localized(en: "half-year bulletin", zh: "半年报")
            case .year: Localized(en: "annual bulletin", zh: "年报")
            case .month, .day, .other: Localized(en: "monthly bulletin", zh: "月报")
            }
        guard tops.count == 1 else { return Localized(en: "Main indicators: \(kind.en)", zh: "主要指标\(kind.zh)") }
        let name = label(tops[0])
        return Localized(en: "\(name.en): \(kind.en)", zh: "\(name.zh)主要指标\(kind.zh)")
    }

    private var subtitle: Localized { toDate.fullText(fiscalStart: ledger.fiscalStart) }
}
