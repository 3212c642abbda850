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
    let figures = RevisionHistory.all(of: ledger) { series in
        (units.isEmpty || units.contains(series.unit)) && (indicators.isEmpty || indicators.contains(series.indicator))
    }.filter { history in period?.contains(history.period) ?? true }
    let targets = TargetHistory.all(of: ledger) { key in
        (units.isEmpty || units.contains(key.unit)) && (indicators.isEmpty || indicators.contains(key.indicator))
            && period?.contains(key.period) ?? true
    }
    let format = arguments.string("format") ?? "text"
    if figures.isEmpty, targets.isEmpty, format == "text" {
        context.print(
            Localized(en: "nothing was stated more than once\n", zh: "没有一格写过不止一次\n").text(in: context.language))
        return .success
    }
    var tables: [Table] = []
    if !figures.isEmpty || format == "csv" && targets.isEmpty {
        tables.append(RevisionTable(ledger: ledger, language: context.language).table(figures))
    }
    if !targets.isEmpty { tables.append(TargetHistoryTable(ledger: ledger).table(targets)) }
    context.print(tables, format: format)
    return .success
}
