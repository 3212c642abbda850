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
        .toggle("drafts", Localized(en: "drafts instead of issued targets", zh: "看草案，不看已下达的目标")), asOfFlag,
    ] + tableFlags,
    examples: [
        Example(command: "taizhang balance 2024", what: Localized(en: "the targets of a year", zh: "一年的目标")),
        Example(command: "taizhang balance 2024 --drafts", what: Localized(en: "before they are issued", zh: "下达之前试算平衡")),
    ], run: runBalance)

private func runBalance(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    do throws(UsageError) {
        let output = try TableOutput(arguments)
        let asOf = try arguments.asOf()
        guard let ledger = loadLedger(arguments, context) else { return .couldNotRun }
        let isDraft = arguments.has("drafts")
        let tally = Tally(ledger, asOf: asOf)
        let filter = try SubtreeFilter(arguments, ledger)
        let asked = try arguments.argument(0).map { text throws(UsageError) in try ledger.period(asked: text) }
        let keys = tally.targets.keys.filter { key in
            !(isDraft ? tally.targets.drafts(key) : tally.targets.issued(key)).isEmpty && filter.allows(key)
        }
        // The latest year that has targets, else the latest period.
        let latest = keys.map(\.period).max { a, b in (a.end, a.dayCount) < (b.end, b.dayCount) }
        let period = asked ?? latest
        let tables = period.map { balanceTables(keys.filter { $0.period == period }, $0, isDraft: isDraft, tally) } ?? []
        guard tables.isEmpty, output.isText else {
            try output.write(tables.isEmpty ? [BalanceTable.empty] : tables, in: context)
            return .success
        }
        let names = period.map { (ledger.periodName($0, .english), ledger.periodName($0, .chinese)) }
        let text = names.map { Localized(en: "no targets for \($0.0)\n", zh: "\($0.1)没有目标\n") }
        context.print((text ?? Localized(en: "no targets\n", zh: "没有目标\n")).text(in: context.language))
        return .success
    } catch {
        context.report(error)
        return .couldNotRun
    }
}

/// One for each indicator.
private func balanceTables(_ keys: [CellKey], _ period: Period, isDraft: Bool, _ tally: Tally) -> [Table] {
    let balance = BalanceTable(Evaluator(tally), period, isDraft: isDraft)
    return Set(keys.map(\.indicator)).sorted().map { id in
        balance.table(id, Set(keys.filter { $0.indicator == id }.map(\.unit)))
    }
}

/// Which units, with those below them, and which indicators were asked for; all where none were named.
struct SubtreeFilter {
    private var units: Set<UnitID> = []
    private var indicators: Set<IndicatorID> = []
    private let ledger: Ledger

    init(_ arguments: ParsedArguments, _ ledger: Ledger) throws(UsageError) {
        self.ledger = ledger
        for text in arguments.strings("unit") { units.insert(try ledger.unit(asked: text)) }
        for text in arguments.strings("indicator") { indicators.insert(try ledger.indicator(asked: text)) }
    }

    func allows(_ key: CellKey) -> Bool {
        (indicators.isEmpty || indicators.contains(key.indicator))
            && (units.isEmpty || ledger.units.lineage(of: key.unit).contains(where: units.contains))
    }
}

extension Ledger {
    func periodName(_ period: Period, _ language: Language) -> String {
        period.spelled(in: language, fiscalStart: fiscalStart)
    }
}
