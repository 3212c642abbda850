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
        let (function, indicator) = try ledger.expression(asked: arguments.arguments[2])
        let answer = Answer(function, CellKey(unit, indicator, period), Evaluator(Tally(ledger, asOf: try arguments.asOf())))
        context.print(arguments.string("format") == "json" ? answer.json : answer.text(in: context.language))
        return .success
    } catch {
        context.report(error)
        return .couldNotRun
    }
}

extension Ledger {
    /// An indicator, alone or in one function.
    fileprivate func expression(asked text: String) throws(UsageError) -> (Function?, IndicatorID) {
        // A name may hold what reads as an operator: `R&D经费/营业收入`.
        if let id = indicators.find(text) { return (nil, id) }
        guard let formula = Formula.read(text), formula.comparison == nil, formula.filters.isEmpty, formula.each == nil
        else { throw .notAnExpression(text) }
        switch formula.left {
        case .name(let name): return (nil, try indicator(asked: name.text))
        case .call(let function, let arguments, let filters, _):
            guard Answer.functions.contains(function), filters.isEmpty, arguments.count == 1, case .name(let name) = arguments[0]
            else { throw .notAnExpression(text) }
            return (function, try indicator(asked: name.text))
        case .number, .negation, .binary: throw .notAnExpression(text)
        }
    }
}

extension UsageError {
    fileprivate static func notAnExpression(_ text: String) -> UsageError {
        let all = Answer.functions.map { "\($0.rawValue)(x)" }.joined(separator: ", ")
        return UsageError(
            message: Localized(en: "'\(text)' cannot be asked for", zh: "不能取 '\(text)' 的值"),
            help: [
                Localized(
                    en: "ask for an indicator x, or one of \(all)",
                    zh: "可取指标 x，或 同比(x)、环比(x)、占比(x)、累计(x)、上期(x)、上年(x)（\(all)）")
            ])
    }
}

/// A value with all that machines are told of it.
private struct Answer {
    /// What may stand around an indicator.
    static let functions: [Function] = [.yoy, .pop, .share, .ytd, .previous, .lastYear]

    var interval: Interval?
    /// As the ledger names it.
    var measure: Measure
    var state: KnownCell.State
    var reported: Int
    var expected: Int
    var way: Localized

    init(_ function: Function?, _ key: CellKey, _ evaluator: Evaluator) {
        let ledger = evaluator.tally.ledger
        let (unit, id, period) = (key.unit, key.indicator, key.period)
        var asked: Period? = period
        switch function {
        case .yoy: self.init(evaluator.yearOnYear(unit, id, period), ledger, id); return
        case .pop: self.init(evaluator.periodOnPeriod(unit, id, period), ledger, id); return
        case .share: self.init(share: evaluator.share(unit, id, period), ledger); return
        case .ytd where ledger.indicators[id].nature == .flow: asked = Period(ledger.yearStart(of: period), period.end)
        case .previous: asked = period.previous
        case .lastYear: asked = period.lastYear
        default: break
        }
        guard let asked else { self.init(nil as Growth?, ledger, id); return }
        self.init(cellOf: CellKey(unit, id, asked), evaluator)
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
        let isInPoints = growth?.isInPoints ?? isRate
        self.init(
            ratio: growth?.interval, measure: ledger.builtIn(isInPoints ? "百分点" : "%"), isReported: growth?.isPublished ?? false,
            way: growth?.isPublished == true
                ? Localized(en: "as published", zh: "为公布数") : Localized(en: "follows from the two levels", zh: "由两期数值算出"))
    }

    private init(share: Interval?, _ ledger: Ledger) {
        self.init(
            ratio: share, measure: ledger.builtIn("%"), isReported: false,
            way: Localized(en: "over the unit above", zh: "除以上级单位的数"))
    }

    private init(ratio: Interval?, measure: Measure, isReported: Bool, way: Localized) {
        interval = ratio
        self.measure = measure
        state = ratio == nil ? .absent : isReported ? .reported : .derived
        (reported, expected) = (ratio == nil ? 0 : 1, 1)
        self.way = ratio == nil ? Localized(en: "what it takes is not known", zh: "所需的数不齐") : way
    }

    /// One object, on a line.
    var json: String {
        // Growth and shares are in the numbers of their measure, not in its quanta.
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

extension Ledger {
    /// A measure in which growth and shares are: one quantum is one of it.
    fileprivate func builtIn(_ name: String) -> Measure {
        var measure = measures.find(name).map { measures[$0] } ?? measures[.none]
        measure.factor = 1
        return measure
    }
}
