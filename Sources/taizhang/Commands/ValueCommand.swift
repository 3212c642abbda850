import Diagnostics
import Ledger
import Numerics
import Reports
import Syntax
import Tally

let valueCommand = CommandSpec(
    "value", aliases: ["取值"],
    summary: Localized(en: "one value, for people and for scripts", zh: "取一个数，供阅读或供程序使用"),
    arguments: [
        Positional(Localized(en: "PERIOD", zh: "期间")), Positional(Localized(en: "UNIT", zh: "单位")),
        Positional(Localized(en: "EXPRESSION", zh: "式子")),
    ],
    flags: [
        .choice("format", ["text", "json"], Localized(en: "text, or json for machines", zh: "text 供阅读，json 供程序")),
        asOfFlag,
    ],
    examples: [
        Example(command: "taizhang value 2024-Q1 金西园区 规上工业产值", what: Localized(en: "a figure", zh: "一个数")),
        Example(
            command: "taizhang value 2024-Q1 金西园区 'yoy(规上工业产值)' --format json",
            what: Localized(en: "its growth, for a script", zh: "其同比，供程序使用")),
    ], run: runValue)

private func runValue(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    guard let ledger = loadLedger(arguments, context) else { return .couldNotRun }
    do throws(UsageError) {
        let period = try ledger.period(asked: arguments.arguments[0])
        let unit = try ledger.unit(asked: arguments.arguments[1])
        let tally = Tally(ledger, asOf: try arguments.asOf())
        let question = try tally.question(asked: arguments.arguments[2])
        let answer = Answer(question, unit, period, Evaluator(tally))
        context.print(arguments.string("format") == "json" ? answer.json : answer.text(in: context.language))
        return .success
    } catch {
        context.report(error)
        return .couldNotRun
    }
}

/// A value with all that machines are told of it.
private struct Answer {
    var interval: Interval?
    /// As the ledger names it.
    var measure: Measure
    var state: KnownCell.State
    var reported: Int
    var expected: Int
    var way: Localized

    init(_ question: FormulaQuestion, _ unit: UnitID, _ period: Period, _ evaluator: Evaluator) {
        let ledger = evaluator.tally.ledger
        if let (id, asked) = question.cell(period, evaluator) {
            self.init(cellOf: CellKey(unit, id, asked), evaluator)
        } else if let (id, growth) = question.growth(unit, period, evaluator) {
            self.init(growth, ledger, id)
        } else {
            self.init(evaluator.evaluate(question.compiled, unit, period), ledger)
        }
    }

    private init(cellOf key: CellKey, _ evaluator: Evaluator) {
        let ledger = evaluator.tally.ledger
        let derivation = evaluator.derivation(key.unit, key.indicator, key.period)
        interval = derivation.cell.way == .nothing ? nil : derivation.cell.interval
        measure = ledger.measures[ledger.indicators[key.indicator].measure]
        state = derivation.cell.state
        (reported, expected) = (derivation.cell.reported, derivation.cell.expected)
        way = WayWords(ledger: ledger, derivation: derivation).text
    }

    private init(_ growth: Growth?, _ ledger: Ledger, _ id: IndicatorID) {
        let isRate = [.percentage, .points].contains(ledger.measures[ledger.indicators[id].measure].kind)
        interval = growth?.interval
        measure = ledger.measure(of: growth?.isInPoints ?? isRate ? "百分点" : "%")
        state = growth == nil ? .absent : growth?.isPublished == true ? .reported : .derived
        (reported, expected) = (growth == nil ? 0 : 1, 1)
        way =
            switch growth {
            case nil: Self.unknown
            case .some(let growth) where growth.isEstimate: Localized(en: "an estimate, as published", zh: "为公布的预计数")
            case .some(let growth) where growth.isPublished: Localized(en: "as published", zh: "为公布数")
            default: Localized(en: "follows from the two levels", zh: "由两期数值算出")
            }
    }

    private init(_ evaluation: Evaluation, _ ledger: Ledger) {
        interval = evaluation.interval
        measure = ledger.measure(of: evaluation.measure)
        state = evaluation.state
        (reported, expected) = (evaluation.reported, evaluation.expected)
        way =
            evaluation.isTooLarge
            ? Localized(en: "it comes to more than 38 digits", zh: "结果超过 38 位数字")
            : evaluation.interval == nil ? Self.unknown : Localized(en: "as the formula says", zh: "按所给的式子")
    }

    private static let unknown = Localized(en: "what it takes is not known", zh: "所需的数不齐")

    /// One object, on a line.
    var json: String {
        let number = interval.map { MachineNumber($0, factor: measure.factor) }
        func text(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }
        return JSON.object([
            ("value", text(number?.value)), ("low", text(number?.low)), ("high", text(number?.high)),
            ("measure", .string(measure.name)), ("state", .string(state.rawValue)), ("reported", .number("\(reported)")),
            ("expected", .number("\(expected)")),
        ]).text(pretty: true) + "\n"
    }

    func text(in language: Language) -> String {
        guard let interval else { return "– · \(way.text(in: language))\n" }
        let amount = AmountText(interval, measure, in: language)
        let range = amount.interval.isEmpty ? "" : "  \(amount.interval)"
        var words = [stateName.text(in: language), way.text(in: language)]
        // "reported, preliminary" says that it is reported.
        if words[1].hasPrefix(words[0]) { words.removeFirst() }
        return "\(amount.value)\(range)  \(words.joined(separator: language == .chinese ? "，" : ", "))\n"
    }

    private var stateName: Localized {
        switch state {
        case .reported: Localized(en: "reported", zh: "填报")
        case .derived: Localized(en: "derived", zh: "推算")
        case .partial: Localized(en: "partial", zh: "部分")
        case .absent: Localized(en: "absent", zh: "缺")
        }
    }
}
