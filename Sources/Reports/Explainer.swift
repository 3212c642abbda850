import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax
import Tally

/// Puts derivations into words.
public struct Explainer {
    /// Whose numbers are explained.
    public let ledger: Ledger
    /// Answers what each number is made of.
    public let evaluator: Evaluator
    /// Of the words.
    public let language: Language

    /// Cheap: what is asked for is worked out then.
    public init(evaluator: Evaluator, language: Language) {
        ledger = evaluator.tally.ledger
        self.evaluator = evaluator
        self.language = language
    }

    /// The tree behind a cell.
    public func cell(_ key: CellKey) -> ExplainNode {
        node(evaluator.derivation(key.unit, key.indicator, key.period), under: nil, sign: "")
    }

    /// A derivation in words, with all below it; what it shares with the `parent` that it goes into is not said again.
    public func node(_ derivation: Derivation, under parent: CellKey?, sign: String) -> ExplainNode {
        let (key, cell) = (derivation.key, derivation.cell)
        let measure = ledger.measures[ledger.indicators[key.indicator].measure]
        let amount = amount(of: derivation, measure)
        let way = WayWords(ledger: ledger, derivation: derivation).text.text(in: language)
        let place = derivation.operands.isEmpty ? cell.figure.map { ledger.place(of: $0) } : nil
        var node = ExplainNode(
            sign: sign, value: amount.value, interval: amount.interval,
            label: [coordinates(of: key, under: parent), way].filter { !$0.isEmpty }.joined(separator: language == .chinese ? "，" : ", "),
            place: place, fields: fields(derivation, measure, isSubtracted: sign == "−"))
        node.key = key
        if derivation.operands.isEmpty { node.line = cell.figure.map { ledger.valueSpan(of: $0) } }
        let mayBeSubtracted = derivation.operands.contains(where: \.isSubtracted)
        let added = derivation.operands.filter { !$0.isSubtracted }
        node.operands = (added + derivation.operands.filter(\.isSubtracted)).map { operand in
            self.node(operand.derivation, under: key, sign: operand.isSubtracted ? "−" : mayBeSubtracted ? "+" : "")
        }
        node.operands += derivation.counted.map { counted($0) }
        return node
    }

    private func amount(of derivation: Derivation, _ measure: Measure) -> (value: String, interval: String) {
        let cell = derivation.cell
        guard cell.way != .nothing, let interval = cell.interval else {
            return (cell.way == .nothing ? "–" : "—", "")
        }
        let written = cell.figure.flatMap { ledger.bodyLine(of: $0) }.flatMap { line -> Int? in
            guard case .number(let number) = line.content else { return nil }
            // Decimals of another measure say nothing about this one.
            guard line.measure.map({ $0.text == measure.name }) ?? true else { return nil }
            return Int(number.decimal.scale)
        }
        let text = AmountText(interval, measure, in: language, decimals: written ?? 0)
        return (text.value, text.interval)
    }

    /// The period, unit and indicator, or what of it differs from the node above.
    private func coordinates(of key: CellKey, under parent: CellKey?) -> String {
        var words: [String] = []
        if key.period != parent?.period { words.append(key.period.spelled(in: language, fiscalStart: ledger.fiscalStart)) }
        if key.unit != parent?.unit { words.append(ledger.units[key.unit].displayName(in: language)) }
        if key.indicator != parent?.indicator { words.append(ledger.indicators[key.indicator].displayName(in: language)) }
        return words.joined(separator: " ")
    }

    private func fields(_ derivation: Derivation, _ measure: Measure, isSubtracted: Bool) -> [(String, JSON)] {
        let (key, cell) = (derivation.key, derivation.cell)
        var fields = keyFields(key, Localized(verbatim: ledger.indicators[key.indicator].name))
        fields += Self.valueFields(cell.isNothing && cell.way == .nothing ? nil : cell.interval, measure)
        fields += [
            ("state", .string(cell.state.rawValue)), ("way", .string(cell.way.name)), ("reported", .integer(cell.reported)),
            ("expected", .integer(cell.expected)), ("subtracted", .bool(isSubtracted)),
        ]
        let leaf = derivation.operands.isEmpty ? cell.figure : nil
        return fields + placeFields(leaf.map { SourceSpan(file: ledger.figures.file(of: $0), range: ledger.valueSpan(of: $0).range) })
    }

    /// The place of a cell for machines.
    public func keyFields(_ key: CellKey, _ indicator: Localized) -> [(String, JSON)] {
        [
            ("period", .string(key.period.spelled(in: .english, fiscalStart: ledger.fiscalStart))),
            ("unit", .string(ledger.units.path(of: key.unit))), ("indicator", .string(indicator.en)),
        ]
    }

    /// A value and its ends in the measure, for machines.
    public static func valueFields(_ interval: Interval?, _ measure: Measure) -> [(String, JSON)] {
        let number = interval.map { MachineNumber($0, factor: measure.factor) }
        func text(_ number: String?) -> JSON { number.map { .string($0) } ?? .null }
        return [
            ("value", text(number?.value)), ("low", text(number?.low)), ("high", text(number?.high)),
            ("measure", measure.name.isEmpty ? .null : .string(measure.name)),
        ]
    }

    /// Where a line stands, for machines.
    public func placeFields(_ span: SourceSpan?) -> [(String, JSON)] {
        guard let span else { return [("file", .null), ("line", .null)] }
        let file = ledger.sources[span.file]
        return [("file", .string(file.path)), ("line", .integer(file.lines.location(of: span.range.lowerBound).line))]
    }

    /// `file:line`.
    public func place(_ span: SourceSpan) -> String {
        let file = ledger.sources[span.file]
        return "\(file.path):\(file.lines.location(of: span.range.lowerBound).line)"
    }
}
