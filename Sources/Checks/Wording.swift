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
        Localized(en: self.period(period, in: .english), zh: self.period(period, in: .chinese))
    }

    func period(_ period: Period, in language: Language) -> String { period.spelled(in: language, fiscalStart: ledger.fiscalStart) }

    func period(of figure: FigureID) -> Localized { period(ledger.figures.period(of: figure)) }

    func span(_ figure: FigureID) -> SourceSpan { ledger.valueSpan(of: figure) }

    /// The value on a line as it stands there, with the declared measure where the line leaves it out.
    func written(_ line: StatedLine, of id: IndicatorID) -> String {
        let text = ledger.sources[line.file].buffer.text(line.valueSpan.range)
        let words = text.utf8.contains(0x20) ? text.split(separator: " ").joined(separator: " ") : text
        return line.body?.measure == nil ? words + measure(id).suffix() : words
    }

    /// The value of a figure as its line has it, and behind it the range that it stands for, in the declared measure; nil where the line is
    /// written in another one, or is no longer there.
    func stated(_ figure: FigureID, _ id: IndicatorID, _ range: String) -> String? {
        let line = ledger.statedLine(of: figure)
        guard let body = line.body, body.measure == nil || measure(of: figure, id).name == measure(id).name else { return nil }
        return written(line, of: id) + (range.isEmpty ? "" : " " + range)
    }

    /// The measure in which a figure's line is written.
    func measure(of figure: FigureID, _ id: IndicatorID) -> Measure {
        ledger.figures.writtenMeasure(of: figure).map { ledger.measures[$0] } ?? measure(id)
    }

    /// A quantity of an indicator with its measure, and with what it may be.
    func quantity(_ interval: Interval, _ id: IndicatorID) -> String { AmountText(interval, measure(id)).text }

    /// A value of an indicator with its measure.
    func value(_ interval: Interval, _ id: IndicatorID) -> String { AmountText(interval, measure(id)).value }
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
