import Diagnostics
import Ledger
import Numerics
import SourceText

let initCommand = CommandSpec(
    "init", aliases: ["新建"],
    summary: Localized(en: "begin a ledger in a folder, from a few questions or flags", zh: "在文件夹中新建台账，可提问或用选项"), category: .writing,
    arguments: [Positional(Localized(en: "FOLDER", zh: "文件夹"), .optional)],
    flags: [
        .option("name", Localized(en: "NAME", zh: "名称"), Localized(en: "the unit at the top", zh: "最上级的单位")),
        .list(
            "units", Localized(en: "UNIT,…", zh: "单位,…"), Localized(en: "the units below it, with commas between", zh: "其下各单位，用逗号隔开")),
        .list(
            "indicators", Localized(en: "'NAME MEASURE',…", zh: "'指标 计量',…"),
            Localized(en: "what is measured, and in what", zh: "各项指标及其计量")),
        .option(
            "fiscal-year-starts", Localized(en: "MONTH", zh: "月"), Localized(en: "1 to 12; January unless given", zh: "财年起始月，1 至 12，默认 1 月")
        ),
        Flag.toggle("yes", short: "y", Localized(en: "ask nothing", zh: "不提问")).onlyOnCommandLine(),
    ],
    examples: [
        Example(command: "taizhang init", what: Localized(en: "in this folder, asks what it needs", zh: "在本文件夹中，逐项提问")),
        Example(
            command: "taizhang init ledger --name 示范区 --units 城东园区,河西园区 --indicators '规上工业产值 亿元' --yes",
            what: Localized(en: "without questions", zh: "不提问")),
    ],
    details: Localized(
        en: "Writes main.taizhang, units.taizhang and indicators.taizhang. No file that is there is changed.",
        zh: "写出 main.taizhang、units.taizhang 和 indicators.taizhang，不改动已有的任何文件。"), run: runInit)

private func runInit(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    let folder = arguments.argument(0) ?? "."
    do throws(UsageError) {
        // Before any question, so that no answers are lost.
        let first = Path.normalised(Path.join(folder, LedgerPlace.name))
        if fileExists(first) { throw .alreadyThere(first) }
        guard let plan = try InitQuestions(arguments, context).plan(in: folder) else {
            context.print(Localized(en: "nothing written\n", zh: "未写入\n").text(in: context.language))
            return .success
        }
        let files = plan.files(in: folder, context.language)
        for (path, _) in files where fileExists(path) { throw .alreadyThere(path) }
        try plan.prove(files)
        if let error = createFolder(folder) { throw .unwritable(folder, error) }
        for (path, text) in files {
            if let error = createFile(path, text) { throw .unwritable(path, error) }
            context.print(Localized(en: "wrote \(path)\n", zh: "已写出 \(path)\n").text(in: context.language))
        }
        let next = folder == "." ? "" : " -f \(files[0].path)"
        context.print(
            Localized(
                en: "\nNow: taizhang add\(next)    and then: taizhang check\(next)\n",
                zh: "\n接下来：taizhang add\(next)    然后：taizhang check\(next)\n"
            ).text(in: context.language))
        return .success
    } catch {
        context.report(error)
        return .couldNotRun
    }
}

extension UsageError {
    fileprivate static func alreadyThere(_ path: String) -> UsageError {
        UsageError(
            message: Localized(en: "there is a \(path) already", zh: "已有 \(path)"),
            help: [Localized(en: "nothing was changed; name another folder", zh: "未作任何改动，请另选文件夹")])
    }
}
