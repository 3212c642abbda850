import Diagnostics
import Ledger
import Numerics
import Reports
import Tally

let explainCommand = CommandSpec(
    "explain", aliases: ["说明", "来源"],
    summary: Localized(en: "show where a number comes from, down to the lines of the ledger", zh: "说明一个数的来历，直至台账各行"),
    arguments: [
        Positional(Localized(en: "PERIOD", zh: "期间")), Positional(Localized(en: "UNIT", zh: "单位")),
        Positional(Localized(en: "EXPRESSION", zh: "式子")),
    ],
    flags: [
        .choice("format", ["text", "json"], Localized(en: "text, or json for machines", zh: "text 供阅读，json 供程序")),
        .toggle("all", Localized(en: "show every operand of long sums", zh: "显示长合计的全部加数")),
        asOfFlag,
    ],
    examples: [
        Example(
            command: "taizhang explain 2024-Q1 金西园区 规上工业产值", what: Localized(en: "how the quarter came about", zh: "一季度数的来历")),
        Example(
            command: "taizhang explain 2024-Q1 金西园区 'yoy(规上工业产值)'",
            what: Localized(en: "its growth on a year ago: what was divided by what", zh: "同比是由什么除以什么得来")),
    ], run: runExplain)

private func runExplain(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    guard let ledger = loadLedger(arguments, context) else { return .couldNotRun }
    do throws(UsageError) {
        let period = try ledger.period(asked: arguments.arguments[0])
        let unit = try ledger.unit(asked: arguments.arguments[1])
        let expression = arguments.arguments[2]
        let tally = Tally(ledger, asOf: try arguments.asOf())
        let explainer = Explainer(evaluator: Evaluator(tally), language: context.language)
        let node = explainer.node(try tally.question(asked: expression), CellPlace(unit: unit, period: period), expression)
        if arguments.string("format") == "json" {
            context.print(node.json.text(pretty: true) + "\n")
        } else {
            var page = ExplainPage(language: context.language)
            page.longest = arguments.has("all") ? nil : ExplainPage.usualLongest
            context.print(page.text(node))
        }
        return .success
    } catch {
        context.report(error)
        return .couldNotRun
    }
}
