import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax
import Tally

extension Explainer {
    /// A published completion in place of a target that nobody states: what it makes the target, the line that states it, and below it the
    /// level that it speaks of.
    public func completion(_ stated: PublishedCompletion) -> ExplainNode {
        let year = CellKey(stated.unit, stated.indicator, ledger.year(of: stated.period))
        let indicator = ledger.indicators[stated.indicator]
        let measure = ledger.measures[indicator.measure]
        let level = evaluator.supplied(by: stated)
        let claimed = shareText(stated.percent)
        let what = Localized(
            en: "target, as a published completion of \(claimed) has it: the level below over \(claimed)",
            zh: "目标，由公布的完成率 \(claimed) 推算：以下水平数除以 \(claimed)")
        let name = year.period.spelled(in: language, fiscalStart: ledger.fiscalStart) + " " + unitName(year.unit) + " "
        let span = SourceSpan(file: stated.file, range: ByteRange(stated.line, stated.line))
        var fields = keyFields(year, Localized(verbatim: "target(\(indicator.name))")) + Self.valueFields(level, measure)
        fields += [("state", .string("derived")), ("way", .string("completion"))] + placeFields(span)
        let amount = level.map { AmountText($0, measure, in: language) }
        var node = ExplainNode(
            value: amount?.value ?? "—", interval: amount?.interval ?? "",
            label: name + indicatorName(year.indicator) + comma + what.text(in: language), place: place(span), fields: fields)
        node.line = span
        node.operands = [self.level(behind: stated)]
        return node
    }

    /// What stands on the line itself comes before what stands for the cell: another figure may have replaced it.
    private func level(behind stated: PublishedCompletion) -> ExplainNode {
        let key = evaluator.actualKey(of: stated)
        guard let own = evaluator.figure(beside: stated), evaluator.cell(key.unit, key.indicator, key.period).figure != own.id else {
            return cell(key)
        }
        let measure = ledger.measures[ledger.indicators[key.indicator].measure]
        let interval = ledger.measures.interval(of: own)
        let amount = AmountText(interval, measure, in: language)
        let span = ledger.valueSpan(of: own.id)
        let what = Localized(en: "as that line has it", zh: "见该行").text(in: language)
        var node = ExplainNode(
            value: amount.value, interval: amount.interval, label: what, place: place(span),
            fields: keyFields(key, Localized(verbatim: ledger.indicators[key.indicator].name)) + Self.valueFields(interval, measure)
                + [("state", .string("reported")), ("way", .string("reported"))] + placeFields(span))
        node.line = span
        return node
    }
}
