import Diagnostics
import Ledger
import Numerics
import Tally

/// What stands under the lines.
extension ContradictionWording {
    var primaryLabel: Localized {
        let made = AmountText(stated, shownMeasure).text
        let value = wholeText
        let makes: Localized
        switch (contradiction.relation, contradiction.overUnits, contradiction.law) {
        case (.equal, .max, .unit): makes = Localized(en: "the highest of the others is \(made)", zh: "其余最大为 \(made)")
        case (.equal, .min, .unit): makes = Localized(en: "the lowest of the others is \(made)", zh: "其余最小为 \(made)")
        case (.equal, .mean, .unit): makes = Localized(en: "the mean of the others is \(made)", zh: "其余平均为 \(made)")
        case (_, _, _):
            makes =
                onlyPart != nil
                ? Localized(en: "the other says \(made)", zh: "另一行为 \(made)") : Localized(en: "the others make \(made)", zh: "其余合计 \(made)")
        }
        return Localized(en: "\(value.en); \(makes.en)", zh: "\(value.zh)；\(makes.zh)")
    }

    /// What the whole is: as written where a line states it.
    private var wholeText: Localized {
        guard whole.isStated, let line else { return label(whole) }
        let written = wording.written(line, of: whole.key.indicator)
        let range = AmountText.interval(whole.interval, shownMeasure)
        let text = range.isEmpty ? written : "\(written) \(range)"
        return Localized(en: "stated \(text)", zh: "所报 \(text)")
    }

    func name(_ part: Contradiction.Term) -> Localized {
        let name: Localized =
            switch contradiction.law {
            case .time: wording.period(part.key.period)
            case .unit: Localized(verbatim: wording.unit(part.key.unit))
            case .parts: Localized(verbatim: wording.indicator(part.key.indicator))
            }
        return part.isSubtracted ? "− " + name : name
    }

    func label(_ part: Contradiction.Term) -> Localized {
        if part.isStated { return name(part) }
        let value = wording.quantity(part.interval, part.key.indicator)
        return name(part)
            + (part.figures.count == 1
                ? Localized(en: ", \(value)", zh: "，得 \(value)")
                : Localized(en: ", \(value) with its other lines", zh: "，连同其他行得 \(value)"))
    }
}
