import Diagnostics
import Reports
import SourceText

let configCommand = CommandSpec(
    "config", aliases: ["配置"],
    summary: Localized(en: "show what taizhang.conf and the environment set, and where", zh: "显示 taizhang.conf 和环境变量的设置及出处"),
    category: .program, flags: tableFlags,
    examples: [
        Example(command: "taizhang config", what: Localized(en: "what is in force in this folder", zh: "本文件夹中生效的设置")),
        Example(
            command: "taizhang report --no-config", what: Localized(en: "once without it", zh: "本次不采用")),
    ],
    details: Localized(
        en: """
            taizhang.conf is looked for in this folder and in each above it, up to the home folder. It holds flags by command:

                [all]
                lang = zh
                file = ledgers/main.taizhang

                [report]
                by = quarter

                [check]
                strict = yes
                skip = suspicious

            Below [all] stand the flags of every command. A switch is yes or no; a flag that may be repeated may stand on several lines;
            a path is seen from the file's folder. ; and # begin a line of comment. The command line stands before the file, and so
            do TAIZHANG_FILE, TAIZHANG_LANG and NO_COLOR in the environment. Nothing in it runs a program, and flags that write files or let include leave the ledger's
            folder cannot be set in it.
            """,
        zh: """
            taizhang.conf 从本文件夹起逐级向上查找，直到主目录。其中按命令写选项：

                [all]
                lang = zh
                file = ledgers/main.taizhang

                [report]
                by = quarter

                [check]
                strict = yes
                skip = suspicious

            [all] 之下写所有命令共有的选项。开关写 yes 或 no（是、否）；可重复的选项可写多行；路径相对于该文件所在的文件夹。
            ; 或 # 开头的行是注释。命令行优先于该文件，环境变量 TAIZHANG_FILE、TAIZHANG_LANG、NO_COLOR 也是。其内容不会运行任何程序；
            会写文件或允许 include 离开台账文件夹的选项不能在其中设置。
            """), run: runConfig)

private func runConfig(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    let config = arguments.has("no-config") ? nil : ConfigFile.nearest(to: context)
    var rows = (config?.settings ?? []).map { setting in
        let value = setting.value ?? "yes"
        return row(setting.command ?? ConfigFile.common, setting.flag.long, value, Localized(verbatim: setting.place))
    }
    for (flag, name) in ConfigFile.variables.sorted(by: { $0.key < $1.key }) {
        guard let value = context.environment(name), !value.isEmpty else { continue }
        rows.append(
            row(
                ConfigFile.common, flag, name == "NO_COLOR" ? "never" : value,
                Localized(en: "\(name) in the environment", zh: "环境变量 \(name)")))
    }
    if let found = try? LedgerFinder(context: context).path(arguments), !rows.contains(where: { $0.isFile }) {
        rows.append(row(ConfigFile.common, "file", found, Localized(en: "found", zh: "自动找到")))
    }
    let table = Table(
        title: Localized(en: "Settings", zh: "设置"), stub: Localized(en: "command", zh: "命令"),
        columns: [
            Column(Localized(en: "flag", zh: "选项"), alignment: .leading), Column(Localized(en: "value", zh: "取值"), alignment: .leading),
            Column(Localized(en: "set by", zh: "出处"), alignment: .leading),
        ],
        rows: rows, recordKeys: ["command", "flag", "value", "source"])
    do throws(UsageError) {
        try TableOutput(arguments).write([table], in: context)
    } catch {
        context.report(error)
        return .couldNotRun
    }
    guard let config, !config.diagnostics.isEmpty else { return .success }
    context.printError(config.mistakes(in: context))
    return .couldNotRun
}

private func row(_ command: String, _ flag: String, _ value: String, _ source: Localized) -> Row {
    Row(
        Localized(verbatim: command),
        cells: [
            Cell(
                flag,
                fields: [
                    .text("command", command), .text("flag", flag), .text("value", value), .text("source", source.en),
                ]), Cell(value), Cell(source),
        ])
}

extension Row {
    fileprivate var isFile: Bool { cells.first?.text.en == "file" }
}
