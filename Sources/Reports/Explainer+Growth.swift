import Diagnostics
import Ledger
import Numerics
import Syntax
import Tally

extension Explainer {
    /// Growth on a year ago: where it was published, or the two levels that it follows from.
    public func growth(_ key: CellKey) -> ExplainNode {
        let growth = evaluator.yearOnYear(key.unit, key.indicator, key.period)
        let indicator = ledger.indicators[key.indicator]
        let name =
            key.period.spelled(in: language, fiscalStart: ledger.fiscalStart) + " "
            + ledger.units[key.unit].displayName(in: language) + " "
        let function = language == .chinese ? "同比" : "yoy"
        let comma = language == .chinese ? "，" : ", "
        let why = words(growth, key, indicator).text(in: language)
        let label = name + "\(function)(\(indicator.displayName(in: language)))" + comma + why
        let measure = ledger.measures.find(growth?.isInPoints == true ? "百分点" : "%").map { ledger.measures[$0] }
        var node = ExplainNode(
            value: "—", interval: "", label: label,
            fields: keyFields(key, Localized(verbatim: "yoy(\(indicator.name))")))
        if let measure { node.fields += Self.valueFields(growth.map { quanta($0.interval, measure) }, measure) }
        node.fields += [
            ("state", .string(growth == nil ? "absent" : growth?.isPublished == true ? "reported" : "derived")),
            ("way", .string(growth == nil ? "absent" : growth?.isPublished == true ? "published" : "levels")),
        ]
        node.fields += placeFields(growth?.place)
        if let growth, let measure {
            let amount = AmountText(quanta(growth.interval, measure), measure, in: language, hasSign: true)
            (node.value, node.interval) = (amount.value, amount.interval)
            node.place = growth.place.map { place($0) }
            node.line = growth.place
        }
        if growth?.isPublished != true, indicator.growth == .nominal { node.operands = levels(key) }
        return node
    }

    private func words(_ growth: Growth?, _ key: CellKey, _ indicator: Indicator) -> Localized {
        if let growth {
            if growth.isEstimate { return Localized(en: "an estimate, as published", zh: "公布的预计数") }
            if growth.isPublished { return Localized(en: "as published", zh: "公布数") }
            if !evaluator.mergedUnits(into: key.unit, key.indicator, by: key.period).isEmpty {
                return Localized(
                    en: "what is below of this period over what is of a year before, less 100%", zh: "以下本期各数之和与上年同期各数之和之比减 100%")
            }
            return growth.isInPoints
                ? Localized(en: "the difference of the two below", zh: "以下两数之差")
                : Localized(en: "the first below over the second, less 100%", zh: "以下两数之比减 100%")
        }
        if indicator.growth != .nominal {
            return Localized(
                en: "none is published, and growth on a comparable basis does not follow from the levels",
                zh: "没有公布数；可比口径的增速不能由水平数推算")
        }
        return Localized(
            en: "not to be had: a level is missing, partial or not above zero", zh: "无法得出：水平数缺失、不全或不大于零")
    }

    /// This period's level and last year's, with those of the units merged into this one.
    private func levels(_ key: CellKey) -> [ExplainNode] {
        let units = [key.unit] + evaluator.mergedUnits(into: key.unit, key.indicator, by: key.period)
        let now = units.filter { $0 == key.unit || evaluator.isCounted($0, key.indicator, key.period) }
        var keys = now.map { CellKey($0, key.indicator, key.period) }
        if let before = key.period.lastYear { keys += units.map { CellKey($0, key.indicator, before) } }
        return keys.map { each in
            node(evaluator.derivation(each.unit, each.indicator, each.period), under: nil, sign: "")
        }
    }

    /// Growth comes in % or points; amounts are shown from quanta.
    private func quanta(_ interval: Interval, _ measure: Measure) -> Interval { interval.times(Int128(measure.factor)) }
}
