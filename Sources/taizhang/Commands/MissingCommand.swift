import Diagnostics
import Ledger
import Numerics
import Reports
import Tally

let missingCommand = CommandSpec(
    "missing", aliases: ["缺报"],
    summary: Localized(en: "who owes what since when, and how many reports came in, on time", zh: "列出应报未报、欠报时间，以及上报率和按时率"),
    flags: [
        .list(
            "unit", Localized(en: "UNIT", zh: "单位"),
            Localized(en: "only these units and those below them", zh: "仅这些单位及其下级")),
        .list("indicator", Localized(en: "NAME", zh: "指标"), Localized(en: "only these indicators", zh: "仅这些指标")),
        .toggle("late", Localized(en: "also what came in after its due day", zh: "并列出逾期报出的")), asOfFlag, todayFlag,
    ] + tableFlags,
    examples: [
        Example(
            command: "taizhang missing --today 2024-07-15",
            what: Localized(en: "what was owed on that day", zh: "当日的欠报情况"))
    ], run: runMissing)

private func runMissing(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    do throws(UsageError) {
        let output = try TableOutput(arguments)
        let today = try arguments.today(context)
        let asOf = try arguments.asOf()
        guard let ledger = loadLedger(arguments, context) else { return .couldNotRun }
        var units: Set<UnitID> = []
        var indicators: Set<IndicatorID> = []
        for text in arguments.strings("unit") { units.insert(try ledger.unit(asked: text)) }
        for text in arguments.strings("indicator") { indicators.insert(try ledger.indicator(asked: text)) }
        let accounts = Tally(ledger, asOf: asOf).completeness(on: today, threads: context.threads).accounts.filter { account in
            (indicators.isEmpty || indicators.contains(account.indicator))
                && (units.isEmpty || !units.isDisjoint(with: ledger.units.lineage(of: account.unit)))
        }
        let tables = MissingTables(ledger: ledger, language: context.language, today: today, accounts: accounts)
        if accounts.isEmpty, output.isText {
            context.print(Localized(en: "nothing was due\n", zh: "没有到期应报的数据\n").text(in: context.language))
        } else {
            let late = arguments.has("late") ? [tables.late] : []
            try output.write([tables.owed] + late + [tables.byUnit, tables.byIndicator], in: context)
        }
        return .success
    } catch {
        context.report(error)
        return .couldNotRun
    }
}
