import Diagnostics
import SourceText

/// The page that `taizhang help` prints.
func overviewPage(of commands: [CommandSpec], in language: Language) -> String {
    let zh = language == .chinese
    var sections = [
        zh
            ? "taizhang \(programVersion)：指标与目标的纯文本台账\n"
            : "taizhang \(programVersion): a plain-text ledger for performance indicators and targets\n"
    ]
    sections.append(zh ? "用法：taizhang 命令 [选项] [参数]\n" : "Usage: taizhang COMMAND [flags] [arguments]\n")
    let names = commands.map { displayWidth($0.name) }.max() ?? 0
    for category in CommandSpec.Category.allCases {
        let lines = commands.filter { $0.category == category }.map { (padRight($0.name, to: names), $0.summary.text(in: language)) }
        if !lines.isEmpty { sections.append(section(category.heading.text(in: language), lines)) }
    }
    sections.append(flagSection(zh ? "所有命令的选项" : "Flags of every command", globalFlags, language))
    let commandName = zh ? "命令" : "COMMAND"
    let more = zh ? "一条命令或一项检查的说明" : "about a command, or a check such as tally/time"
    sections.append(zh ? "taizhang help \(commandName)：\(more)\n" : "taizhang help \(commandName): \(more)\n")
    return sections.joined(separator: "\n")
}

/// The page that `taizhang help COMMAND` and `taizhang COMMAND --help` print.
func commandPage(of command: CommandSpec, in language: Language) -> String {
    let zh = language == .chinese
    var sections = ["taizhang \(command.name)\(zh ? "：" : ": ")\(command.summary.text(in: language))\n"]
    var usage = (zh ? "用法：" : "Usage: ") + usageLine(of: command, in: language) + "\n"
    if !command.aliases.isEmpty {
        usage += (zh ? "别名：" : "Also called: ") + command.aliases.joined(separator: ", ") + "\n"
    }
    sections.append(usage)
    if !command.flags.isEmpty { sections.append(flagSection(zh ? "选项" : "Flags", command.flags, language)) }
    sections.append(flagSection(zh ? "所有命令的选项" : "Flags of every command", globalFlags, language))
    if !command.examples.isEmpty {
        sections.append(section(zh ? "示例" : "Examples", command.examples.map { ($0.command, $0.what.text(in: language)) }))
    }
    if let details = command.details { sections.append(details.text(in: language) + "\n") }
    return sections.joined(separator: "\n")
}

/// `taizhang value [flags] PERIOD UNIT EXPRESSION`.
func usageLine(of command: CommandSpec, in language: Language) -> String {
    let flags = language == .chinese ? "[选项]" : "[flags]"
    return (["taizhang", command.name, flags] + command.arguments.map { $0.spelling(in: language) }).joined(separator: " ")
}

private func flagSection(_ heading: String, _ flags: [Flag], _ language: Language) -> String {
    section(
        heading,
        flags.map { flag in
            let short = flag.short.map { "-\($0), " } ?? "    "
            let again = language == .chinese ? "（可重复）" : " (repeatable)"
            return (short + flag.spelling(in: language), flag.summary.text(in: language) + (flag.repeatable ? again : ""))
        })
}

/// A heading, and lines of two columns below it. A term wider than most stands on its own line.
private func section(_ heading: String, _ lines: [(term: String, text: String)]) -> String {
    let widest = 36
    let width = lines.map { displayWidth($0.term) }.filter { $0 <= widest }.max() ?? 0
    let margin = String(repeating: " ", count: 2 + width + 2)
    let body = lines.map { term, text in
        displayWidth(term) <= width
            ? "  " + padRight(term, to: width) + "  " + text + "\n"
            : "  " + term + "\n" + margin + text + "\n"
    }
    return heading + "\n" + body.joined()
}
