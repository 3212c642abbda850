import Diagnostics
import Ledger
import Numerics
import Reports
import SourceText
import Syntax
import Tally

let revisionsCommand = CommandSpec(
    "revisions", aliases: ["修订"],
    summary: Localized(en: "show what was said of a cell over time: preliminary, final, revised", zh: "列出同一数据的历次口径：初步、最终、修订"),
    flags: [
        .list("unit", Localized(en: "UNIT", zh: "单位"), Localized(en: "only these units", zh: "仅这些单位")),
        .list("indicator", Localized(en: "NAME", zh: "指标"), Localized(en: "only these indicators", zh: "仅这些指标")),
        .option("period", Localized(en: "PERIOD", zh: "期间"), Localized(en: "only periods inside it", zh: "仅该期间之内")), tableFormat,
    ],
    examples: [
        Example(command: "taizhang revisions --period 2013", what: Localized(en: "what changed of the year 2013", zh: "2013 年数据的变动"))
    ], run: runRevisions)

private func runRevisions(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    guard let ledger = loadLedger(arguments, context) else { return .couldNotRun }
    var period: Period?
    var units: Set<UnitID> = []
    var indicators: Set<IndicatorID> = []
    do throws(UsageError) {
        if let text = arguments.string("period") { period = try ledger.period(asked: text) }
        for text in arguments.strings("unit") { units.insert(try ledger.unit(asked: text)) }
        for text in arguments.strings("indicator") { indicators.insert(try ledger.indicator(asked: text)) }
    } catch {
        context.report(error)
        return .couldNotRun
    }
    let histories = RevisionHistory.all(of: ledger) { series in
        (units.isEmpty || units.contains(series.unit)) && (indicators.isEmpty || indicators.contains(series.indicator))
    }.filter { history in period?.contains(history.period) ?? true }
    let format = arguments.string("format")
    if histories.isEmpty, format == nil || format == "text" {
        context.print(Localized(en: "no cell has more than one figure\n", zh: "没有一格有多于一个数据\n").text(in: context.language))
    } else {
        context.print([RevisionTable(ledger: ledger, language: context.language).table(histories)], format: format)
    }
    return .success
}
