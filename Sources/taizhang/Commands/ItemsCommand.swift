import Diagnostics
import Ledger
import Numerics
import Reports
import SourceText
import Tally

let itemsCommand = CommandSpec(
    "items", aliases: ["事项"],
    summary: Localized(
        en: "what is tracked case by case: what is open, where, for how long, how late", zh: "逐项跟踪：哪些未办结、在谁手里、多少天、是否超期"),
    arguments: [Positional(Localized(en: "REGISTER", zh: "台账"), .optional)],
    flags: [
        .option(
            "by", Localized(en: "FIELD", zh: "字段"),
            Localized(en: "grouped by a field, by unit or by state", zh: "按字段、unit（单位）或 state（状态）分组")),
        .list("state", Localized(en: "STATE", zh: "状态"), Localized(en: "only those in this state, done or not", zh: "仅处于该状态者，不论是否办结")),
        .list(
            "where", Localized(en: "FIELD=VALUE", zh: "字段=值"),
            Localized(en: "only those with this field; several must all hold", zh: "仅有此字段者；写几个则须都符合")),
        .list("unit", Localized(en: "UNIT", zh: "单位"), Localized(en: "only those of these units and what is below them", zh: "仅这些单位及其下级的")),
        .toggle("late", Localized(en: "only those past their due day", zh: "仅超期的")),
        .toggle("all", Localized(en: "those in a final state too", zh: "包括已到终结状态的")),
        .option("history", Localized(en: "ID", zh: "编号"), Localized(en: "the whole story of one item", zh: "一个事项的全部经过")),
        .toggle(
            "summary", Localized(en: "how many are in each state, by owner unless --by says otherwise", zh: "各状态的事项数，默认按 owner，可用 --by 另定")),
        .toggle("funnel", Localized(en: "how many ever reached each state, and after how many days", zh: "到过各状态的事项数，以及用了多少天")),
        asOfFlag, todayFlag,
    ] + tableFlags,
    examples: [
        Example(command: "taizhang items", what: Localized(en: "everything open, register by register", zh: "各台账的全部未结事项")),
        Example(
            command: "taizhang items 难题 --by owner --late", what: Localized(en: "whom to urge", zh: "需要催办的，按责任单位")),
        Example(command: "taizhang items 难题 --history 2013-017", what: Localized(en: "one item, day by day", zh: "一个事项的经过")),
        Example(command: "taizhang items 难题 --summary --by unit", what: Localized(en: "states by unit", zh: "各单位各状态的事项数")),
    ], run: runItems)

private func runItems(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    guard let ledger = loadLedger(arguments, context) else { return .couldNotRun }
    do throws(UsageError) {
        let output = try TableOutput(arguments)
        let form = try ItemsForm(arguments)
        let (asOf, today) = (try arguments.asOf(), try arguments.today(context))
        if ledger.registers.count == 0, arguments.argument(0) == nil {
            if output.isText { context.print(noRegisters.text(in: context.language)) } else { try output.write([noItems], in: context) }
            return .success
        }
        let question = try ItemsQuestion(arguments, ledger, today: today)
        try output.write(tables(form, question, Tally(ledger, asOf: asOf)), in: context)
        return .success
    } catch {
        context.report(error)
        return .couldNotRun
    }
}

private func tables(_ form: ItemsForm, _ question: ItemsQuestion, _ tally: Tally) throws(UsageError) -> [Table] {
    switch form {
    case .list: question.registers.map { ItemsTable(tally, question).table($0) }
    case .summary: question.registers.map { ItemsSummary(tally, question).table($0) }
    case .funnel: question.registers.map { ItemsFunnel(tally, question).table($0) }
    case .history(let id): try ItemsHistory(tally, question).tables(id)
    }
}

private let noRegisters = Localized(
    en: "this ledger has no registers; taizhang help register/state shows how one is written\n",
    zh: "这里没有逐项跟踪的台账（register）；写法见 taizhang help register/state\n")

/// An empty table, for machines.
private let noItems = Table(title: Localized(en: "Items", zh: "事项"), columns: [], recordKeys: ItemsTable.keys)

/// What is to be shown of the items.
enum ItemsForm {
    case list
    case summary
    case funnel
    case history(String)

    /// One at most may be asked for, and only what has a meaning with it.
    init(_ arguments: ParsedArguments) throws(UsageError) {
        let forms = ["history", "summary", "funnel"].filter { arguments.has($0) }
        if forms.count > 1 { throw .notTogether(forms[0], forms[1]) }
        let excluded: [String]
        switch forms.first {
        case "history":
            self = .history(arguments.string("history") ?? "")
            excluded = ["by", "state", "where", "unit", "late", "all"]
        case "summary":
            self = .summary
            excluded = ["state", "late", "all"]
        case "funnel":
            self = .funnel
            excluded = ["by", "state", "late", "all"]
        default:
            self = .list
            excluded = []
        }
        if let form = forms.first, let other = excluded.first(where: { arguments.has($0) }) { throw .notTogether(form, other) }
    }
}

extension UsageError {
    fileprivate static func notTogether(_ a: String, _ b: String) -> UsageError {
        UsageError(
            message: Localized(en: "--\(a) and --\(b) do not go together", zh: "--\(a) 与 --\(b) 不能同时使用"),
            help: [Localized(en: "more: taizhang help items", zh: "详见：taizhang help items")])
    }
}
