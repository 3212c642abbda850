import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax

let addCommand = CommandSpec(
    "add", aliases: ["填报"],
    summary: Localized(en: "add figures to the ledger, with or without questions", zh: "向台账填报数据，可逐项提问"), category: .writing,
    arguments: [
        Positional(Localized(en: "PERIOD", zh: "期间"), .optional), Positional(Localized(en: "UNIT", zh: "单位"), .optional),
        Positional(Localized(en: "'INDICATOR VALUE'", zh: "'指标 数值'"), .rest),
    ],
    flags: [
        Flag.option(
            "to", Localized(en: "FILE", zh: "文件"),
            Localized(en: "the file to add to; else the one with the latest such block", zh: "写入的文件，默认为最近一块同类数据所在的文件")
        ).onlyOnCommandLine(),
        .choice(
            "status", ["estimate", "preliminary", "final"],
            Localized(en: "how firm the figures are; reported unless given", zh: "数据的性质：预计、初步或最终，不写则为上报数")),
        .option("on", Localized(en: "DATE", zh: "日期"), Localized(en: "the day they were reported", zh: "上报日期")),
        Flag.toggle("dry-run", Localized(en: "show the block, write nothing", zh: "只显示，不写入")).onlyOnCommandLine(),
        Flag.toggle("yes", short: "y", Localized(en: "write without asking", zh: "不再询问，直接写入")).onlyOnCommandLine(),
    ],
    examples: [
        Example(command: "taizhang add", what: Localized(en: "asks for everything", zh: "逐项提问")),
        Example(command: "taizhang add 2024-04 城东园区", what: Localized(en: "asks for each indicator", zh: "逐个指标提问")),
        Example(
            command: "taizhang add 2024-04 城东园区 '规上工业产值 4.58 亿元 yoy +9.0%'",
            what: Localized(en: "without questions", zh: "不提问")),
    ],
    details: Localized(
        en: """
            Shows with each question the last value, last year's and the target. A value is typed as in a ledger, with its measure and
            what is claimed of it if you like; nothing typed leaves the line out. What would not tally is said at once, and the value
            may be kept nevertheless. Nothing is written before the end, and then in one step behind what the file holds.

            Ends with 1 where there is an error in the new lines; they are written all the same.
            """,
        zh: """
            提问时显示上期、上年同期数和目标。数值的写法与台账中相同，可带计量和同比等；直接回车则不写该行。
            有不相符之处当即提示，但仍可保留。最后才一次写到文件末尾，原有内容不变。

            新写各行若有错误，退出状态为 1，但仍会写入。
            """), run: runAdd)

private func runAdd(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    do throws(UsageError) {
        if try LedgerFinder(context: context).path(arguments) == "-" { throw .cannotAddToInput }
        let session = AddSession(arguments, context, try readLedger(arguments, context))
        return try session.run()
    } catch {
        context.report(error)
        return .couldNotRun
    }
}

extension UsageError {
    fileprivate static var cannotAddToInput: UsageError {
        UsageError(message: Localized(en: "nothing can be added to standard input", zh: "无法向标准输入填报"))
    }
}
