import Diagnostics
import LanguageServer
import Numerics
import SourceText

let lspCommand = CommandSpec(
    "lsp", aliases: ["编辑服务"],
    summary: Localized(en: "serve an editor: the Language Server Protocol over standard input and output", zh: "为编辑器服务：标准输入输出上的语言服务器协议"),
    flags: [todayFlag],
    examples: [
        Example(command: "taizhang lsp", what: Localized(en: "as an editor starts it", zh: "由编辑器启动"))
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
    let server = Server(language: context.language, today: { today ?? systemDay() }, threads: context.threads)
    return server.run(input: standardInput, output: standardOutput) ? .success : .contradicted
}

/// Of the system, for a session that may see it change.
private func systemDay() -> Day {
    let (year, month, day) = SourceText.today()
    return Day.firstOfMonth(year: year, month: month).advanced(by: day - 1)
}
