import Checks
import Diagnostics
import Ledger
import Numerics
import Pages
import Reports
import SourceText
import Syntax
import Tally

let bulletinCommand = CommandSpec(
    "bulletin", aliases: ["月报"],
    summary: Localized(
        en: "an issue for a period: headlines, who is ahead and behind, places, reports owed, contradictions",
        zh: "编一期月报：主要指标、进度、位次、欠报、矛盾、修订"),
    arguments: [Positional(Localized(en: "PERIOD", zh: "期间"))],
    flags: [
        .choice(
            "format", ["text", "markdown", "html"],
            Localized(en: "text, markdown, or html for a whole page with charts", zh: "text 文本、markdown，或 html 带图网页")),
        .list("unit", Localized(en: "UNIT", zh: "单位"), Localized(en: "on these units instead of the topmost", zh: "改以这些单位为主体")),
        .option(
            "since", Localized(en: "DATE", zh: "日期"),
            Localized(en: "the day of the issue before: revisions since then are told", zh: "上一期的日期，列出此后的修订；默认为上一期期末")), asOfFlag,
        todayFlag,
        .option("output", short: "o", Localized(en: "FILE", zh: "文件"), Localized(en: "write to the file", zh: "写入文件"))
            .onlyOnCommandLine(),
    ],
    examples: [
        Example(command: "taizhang bulletin 2024-05", what: Localized(en: "January to May", zh: "1 至 5 月")),
        Example(
            command: "taizhang bulletin 2024-Q2 --format html -o q2.html",
            what: Localized(en: "a page to send round, with charts and the source of every number", zh: "可分发的网页，附图和每个数的来历")),
    ], run: runBulletin)

private func runBulletin(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    do throws(UsageError) {
        let (asOf, today, since) = (try arguments.asOf(), try arguments.today(context), try arguments.day("since"))
        guard let ledger = loadLedger(arguments, context) else { return .couldNotRun }
        let period = try ledger.period(asked: arguments.arguments[0])
        var units: [UnitID] = []
        for text in arguments.strings("unit") { units.append(try ledger.unit(asked: text)) }
        let tally = Tally(ledger, asOf: asOf)
        let found = DiagnosticList(ledger.diagnostics + runChecks(tally, threads: context.threads)).sorted()
        let contradictions = found.diagnostics.filter(\.isContradiction)
        let contradicted = Set(contradictions.parallelMap(threads: context.threads, \.places).joined())
        let issue = BulletinIssue(period, of: units, tally, language: context.language, contradicted: contradicted)
        let maker = BulletinMaterialMaker(tally: tally, period: period, units: units, context: context)
        let bulletin = issue.bulletin(maker.material(contradictions: contradictions, today: today, since: since))
        let text =
            switch arguments.string("format") {
            case "html": bulletin.html(tally)
            case "markdown": bulletin.markdown
            default: bulletin.text(style: context.usesColour && !arguments.has("output") ? .ansi : .plain)
            }
        if let path = arguments.string("output"), path != "-" {
            if let error = writeFile(path, text) { throw .unwritable(path, error) }
        } else {
            context.print(text)
        }
        return .success
    } catch {
        context.report(error)
        return .couldNotRun
    }
}

/// Asks the other commands for what a bulletin takes from them.
private struct BulletinMaterialMaker {
    let tally: Tally
    let period: Period
    let units: [UnitID]
    let context: Context

    private var ledger: Ledger { tally.ledger }
    private var toDate: Period { ledger.toDate(period) }
    private var before: Period? { ledger.previousIssue(of: period) }

    func material(contradictions: [Diagnostic], today: Day, since: Day?) -> BulletinMaterial {
        let accounts = accounts(on: today)
        let since = since ?? before?.end ?? period.start
        let histories = RevisionHistory.all(of: ledger) { isWanted($0.unit) }.filter { history in
            history.figures.contains { figure in
                figure.isRevision && figure.knownOn >= since && (tally.asOf.map { figure.knownOn <= $0 } ?? true)
            }
        }
        let targets = TargetHistory.all(of: ledger) { isWanted($0.unit) }.filter { history in
            history.targets.contains { target in
                target.isRevision && (target.reportedOn.map { day in day >= since && (tally.asOf.map { day <= $0 } ?? true) } ?? false)
            }
        }
        var tables: [Table] = []
        if !histories.isEmpty { tables.append(RevisionTable(ledger: ledger, language: context.language).table(histories)) }
        if !targets.isEmpty { tables.append(TargetHistoryTable(ledger: ledger).table(targets)) }
        let missing = MissingTables(ledger: ledger, language: context.language, today: today, accounts: accounts)
        return BulletinMaterial(
            progress: progress, owed: (accounts, missing.owed),
            revised: (histories.count + targets.count, tables), contradictions: contradictions, today: today, since: since)
    }

    private var progress: Table? {
        let keys = tally.targets.keys.filter { !tally.targets.issued($0).isEmpty && isWanted($0.unit) }
        return keys.isEmpty ? nil : ProgressTable(Evaluator(tally), period, onlyBehind: false, hasBars: false).table(keys)
    }

    /// What was to be reported of the time up to the period's end; of what came late only that of the period itself.
    private func accounts(on today: Day) -> [Completeness.Account] {
        tally.completeness(on: today).accounts.compactMap { account in
            guard isWanted(account.unit) else { return nil }
            var account = account
            account.owed.removeAll { $0.period.end > period.end }
            account.late.removeAll { $0.due.period.end > period.end || $0.due.period.end <= period.start }
            return account
        }
    }

    private func isWanted(_ unit: UnitID) -> Bool { units.isEmpty || ledger.units.lineage(of: unit).contains(where: units.contains) }
}
