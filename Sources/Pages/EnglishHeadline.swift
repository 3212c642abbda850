import Ledger
import Numerics
import Reports
import Tally

/// Headlines as an English bulletin puts them: `Output came to 143.75 × 100m yuan in Jan–May 2024, up 3.5% on a year earlier: 41.5% of the
/// year's target, 0.2 points behind schedule.`
struct EnglishHeadline {
    let issue: BulletinIssue
    let headline: Headline

    private var key: CellKey { headline.key }
    private var indicator: Indicator { issue.ledger.indicators[key.indicator] }

    var sentence: Sentence {
        var sentence = Sentence(issue.tops.count > 1 ? issue.name(key.unit) + ": " : "") + issue.name(key.indicator) + " "
        if headline.hasValue {
            sentence += verb + " " + amount(headline.cell, key) + " " + time
            let remarks = remarks(headline.cell, key)
            if !remarks.isEmpty { sentence += " (\(remarks))" }
        }
        if let growth = growth(headline.growth, key) { sentence += headline.hasValue ? ", " + growth : "was " + growth + " " + time }
        if let target { sentence += target }
        sentence += "."
        if let latest = headline.latest { sentence += " " + self.latest(latest) }
        return sentence
    }

    private var verb: String {
        let bound = Spoken(issue.words.value(headline.cell, key).text.en).bound
        if headline.cell.isPartial, bound == "~" { return "so far comes to" }
        return switch indicator.nature {
        case .flow: "came to"
        case .stock: bound.isEmpty ? "stood at" : "came to"
        case .rate: "was"
        }
    }

    private var time: String {
        let period = issue.periodText(key.period)
        guard indicator.nature == .stock else { return "in \(period)" }
        let (year, month, _) = key.period.lastDay.civil
        return "at the end of " + issue.periodText(.month(year, month))
    }

    private func amount(_ cell: KnownCell, _ key: CellKey) -> Sentence {
        let shown = issue.words.value(cell, key)
        let spoken = Spoken(shown.text.en)
        let suffix = issue.ledger.measures[indicator.measure].suffix(in: .english)
        let bound = cell.isPartial && spoken.bound == "~" ? "" : cell.isIndistinct ? "about " : words(forBound: spoken.bound)
        return bound + .number(spoken.signed + suffix, shown.source)
    }

    private func remarks(_ cell: KnownCell, _ key: CellKey) -> String {
        let shown = issue.words.value(cell, key)
        let marks = shown.marks.compactMap { mark -> String? in
            switch mark {
            case .preliminary: "preliminary"
            case .estimate: "an estimate"
            case .contradicted: "contradicted by other figures"
            default: nil
            }
        }
        let isPartial = cell.isPartial && cell.way != .earlierReading
        return ((isPartial ? ["not all in"] : []) + marks + shown.notes.map(\.en)).joined(separator: "; ")
    }

    private func words(forBound sign: String) -> String {
        switch sign {
        case "≥": "at least "
        case "≤": "at most "
        case "~": "about "
        default: ""
        }
    }

    private func growth(_ growth: Growth?, _ key: CellKey) -> Sentence? {
        let shown = issue.words.growth(growth, key)
        guard !shown.text.en.isEmpty else { return nil }
        let spoken = Spoken(shown.text.en)
        if !spoken.isUp, !spoken.isDown, spoken.bound.isEmpty { return .number("unchanged", shown.source) + " on a year earlier" }
        let measure = spoken.isInPoints ? (["1", "1.0"].contains(spoken.pointless) ? " point" : " points") : ""
        return (spoken.isDown ? "down " : "up ")
            + (words(forBound: spoken.boundOfDigits) + .number(spoken.pointless + measure, shown.source))
            + " on a year earlier"
    }

    private func latest(_ latest: (key: CellKey, cell: KnownCell, growth: Growth?)) -> Sentence {
        var sentence = issue.periodText(latest.key.period) + " alone: " + amount(latest.cell, latest.key)
        let remarks = remarks(latest.cell, latest.key)
        if !remarks.isEmpty { sentence += " (\(remarks))" }
        if let growth = growth(latest.growth, latest.key) { sentence += ", " + growth }
        return sentence + "."
    }

    private var target: Sentence? {
        guard let progress = headline.progress else { return nil }
        let completion = progress.completion
        let source = CellSource.progress(CellKey(key.unit, key.indicator, issue.period))
        let isYear = completion.target.map { $0.target.period == issue.ledger.year(of: issue.period) } ?? true
        let goal = (isYear ? "the year's " : "the period's ") + (completion.isCeiling && !completion.isOfGrowth ? "ceiling" : "target")
        if completion.isOfGrowth {
            let text = TargetText(issue.ledger, key.indicator)
            let asked = completion.target.map { text.target($0, nil) } ?? text.value(completion.asked)
            return "; \(goal) is " + .number(asked, source) + ", " + progress.verdict.name(isCeiling: false).en
        }
        guard let percent = completion.percent else { return nil }
        let spoken = Spoken(TargetText.percent(percent))
        var sentence = ": " + (words(forBound: spoken.bound) + Sentence.number(spoken.signed, source)) + " of \(goal)"
        if progress.verdict == .missed, completion.isCeiling { return sentence + ", which is exceeded" }
        if let lead = lead(progress, source) { sentence += ", " + lead }
        return sentence
    }

    private func lead(_ progress: Progress, _ source: CellSource) -> Sentence? {
        guard let lead = progress.lead, progress.schedule?.basis != .period, !progress.completion.isVague else { return nil }
        let spoken = Spoken(TargetText.lead(lead))
        if !spoken.isOneSided { return Sentence("too little of it in to hold against the schedule") }
        if !spoken.isUp, !spoken.isDown { return .number("as scheduled", source) }
        let side = progress.completion.isCeiling ? (spoken.isUp ? "below" : "above") : (spoken.isUp ? "ahead of" : "behind")
        let points = spoken.digits + (spoken.digits == "1.0" ? " point" : " points")
        return (spoken.bound.isEmpty ? "" : "at least ") + .number(points, source) + " \(side) schedule"
    }
}
