import Ledger
import Numerics
import Reports
import Tally

/// Headlines as Chinese bulletins put them: `1-5月，完成规上工业产值143.75亿元，同比增长3.5%，完成年度目标的41.5%，快于序时进度0.2个百分点。`
struct ChineseHeadline {
    let issue: BulletinIssue
    let headline: Headline

    private var key: CellKey { headline.key }
    private var indicator: Indicator { issue.ledger.indicators[key.indicator] }

    var sentence: Sentence {
        var sentence = Sentence(time + "，" + (issue.tops.count > 1 ? issue.name(key.unit) : ""))
        let name = issue.name(key.indicator)
        if headline.hasValue {
            let isBrought = headline.progress.map { !$0.completion.isOfGrowth && !$0.completion.isCeiling } ?? false
            let isFlow = indicator.isAdditiveOverTime
            let amount = amount(headline.cell, key)
            let isBound = Spoken(issue.words.value(headline.cell, key).text.zh).bound.isEmpty == false || headline.cell.isIndistinct
            sentence += (isFlow && isBrought ? "完成\(name)" : isBound ? name : "\(name)为") + amount
        } else {
            sentence += name
        }
        if let growth = growth(headline.growth, key) { sentence += (headline.hasValue ? "，" : "") + growth }
        if let target { sentence += "，" + target }
        if let latest = headline.latest {
            sentence += "；其中\(issue.periodText(latest.key.period))" + (latest.key.period.length == .month ? "当月" : "") + self.latest(latest)
        }
        return sentence + "。"
    }

    /// `1-5月`; of a stock `5月末`.
    private var time: String {
        guard indicator.nature == .stock else { return issue.periodText(key.period) }
        let (_, month, _) = key.period.lastDay.civil
        return key.period.end == issue.ledger.year(of: key.period).end ? "年末" : "\(month)月末"
    }

    private func amount(_ cell: KnownCell, _ key: CellKey) -> Sentence {
        let shown = issue.words.value(cell, key)
        let spoken = Spoken(shown.text.zh)
        let suffix = issue.ledger.measures[indicator.measure].suffix(in: .chinese).drop { $0 == " " }
        let remarks = shown.marks.compactMap(remark) + shown.notes.map(\.zh)
        let isPartial = cell.isPartial && cell.way != .earlierReading
        let all = (isPartial ? ["数据不齐"] : []) + remarks
        let bound = isPartial && spoken.bound == "~" ? "已报部分合计" : cell.isIndistinct ? "约" : Self.words(forBound: spoken.bound)
        return bound + .number(spoken.signed.filter { $0 != "," } + suffix, shown.source)
            + (all.isEmpty ? "" : "（\(all.joined(separator: "，"))）")
    }

    private func remark(_ mark: Mark) -> String? {
        switch mark {
        case .preliminary: "初步数"
        case .estimate: "预计数"
        case .contradicted: "与其他数据有矛盾"
        default: nil
        }
    }

    private static func words(forBound sign: String) -> String {
        switch sign {
        case "≥": "不少于"
        case "≤": "不超过"
        case "~": "约"
        default: ""
        }
    }

    private func growth(_ growth: Growth?, _ key: CellKey) -> Sentence? {
        let shown = issue.words.growth(growth, key)
        guard !shown.text.zh.isEmpty else { return nil }
        let spoken = Spoken(shown.text.zh)
        if !spoken.isUp, !spoken.isDown, spoken.bound.isEmpty { return "同比" + .number("持平", shown.source) }
        let number = Sentence.number(spoken.pointless + (spoken.isInPoints ? "个百分点" : ""), shown.source)
        return (spoken.isDown ? "同比下降" : spoken.isInPoints ? "同比提高" : "同比增长") + (Self.words(forBound: spoken.boundOfDigits) + number)
    }

    private func latest(_ latest: (key: CellKey, cell: KnownCell, growth: Growth?)) -> Sentence {
        let amount = amount(latest.cell, latest.key)
        guard let growth = growth(latest.growth, latest.key) else { return amount }
        return amount + "，" + growth
    }

    private var target: Sentence? {
        guard let progress = headline.progress else { return nil }
        let completion = progress.completion
        let source = CellSource.progress(CellKey(key.unit, key.indicator, issue.period))
        let isYear = completion.target.map { $0.target.period == issue.ledger.year(of: issue.period) } ?? true
        let goal = (isYear ? "年度" : "本期") + (completion.isCeiling && !completion.isOfGrowth ? "控制目标" : "目标")
        if completion.isOfGrowth {
            let text = TargetText(issue.ledger, key.indicator)
            let asked = completion.target.map { text.target($0, nil) } ?? text.value(completion.asked)
            return "\(goal)为" + .number(asked, source) + "，" + progress.verdict.name(isCeiling: false).zh
        }
        guard let percent = completion.percent else { return nil }
        let spoken = Spoken(TargetText.percent(percent))
        let bound = ["≥": "至少", "≤": "至多", "~": "约"][spoken.bound] ?? ""
        var sentence = bound + ((completion.isCeiling ? "为" : "完成") + Sentence("\(goal)的"))
        sentence += .number(spoken.signed, source)
        if progress.verdict == .missed, completion.isCeiling { return sentence + "，已突破" }
        if let lead = lead(progress, source) { sentence += "，" + lead }
        return sentence
    }

    private func lead(_ progress: Progress, _ source: CellSource) -> Sentence? {
        guard let lead = progress.lead, progress.schedule?.basis != .period, !progress.completion.isVague else { return nil }
        let spoken = Spoken(TargetText.lead(lead))
        if !spoken.isOneSided { return Sentence("尚难与序时进度比较") }
        if !spoken.isUp, !spoken.isDown { return .number("与序时进度持平", source) }
        // What remains below a ceiling is used more slowly than is due.
        let isAhead = spoken.isUp
        let verb = progress.completion.isCeiling ? (isAhead ? "低于" : "高于") : (isAhead ? "快于" : "慢于")
        return (spoken.bound.isEmpty ? "" : "至少") + (verb + (Sentence("序时进度") + .number(spoken.digits + "个百分点", source)))
    }
}
