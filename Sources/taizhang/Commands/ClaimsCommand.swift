import Diagnostics
import Ledger
import Numerics
import Reports
import SourceText
import Tally

let claimsCommand = CommandSpec(
    "claims", aliases: ["论断"],
    summary: Localized(en: "every claim of the ledger with its verdict", zh: "列出台账中的每条论断及核对结果"),
    flags: [
        .list("unit", Localized(en: "UNIT", zh: "单位"), Localized(en: "only these units", zh: "仅这些单位")),
        .list("indicator", Localized(en: "NAME", zh: "指标"), Localized(en: "only these indicators", zh: "仅这些指标")),
        .option("period", Localized(en: "PERIOD", zh: "期间"), Localized(en: "only periods inside it", zh: "仅该期间之内")),
        .choice(
            "verdict", ["holds", "contradicted", "too-coarse", "untested"],
            Localized(en: "only claims with this verdict", zh: "仅核对结果如此的论断")), asOfFlag,
    ] + tableFlags,
    examples: [
        Example(
            command: "taizhang claims --verdict too-coarse",
            what: Localized(en: "claims with more digits than their figures support", zh: "比所据数字更精确的论断"))
    ], run: runClaims)

private func runClaims(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    do throws(UsageError) {
        let output = try TableOutput(arguments)
        let asOf = try arguments.asOf()
        guard let ledger = loadLedger(arguments, context) else { return .couldNotRun }
        let filter = try TargetFilter(arguments, ledger)
        let verdict = arguments.string("verdict")
        let tests = Tally(ledger, asOf: asOf).claimTests(threads: context.threads).filter { test in
            filter.allows(test.key.unit, test.key.indicator) && filter.period?.contains(test.key.period) ?? true
                && verdict.map { $0 == test.verdict.code } ?? true
        }
        try output.write([ClaimTable(ledger: ledger).table(tests)], in: context)
        return .success
    } catch {
        context.report(error)
        return .couldNotRun
    }
}

/// Which units and indicators were asked for; all where none were named.
struct TargetFilter {
    var units: Set<UnitID> = []
    var indicators: Set<IndicatorID> = []
    var period: Period?

    init(_ arguments: ParsedArguments, _ ledger: Ledger) throws(UsageError) {
        for text in arguments.strings("unit") { units.insert(try ledger.unit(asked: text)) }
        for text in arguments.strings("indicator") { indicators.insert(try ledger.indicator(asked: text)) }
        if let text = arguments.string("period") { period = try ledger.period(asked: text) }
    }

    func allows(_ unit: UnitID, _ indicator: IndicatorID) -> Bool {
        (units.isEmpty || units.contains(unit)) && (indicators.isEmpty || indicators.contains(indicator))
    }
}
