import Diagnostics
import Ledger
import SourceText

let manCommand = CommandSpec(
    "man", aliases: ["手册"],
    summary: Localized(en: "print the manual page of a command, or write all pages", zh: "输出一条命令的手册页，或写出全部手册页"), category: .program,
    arguments: [Positional(Localized(en: "COMMAND", zh: "命令"), .optional)],
    flags: [
        Flag.option(
            "write", Localized(en: "FOLDER", zh: "文件夹"),
            Localized(en: "write all pages below it, as man1 and man5", zh: "将全部手册页写入其下的 man1 和 man5")
        ).onlyOnCommandLine()
    ],
    examples: [
        Example(command: "taizhang man report | man -l -", what: Localized(en: "read the page on report", zh: "阅读 report 的手册页")),
        Example(
            command: "taizhang man --write ~/.local/share/man",
            what: Localized(en: "then man taizhang-report finds it", zh: "此后可用 man taizhang-report 阅读")),
    ]
) { arguments, context in
    let pages = ManualPage.all(context.commands)
    do throws(UsageError) {
        if let folder = arguments.string("write") {
            for page in pages { try write(page, below: folder, context.language) }
            return .success
        }
        guard let topic = arguments.argument(0) else {
            context.print(pages[0].roff(in: context.language))
            return .success
        }
        guard let command = context.commands.first(where: { $0.isCalled(topic) }),
            let page = pages.first(where: { $0.name == "taizhang-" + command.name })
        else { throw .unknownCommand(topic, among: context.commands) }
        context.print(page.roff(in: context.language))
        return .success
    } catch {
        context.report(error)
        return .couldNotRun
    }
}

private func write(_ page: ManualPage, below folder: String, _ language: Language) throws(UsageError) {
    let folder = Path.join(folder, "man\(page.section)")
    let path = Path.join(folder, "\(page.name).\(page.section)")
    if let error = createFolder(folder) { throw .unwritable(folder, error) }
    if let error = writeFile(path, page.roff(in: language)) { throw .unwritable(path, error) }
}
