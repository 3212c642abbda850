import Diagnostics

/// The flags that every command takes, also before its name.
let globalFlags: [Flag] = [
    .option(
        "file", short: "f", Localized(en: "FILE", zh: "文件"),
        Localized(en: "the ledger's first file, - for standard input", zh: "台账的首个文件，- 表示标准输入")),
    .toggle(
        "allow-outside", Localized(en: "let include leave the ledger's folder", zh: "允许 include 引用台账文件夹之外的文件")
    ).onlyOnCommandLine(),
    .choice("lang", Language.allCases.map(\.rawValue), Localized(en: "language of messages and reports", zh: "消息和报表的语言")),
    .choice("color", ["auto", "always", "never"], Localized(en: "colour; auto: on a terminal", zh: "颜色；auto 表示仅在终端上")),
    .toggle("no-pager", Localized(en: "print long output without a pager", zh: "输出较长时不用分页程序")),
    .toggle(
        "no-config", Localized(en: "pass over taizhang.conf", zh: "不读取 taizhang.conf")
    ).onlyOnCommandLine(),
    .toggle("help", short: "h", Localized(en: "show help", zh: "显示帮助")).onlyOnCommandLine(),
]
