import Diagnostics
import SourceText

let helpCommand = CommandSpec(
    "help", aliases: ["帮助"],
    summary: Localized(en: "explain a command or a check", zh: "说明一条命令或一项检查"), category: .program,
    arguments: [Positional(Localized(en: "COMMAND or CODE", zh: "命令或检查代码"), .optional)],
    examples: [
        Example(command: "taizhang help check", what: Localized(en: "how check is used", zh: "check 的用法")),
        Example(command: "taizhang help checks", what: Localized(en: "all checks, a line each", zh: "全部检查，每项一行")),
        Example(command: "taizhang help tally/time", what: Localized(en: "what that error means", zh: "该错误的含义")),
    ]
) { arguments, context in
    guard let topic = arguments.argument(0) else {
        context.print(overviewPage(of: context.commands, in: context.language))
        return .success
    }
    if let command = context.commands.first(where: { $0.isCalled(topic) }) {
        context.print(commandPage(of: command, in: context.language))
        return .success
    }
    if let page = context.pageForCode(topic) {
        let text = page.text(in: context.language)
        context.print(text.hasSuffix("\n") ? text : text + "\n")
        return .success
    }
    if ["checks", "检查项"].contains(topic) {
        context.print(CheckPage.overview(in: context.language))
        return .success
    }
    if let pages = pages(of: topic) {
        context.print(pages.map { $0.text(in: context.language) }.joined(separator: "\n"))
        return .success
    }
    context.report(UsageError.unknownTopic(topic, among: context.commands))
    return .couldNotRun
}

/// The pages of a family such as `tally`; nil where there is none of that name.
private func pages(of family: String) -> [CheckPage]? {
    let pages = CheckPage.all.filter { DiagnosticCode($0.code).isSelected(by: family) }
    return pages.isEmpty ? nil : pages
}
