import Diagnostics
import Ledger
import Numerics
import Reports
import SourceText
import Syntax
import Tally

let revisionsCommand = CommandSpec(
    "revisions", aliases: ["修订"],
    summary: Localized(
        en: "show what was said of a cell over time: preliminary, final, revised; of a target: draft, balanced, issued",
        zh: "列出同一数据的历次口径：初步、最终、修订；同一目标：草案、平衡、下达"),
    flags: [
        .list("unit", Localized(en: "UNIT", zh: "单位"), Localized(en: "only these units", zh: "仅这些单位")),
        .list("indicator", Localized(en: "NAME", zh: "指标"), Localized(en: "only these indicators", zh: "仅这些指标")),
        .option("period", Localized(en: "PERIOD", zh: "期间"), Localized(en: "only periods inside it", zh: "仅该期间之内")),
    ] + tableFlags,
    examples: [
        Example(command: "taizhang revisions --period 2013", what: Localized(en: "what changed of the year 2013", zh: "2013 年数据的变动"))
    ], run: runRevisions)

private func runRevisions(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    do throws(UsageError) {
        let output = try TableOutput(arguments)
        guard let ledger = loadLedger(arguments, context) else { return .couldNotRun }
        let filter = try TargetFilter(arguments, ledger)
        let figures = RevisionHistory.all(of: ledger) { filter.allows($0.unit, $0.indicator) }.filter { history in
            filter.period?.contains(history.period) ?? true
        }
        let targets = TargetHistory.all(of: ledger) { key in
            filter.allows(key.unit, key.indicator) && filter.period?.contains(key.period) ?? true
        }
        if figures.isEmpty, targets.isEmpty, output.isText {
            context.print(
                Localized(en: "nothing was stated more than once\n", zh: "没有一格写过不止一次\n").text(in: context.language))
            return .success
        }
        var tables: [Table] = []
        if !figures.isEmpty || output.format == "csv" && targets.isEmpty {
            tables.append(RevisionTable(ledger: ledger, language: context.language).table(figures))
        }
        if !targets.isEmpty { tables.append(TargetHistoryTable(ledger: ledger).table(targets)) }
        try output.write(tables, in: context)
        return .success
    } catch {
        context.report(error)
        return .couldNotRun
    }
}
