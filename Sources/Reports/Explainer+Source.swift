import Diagnostics
import Ledger
import Numerics
import Syntax
import Tally

extension Explainer {
    /// What is behind a number that a page shows.
    public func node(_ source: CellSource) -> ExplainNode {
        switch source {
        case .value(let key): cell(key)
        case .yearOnYear(let key): growth(key)
        case .periodOnPeriod(let key): growth(key, on: key.period.previous, evaluator.periodOnPeriod(key.unit, key.indicator, key.period))
        case .share(let key): share(key)
        case .progress(let key): progress(key)
        case .rank(let key, let measure): rank(key, measure)
        case .items(let items, let day): self.items(items, on: day)
        case .group(let units, let id, let period): group(units, id, period)
        case .groupGrowth(let units, let id, let period, let before): groupGrowth(units, id, period, before)
        }
    }

    private func growth(_ key: CellKey, on before: Period?, _ growth: Growth?) -> ExplainNode {
        let name = key.period.spelled(in: language, fiscalStart: ledger.fiscalStart) + " " + unitName(key.unit) + " "
        let what = Localized(en: "growth on the period before", zh: "环比").text(in: language)
        var node = ExplainNode(
            value: growth.map(text) ?? "—", interval: "", label: name + indicatorName(key.indicator) + comma + what)
        node.operands = ([key] + (before.map { [CellKey(key.unit, key.indicator, $0)] } ?? [])).map(cell)
        return node
    }

    private func share(_ key: CellKey) -> ExplainNode {
        let share = evaluator.share(key.unit, key.indicator, key.period)
        let what = Localized(en: "share: the first below of the second", zh: "占比：以下前者占后者").text(in: language)
        var node = ExplainNode(value: share.map { TargetText.percent($0) } ?? "—", interval: "", label: what)
        node.operands = [cell(key)]
        if let parent = ledger.units[key.unit].parent { node.operands.append(cell(CellKey(parent, key.indicator, key.period))) }
        return node
    }

    private func group(_ units: [UnitID], _ id: IndicatorID, _ period: Period) -> ExplainNode {
        let measure = ledger.measures[ledger.indicators[id].measure]
        let amount = evaluator.cells(over: units, id, [period])[0].interval.map { AmountText($0, measure, in: language) }
        let what = Localized(en: "sum of \(units.count) units", zh: "\(units.count) 个单位合计").text(in: language)
        var node = ExplainNode(value: amount?.value ?? "—", interval: amount?.interval ?? "", label: what)
        node.operands = units.map { cell(CellKey($0, id, period)) }
        return node
    }

    private func groupGrowth(_ units: [UnitID], _ id: IndicatorID, _ period: Period, _ before: Period) -> ExplainNode {
        let growth = evaluator.growth(over: units, id, period, on: before)
        let what = Localized(en: "the first below over the second, less 100%", zh: "以下两数之比减 100%").text(in: language)
        var node = ExplainNode(value: growth.map(text) ?? "—", interval: "", label: what)
        node.operands = [group(units, id, period), group(units, id, before)]
        return node
    }

    private func rank(_ key: CellKey, _ measure: RankedBy) -> ExplainNode {
        let rank = evaluator.rank(key.unit, key.indicator, key.period, by: measure)
        let what = Localized(en: "place among those below", zh: "在以下各单位中的位次").text(in: language)
        var node = ExplainNode(
            value: rank.map { "\($0.shown)/\($0.known)" } ?? "—",
            interval: rank.map { $0.best == $0.worst ? "" : "(\($0.best) … \($0.worst))" } ?? "",
            label: what)
        node.operands = evaluator.rankedSiblings(key.unit, key.period).map { unit in
            let key = CellKey(unit, key.indicator, key.period)
            switch measure {
            case .completion, .lead: return self.node(.progress(key))
            case .yearOnYear: return growth(key)
            case .periodOnPeriod: return self.node(.periodOnPeriod(key))
            case .share: return share(key)
            case .value: return cell(key)
            }
        }
        return node
    }

    func unitName(_ id: UnitID) -> String { ledger.units[id].displayName(in: language) }

    func indicatorName(_ id: IndicatorID) -> String { ledger.indicators[id].displayName(in: language) }

    var comma: String { language == .chinese ? "，" : ", " }

    private func text(_ growth: Growth) -> String { growthText(growth) }
}
