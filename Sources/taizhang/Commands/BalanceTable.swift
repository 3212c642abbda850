import Diagnostics
import Ledger
import Numerics
import Reports
import Syntax
import Tally

/// Lays out the targets of one indicator as a tree of units.
struct BalanceTable {
    private let evaluator: Evaluator
    private let ledger: Ledger
    private let period: Period
    private let isDraft: Bool

    static let keys = [
        "indicator", "period", "unit", "issuer", "target", "allocated", "margin", "margin_percent", "without_target", "actual",
        "completion",
        "measure", "verdict",
    ]

    init(_ evaluator: Evaluator, _ period: Period, isDraft: Bool) {
        self.evaluator = evaluator
        ledger = evaluator.tally.ledger
        self.period = period
        self.isDraft = isDraft
    }

    /// Of a ledger without targets.
    static var empty: Table { Table(title: Localized(en: "targets", zh: "目标"), columns: [], recordKeys: keys) }

    /// `units` are those with a target.
    func table(_ id: IndicatorID, _ units: Set<UnitID>) -> Table {
        let indicator = ledger.indicators[id]
        let measure = ledger.measures[indicator.measure]
        func title(_ language: Language) -> String {
            let name = measure.displayName(in: language)
            return indicator.displayName(in: language) + (name.isEmpty ? "" : language == .chinese ? "，\(name)" : ", \(name)")
        }
        var table = Table(
            title: Localized(en: title(.english), zh: title(.chinese)),
            subtitle: Localized(en: ledger.periodName(period, .english), zh: ledger.periodName(period, .chinese)),
            columns: [
                Column(Localized(en: isDraft ? "draft" : "issued", zh: isDraft ? "草案" : "下达")),
                Column(Localized(en: "to parts", zh: "已分解")), Column(Localized(en: "margin", zh: "余量")),
                Column(Localized(verbatim: ""), isJoined: true),
                Column(Localized(en: "actual", zh: "实绩")), Column(Localized(en: "completion", zh: "完成率")),
                Column(Localized(verbatim: ""), alignment: .leading),
            ], recordKeys: Self.keys,
            fields: [.text("indicator", indicator.name), .text("period", ledger.periodName(period, .english))])
        let shown = shownUnits(units)
        let tops = shown.filter { unit in ledger.units[unit].parent.map { !shown.contains($0) } ?? true }.sorted()
        for top in tops { append(top, id, depth: 0, shown, &table.rows) }
        return table
    }

    /// Units with a target, and sub-units of those whose target was handed on.
    private func shownUnits(_ units: Set<UnitID>) -> Set<UnitID> {
        var shown = units
        for unit in units {
            let parts = ledger.units.parts(of: unit).filter { ledger.units.isAlive($0, in: period) }
            if parts.contains(where: units.contains) { shown.formUnion(parts) }
        }
        return shown
    }

    private func append(_ unit: UnitID, _ id: IndicatorID, depth: Int, _ shown: Set<UnitID>, _ rows: inout [Row]) {
        rows.append(row(unit, id, depth: depth))
        for part in ledger.units.parts(of: unit) where shown.contains(part) { append(part, id, depth: depth + 1, shown, &rows) }
    }

    private func row(_ unit: UnitID, _ id: IndicatorID, depth: Int) -> Row {
        let key = CellKey(unit, id, period)
        let targets = isDraft ? evaluator.tally.targets.drafts(key) : evaluator.tally.targets.issued(key)
        let allocation = evaluator.allocation(key, isDraft: isDraft)
        let level = targets.first.flatMap { evaluator.level(of: $0) }
        let completion = isDraft ? nil : evaluator.completion(unit, id, period)
        let text = TargetText(ledger, id)
        let percent = allocation.flatMap { allocation in
            allocation.level.isPositive ? allocation.margin.quotient(allocation.level)?.times(100) : nil
        }
        let without = allocation?.parts.count { $0.target == nil } ?? 0
        let verdict = self.verdict(unit, targets.first, allocation)
        let fields: [Reports.Field] = [
            .text("unit", ledger.units.path(of: unit)), .text("issuer", targets.first.map { ledger.units.path(of: $0.issuer) }),
            .number("target", text.machine(level)), .number("allocated", text.machine(allocation?.allocated)),
            .number("margin", text.machine(allocation?.margin)), .number("margin_percent", TargetText.percentMachine(percent)),
            .number("without_target", allocation.map { _ in String(without) }),
            .number("actual", completion.flatMap { $0.isOfGrowth ? nil : text.machine($0.actual) }),
            .number("completion", TargetText.percentMachine(completion?.percent)), .text("measure", text.measure.name),
            .text("verdict", verdict.code),
        ]
        return Row(
            label(unit, targets.first), depth: depth,
            cells: [
                Reports.Cell(targets.first.map { text.target($0, level) } ?? "—", fields: fields),
                Reports.Cell(allocation.map { text.value($0.allocated) } ?? ""),
                Reports.Cell(allocation.map { text.value($0.margin, hasSign: true) } ?? ""),
                Reports.Cell(percent.map { TargetText.percent($0, hasSign: true) } ?? ""),
                Reports.Cell(completion.map { $0.isOfGrowth ? TargetText.percent($0.actual, hasSign: true) : text.value($0.actual) } ?? ""),
                Reports.Cell(completion?.percent.map { TargetText.percent($0) } ?? ""),
                Reports.Cell(
                    verdict.text,
                    notes: without > 0 ? [Localized(en: "\(plural(without, "sub-unit")) without a target", zh: "\(without) 个下级单位没有目标")] : []
                ),
            ])
    }

    private func label(_ unit: UnitID, _ target: StandingTarget?) -> Localized {
        func name(_ id: UnitID, _ language: Language) -> String { ledger.units[id].displayName(in: language) }
        guard let issuer = target?.issuer, issuer != unit, issuer != ledger.units[unit].parent || ledger.units[unit].parent == nil else {
            return Localized(en: name(unit, .english), zh: name(unit, .chinese))
        }
        return Localized(
            en: "\(name(unit, .english)) (from \(name(issuer, .english)))", zh: "\(name(unit, .chinese))（\(name(issuer, .chinese))下达）")
    }

    private func verdict(_ unit: UnitID, _ target: StandingTarget?, _ allocation: Allocation?) -> (code: String, text: Localized) {
        guard ledger.units.isAlive(unit, in: period) else {
            return ("outside-life", Localized(en: "not counted: it does not exist then", zh: "不在存续期内，不计入"))
        }
        guard target != nil else { return ("no-target", Localized(en: "no target", zh: "没有目标")) }
        guard let allocation else { return ("", Localized(verbatim: "")) }
        let broken =
            allocation.isBroken
            ? Localized(en: " · \(isDraft ? "warning" : "error") target/allocation", zh: " · \(isDraft ? "警告" : "错误") target/allocation")
            : Localized(verbatim: "")
        switch allocation.verdict {
        case .vague: return ("vague", Localized(en: "too vague to tell", zh: "约数，不作判断"))
        case .balanced: return ("balanced", Localized(en: "balanced", zh: "平衡"))
        case .under: return ("under-allocated", Localized(en: "under-allocated\(broken.en)", zh: "分解不足\(broken.zh)"))
        case .over: return ("over-allocated", Localized(en: "over-allocated\(broken.en)", zh: "层层加码\(broken.zh)"))
        }
    }
}
