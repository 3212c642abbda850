import Diagnostics

/// The manual pages: one of the program, one of each command, all from the same data as help, and one that says where the language of
/// ledgers is described.
struct ManualPage: Sendable {
    /// As `man` finds it: `taizhang`, `taizhang-check`.
    var name: String
    /// 1 for commands, 5 for files.
    var section: Int
    private var write: @Sendable (inout Roff, Language) -> Void

    /// Every page.
    static func all(_ commands: [CommandSpec]) -> [ManualPage] {
        [program(commands), ledgers] + commands.map { command($0) }
    }

    /// In the macros of `man`.
    func roff(in language: Language) -> String {
        var roff = Roff(title: name, section: section)
        roff.heading(language == .chinese ? "名称" : "NAME")
        write(&roff, language)
        return roff.text
    }

    private static func program(_ commands: [CommandSpec]) -> ManualPage {
        ManualPage(name: "taizhang", section: 1) { roff, language in
            let zh = language == .chinese
            roff.name("taizhang", zh ? "指标与目标的纯文本台账" : "a plain-text ledger for performance indicators and targets")
            roff.heading(zh ? "概要" : "SYNOPSIS")
            roff.bold("taizhang", then: zh ? "命令 [选项] [参数]" : "COMMAND [flags] [arguments]")
            for category in CommandSpec.Category.allCases {
                let own = commands.filter { $0.category == category }
                if own.isEmpty { continue }
                roff.heading(category.heading.text(in: language).uppercased())
                for command in own { roff.item(Roff.bold(command.name), command.summary.text(in: language)) }
            }
            roff.heading(zh ? "选项" : "OPTIONS")
            flags(globalFlags, &roff, language)
            exitStatus(&roff, language)
            environment(&roff, language)
            roff.heading(zh ? "参见" : "SEE ALSO")
            roff.line((commands.map { "taizhang-\($0.name)(1)" } + ["taizhang(5)"]).joined(separator: ", "))
        }
    }

    private static func command(_ command: CommandSpec) -> ManualPage {
        ManualPage(name: "taizhang-" + command.name, section: 1) { roff, language in
            let zh = language == .chinese
            roff.name("taizhang-" + command.name, command.summary.text(in: language))
            roff.heading(zh ? "概要" : "SYNOPSIS")
            let arguments = command.arguments.map { $0.spelling(in: language) }
            roff.bold("taizhang " + command.name, then: ([zh ? "[选项]" : "[flags]"] + arguments).joined(separator: " "))
            if let details = command.details {
                roff.heading(zh ? "说明" : "DESCRIPTION")
                roff.paragraphs(details.text(in: language))
            }
            roff.heading(zh ? "选项" : "OPTIONS")
            flags(command.flags + globalFlags, &roff, language)
            if !command.examples.isEmpty {
                roff.heading(zh ? "示例" : "EXAMPLES")
                for example in command.examples { roff.item(Roff.bold(example.command), example.what.text(in: language)) }
            }
            exitStatus(&roff, language)
            roff.heading(zh ? "参见" : "SEE ALSO")
            roff.line("taizhang(1), taizhang(5)")
        }
    }

    private static let ledgers = ManualPage(name: "taizhang", section: 5) { roff, language in
        let zh = language == .chinese
        roff.name("taizhang", zh ? "台账的语言" : "the language of ledgers")
        roff.heading(zh ? "说明" : "DESCRIPTION")
        roff.paragraphs(
            zh
                ? """
                台账是 UTF-8 文本，由若干块组成：顶格的一行为首行，其下各行缩进。

                    unit 示范区:城东园区
                    indicator 规上工业产值
                        measure 亿元
                    2024-Q1  城东园区
                        规上工业产值   11.75 亿元   yoy +9.0%

                分号或 # 开头的行是注释。docs/format.md 逐条说明语言，docs/checks 逐项说明检查；taizhang help checks 列出全部检查。
                """
                : """
                A ledger is UTF-8 text of blocks: a line at the margin and the indented lines below it.

                    unit 示范区:城东园区
                    indicator 规上工业产值
                        measure 亿元
                    2024-Q1  城东园区
                        规上工业产值   11.75 亿元   yoy +9.0%

                Lines that begin with ; or # are comments. docs/format.md describes the language rule by rule and docs/checks every
                check; taizhang help checks lists them.
                """)
        roff.heading(zh ? "参见" : "SEE ALSO")
        roff.line("taizhang(1), taizhang-check(1), taizhang-add(1)")
    }

    private static func flags(_ flags: [Flag], _ roff: inout Roff, _ language: Language) {
        for flag in flags {
            let short = flag.short.map { Roff.bold("-\($0)") + ", " } ?? ""
            let value = flag.values?.joined(separator: "|") ?? flag.placeholder?.text(in: language)
            let again = flag.repeatable ? (language == .chinese ? "（可重复）" : " (repeatable)") : ""
            roff.item(
                short + Roff.bold("--" + flag.long) + (value.map { " " + Roff.italic($0) } ?? ""), flag.summary.text(in: language) + again)
        }
    }

    private static func exitStatus(_ roff: inout Roff, _ language: Language) {
        let zh = language == .chinese
        roff.heading(zh ? "退出状态" : "EXIT STATUS")
        roff.item("0", zh ? "成功" : "success")
        roff.item("1", zh ? "台账中有不相符之处" : "something in the ledger does not tally")
        roff.item("2", zh ? "用法有误，或有文件无法读写" : "wrong usage, or a file that cannot be read or written")
    }

    private static func environment(_ roff: inout Roff, _ language: Language) {
        let zh = language == .chinese
        roff.heading(zh ? "环境变量" : "ENVIRONMENT")
        roff.item(Roff.bold("TAIZHANG_FILE"), zh ? "台账的首个文件，若命令行未指定" : "the ledger's first file, where the line names none")
        roff.item(Roff.bold("TAIZHANG_LANG"), zh ? "消息的语言：en 或 zh" : "the language of messages, en or zh")
        roff.item(Roff.bold("NO_COLOR"), zh ? "不使用颜色" : "no colour")
        roff.heading(zh ? "文件" : "FILES")
        roff.item(Roff.bold("main.taizhang"), zh ? "台账，自本文件夹起逐级向上查找" : "the ledger, looked for from this folder upwards")
        roff.item(Roff.bold("taizhang.conf"), zh ? "按命令设置选项，见 taizhang-config(1)" : "flags by command, see taizhang-config(1)")
    }
}
