import Diagnostics
import SourceText

let watchCommand = CommandSpec(
    "watch", aliases: ["监视"],
    summary: Localized(en: "check again whenever a file of the ledger is saved", zh: "台账的文件一经保存即重新检查"),
    flags: checkFlags,
    examples: [
        Example(command: "taizhang watch", what: Localized(en: "beside an editor; Ctrl-C ends", zh: "与编辑器并用，Ctrl-C 结束")),
        Example(command: "taizhang watch --format concise", what: Localized(en: "a line for each finding", zh: "每项一行")),
    ],
    details: Localized(
        en: "Takes the flags of check. A file that an include will find counts too, as soon as it is there.",
        zh: "选项与 check 相同。include 将会找到的新文件，一经出现也算在内。"), run: runWatch)

private func runWatch(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    // A pager waits for an end, and there is none.
    context.paging = nil
    var files: WatchedFiles
    do throws(UsageError) {
        let path = try LedgerFinder(context: context).path(arguments)
        if path == "-" { throw .nothingToWatch }
        files = WatchedFiles(main: path)
        files.follow(try readLedger(arguments, context))
    } catch {
        context.report(error)
        return .couldNotRun
    }
    context.deferInterrupts()
    let interval: UInt64 = 200_000_000
    var isFirst = true
    while true {
        // Looked at before the check reads them: what is saved meanwhile is noticed afterwards.
        let seen = files.look()
        if context.outputIsTerminal { context.print(clearedScreen) } else if !isFirst { context.print("\n") }
        let (status, ledger) = checkLedger(arguments, context)
        // The ledger could be read a moment ago: what failed is a flag.
        if ledger == nil, isFirst { return status }
        isFirst = false
        let before = Set(seen.keys)
        if let ledger { files.follow(ledger) }
        if context.outputIsTerminal { context.print(waiting.text(in: context.language)) }
        context.flush()
        // A file that only this reading has found was as it is now.
        var known = files.look()
        for path in before { known[path] = seen[path] }
        repeat {
            if context.outputIsClosed || !context.pause(interval) { return .success }
        } while files.look() == known
    }
}

/// To the upper left corner, the screen and what has scrolled out of it emptied.
private let clearedScreen = "\u{1B}[H\u{1B}[2J\u{1B}[3J"

private let waiting = Localized(en: "\nwaiting for the next save; Ctrl-C ends\n", zh: "\n等待下一次保存，Ctrl-C 结束\n")

extension UsageError {
    fileprivate static var nothingToWatch: UsageError {
        UsageError(message: Localized(en: "standard input cannot be watched", zh: "标准输入无法监视"))
    }
}
