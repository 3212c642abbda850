import Diagnostics
import Ledger
import Numerics
import Reports
import SourceText
import Syntax
import Tally

let balanceCommand = CommandSpec(
    "balance", aliases: ["平衡"],
    summary: Localized(en: "how targets were handed on to sub-units, and what came of them", zh: "目标分解是否平衡，完成如何"),
    arguments: [Positional(Localized(en: "PERIOD", zh: "期间"), .optional)],
    flags: [
        .list("unit", Localized(en: "UNIT", zh: "单位"), Localized(en: "only these units and what is below them", zh: "仅这些单位及其下级")),
        .list("indicator", Localized(en: "NAME", zh: "指标"), Localized(en: "only these indicators", zh: "仅这些指标")),
        .toggle("drafts", Localized(en: "drafts instead of issued targets", zh: "看草案，不看已下达的目标")), asOfFlag, tableFormat,
    ],
    examples: [
        Example(command: "taizhang balance 2024", what: Localized(en: "the targets of a year", zh: "一年的目标")),
        Example(command: "taizhang balance 2024 --drafts", what: Localized(en: "before they are issued", zh: "下达之前试算平衡")),
    ], run: runBalance)

private func runBalance(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    guard let ledger = loadLedger(arguments, context) else { return .couldNotRun }
    let isDraft = arguments.has("drafts")
    let tally: Tally
    var units: Set<UnitID> = []
    var indicators: Set<IndicatorID> = []
    var period: Period?
    do throws(UsageError) {
        tally = Tally(ledger, asOf: try arguments.asOf())
        for text in arguments.strings("unit") { units.insert(try ledger.unit(asked: text)) }
        for text in arguments.strings("indicator") { indicators.insert(try ledger.indicator(asked: text)) }
        if let text = arguments.argument(0) { period = try ledger.period(asked: text) }
    } catch {
        context.report(error)
        return .couldNotRun
    }
    let keys = tally.targets.keys.filter { key in
        !(isDraft ? tally.targets.drafts(key) : tally.targets.issued(key)).isEmpty
            && (indicators.isEmpty || indicators.contains(key.indicator))
            && (units.isEmpty || ledger.units.lineage(of: key.unit).contains(where: units.contains))
    }
    // The latest year that has targets, else the latest period.
    let latest = keys.map(\.period).max { a, b in (a.end, a.dayCount) < (b.end, b.dayCount) }
    guard let period = period ?? latest else {
        context.print(Localized(en: "no targets\n", zh: "没有目标\n").text(in: context.language))
        return .success
    }
    let balance = BalanceTable(Evaluator(tally), period, isDraft: isDraft)
    let asked = keys.filter { $0.period == period }
    let tables = Set(asked.map(\.indicator)).sorted().map { id in
        balance.table(id, Set(asked.filter { $0.indicator == id }.map(\.unit)))
    }
    if tables.isEmpty, arguments.string("format") ?? "text" == "text" {
        let text = (ledger.periodName(period, .english), ledger.periodName(period, .chinese))
        context.print(Localized(en: "no targets for \(text.0)\n", zh: "\(text.1)没有目标\n").text(in: context.language))
    } else {
        context.print(tables, format: arguments.string("format"))
    }
    return .success
}

extension Ledger {
    func periodName(_ period: Period, _ language: Language) -> String {
        period.spelled(in: language, fiscalStart: fiscalStart)
    }
}
