import Diagnostics
import Ledger
import Numerics
import Reports
import Tally

/// What a person sees beside the question for a figure: the last value, last year's, and the target.
struct FigureInView {
    private let unit: UnitID
    private let id: IndicatorID
    private let period: Period
    private let evaluator: Evaluator

    private var ledger: Ledger { evaluator.tally.ledger }
    private var measure: Measure { ledger.measures[ledger.indicators[id].measure] }

    init(_ unit: UnitID, _ id: IndicatorID, _ period: Period, _ evaluator: Evaluator) {
        self.unit = unit
        self.id = id
        self.period = period
        self.evaluator = evaluator
    }

    /// Two lines.
    func text(in language: Language) -> String {
        let name = ledger.indicators[id].displayName(in: language)
        let suffix = measure.displayName(in: language)
        let parts = [here, last, lastYear, target].compactMap { $0?.text(in: language) }
        return "\n\(name)\(suffix.isEmpty ? "" : ", \(suffix)")\n" + (parts.isEmpty ? "" : "  \(parts.joined(separator: " · "))\n")
    }

    private var here: Localized? {
        guard let value = value(period) else { return nil }
        return Localized(en: "already known: \(value)", zh: "已有 \(value)")
    }

    private var last: Localized? {
        guard let series = ledger.figures.find(unit, id) else { return nil }
        let earlier = ledger.figures.figures(of: series).filter { $0.period.end <= period.start && $0.form.absence == nil }
        guard let latest = earlier.max(by: { ($0.period.end, $1.period.dayCount) < ($1.period.end, $0.period.dayCount) }),
            let value = value(latest.period)
        else { return nil }
        let when = spelled(latest.period)
        return Localized(en: "last \(value) (\(when.en))", zh: "上期 \(value)（\(when.zh)）")
    }

    private var lastYear: Localized? {
        guard let before = period.lastYear, let value = value(before) else { return nil }
        let when = spelled(before)
        return Localized(en: "last year \(value) (\(when.en))", zh: "上年同期 \(value)（\(when.zh)）")
    }

    private var target: Localized? {
        let targets = evaluator.tally.targets
        guard let asked = targets.periods(unit, id).first(where: { $0.contains(period) }),
            let standing = targets.issued(CellKey(unit, id, asked)).first
        else { return nil }
        let value =
            if case .level(let level) = standing.demand { AmountText(level, measure).number } else {
                TargetText(ledger, id).target(standing, nil)
            }
        let when = spelled(asked)
        return Localized(en: "target \(value) (\(when.en))", zh: "目标 \(value)（\(when.zh)）")
    }

    private func spelled(_ period: Period) -> Localized {
        Localized(
            en: period.spelled(in: .english, fiscalStart: ledger.fiscalStart),
            zh: period.spelled(in: .chinese, fiscalStart: ledger.fiscalStart))
    }

    private func value(_ period: Period) -> String? {
        let cell = evaluator.cell(unit, id, period)
        guard !cell.isNothing, let interval = cell.interval else { return nil }
        return AmountText(interval, measure).number
    }
}
