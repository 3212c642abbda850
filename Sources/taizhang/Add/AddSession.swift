import Diagnostics
import Ledger
import Numerics
import Syntax
import Tally

/// One run of `add`: finds out what is to be written, shows it with what would not tally, and writes it.
struct AddSession {
    private let arguments: ParsedArguments
    private let context: Context
    private let ledger: Ledger

    init(_ arguments: ParsedArguments, _ context: Context, _ ledger: Ledger) {
        self.arguments = arguments
        self.context = context
        self.ledger = ledger
    }

    func run() throws(UsageError) -> ExitStatus {
        let given = Array(arguments.arguments.dropFirst(2))
        for entry in given where entry.contains(where: \.isNewline) { throw .entryOfLines(entry) }
        let status: Status? =
            switch arguments.string("status") {
            case "estimate": .estimate
            case "preliminary": .preliminary
            case "final": .final
            default: nil
            }
        let day = try arguments.day("on")
        let questions = AddQuestions(ledger, context)
        guard let period = try period(questions), let unit = try unit(questions) else { return nothingWritten() }
        let destination = try BlockDestination(ledger, asked: arguments.string("to"), period: period, unit: unit.id)
        if !arguments.has("dry-run"), let obstacle = context.writeObstacle(destination.path) {
            throw .unwritable(destination.path, obstacle)
        }
        let language = destination.language(in: ledger, else: context.language)
        var block = NewBlock(
            header: ledger.header(period, unit.name, status: status, reportedOn: day, in: language), entries: given.map(ledger.quotingName))
        if given.isEmpty {
            guard let id = unit.id, try askFigures(of: id, in: period, into: &block, destination, questions) else {
                return nothingWritten()
            }
        }
        if block.entries.isEmpty { return nothingWritten() }
        return try finish(block, destination, asks: given.isEmpty && !arguments.has("yes"))
    }

    private func period(_ questions: AddQuestions) throws(UsageError) -> Period? {
        guard let text = arguments.argument(0) else { return questions.period() }
        return try ledger.period(asked: text)
    }

    private func unit(_ questions: AddQuestions) throws(UsageError) -> (id: UnitID?, name: String)? {
        guard let text = arguments.argument(1) else { return questions.unit().map { ($0, ledger.shortestReference(to: $0)) } }
        // Where no units are declared, a new name is as good as any.
        if ledger.units.isInformal, case .unknown = ledger.units.find(text), !text.trimmingBlanks().isEmpty,
            !text.contains(where: \.isNewline), arguments.arguments.count > 2
        {
            return (nil, text.trimmingBlanks())
        }
        return (try ledger.unit(asked: text), text.trimmingBlanks())
    }

    /// False where the answers end before the questions.
    private func askFigures(
        of unit: UnitID, in period: Period, into block: inout NewBlock, _ destination: BlockDestination, _ questions: AddQuestions
    ) throws(UsageError) -> Bool {
        let evaluator = Evaluator(Tally(ledger))
        for id in indicatorsToAsk(of: unit, in: period, evaluator.tally) {
            context.print(FigureInView(unit, id, period, evaluator).text(in: context.language))
            var prompt = "  > "
            var entry: String?
            while true {
                guard let answer = context.ask(prompt) else { return false }
                if answer.isEmpty { break }
                let written = questions.entry(id, answer)
                var tried = block
                tried.entries.append(written)
                entry = written
                let preview = try BlockPreview(tried, in: destination, arguments, context)
                let findings = preview.ofLastLine
                if findings.isEmpty { break }
                context.print("\n" + preview.render(findings, context) + "\n")
                prompt = Localized(en: "  Enter keeps it, or another value > ", zh: "  回车保留，或另填一数 > ").text(in: context.language)
            }
            if let entry { block.entries.append(entry) }
        }
        return true
    }

    /// What the unit is to report, and that of which it has a target for this time. In the order of declaration.
    private func indicatorsToAsk(of unit: UnitID, in period: Period, _ tally: Tally) -> [IndicatorID] {
        let reported = Set(tally.indicatorsToReport(by: unit))
        return ledger.indicators.ids.filter { id in
            reported.contains(id)
                || ledger.indicators[id].formula == nil && tally.targets.periods(unit, id).contains { $0.contains(period) }
        }
    }

    private func finish(_ block: NewBlock, _ destination: BlockDestination, asks: Bool) throws(UsageError) -> ExitStatus {
        let preview = try BlockPreview(block, in: destination, arguments, context)
        let place = destination.path + (preview.lineNumber.map { ":\($0)" } ?? "")
        context.print("\n\(place)\n" + block.lines.map { "  " + $0 + "\n" }.joined() + "\n")
        let findings = preview.ofBlock
        if !findings.isEmpty { context.print(preview.render(findings, context) + "\n") }
        let status: ExitStatus = findings.contains { $0.severity == .error } ? .contradicted : .success
        if arguments.has("dry-run") {
            _ = nothingWritten()
            return status
        }
        if asks {
            let question = Localized(en: "Write this to \(destination.path)? [Y/n] ", zh: "写入 \(destination.path)？[Y/n] ")
            guard let answer = context.ask(question.text(in: context.language)), Self.agrees(answer) else { return nothingWritten() }
        }
        try destination.write(block)
        context.print(Localized(en: "written to \(place)\n", zh: "已写入 \(place)\n").text(in: context.language))
        return status
    }

    private static func agrees(_ answer: String) -> Bool { ["", "y", "yes", "是", "好"].contains(answer.lowercased()) }

    private func nothingWritten() -> ExitStatus {
        context.print(Localized(en: "nothing written\n", zh: "未写入\n").text(in: context.language))
        return .success
    }
}

extension UsageError {
    fileprivate static func entryOfLines(_ text: String) -> UsageError {
        UsageError(
            message: Localized(en: "'\(text)' is more than one line", zh: "'\(text)' 不止一行"),
            help: [Localized(en: "each figure is an argument of its own", zh: "每个数据各作一个参数")])
    }
}
