import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax
import Tally

extension Explainer {
    /// A target that enters a completion: what it asks for, who gave it out, and where it stands; of a change on last year also what it starts
    /// from.
    public func target(_ target: Target) -> ExplainNode {
        let key = CellKey(target.unit, target.indicator, target.period)
        let standing = evaluator.tally.targets.issued(key).first { $0.target.file == target.file && $0.target.line == target.line }
        let level = standing.flatMap { evaluator.level(of: $0) }
        let indicator = ledger.indicators[key.indicator]
        let measure = ledger.measures[indicator.measure]
        let issuer = target.issuer.map { ledger.units[$0].displayName(in: language) }
        let what =
            issuer.map { Localized(en: "target, from \($0)", zh: "目标，\($0)下达") } ?? Localized(en: "target", zh: "目标")
        let name =
            key.period.spelled(in: language, fiscalStart: ledger.fiscalStart) + " "
            + ledger.units[key.unit].displayName(in: language) + " " + indicator.displayName(in: language)
        let span = SourceSpan(file: target.file, range: ByteRange(target.line, target.line))
        var fields = keyFields(key, Localized(verbatim: "target(\(indicator.name))")) + Self.valueFields(level, measure)
        fields += [("state", .string("reported")), ("way", .string("target"))]
        fields += placeFields(span)
        var node = ExplainNode(
            value: standing.map { TargetText(ledger, key.indicator).target($0, nil) } ?? "—", interval: "",
            label: name + (language == .chinese ? "，" : ", ") + what.text(in: language), place: place(span), fields: fields)
        node.line = span
        guard let level else { return node }
        let amount = AmountText(level, measure, in: language)
        if case .change = standing?.demand {
            node.label += language == .chinese ? "，比上年 \(node.value)" : ", \(node.value) on last year"
            if let before = key.period.lastYear { node.operands = [cell(CellKey(key.unit, key.indicator, before))] }
        }
        (node.value, node.interval) = (standing?.signed(amount.value) ?? amount.value, amount.interval)
        return node
    }
}
