import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax
import Tally

extension Explainer {
    /// How a unit stands with its target: the completion, below it what is divided by what, the schedule that it is held against, and the
    /// lead.
    func progress(_ key: CellKey) -> ExplainNode {
        let name = ledger.toDate(key.period).spelled(in: language, fiscalStart: ledger.fiscalStart) + " " + unitName(key.unit) + " "
        let label = name + Localized(en: "completion of ", zh: "完成率：").text(in: language) + indicatorName(key.indicator)
        guard let progress = evaluator.progress(key.unit, key.indicator, key.period, step: .month) else {
            let nothing = Localized(en: "no figure, or no target", zh: "没有数据或没有目标").text(in: language)
            return ExplainNode(value: "—", interval: "", label: label + comma + nothing)
        }
        let completion = progress.completion
        var node = ExplainNode(value: completion.percent.map { TargetText.percent($0) } ?? "—", interval: "", label: label)
        node.operands = [completion.isOfGrowth ? growth(completion.key) : cell(completion.key), target(completion, key)]
        if let schedule = progress.schedule { node.operands.append(scheduleNode(schedule)) }
        if let lead = progress.lead {
            let what = Localized(en: "lead in points: the difference of the two", zh: "超序时（百分点）：两者之差")
            node.operands.append(ExplainNode(value: TargetText.lead(lead), interval: "", label: what.text(in: language)))
        }
        return node
    }

    private func target(_ completion: Completion, _ key: CellKey) -> ExplainNode {
        let text = TargetText(ledger, key.indicator)
        guard let target = completion.target else {
            let what = Localized(en: "the year's target, as published completions have it", zh: "年度目标，由公布的完成率推算")
            var node = ExplainNode(value: text.value(completion.asked), interval: "", label: what.text(in: language))
            let year = CellKey(key.unit, key.indicator, ledger.year(of: key.period))
            node.operands = evaluator.publishedCompletions(year).filter { evaluator.supplied(by: $0) != nil }.map { self.completion($0) }
            return node
        }
        let period = target.target.period.spelled(in: language, fiscalStart: ledger.fiscalStart)
        let what = Localized(en: "target for \(period), set by \(unitName(target.issuer))", zh: "\(period)目标，\(unitName(target.issuer))下达")
        let span = SourceSpan(file: target.target.file, range: ByteRange(target.target.line, target.target.line))
        var node = ExplainNode(
            value: text.target(target, completion.isOfGrowth ? nil : completion.asked), interval: "", label: what.text(in: language),
            place: place(span))
        node.line = span
        return node
    }

    private func scheduleNode(_ schedule: Schedule) -> ExplainNode {
        let basis =
            switch schedule.basis {
            case .period: Localized(en: "the target is for this very period", zh: "目标即为本期")
            case .targets: Localized(en: "by the targets of quarters or months", zh: "按分季、分月目标")
            case .phase: Localized(en: "by the phases of the year", zh: "按序时安排")
            case .lastYear: Localized(en: "as last year went", zh: "按上年同期进度")
            case .calendar: Localized(en: "by the calendar", zh: "按月份平均")
            }
        let what = Localized(en: "schedule", zh: "序时进度").text(in: language) + comma + basis.text(in: language)
        return ExplainNode(value: TargetText.percent(schedule.percent), interval: "", label: what)
    }
}
