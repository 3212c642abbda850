import Diagnostics
import LanguageServer
import Numerics
import SourceText

let lspCommand = CommandSpec(
    "lsp", aliases: ["编辑服务"],
    summary: Localized(en: "serve an editor: the Language Server Protocol over standard input and output", zh: "为编辑器服务：标准输入输出上的语言服务器协议"),
    category: .writing,
    flags: [
        .option(
            "today", Localized(en: "DATE", zh: "日期"),
            Localized(en: "what is due is judged as of this day; the system's day by default", zh: "按该日判断是否到期，默认为系统日期"))
    ],
    examples: [
        Example(command: "taizhang lsp", what: Localized(en: "as an editor starts it", zh: "由编辑器启动")),
        Example(
            command: "taizhang lsp -f ledgers/main.taizhang",
            what: Localized(en: "for this ledger, wherever the files that are open lie", zh: "服务于此台账，不论打开的文件在何处")),
    ], run: runLanguageServer)

private func runLanguageServer(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    let today: Day?
    do throws(UsageError) {
        today = try arguments.day("today")
    } catch {
        context.report(error)
        return .couldNotRun
    }
    let (standardInput, standardOutput) = (Int32(0), Int32(1))
    var options = Server.Options(language: context.language)
    options.isLanguageFixed = arguments.string("lang") != nil
    options.main = arguments.string("file") ?? context.environment("TAIZHANG_FILE").flatMap { $0.isEmpty ? nil : $0 }
    options.allowsOutside = arguments.has("allow-outside")
    options.threads = context.threads
    let server = Server(options) { today ?? systemDay() }
    return server.run(input: standardInput, output: standardOutput) ? .success : .contradicted
}

/// Of the system, for a session that may see it change.
private func systemDay() -> Day {
    let (year, month, day) = SourceText.today()
    return Day.firstOfMonth(year: year, month: month).advanced(by: day - 1)
}
