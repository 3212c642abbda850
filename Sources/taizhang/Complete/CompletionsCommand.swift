import Diagnostics

let completionsCommand = CommandSpec(
    "completions", aliases: ["补全"],
    summary: Localized(en: "print a script that lets a shell complete command lines", zh: "生成命令行补全脚本"), category: .program,
    arguments: [Positional(Localized(en: "bash|zsh|fish", zh: "bash|zsh|fish"))],
    examples: [
        Example(command: "eval \"$(taizhang completions bash)\"", what: Localized(en: "in ~/.bashrc", zh: "写入 ~/.bashrc")),
        Example(
            command: "taizhang completions zsh > ~/.zfunc/_taizhang",
            what: Localized(en: "a folder of fpath, before compinit", zh: "fpath 中的文件夹，在 compinit 之前")),
        Example(
            command: "taizhang completions fish > ~/.config/fish/completions/taizhang.fish",
            what: Localized(en: "where fish looks", zh: "fish 的补全文件夹")),
    ],
    details: Localized(
        en: "Commands, flags and their values are completed, and units, indicators, registers and periods from the ledger at hand.",
        zh: "可补全命令、选项及其取值，以及当前台账中的单位、指标、事项台账和期间。")
) { arguments, context in
    let shell = arguments.arguments[0]
    guard let script = completionScripts[shell] else {
        context.report(.unknownShell(shell))
        return .couldNotRun
    }
    context.print(script)
    return .success
}

extension UsageError {
    fileprivate static func unknownShell(_ name: String) -> UsageError {
        UsageError(
            message: Localized(en: "there is no script for the shell \(name)", zh: "没有用于 \(name) 的脚本"),
            help: [Localized(en: "it is one of: bash, zsh, fish", zh: "可取：bash、zsh、fish")])
    }
}
