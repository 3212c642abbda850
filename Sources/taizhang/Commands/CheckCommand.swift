import Checks
import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally

let checkCommand = CommandSpec(
    "check", aliases: ["检查"],
    summary: Localized(en: "report everything in the ledger that does not tally", zh: "检查台账，报告一切不相符之处"),
    flags: checkFlags,
    examples: [
        Example(command: "taizhang check", what: Localized(en: "the ledger of this folder", zh: "本文件夹的台账")),
        Example(
            command: "taizhang check --only tally,name", what: Localized(en: "the law of the three trees, and names", zh: "只看平衡与名称")),
        Example(
            command: "taizhang check --format json", what: Localized(en: "for editors and scripts", zh: "供编辑器和脚本使用")),
    ], run: runCheck)

/// What is checked and how it is shown.
let checkFlags: [Flag] = [
    .choice(
        "format", ["full", "concise", "json"],
        Localized(en: "full: with the lines involved; concise: a line each; json", zh: "full：附相关各行；concise：每项一行；json")),
    .list(
        "only", Localized(en: "CODE", zh: "代码"),
        Localized(en: "only these checks, such as tally or tally/time", zh: "只看这些检查，如 tally 或 tally/time")),
    .list("skip", Localized(en: "CODE", zh: "代码"), Localized(en: "not these checks", zh: "不看这些检查")),
    .toggle("strict", Localized(en: "warnings are errors", zh: "警告视为错误")),
    asOfFlag, todayFlag,
]

/// Checks once, by the flags of `checkFlags`, and prints what was found.
func runCheck(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    checkLedger(arguments, context).status
}

/// The same; also answers the ledger, nil where there was none to check.
func checkLedger(_ arguments: ParsedArguments, _ context: Context) -> (status: ExitStatus, ledger: Ledger?) {
    let wanted: CodeSelection
    let asOf: Day?
    let today: Day
    do throws(UsageError) {
        wanted = CodeSelection(
            only: try selectors(arguments.strings("only"), of: "only"), skip: try selectors(arguments.strings("skip"), of: "skip"))
        asOf = try arguments.asOf()
        today = try arguments.today(context)
    } catch {
        context.report(error)
        return (.couldNotRun, nil)
    }
    let start = context.clock()
    guard let ledger = loadLedger(arguments, context) else { return (.couldNotRun, nil) }
    let tally = Tally(ledger, asOf: asOf)
    let findings = tally.findings(today: today, threads: context.threads, watch: context.watchChecking)
    let found = DiagnosticList(ledger.diagnostics + runChecks(tally, findings, wanted, threads: context.threads))
        .filter(wanted).sorted()
    let diagnostics = arguments.has("strict") ? found.strict() : found
    context.leaveBehind(tally, findings, diagnostics.diagnostics)
    let summary = CheckSummary(
        of: diagnostics, from: wanted.isAll ? .allChecks : .someChecks, findings.claims, in: ledger,
        nanoseconds: context.outputIsTerminal ? context.clock() - start : nil)
    show(diagnostics.diagnostics, of: ledger, as: arguments.string("format") ?? "full", context)
    if arguments.string("format") != "json" { context.print(summary.text.text(in: context.language) + "\n") }
    return (diagnostics.count(of: .error) > 0 ? .contradicted : .success, ledger)
}

private func show(_ diagnostics: [Diagnostic], of ledger: Ledger, as format: String, _ context: Context) {
    let (sources, language) = (ledger.sources, context.language)
    switch format {
    case "json":
        context.print(JSONRenderer(sources: sources, language: language).render(diagnostics, threads: context.threads))
    case "concise":
        let renderer = ConciseRenderer(sources: sources, language: language)
        show(diagnostics, context) { renderer.render($0) }
    default:
        let renderer = FullRenderer(sources: sources, language: language, palette: context.usesColour ? .ansi : .plain)
        show(diagnostics, context) { renderer.render($0) + "\n" }
    }
}

/// So many at a time: who reads the first need not wait for the last, and may have seen enough.
private func show(_ diagnostics: [Diagnostic], _ context: Context, _ render: @Sendable (Diagnostic) -> String) {
    let batchSize = 2048
    for start in stride(from: 0, to: diagnostics.count, by: batchSize) where !context.outputIsClosed {
        let batch = diagnostics[start..<min(diagnostics.count, start + batchSize)]
        for text in batch.parallelMap(threads: context.threads, render) { context.print(text) }
    }
}

/// Codes and families as given, also several with commas between them. A name that no check has is refused: with a slip in it
/// `--only` would find nothing wrong.
private func selectors(_ values: [String], of flag: String) throws(UsageError) -> [String] {
    let selectors = values.flatMap { $0.split(separator: ",").map(String.init) }
    for selector in selectors where !CheckCodes.isSelector(selector) { throw .unknownCode(selector, of: flag) }
    return selectors
}

extension DiagnosticList {
    /// The same with every warning weighing as much as an error.
    fileprivate func strict() -> DiagnosticList {
        DiagnosticList(
            diagnostics.map { diagnostic in
                var diagnostic = diagnostic
                if diagnostic.severity == .warning { diagnostic.severity = .error }
                return diagnostic
            })
    }
}

extension UsageError {
    fileprivate static func unknownCode(_ text: String, of flag: String) -> UsageError {
        let near = nearest(text, in: CheckCodes.all + CheckCodes.families, limit: 2)
        return UsageError(
            message: Localized(en: "--\(flag): there is no check \(text)", zh: "--\(flag)：没有检查 \(text)"),
            help: [.didYouMean(near) ?? Localized(en: "all checks: taizhang help checks", zh: "全部检查：taizhang help checks")])
    }
}
