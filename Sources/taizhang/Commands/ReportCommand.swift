import Checks
import Diagnostics
import Ledger
import Numerics
import Pages
import Reports
import SourceText
import Tally

let reportCommand = CommandSpec(
    "report", aliases: ["报表"],
    summary: Localized(en: "tables of figures: by quarter, unit and indicator unless asked otherwise", zh: "生成报表；默认按季度、单位、指标汇总"),
    flags: periodFlags + choiceFlags + layoutFlags + [pageFormat] + outputFlags,
    examples: [
        Example(command: "taizhang report", what: Localized(en: "the newest year by quarter, with growth", zh: "最新年度分季度汇总，附同比")),
        Example(
            command: "taizhang report --by month --indicator 出口额 --unit '*镇'",
            what: Localized(en: "one indicator of some units by month", zh: "若干单位某一指标的分月数")),
        Example(
            command: "taizhang report --period 2024-05 --rows indicator --show value,yoy,ytd",
            what: Localized(en: "a page per unit for one month", zh: "某月各单位一页一表")),
        Example(
            command: "taizhang report --group-by industry --sort growth --top 5",
            what: Localized(en: "the five fastest industries", zh: "增长最快的五个行业")),
    ], run: runReport)

private let periodFlags: [Flag] = [
    .option(
        "period", Localized(en: "PERIOD", zh: "期间"),
        Localized(en: "a period, or years to cut into columns; the newest year with figures by default", zh: "期间，或要拆成各列的年份；默认为有数的最近一年")),
    .choice("by", ["month", "quarter", "half", "year"], Localized(en: "what the period is cut into", zh: "期间按什么拆分")),
    asOfFlag,
]

private let choiceFlags: [Flag] = [
    .list(
        "unit", Localized(en: "UNIT", zh: "单位"),
        Localized(en: "only these and what is below them; * and ? match", zh: "只看这些单位及其下级；可用 * 和 ?")),
    .list("indicator", Localized(en: "INDICATOR", zh: "指标"), Localized(en: "only these; * and ? match", zh: "只看这些指标；可用 * 和 ?")),
    .list(
        "where", Localized(en: "FIELD=VALUE", zh: "字段=值"),
        Localized(en: "only units with that value of the field, or one below it", zh: "只看字段取该值（或其下级值）的单位")),
    .option(
        "group-by", Localized(en: "FIELD", zh: "字段"),
        Localized(en: "sums over units with the same value of the field, not the tree", zh: "不按隶属关系，按字段取值合计")),
    .option("depth", Localized(en: "N", zh: "层数"), Localized(en: "levels below the top units, or all", zh: "顶层单位以下显示几层，all 为全部")),
]

private let layoutFlags: [Flag] = [
    .choice("rows", ReportQuery.Axis.allCases.map(\.rawValue), Localized(en: "what stands on the rows", zh: "行放什么")),
    .choice("columns", ReportQuery.Axis.allCases.map(\.rawValue), Localized(en: "what stands on the columns", zh: "列放什么")),
    .list(
        "show", Localized(en: "WHAT,…", zh: "内容,…"),
        Localized(en: "in the cells: value, yoy, pop, share, ytd", zh: "单元格内容：value 数值、yoy 同比、pop 环比、share 占比、ytd 累计")),
    .choice("sort", ReportQuery.Order.allCases.map(\.rawValue), Localized(en: "order of units under one parent", zh: "同级单位的顺序")),
    .option("top", Localized(en: "N", zh: "个数"), Localized(en: "only the first N under each parent", zh: "每个上级之下只看前 N 个")),
    .toggle("chart", Localized(en: "draw each row over its periods", zh: "每行附走势图")),
]

private func runReport(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    do throws(UsageError) {
        let output = try TableOutput(arguments)
        try arguments.checkChart(output)
        var query = try ReportQuery(arguments)
        let asOf = try arguments.asOf()
        guard let ledger = loadLedger(arguments, context) else { return .couldNotRun }
        query.language = context.language
        if let text = arguments.string("period") { query.period = try ledger.period(asked: text) }
        let tally = Tally(ledger, asOf: asOf)
        let report = try Report(asked: query, tally)
        let found = (ledger.diagnostics + runChecks(tally, threads: context.threads, watch: context.watchChecking)).filter(
            \.isContradiction)
        if output.isForMachines {
            let records = report.records(threads: context.threads)
            context.leaveBehind(tally, records)
            try output.write(records, in: context)
        } else {
            let contradicted = Set(found.parallelMap(threads: context.threads, \.places).joined())
            let tables = report.tables(contradicted: contradicted, threads: context.threads)
            if tables.isEmpty, !output.goesToFile {
                context.printError(EmptyReport(query: query, tally: tally).text.text(in: context.language))
            }
            switch output.format {
            case "html":
                try output.write(ReportDocument(report, tables: tables, tally: tally, language: context.language).text, in: context)
            case "xlsx": try output.write(tables, records: report.records(threads: context.threads), in: context)
            default: try output.write(tables, in: context)
            }
        }
        context.warn(of: found.count { $0.severity == .error })
        return .success
    } catch {
        context.report(error)
        return .couldNotRun
    }
}

extension ReportQuery {
    /// All but the period, which cannot be read without the ledger's fiscal year.
    fileprivate init(_ arguments: ParsedArguments) throws(UsageError) {
        self.init()
        step = arguments.string("by").flatMap(Step.init)
        units = arguments.strings("unit")
        indicators = arguments.strings("indicator")
        rows = arguments.string("rows").flatMap(Axis.init)
        columns = arguments.string("columns").flatMap(Axis.init)
        shown = try arguments.measurements()
        for text in arguments.strings("where") { conditions.append(try Condition(typed: text)) }
        groupField = arguments.string("group-by").map(Unit.canonicalKey)
        depth = arguments.string("depth") == "all" ? .max - 1 : try arguments.count("depth", from: 0)
        order = arguments.string("sort").flatMap(Order.init)
        top = try arguments.count("top", from: 1)
        hasChart = arguments.has("chart")
    }
}

extension Report {
    fileprivate init(asked query: ReportQuery, _ tally: Tally) throws(UsageError) {
        do throws(ReportProblem) {
            self = try Report(query, tally)
        } catch {
            throw UsageError(message: error.message, help: error.help)
        }
    }
}

extension ReportQuery.Condition {
    fileprivate init(typed text: String) throws(UsageError) {
        guard let sign = text.firstIndex(where: { $0 == "=" || $0 == "＝" }), sign != text.startIndex else {
            throw UsageError(
                message: Localized(en: "--where needs FIELD=VALUE, not '\(text)'", zh: "--where 要写成 字段=值，而不是 '\(text)'"),
                help: [Localized(en: "for example: --where kind=园区", zh: "例如：--where kind=园区")])
        }
        let trimmed = { (part: Substring) in String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
        self.init(field: Unit.canonicalKey(trimmed(text[..<sign])), value: trimmed(text[text.index(after: sign)...]))
    }
}

extension ParsedArguments {
    fileprivate func measurements() throws(UsageError) -> [ReportQuery.Measurement] {
        var found: [ReportQuery.Measurement] = []
        for word in strings("show").flatMap({ $0.split { $0 == "," || $0 == "、" || $0 == "，" } }) {
            let word = String(word.filter { $0 != " " })
            guard let measurement = ReportQuery.Measurement(typed: word) else {
                let all = ReportQuery.Measurement.allCases.map(\.rawValue).joined(separator: ", ")
                throw UsageError(
                    message: Localized(en: "--show cannot be '\(word)'", zh: "--show 不能取 '\(word)'"),
                    help: [Localized(en: "it is one or more of: \(all)", zh: "可取一个或几个：\(all)")])
            }
            if !found.contains(measurement) { found.append(measurement) }
        }
        return found
    }

    /// A whole number of at least `least`; nil where the flag was not given.
    fileprivate func count(_ flag: String, from least: Int) throws(UsageError) -> Int? {
        guard let text = string(flag) else { return nil }
        guard let number = Int(text), number >= least else {
            throw UsageError(
                message: Localized(
                    en: "--\(flag) needs a whole number from \(least), not '\(text)'", zh: "--\(flag) 要用不小于 \(least) 的整数，而不是 '\(text)'"))
        }
        return number
    }
}

extension ReportQuery.Measurement {
    fileprivate init?(typed word: String) {
        let chinese: [String: ReportQuery.Measurement] = ["数值": .value, "同比": .yoy, "环比": .pop, "占比": .share, "累计": .ytd]
        guard let found = ReportQuery.Measurement(rawValue: word) ?? chinese[word] else { return nil }
        self = found
    }
}

extension Context {
    /// A ledger with errors still reports; figures that could not be used are left out, and this says so.
    fileprivate func warn(of count: Int) {
        guard count > 0 else { return }
        printError(
            Localized(en: "\(count) error\(count == 1 ? "" : "s"): taizhang check\n", zh: "\(count) 个错误：taizhang check\n").text(
                in: language))
    }
}
