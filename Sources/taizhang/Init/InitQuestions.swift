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
        var plan = InitPlan(name: "", units: [], indicators: [], fiscalStart: 1)
        guard try askName(of: &plan, in: folder), try askUnits(of: &plan, in: folder), try askIndicators(of: &plan, in: folder),
            let start = try fiscalStart()
        else { return nil }
        plan.fiscalStart = start
        return plan
    }

    /// False where no answer comes, here and below.
    private func askName(of plan: inout InitPlan, in folder: String) throws(UsageError) -> Bool {
        let usual = Self.name(of: folder, context)
        let given = arguments.string("name").map { String($0.trimmingBlanks().map { $0.isNewline ? " " : $0 }) } ?? ""
        if !given.isEmpty || arguments.has("yes") {
            plan.name = given.isEmpty ? usual : given
            return true
        }
        return ask(Localized(en: "The unit at the top [\(usual)]: ", zh: "最上级的单位 [\(usual)]："), for: &plan, in: folder) {
            $0.name = $1.isEmpty ? usual : $1
        }
    }

    private func askUnits(of plan: inout InitPlan, in folder: String) throws(UsageError) -> Bool {
        if arguments.has("units") || arguments.has("yes") {
            plan.units = arguments.strings("units").flatMap(Self.list)
            return true
        }
        // What is wrong with the name is not mended here.
        try plan.prove(plan.files(in: folder, context.language))
        let question = Localized(
            en: "Units below \(plan.name), with commas between (none: Enter): ", zh: "\(plan.name)之下的单位，用逗号隔开（没有则回车）：")
        return ask(question, for: &plan, in: folder) { $0.units = Self.list($1) }
    }

    private func askIndicators(of plan: inout InitPlan, in folder: String) throws(UsageError) -> Bool {
        if arguments.has("indicators") || arguments.has("yes") {
            plan.indicators = arguments.strings("indicators").flatMap(Self.list).map { Self.indicator($0) }
            return true
        }
        // Nor what is wrong with the units.
        try plan.prove(plan.files(in: folder, context.language))
        let question = Localized(
            en: "Indicators with their measures, such as Output kt, Firms firms: ", zh: "指标及其计量，如 规上工业产值 亿元，规上企业数 家：")
        return ask(question, for: &plan, in: folder) { $0.indicators = Self.list($1).map { Self.indicator($0) } }
    }

    /// An answer with which the files would not check clean is told why, and asked for again.
    private func ask(
        _ question: Localized, for plan: inout InitPlan, in folder: String, _ take: (inout InitPlan, String) -> Void
    ) -> Bool {
        while let answer = context.ask(question.text(in: context.language)) {
            take(&plan, answer)
            do throws(UsageError) {
                try plan.prove(plan.files(in: folder, context.language))
                return true
            } catch {
                context.report(error)
            }
        }
        return false
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
        text.split { ",，、;；".contains($0) || $0.isNewline }.map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
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
