import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax
import Tally

/// How checks speak of figures.
struct Wording {
    let ledger: Ledger

    init(_ tally: Tally) { ledger = tally.ledger }

    func unit(_ id: UnitID) -> String { ledger.units[id].name }

    func indicator(_ id: IndicatorID) -> String { ledger.indicators[id].name }

    func measure(_ id: IndicatorID) -> Measure { ledger.measures[ledger.indicators[id].measure] }

    func period(_ period: Period) -> Localized {
        Localized(en: period.spelled(in: .english), zh: period.spelled(in: .chinese))
    }

    func span(_ figure: FigureID) -> SourceSpan { ledger.valueSpan(of: figure) }

    /// The value of a figure as its line has it, measure and all.
    func written(_ figure: FigureID) -> String {
        let span = span(figure)
        let text = ledger.sources[span.file].buffer.text(span.range)
        return text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }

    /// A quantity of an indicator with its measure, and with what it may be.
    func quantity(_ interval: Interval, _ id: IndicatorID) -> String {
        let measure = measure(id)
        let range = measure.rangeText(interval)
        let value = "\(measure.valueText(interval))\(suffix(measure))"
        return range.isEmpty ? value : "\(value) (\(range))"
    }

    /// A value of an indicator with its measure.
    func value(_ interval: Interval, _ id: IndicatorID) -> String {
        let measure = measure(id)
        return "\(measure.valueText(interval))\(suffix(measure))"
    }

    private func suffix(_ measure: Measure) -> String {
        measure.name.isEmpty ? "" : measure.name == "%" ? "%" : " \(measure.name)"
    }
}

extension Localized {
    static func + (a: Localized, b: Localized) -> Localized { Localized(en: a.en + b.en, zh: a.zh + b.zh) }
    static func + (a: Localized, b: String) -> Localized { Localized(en: a.en + b, zh: a.zh + b) }
    static func + (a: String, b: Localized) -> Localized { Localized(en: a + b.en, zh: a + b.zh) }

    /// The texts one after another, as a list is written in each language.
    static func list(_ items: [Localized]) -> Localized {
        Localized(en: items.map(\.en).joined(separator: ", "), zh: items.map(\.zh).joined(separator: "、"))
    }
}
