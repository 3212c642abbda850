import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax
import Tally

extension Explainer {
    /// What a register was asked, with the items behind the answer, a line each.
    public func counted(_ use: RegisterUse) -> ExplainNode {
        let measure = ledger.measures[.none]
        let text = ledger.text(of: use.question)
        let period = use.period.spelled(in: language, fiscalStart: ledger.fiscalStart)
        var fields = placeFields(use, text)
        fields += Self.valueFields(use.value, measure)
        fields += [("state", .string(use.value == nil ? "absent" : "derived")), ("way", .string("items"))]
        var node = ExplainNode(
            value: "—", interval: "", label: "\(period) \(ledger.units[use.unit].displayName(in: language)) \(text)", place: nil,
            fields: fields)
        if let value = use.value {
            let amount = AmountText(value, measure, in: language)
            (node.value, node.interval) = (amount.value, amount.interval)
        }
        node.operands = evaluator.tally.registers.items(behind: use).map { item($0.item, $0.stay) }
        return node
    }

    /// So many items as they stand at the end of a day, a line each.
    func items(_ items: [ItemID], on day: Day) -> ExplainNode {
        var node = ExplainNode(value: "\(items.count)", interval: "", label: "\(day)")
        node.operands = items.compactMap { id in evaluator.tally.registers.stay(of: id, on: day).map { item(id, $0) } }
        return node
    }

    private func placeFields(_ use: RegisterUse, _ text: String) -> [(String, JSON)] {
        [
            ("period", .string(use.period.spelled(in: .english, fiscalStart: ledger.fiscalStart))),
            ("unit", .string(ledger.units.path(of: use.unit))), ("indicator", .string(text)),
        ]
    }

    /// `2013-017  用电容量不足，白龙桥镇，2013-04-02 办结`
    private func item(_ id: ItemID, _ stay: Stay) -> ExplainNode {
        let items = ledger.items
        let state = ledger.registers[items.register(of: id)][stay.state]
        let event = items.event(stay.event, of: id)
        let unit = stay.unit.map { ledger.units[$0].displayName(in: language) }
        let title = items.title(of: id)
        let words = [title, unit, "\(stay.from) \(state)"].compactMap { $0 }.joined(separator: language == .chinese ? "，" : ", ")
        let fields: [(String, JSON)] =
            [
                ("item", .string(items.name(of: id))), ("title", title.map { .string($0) } ?? .null),
                ("unit", stay.unit.map { .string(ledger.units.path(of: $0)) } ?? .null), ("item_state", .string(state)),
                ("date", .string(stay.from.description)),
            ] + placeFields(event.span)
        var node = ExplainNode(value: items.name(of: id), interval: "", label: words, place: place(event.span), fields: fields)
        node.line = event.span
        return node
    }
}

extension Ledger {
    /// `count(难题.办结 where owner = 供电局)`, in the keywords of English.
    fileprivate func text(of question: RegisterQuestion) -> String {
        let register = registers[question.register]
        let state = question.state.map { ".\(register[$0])" } ?? ""
        let filters = question.filters.map { "\($0.field.text) \($0.isNegated ? "!=" : "=") \($0.value.text)" }.joined(separator: ", ")
        return "\(question.function.rawValue)(\(register.name)\(state)\(filters.isEmpty ? "" : " where \(filters)"))"
    }
}
