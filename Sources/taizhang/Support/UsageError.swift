import Diagnostics
import SourceText

/// A line that the program cannot understand: what is wrong, and what may have been meant.
struct UsageError: Error {
    var message: Localized
    var help: [Localized] = []

    static func unknownCommand(_ word: String, among commands: [CommandSpec]) -> UsageError {
        UsageError(
            message: Localized(en: "there is no command \(word)", zh: "没有命令 \(word)"),
            help: suggestions(nearest(word, in: commands.flatMap { [$0.name] + $0.aliases }))
                + [Localized(en: "all commands: taizhang help", zh: "全部命令：taizhang help")])
    }

    static func unknownTopic(_ word: String, among commands: [CommandSpec]) -> UsageError {
        UsageError(
            message: Localized(en: "there is no command or check \(word)", zh: "没有命令或检查 \(word)"),
            help: suggestions(nearest(word, in: commands.flatMap { [$0.name] + $0.aliases } + CheckCodes.all)) + [more(nil)])
    }

    static func unknownFlag(_ spelling: String, of command: CommandSpec?, among flags: [Flag]) -> UsageError {
        let place = command.map { Localized(en: " of \($0.name)", zh: "（命令 \($0.name)）") } ?? Localized(verbatim: "")
        return UsageError(
            message: Localized(en: "there is no flag \(spelling)\(place.en)", zh: "没有选项 \(spelling)\(place.zh)"),
            help: suggestions(nearest(spelling, in: flags.map { "--" + $0.long })) + [more(command)])
    }

    static func missingValue(_ flag: Flag) -> UsageError {
        UsageError(
            message: Localized(en: "--\(flag.long) needs a value", zh: "选项 --\(flag.long) 缺少取值"),
            help: [Localized(en: flag.spelling(in: .english), zh: flag.spelling(in: .chinese))])
    }

    static func unwantedValue(_ flag: Flag, _ value: String) -> UsageError {
        UsageError(message: Localized(en: "--\(flag.long) takes no value, but got \(value)", zh: "选项 --\(flag.long) 不带取值，却给了 \(value)"))
    }

    static func wrongValue(_ flag: Flag, _ value: String, among values: [String]) -> UsageError {
        UsageError(
            message: Localized(en: "--\(flag.long) cannot be \(quoted(value))", zh: "选项 --\(flag.long) 不能取 \(quoted(value))"),
            help: suggestions(nearest(value, in: values, limit: 1))
                + [Localized(en: "it is one of: \(values.joined(separator: ", "))", zh: "可取：\(values.joined(separator: "、"))")])
    }

    /// A variable of the environment that is to say what a flag says.
    static func wrongVariable(_ variable: String, _ value: String, among values: [String]) -> UsageError {
        UsageError(
            message: Localized(en: "\(variable) cannot be \(quoted(value))", zh: "\(variable) 不能取 \(quoted(value))"),
            help: suggestions(nearest(value, in: values, limit: 1))
                + [Localized(en: "it is one of: \(values.joined(separator: ", "))", zh: "可取：\(values.joined(separator: "、"))")])
    }

    static func repeated(_ flag: Flag) -> UsageError {
        UsageError(message: Localized(en: "--\(flag.long) is given twice", zh: "选项 --\(flag.long) 给了两次"))
    }

    static func missingArgument(_ argument: Positional, of command: CommandSpec) -> UsageError {
        UsageError(
            message: Localized(en: "\(command.name) needs \(argument.name.en)", zh: "命令 \(command.name) 缺少参数：\(argument.name.zh)"),
            help: [usage(command), more(command)])
    }

    static func extraArgument(_ text: String, of command: CommandSpec) -> UsageError {
        // No command takes its ledger as an argument, as other programs do.
        let isLedger = text.hasSuffix(".taizhang") || fileExists(text)
        let named = Localized(en: "to name the ledger: -f \(text)", zh: "指定台账请用：-f \(text)")
        return UsageError(
            message: Localized(
                en: "\(command.name) takes no further argument, but got \(quoted(text))", zh: "命令 \(command.name) 多出参数 \(quoted(text))"),
            help: (isLedger ? [named] : []) + [usage(command), more(command)])
    }

    static func unwritable(_ path: String, _ error: FileError) -> UsageError {
        let reason = error == .notFound ? Localized(en: "there is no such folder", zh: "没有这样的文件夹") : error.localized
        return UsageError(message: Localized(en: "\(path) cannot be written: \(reason.en)", zh: "无法写入 \(path)：\(reason.zh)"))
    }

    /// As printed on standard error.
    func text(in language: Language) -> String {
        let lead = language == .chinese ? "错误：" : "error: "
        return lead + message.text(in: language) + "\n" + help.map { "  = \($0.text(in: language))\n" }.joined()
    }

    private static func suggestions(_ names: [String]) -> [Localized] { Localized.didYouMean(names).map { [$0] } ?? [] }

    private static func usage(_ command: CommandSpec) -> Localized {
        Localized(en: "usage: \(usageLine(of: command, in: .english))", zh: "用法：\(usageLine(of: command, in: .chinese))")
    }

    private static func more(_ command: CommandSpec?) -> Localized {
        let page = "taizhang help" + (command.map { " " + $0.name } ?? "")
        return Localized(en: "more: \(page)", zh: "详见：\(page)")
    }

    private static func quoted(_ text: String) -> String { "'\(text)'" }
}
