import Diagnostics
import Ledger
import Numerics
import Syntax
import Tally

extension ClaimWording {
    /// What the claim would have to be, and what else would make it true.
    var mends: [Localized] {
        let text = ClaimText(test)
        var mends: [Localized] = []
        if let own = text.mended {
            let keyword = test.claim.kind.keyword
            mends.append(Localized(en: "\(keyword.en) \(own)", zh: "\(keyword.zh) \(own)"))
        }
        for operand in test.operands where test.claim.number.bound == .exactly { mends += [mend(operand)].compactMap { $0 } }
        guard !mends.isEmpty else { return [] }
        let en = mends.map(\.en).joined(separator: "  ·  ")
        let zh = mends.map(\.zh).joined(separator: "  ·  ")
        return [
            mends.count == 1
                ? Localized(en: "this would be true: \(en)", zh: "改为如下即相符：\(zh)")
                : Localized(en: "one of these would mend it: \(en)", zh: "改其一即相符：\(zh)")
        ]
    }

    private func mend(_ operand: ClaimOperand) -> Localized? {
        guard let needed = operand.needed, needed.value > 0 || ledger.indicators[operand.key.indicator].isSigned,
            let (text, measure) = number(operand, needed)
        else { return nil }
        let amount = measure.isEmpty ? text : measure == "%" ? text + "%" : "\(text) \(measure)"
        switch operand.role {
        case .value where test.claim.kind == .done: return Localized(en: "\(amount) achieved", zh: "实绩 \(amount)")
        case .value: return Localized(en: "a value of \(amount)", zh: "数值 \(amount)")
        case .base:
            let period = wording.period(operand.key.period)
            return Localized(en: "\(amount) in \(period.en)", zh: "\(period.zh) \(amount)")
        case .whole: return Localized(en: "a whole of \(amount)", zh: "总量 \(amount)")
        case .target: return Localized(en: "a target of \(amount)", zh: "目标 \(amount)")
        case .supplied: return nil
        }
    }

    /// In the measure and with the decimals of the line that states it; two more for what is exact.
    private func number(_ operand: ClaimOperand, _ needed: Interval) -> (String, String)? {
        let line: BodyLine?
        if let target = operand.target?.target {
            line = BodyLine.reread(ledger.sources[target.file].buffer, at: target.line)
        } else {
            guard operand.isStated, let figure = operand.figures.first else { return nil }
            line = ledger.bodyLine(of: figure)
        }
        guard let line, case .number(let written) = line.content, written.bound == .exactly else { return nil }
        let id = line.measure.flatMap { ledger.measures.find($0.text) } ?? ledger.indicators[operand.key.indicator].measure
        let measure = ledger.measures[id]
        let isWhole = measure.isCounting && written.decimal.scale == 0
        let decimals = Int(written.decimal.scale) + (operand.target == nil || isWhole ? 0 : 2)
        let text = decimalText(needed.value, scale: needed.scale, dividedBy: measure.factor, decimals: decimals, rounding: .nearest)
        return (operand.target == nil ? text : trimmed(text), measure.name)
    }

    private func trimmed(_ text: String) -> String {
        guard text.contains(".") else { return text }
        var text = text
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}
