import Checks
import Diagnostics
import Ledger
import Numerics
import Reports
import Tally

let statsCommand = CommandSpec(
    "stats", aliases: ["统计"],
    summary: Localized(en: "count what a ledger holds, and time reading and checking it", zh: "统计台账内容，并可计时"),
    flags: [
        .toggle("timing", Localized(en: "also how long reading and checking take", zh: "并显示读取和检查用时"))
    ] + tableFlags,
    examples: [Example(command: "taizhang stats --timing", what: Localized(en: "on this machine, now", zh: "在本机的用时"))], run: runStats)

private func runStats(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    do throws(UsageError) {
        let output = try TableOutput(arguments)
        guard let ledger = loadLedger(arguments, context) else { return .couldNotRun }
        if arguments.has("timing") { _ = runChecks(Tally(ledger), threads: context.threads, watch: context.watchChecking) }
        let times = context.work?.times() ?? []
        var counts = LedgerCounts(of: ledger)
        if arguments.has("timing") { for (stage, time) in times { counts.add(stage.key, stage.label, duration(time)) } }
        try output.write([counts.table], in: context)
        return .success
    } catch {
        context.report(error)
        return .couldNotRun
    }
}

extension WorkWatch.Stage {
    fileprivate var key: String { "\(name)_time" }

    private var name: String {
        switch self {
        case .read: "read"
        case .names: "names"
        case .order: "order"
        case .check: "check"
        }
    }

    fileprivate var label: Localized {
        switch self {
        case .read: Localized(en: "time to read", zh: "读取用时")
        case .names: Localized(en: "time to match names", zh: "核对名称用时")
        case .order: Localized(en: "time to order figures", zh: "排列数据用时")
        case .check: Localized(en: "time to check", zh: "检查用时")
        }
    }
}

/// What a ledger holds, counted.
struct LedgerCounts {
    private(set) var table: Table

    init(of ledger: Ledger) {
        table = Table(
            title: Localized(en: "The ledger", zh: "台账概况"), columns: [Column(Localized(verbatim: ""), alignment: .trailing)],
            recordKeys: ["what", "count"])
        let statements = ledger.statements
        add("files", Localized(en: "files", zh: "文件"), ledger.sources.files.count)
        add("bytes", Localized(en: "bytes", zh: "字节"), ledger.sources.files.reduce(0) { $0 + $1.text.count })
        add("lines", Localized(en: "lines", zh: "行"), ledger.sources.files.reduce(0) { $0 + $1.lines.lineCount - 1 })
        add("units", Localized(en: "units", zh: "单位"), ledger.units.count)
        add("indicators", Localized(en: "indicators", zh: "指标"), ledger.indicators.count)
        add("series", Localized(en: "series (unit × indicator)", zh: "数列（单位 × 指标）"), ledger.figures.series.count)
        add("figures", Localized(en: "figures", zh: "数据"), ledger.figures.figureCount)
        let periods = Lister(ledger: ledger).periodCounts().keys
        add("periods", Localized(en: "periods", zh: "期间"), periods.count)
        if let from = periods.map(\.start).min(), let through = periods.map(\.lastDay).max() {
            add("from", Localized(en: "from", zh: "起"), Localized(verbatim: from.description))
            add("through", Localized(en: "through", zh: "止"), Localized(verbatim: through.description))
        }
        add("claims", Localized(en: "claims", zh: "论断"), statements.claimCount)
        add("targets", Localized(en: "targets", zh: "目标"), statements.targets.count)
        add("rules", Localized(en: "rules and assertions", zh: "规则和断言"), statements.rules.count + statements.assertions.count)
        add("items", Localized(en: "items in registers", zh: "台账事项"), ledger.items.count)
    }

    private mutating func add(_ key: String, _ name: Localized, _ count: Int) {
        table.rows.append(
            Row(name, cells: [Cell(grouped(count), fields: [.text("what", key), .number("count", String(count))])]))
    }

    /// Something that is not a count.
    mutating func add(_ key: String, _ name: Localized, _ text: Localized) {
        table.rows.append(Row(name, cells: [Cell(text, fields: [.text("what", key), .text("count", text.en)])]))
    }
}
