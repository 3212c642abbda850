import Diagnostics
import Ledger
import Numerics
import Reports
import Tally

extension BulletinIssue {
    /// The headlines as sentences.
    func headlineBlocks(_ headlines: [Headline]) -> [Bulletin.Block] {
        let sentences = headlines.map { headline in
            language == .chinese
                ? ChineseHeadline(issue: self, headline: headline).sentence : EnglishHeadline(issue: self, headline: headline).sentence
        }
        return sentences.isEmpty ? [] : [.sentences(sentences)]
    }

    /// How many targets of these units are ahead of their schedule, and how many behind.
    func overview(_ headlines: [Headline]) -> Bulletin.Block? {
        let verdicts = headlines.compactMap { $0.progress?.verdict }
        guard !verdicts.isEmpty else { return nil }
        let counts = ProgressVerdict.allCases.map { verdict in (verdict, verdicts.count { $0 == verdict }) }.filter { $0.1 > 0 }
        let named = counts.map { verdict, count in
            Localized(en: "\(count) \(verdict.name(isCeiling: false).en)", zh: "\(verdict.name(isCeiling: false).zh)\(count)项")
        }
        let count = verdicts.count
        let silent = tally.targets.keys.count { key in
            tops.contains(key.unit) && key.period == ledger.year(of: period) && !tally.targets.issued(key).isEmpty
                && progress(key.unit, key.indicator) == nil
        }
        let rest = Localized(
            en: silent == 0 ? "" : " \(silent) more without a figure for this period.", zh: silent == 0 ? "" : "另有\(silent)项本期无数据。")
        return .paragraph(
            Sentence(
                text(
                    Localized(
                        en: "Of \(count) target\(count == 1 ? "" : "s"): " + named.map(\.en).joined(separator: ", ") + "." + rest.en,
                        zh: "共\(count)项目标，其中" + named.map(\.zh).joined(separator: "、") + "。" + rest.zh))))
    }

    /// So many units are named on either side of a sentence; the tables have all.
    private static let mostNamed = 8

    /// For each indicator the sub-units ahead of their schedule and those behind it, with their leads, the furthest first.
    func aheadAndBehind() -> Bulletin.Block? {
        let sentences = ledger.indicators.ids.compactMap { id -> Sentence? in
            let leads = parts.compactMap { unit in progress(unit, id).map { (unit, $0) } }
            let ahead = leads.filter { $0.1.verdict == .ahead || $0.1.verdict == .done }
            let behind = leads.filter { $0.1.verdict == .behind || $0.1.verdict == .missed }
            guard !ahead.isEmpty || !behind.isEmpty else { return nil }
            let sides = [
                (Localized(en: "ahead or done: ", zh: "快于序时或已完成的有"), sorted(ahead, isFurthestFirst: true)),
                (Localized(en: "behind or missed: ", zh: "慢于序时或未完成的有"), sorted(behind, isFurthestFirst: false)),
            ].filter { !$0.1.isEmpty }
            let separator = Localized(en: "; ", zh: "；")
            let list = sides.map { words, units in
                let shown = Sentence.list(
                    units.prefix(Self.mostNamed).map { named($0, id) }, separator: text(Localized(en: ", ", zh: "、")))
                let rest = units.count - Self.mostNamed
                return text(words) + shown + (rest > 0 ? text(Localized(en: " and \(rest) more", zh: "等\(units.count)个单位")) : "")
            }
            return name(id) + text(Localized(en: ": ", zh: "：")) + Sentence.list(list, separator: text(separator))
                + text(Localized(en: ".", zh: "。"))
        }
        return sentences.isEmpty ? nil : .sentences(sentences)
    }

    private func sorted(_ leads: [(UnitID, Progress)], isFurthestFirst: Bool) -> [(UnitID, Progress)] {
        leads.enumerated().sorted { a, b in
            guard let x = a.element.1.lead, let y = b.element.1.lead else { return a.offset < b.offset }
            let order = x.compareValue(y)
            return order == 0 ? a.offset < b.offset : (order > 0) == isFurthestFirst
        }.map(\.element)
    }

    private func named(_ entry: (unit: UnitID, progress: Progress), _ id: IndicatorID) -> Sentence {
        let source = CellSource.progress(CellKey(entry.unit, id, period))
        let isOver = entry.progress.schedule?.basis == .period
        let percent = entry.progress.completion.percent.map { TargetText.percent($0) }
        let lead = entry.progress.lead.map { text(Localized(en: TargetText.lead($0) + " pp", zh: TargetText.lead($0) + "个百分点")) }
        guard let shown = isOver ? percent : lead ?? percent else { return Sentence(name(entry.unit)) }
        return name(entry.unit) + text(Localized(en: " (", zh: "（")) + .number(shown, source) + text(Localized(en: ")", zh: "）"))
    }

    /// The leads of all sub-units: a row for each unit, a column for each indicator that has any.
    func leadMap() -> Bulletin.Block? {
        let ids = ledger.indicators.ids.filter { id in parts.contains { progress($0, id)?.lead != nil } }
        guard !ids.isEmpty, parts.count > 1 else { return nil }
        var table = Table(
            title: Localized(en: "Lead on schedule, in points", zh: "超序时进度，百分点"),
            columns: ids.map { id in
                Column(
                    Localized(en: ledger.indicators[id].displayName(in: .english), zh: ledger.indicators[id].displayName(in: .chinese)))
            }, notes: [Localized(en: "+ ahead of schedule, - behind it", zh: "+ 为快于序时，- 为慢于序时")])
        var gauges: [Int: [Int: Gauge]] = [:]
        for unit in parts {
            let shown = ids.map { progress(unit, $0) }
            guard shown.contains(where: { $0?.lead != nil }) else { continue }
            for (column, progress) in shown.enumerated() {
                if let tone = progress?.tone { gauges[table.rows.count, default: [:]][column] = .tone(tone) }
            }
            table.rows.append(
                Row(
                    label(unit),
                    cells: zip(ids, shown).map { id, progress in
                        progress?.lead.map { Reports.Cell(TargetText.lead($0), source: .progress(CellKey(unit, id, period))) } ?? .blank
                    }))
        }
        return .table(table, gauges: gauges)
    }

    /// Bars beside the completions of a table, wherever it shows any.
    func gauges(of table: Table, column: Int) -> [Int: [Int: Gauge]] {
        var gauges: [Int: [Int: Gauge]] = [:]
        for (index, row) in table.rows.enumerated() where row.cells.count > column {
            guard case .progress(let key) = row.cells[column].source, let progress = progress(key.unit, key.indicator),
                let percent = progress.completion.percent
            else { continue }
            gauges[index] = [column: .bar(percent: percent, schedule: progress.schedule?.percent)]
        }
        return gauges
    }
}

extension Progress {
    /// How the lead is to be taken; nil where there is none, or too little is in to tell.
    var tone: Gauge.Tone? {
        guard lead != nil else { return nil }
        return switch verdict {
        case .ahead, .done: .good
        case .behind, .missed: .bad
        case .onSchedule: .even
        case .notYet, .partial, .vague: nil
        }
    }
}
