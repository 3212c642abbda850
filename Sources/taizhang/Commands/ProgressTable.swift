import Diagnostics
import Ledger
import Numerics
import Reports
import Syntax
import Tally

/// Lays out how units stand with their targets: a heading for each indicator, below it the tree of units.
struct ProgressTable {
    private let evaluator: Evaluator
    private let ledger: Ledger
    private let period: Period
    private let onlyBehind: Bool
    private let hasBars: Bool
    /// What is still to come is told for each month; for each quarter where whole quarters are asked for.
    private let step: PeriodLength

    static let keys = [
        "period", "indicator", "unit", "to_date", "state", "measure", "growth", "target", "completion", "schedule", "schedule_by", "lead",
        "required",
        "rank", "ranked", "verdict",
    ]

    init(_ evaluator: Evaluator, _ period: Period, onlyBehind: Bool, hasBars: Bool) {
        self.evaluator = evaluator
        ledger = evaluator.tally.ledger
        self.period = period
        self.onlyBehind = onlyBehind
        self.hasBars = hasBars
        step = [.quarter, .half, .year].contains(period.length) ? .quarter : .month
    }

    /// Of a ledger without targets.
    static var empty: Table { Table(title: name, columns: [], recordKeys: keys) }

    private static let name = Localized(en: "progress", zh: "进度")

    func table(_ keys: [CellKey]) -> Table {
        let year = ledger.year(of: period)
        var table = Table(
            title: title, columns: columns, notes: hasBars ? [Self.legend] : [],
            recordKeys: Self.keys, fields: [.text("period", ledger.periodName(period, .english))])
        table.name = Self.name
        let asked = keys.filter { $0.period == year || $0.period == period }
        for id in Set(asked.map(\.indicator)).sorted() {
            let units = Set(asked.filter { $0.indicator == id }.map(\.unit))
            let rows = rows(id, units)
            guard !rows.isEmpty else { continue }
            let (indicator, measure) = (ledger.indicators[id], ledger.measures[ledger.indicators[id].measure])
            table.rows.append(
                .heading(
                    Localized(
                        en: "\(indicator.displayName(in: .english))  \(measure.displayName(in: .english))",
                        zh: "\(indicator.displayName(in: .chinese))  \(measure.displayName(in: .chinese))")))
            table.rows += rows
        }
        return table
    }

    private static let legend = Localized(
        en: "bars: ten columns are the whole target, │ is the schedule, + more than the target", zh: "横条：十格为全部目标，│ 为序时进度，+ 表示超过目标")

    private var title: Localized {
        let toDate = ledger.toDate(period)
        let (en, zh) = (ledger.periodName(toDate, .english), ledger.periodName(toDate, .chinese))
        let months = evaluator.monthsElapsed(toDate)
        let percent = TargetText.percent(months.times(100).divided(by: 12))
        let count = TargetText.months(months)
        return Localized(
            en: "\(en) · \(count) of 12 months · schedule \(percent) unless phased",
            zh: "\(zh) · 12 个月已过 \(count) 个 · 序时进度 \(percent)，另有安排的除外")
    }

    private var columns: [Column] {
        let each = step == .month ? Localized(en: "to come each month", zh: "以后每月需") : Localized(en: "to come each quarter", zh: "以后每季需")
        return [
            Column(Localized(en: "to date", zh: "累计")), Column(Localized(en: "growth", zh: "同比")),
            Column(Localized(en: "target", zh: "目标")),
            Column(Localized(en: "completion", zh: "完成率")),
        ] + (hasBars ? [Column(Localized(verbatim: ""), alignment: .leading, isJoined: true)] : []) + [
            Column(Localized(en: "lead", zh: "超序时")), Column(each), Column(Localized(en: "rank", zh: "位次"), alignment: .trailing),
            Column(Localized(verbatim: ""), alignment: .leading),
        ]
    }

    private func rows(_ id: IndicatorID, _ units: Set<UnitID>) -> [Row] {
        var rows: [Row] = []
        for unit in units.sorted(by: isBefore) {
            let progress = evaluator.progress(unit, id, period, step: step)
            let isBehind = progress.map { [.behind, .missed].contains($0.verdict) } ?? false
            if onlyBehind, !isBehind { continue }
            let depth = onlyBehind ? 0 : ledger.units.lineage(of: unit).dropFirst().count { units.contains($0) }
            rows.append(row(unit, id, progress, depth: depth))
        }
        return rows
    }

    /// In the order of the tree, each unit before those below it.
    private func isBefore(_ a: UnitID, _ b: UnitID) -> Bool {
        let (x, y) = (ledger.units.lineage(of: a).reversed(), ledger.units.lineage(of: b).reversed())
        return x.lexicographicallyPrecedes(y)
    }

    private func row(_ unit: UnitID, _ id: IndicatorID, _ progress: Progress?, depth: Int) -> Row {
        let name = ledger.units[unit]
        let label = Localized(en: name.displayName(in: .english), zh: name.displayName(in: .chinese))
        let text = TargetText(ledger, id)
        let unitField = Reports.Field.text("unit", ledger.units.path(of: unit))
        let indicatorField = Reports.Field.text("indicator", ledger.indicators[id].name)
        guard let progress else {
            let target = evaluator.applicableTarget(unit, id, period)
            let shown = target.map { text.target($0, evaluator.level(of: $0)) } ?? ""
            let blanks = Array(repeating: Reports.Cell.blank, count: columns.count - 4)
            let verdict = Reports.Cell(Localized(en: "no figure", zh: "无数据"))
            return Row(
                label, depth: depth,
                cells: [Reports.Cell("", fields: [.text("verdict", "no-figure")]), .blank, Reports.Cell(shown)] + blanks + [verdict],
                fields: [unitField, indicatorField])
        }
        let completion = progress.completion
        let growth = evaluator.yearOnYear(unit, id, completion.key.period)
        let rank = evaluator.rank(unit, id, period, by: .completion).flatMap { $0.known > 1 ? $0 : nil }
        let cells =
            [
                Reports.Cell(
                    completion.isOfGrowth ? "" : text.value(completion.actual), notes: notes(completion),
                    fields: fields(progress, id, growth, rank)),
                Reports.Cell(growth.map { TargetText.number($0.interval, hasSign: true) + ($0.isInPoints ? " pp" : "%") } ?? ""),
                Reports.Cell(
                    completion.target.map { text.target($0, completion.isOfGrowth ? nil : completion.asked) }
                        ?? text.value(completion.asked)),
                Reports.Cell(completion.percent.map { TargetText.percent($0) } ?? ""),
            ] + (hasBars ? [Reports.Cell(progressBar(completion.percent, progress.schedule?.percent))] : []) + [
                Reports.Cell(progress.lead.map { TargetText.lead($0) } ?? ""),
                Reports.Cell(progress.required.map { text.value($0) } ?? ""), Reports.Cell(rank.map { "\($0.shown)/\($0.known)" } ?? ""),
                Reports.Cell(progress.verdict.name(isCeiling: completion.isCeiling && !completion.isOfGrowth)),
            ]
        return Row(
            label, depth: depth, cells: sourced(cells, CellKey(unit, id, period), completion), fields: [unitField, indicatorField])
    }

    /// Each number with what it says: the actual and its growth of themselves, the rest of the target.
    private func sourced(_ cells: [Reports.Cell], _ key: CellKey, _ completion: Completion) -> [Reports.Cell] {
        var cells = cells
        for index in cells.indices.dropLast() where !cells[index].text.en.isEmpty { cells[index].source = .progress(key) }
        if !cells[0].text.en.isEmpty { cells[0].source = .value(completion.key) }
        if !cells[1].text.en.isEmpty { cells[1].source = .yearOnYear(completion.key) }
        let rank = cells.count - 2
        if !cells[rank].text.en.isEmpty { cells[rank].source = .rank(key, by: .completion) }
        return cells
    }

    /// A stock that was last read before the period's end.
    private func notes(_ completion: Completion) -> [Localized] {
        let cell = evaluator.cell(completion.key.unit, completion.key.indicator, completion.key.period)
        guard cell.way == .earlierReading, let day = cell.through?.advanced(by: -1) else { return [] }
        return [Localized(en: "last reading, of \(day)", zh: "最近一次读数，截至 \(day)")]
    }

    private func fields(_ progress: Progress, _ id: IndicatorID, _ growth: Growth?, _ rank: Rank?) -> [Reports.Field] {
        let completion = progress.completion
        let text = TargetText(ledger, id)
        let asked = completion.isOfGrowth ? TargetText.percentMachine(completion.asked) : text.machine(completion.asked)
        return [
            .number("to_date", completion.isOfGrowth ? nil : text.machine(completion.actual)),
            .text("state", completion.isComplete ? "complete" : "partial"), .text("measure", text.measure.name),
            .number("growth", TargetText.percentMachine(growth?.interval)), .number("target", asked),
            .number("completion", TargetText.percentMachine(completion.percent)),
            .number("schedule", TargetText.percentMachine(progress.schedule?.percent)),
            .text("schedule_by", progress.schedule?.basis.rawValue),
            .number("lead", TargetText.percentMachine(progress.lead)), .number("required", text.machine(progress.required)),
            .number("rank", rank.map { String($0.shown) }), .number("ranked", rank.map { String($0.known) }),
            .text("verdict", progress.verdict.rawValue),
        ]
    }
}
