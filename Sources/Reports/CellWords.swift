import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally

/// Single cells as sentences and made-up tables show them: written like those of a report, with the same signs and notes.
public struct CellWords {
    private let writer: FactWriter
    private let ledger: Ledger

    /// Values that stand at one of the places `contradicted` are marked.
    public init(_ evaluator: Evaluator, contradicted: Set<SourceSpan> = []) {
        ledger = evaluator.tally.ledger
        writer = FactWriter(ledger: ledger, notes: PartialNotes(ledger: ledger, evaluator: evaluator), contradicted: contradicted)
    }

    /// The value, without its measure; blank where there is none. `≥`, `>` and so on stand before what is only a bound. It gets as many
    /// decimals as suit the `others` that it stands among.
    public func value(_ cell: KnownCell, _ key: CellKey, among others: [KnownCell] = []) -> Cell {
        let factor = ledger.measures[ledger.indicators[key.indicator].measure].factor
        let subject = ReportSubject(
            kind: .unit(key.unit), path: "", label: Localized(verbatim: ledger.units[key.unit].name), parent: nil, depth: 0)
        var shown = writer.value(cell, of: subject, key.indicator, key.period, NumberStyle(for: others + [cell], factor: factor))
        if !shown.text.en.isEmpty { shown.source = .value(key) }
        return shown
    }

    /// `+8.2%`, `-1.3 pp`; blank where there is none.
    public func growth(_ growth: Growth?, _ key: CellKey) -> Cell {
        var shown = writer.growth(growth, of: key.indicator)
        if !shown.text.en.isEmpty { shown.source = .yearOnYear(key) }
        return shown
    }
}
