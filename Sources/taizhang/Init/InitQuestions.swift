import Diagnostics
import Ledger
import SourceText

/// Asks what the flags do not say; with `--yes` takes what is usual.
struct InitQuestions {
    private let arguments: ParsedArguments
    private let context: Context

    init(_ arguments: ParsedArguments, _ context: Context) {
        self.arguments = arguments
        self.context = context
    }

    /// Nil where the answers end before the questions.
    func plan(in folder: String) throws(UsageError) -> InitPlan? {
        let usual = Self.name(of: folder, context)
        guard let name = name(usual), let units = units(below: name), let indicators = indicators(), let start = try fiscalStart()
        else { return nil }
        return InitPlan(name: name, units: units, indicators: indicators.map { Self.indicator($0) }, fiscalStart: start)
    }

    private func name(_ usual: String) -> String? {
        if let name = arguments.string("name")?.trimmingBlanks(), !name.isEmpty { return String(name.map { $0.isNewline ? " " : $0 }) }
        if arguments.has("yes") { return usual }
        let answer = context.ask(
            Localized(en: "The unit at the top [\(usual)]: ", zh: "最上级的单位 [\(usual)]：").text(in: context.language))
        return answer.map { $0.isEmpty ? usual : $0 }
    }

    private func units(below name: String) -> [String]? {
        if arguments.has("units") { return arguments.strings("units").flatMap(Self.list) }
        if arguments.has("yes") { return [] }
        let question = Localized(
            en: "Units below \(name), with commas between (none: Enter): ", zh: "\(name)之下的单位，用逗号隔开（没有则回车）：")
        return context.ask(question.text(in: context.language)).map(Self.list)
    }

    private func indicators() -> [String]? {
        if arguments.has("indicators") { return arguments.strings("indicators").flatMap(Self.list) }
        if arguments.has("yes") { return [] }
        let question = Localized(
            en: "Indicators with their measures, such as Output kt, Firms firms: ", zh: "指标及其计量，如 规上工业产值 亿元，规上企业数 家：")
        return context.ask(question.text(in: context.language)).map(Self.list)
    }

    private func fiscalStart() throws(UsageError) -> Int? {
        if let text = arguments.string("fiscal-year-starts") {
            guard let month = Self.month(text) else { throw .notAMonth(text) }
            return month
        }
        if arguments.has("yes") { return 1 }
        while let answer = context.ask(
            Localized(en: "The month in which its year starts [1]: ", zh: "财年起始月 [1]：").text(in: context.language))
        {
            if answer.isEmpty { return 1 }
            if let month = Self.month(answer) { return month }
            context.report(.notAMonth(answer))
        }
        return nil
    }

    private static func month(_ text: String) -> Int? { Int(text).flatMap { 1...12 ~= $0 ? $0 : nil } }

    /// The folder's own name.
    private static func name(of folder: String, _ context: Context) -> String {
        let path = Path.normalised(Path.join(context.workingDirectory, folder))
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        return name.isEmpty ? "Ledger" : name
    }

    private static func list(_ text: String) -> [String] {
        text.split { ",，、".contains($0) || $0.isNewline }.map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
    }

    /// `规上工业产值 亿元`: the last word is the measure, where there are two.
    private static func indicator(_ text: String) -> (name: String, measure: String?) {
        guard let blank = text.lastIndex(where: \.isWhitespace) else { return (text, nil) }
        return (text[..<blank].trimmingBlanks(), text[text.index(after: blank)...].trimmingBlanks())
    }
}

extension UsageError {
    fileprivate static func notAMonth(_ text: String) -> UsageError {
        UsageError(message: Localized(en: "'\(text)' is not a month from 1 to 12", zh: "'\(text)' 不是 1 至 12 的月份"))
    }
}
