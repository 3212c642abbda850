import Diagnostics
import Ledger
import Numerics
import Tally

/// What stands under the lines.
extension ContradictionWording {
    func primaryLabel(in language: Language) -> String {
        let made = AmountText(stated, shownMeasure).text
        let makes =
            switch (contradiction.relation, contradiction.overUnits, contradiction.law) {
            case (.equal, .max, .unit): language.choose(en: "the highest of the others is \(made)", zh: "其余最大为 \(made)")
            case (.equal, .min, .unit): language.choose(en: "the lowest of the others is \(made)", zh: "其余最小为 \(made)")
            case (.equal, .mean, .unit): language.choose(en: "the mean of the others is \(made)", zh: "其余平均为 \(made)")
            case (_, _, _) where onlyPart != nil: language.choose(en: "the other says \(made)", zh: "另一行为 \(made)")
            case (_, _, _): language.choose(en: "the others make \(made)", zh: "其余合计 \(made)")
            }
        return wholeText(in: language) + language.choose(en: "; ", zh: "；") + makes
    }

    /// What the whole is: as written where a line states it.
    private func wholeText(in language: Language) -> String {
        guard whole.isStated, let line else { return label(whole, in: language) }
        let written = wording.written(line, of: whole.key.indicator)
        let range = AmountText.interval(whole.interval, shownMeasure)
        return language.choose(en: "stated ", zh: "所报 ") + (range.isEmpty ? written : "\(written) \(range)")
    }

    func name(_ part: Contradiction.Term, in language: Language) -> String {
        let name =
            switch contradiction.law {
            case .time: wording.period(part.key.period, in: language)
            case .unit: wording.unit(part.key.unit)
            case .parts: wording.indicator(part.key.indicator)
            }
        return part.isSubtracted ? "− " + name : name
    }

    func label(_ part: Contradiction.Term, in language: Language) -> String {
        let name = name(part, in: language)
        if part.isStated { return name }
        let value = wording.quantity(part.interval, part.key.indicator)
        return part.figures.count == 1
            ? language.choose(en: "\(name), \(value)", zh: "\(name)，得 \(value)")
            : language.choose(en: "\(name), \(value) with its other lines", zh: "\(name)，连同其他行得 \(value)")
    }
}
