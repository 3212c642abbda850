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
        .toggle("behind", Localized(en: "only those behind, or missed", zh: "仅落后和未完成的")),
        asOfFlag,
        .toggle("chart", Localized(en: "draw completion as bars, with a stroke where the schedule stands", zh: "用横条画出完成率，并标出序时进度")),
    ] + tableFlags,
    examples: [
        Example(command: "taizhang progress --period 2024-05", what: Localized(en: "January to May", zh: "1 至 5 月")),
        Example(command: "taizhang progress --behind", what: Localized(en: "whom to urge", zh: "需要催办的")),
    ], run: runProgress)

private func runProgress(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    do throws(UsageError) {
        let output = try TableOutput(arguments)
        try arguments.checkChart(output)
        let asOf = try arguments.asOf()
        guard let ledger = loadLedger(arguments, context) else { return .couldNotRun }
        let tally = Tally(ledger, asOf: asOf)
        let filter = try SubtreeFilter(arguments, ledger)
        let asked = try arguments.string("period").map { text throws(UsageError) in try ledger.period(asked: text) }
        let keys = tally.targets.keys.filter { !tally.targets.issued($0).isEmpty && filter.allows($0) }
        guard !keys.isEmpty, let period = asked ?? latestPeriod(keys, tally) else {
            guard !output.isText else {
                context.print(Localized(en: "no targets\n", zh: "没有目标\n").text(in: context.language))
                return .success
            }
            try output.write([ProgressTable.empty], in: context)
            return .success
        }
        func table(hasBars: Bool) -> Table {
            ProgressTable(Evaluator(tally), period, onlyBehind: arguments.has("behind"), hasBars: hasBars).table(keys)
        }
        var made = table(hasBars: arguments.has("chart") || output.isOnScreen(context))
        // Nobody asked for the bars: they are not worth a second band.
        if !arguments.has("chart"), let width = context.screenWidth, output.isText,
            TextRenderer(language: context.language).width(of: made) > width
        {
            made = table(hasBars: false)
        }
        try output.write([made], in: context)
        return .success
    } catch {
        context.report(error)
        return .couldNotRun
    }
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
    return latest ?? latestCounted(indicators, years, tally) ?? keys.map(\.period).max { $0.end < $1.end }
}

/// The same for what no figure speaks of: through the month of the last line of the registers that these indicators are counted from.
private func latestCounted(_ indicators: Set<IndicatorID>, _ years: Set<Period>, _ tally: Tally) -> Period? {
    let spans = Set(indicators.flatMap { tally.registers(behind: $0) }).compactMap { tally.registers.span(of: $0) }
    let reached = years.filter { year in spans.contains { $0.overlaps(year) } }
    guard let last = spans.map(\.lastDay).max(), let year = reached.max(by: { $0.end < $1.end }) else { return nil }
    let (through, month, _) = min(last, year.lastDay).civil
    return tally.ledger.toDate(.months(from: (through, month), through: (through, month)))
}

/// The day after the last that a known figure of the series speaks of.
private func lastEnd(_ id: SeriesID, _ series: Series, _ tally: Tally) -> Day? {
    guard let asOf = tally.asOf else { return series.lastEnd }
    var figures: [Figure] = []
    tally.ledger.figures.load(id, into: &figures)
    return figures.filter { $0.knownOn <= asOf }.map(\.period.end).max()
}
