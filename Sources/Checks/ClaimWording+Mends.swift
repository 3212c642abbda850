import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax
import Tally

extension ClaimWording {
    /// What the claim would have to be, and what else would make it true.
    var mends: [Localized] {
        let mends = possibleMends.map(\.text)
        guard !mends.isEmpty else { return [] }
        let en = mends.map(\.en).joined(separator: "  ·  ")
        let zh = mends.map(\.zh).joined(separator: "  ·  ")
        return [
            mends.count == 1
                ? Localized(en: "this would be true: \(en)", zh: "改为如下即相符：\(zh)")
                : Localized(en: "one of these would mend it: \(en)", zh: "改其一即相符：\(zh)")
        ]
    }

    /// The same, each ready to be carried out; last that growth is on a comparable basis.
    var fixes: [Fix] {
        let comparable = Localized(en: "growth comparable", zh: "增速 可比口径")
        let basis =
            test.claim.kind == .yoy
            ? ledger.fix(adding: comparable, toDeclarationAt: ledger.indicators[test.key.indicator].declaredAt) : nil
        return possibleMends.map { Fix(Localized(en: "Write \($0.text.en)", zh: "改为\($0.text.zh)"), [$0.edit]) } + [basis].compactMap { $0 }
    }

    private struct Mend {
        var text: Localized
        var edit: SourceEdit
    }

    private var possibleMends: [Mend] {
        var mends: [Mend] = []
        if let own = ClaimText(test).mended {
            let keyword = test.claim.kind.keyword
            let claim = test.claim
            // A rank's number is followed by the number of those ranked, and others by their measure.
            let place = ByteRange(
                claim.number.range.lowerBound,
                claim.of == nil ? claim.range.upperBound : claim.measure?.range.upperBound ?? claim.number.range.upperBound)
            mends.append(
                Mend(
                    text: Localized(en: "\(keyword.en) \(own)", zh: "\(keyword.zh) \(own)"),
                    edit: SourceEdit(SourceSpan(file: test.line.file, range: place), own)))
        }
        for operand in test.operands where test.claim.number.bound == .exactly { mends += [mend(operand)].compactMap { $0 } }
        return mends
    }

    private func mend(_ operand: ClaimOperand) -> Mend? {
        guard let needed = operand.needed, needed.value > 0 || ledger.indicators[operand.key.indicator].isSigned,
            let (text, measure, place) = number(operand, needed), let words = words(operand, text, measure)
        else { return nil }
        return Mend(text: words, edit: SourceEdit(place, text))
    }

    private func words(_ operand: ClaimOperand, _ text: String, _ measure: String) -> Localized? {
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
    private func number(_ operand: ClaimOperand, _ needed: Interval) -> (String, String, SourceSpan)? {
        let line: BodyLine?
        let file: FileID
        if let target = operand.target?.target {
            file = target.file
            line = BodyLine.reread(ledger.sources[target.file].buffer, at: target.line)
        } else {
            guard operand.isStated, let figure = operand.figures.first else { return nil }
            file = ledger.figures.file(of: figure)
            line = ledger.bodyLine(of: figure)
        }
        guard let line, case .number(let written) = line.content, written.bound == .exactly else { return nil }
        let id = line.measure.flatMap { ledger.measures.find($0.text) } ?? ledger.indicators[operand.key.indicator].measure
        let measure = ledger.measures[id]
        let isWhole = measure.isCounting && written.decimal.scale == 0
        let decimals = Int(written.decimal.scale) + (operand.target == nil || isWhole ? 0 : 2)
        let text = decimalText(needed.value, scale: needed.scale, dividedBy: measure.factor, decimals: decimals, rounding: .nearest)
        // A whole thing is exact: none may be near enough.
        if isWhole {
            guard let count = Int128(text) else { return nil }
            let value = count * Int128(measure.factor)
            guard Interval(low: value, value: value, high: value, scale: 0).intersects(needed) else { return nil }
        }
        return (operand.target == nil ? text : trimmed(text), measure.name, SourceSpan(file: file, range: written.range))
    }

    private func trimmed(_ text: String) -> String {
        guard text.contains(".") else { return text }
        var text = text
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}
