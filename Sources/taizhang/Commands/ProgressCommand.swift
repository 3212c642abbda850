import Diagnostics
import Ledger
import Numerics
import Reports
import SourceText
import Syntax
import Tally

let progressCommand = CommandSpec(
    "progress", aliases: ["进度"],
    summary: Localized(en: "where every target stands: completion, schedule, lead, what is still to come", zh: "各项目标的进度：完成率、序时进度、尚需多少"),
    flags: [
        .option(
            "period", Localized(en: "PERIOD", zh: "期间"),
            Localized(en: "up to the end of it; the latest that has figures unless given", zh: "截至该期间末；不写则为有数据的最近一期")),
        .list("unit", Localized(en: "UNIT", zh: "单位"), Localized(en: "only these units and what is below them", zh: "仅这些单位及其下级")),
        .list("indicator", Localized(en: "NAME", zh: "指标"), Localized(en: "only these indicators", zh: "仅这些指标")),
        .toggle("behind", Localized(en: "only those behind, or missed", zh: "仅落后和未完成的")), asOfFlag, tableFormat,
    ],
    examples: [
        Example(command: "taizhang progress --period 2024-05", what: Localized(en: "January to May", zh: "1 至 5 月")),
        Example(command: "taizhang progress --behind", what: Localized(en: "whom to urge", zh: "需要催办的")),
    ], run: runProgress)

private func runProgress(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    guard let ledger = loadLedger(arguments, context) else { return .couldNotRun }
    let tally: Tally
    var units: Set<UnitID> = []
    var indicators: Set<IndicatorID> = []
    var asked: Period?
    do throws(UsageError) {
        tally = Tally(ledger, asOf: try arguments.asOf())
        for text in arguments.strings("unit") { units.insert(try ledger.unit(asked: text)) }
        for text in arguments.strings("indicator") { indicators.insert(try ledger.indicator(asked: text)) }
        if let text = arguments.string("period") { asked = try ledger.period(asked: text) }
    } catch {
        context.report(error)
        return .couldNotRun
    }
    let keys = tally.targets.keys.filter { key in
        !tally.targets.issued(key).isEmpty && (indicators.isEmpty || indicators.contains(key.indicator))
            && (units.isEmpty || ledger.units.lineage(of: key.unit).contains(where: units.contains))
    }
    guard !keys.isEmpty, let period = asked ?? latestPeriod(keys, tally) else {
        context.print(Localized(en: "no targets\n", zh: "没有目标\n").text(in: context.language))
        return .success
    }
    let format = arguments.string("format") ?? "text"
    let table = ProgressTable(
        Evaluator(tally), period, onlyBehind: arguments.has("behind"), hasBars: format == "text" && context.outputIsTerminal)
    context.print([table.table(keys)], format: format)
    return .success
}

/// From the start of the year to the last day that a figure of these indicators speaks of, as far as it was known.
private func latestPeriod(_ keys: [CellKey], _ tally: Tally) -> Period? {
    let ledger = tally.ledger
    let indicators = Set(keys.map(\.indicator))
    let years = Set(keys.map { ledger.year(of: $0.period) })
    var latest: Period?
    for (index, series) in ledger.figures.series.enumerated() where indicators.contains(series.indicator) {
        guard let end = lastEnd(SeriesID(index), series, tally) else { continue }
        let toDate = ledger.toDate(Period.day(end.advanced(by: -1)))
        guard years.contains(ledger.year(of: toDate)), toDate.end > latest?.end ?? toDate.start else { continue }
        latest = toDate
    }
    return latest ?? keys.map(\.period).max { $0.end < $1.end }
}

/// The day after the last that a known figure of the series speaks of.
private func lastEnd(_ id: SeriesID, _ series: Series, _ tally: Tally) -> Day? {
    guard let asOf = tally.asOf else { return series.lastEnd }
    var figures: [Figure] = []
    tally.ledger.figures.load(id, into: &figures)
    return figures.filter { $0.knownOn <= asOf }.map(\.period.end).max()
}
