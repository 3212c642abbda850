import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax
import Tally

/// Puts a cell's value into words: the number with its sign, its marks and its footnotes.
struct FactWriter {
    let ledger: Ledger
    let notes: PartialNotes
    /// Where the values stand that errors speak of.
    let contradicted: Set<SourceSpan>

    /// The value of a cell; blank where there is none.
    func value(_ cell: KnownCell, of subject: ReportSubject, _ id: IndicatorID, _ period: Period, _ style: NumberStyle) -> Cell {
        if let text = absenceText(cell) { return text }
        guard var interval = cell.interval, !cell.isNothing else { return .blank }
        let measure = ledger.measures[ledger.indicators[id].measure]
        // Sums so far are shown as their parts add up; nobody adds quotients up.
        if measure.isRate, cell.way == .formula { interval = interval.openAbove(0) }
        let text = style.text(ShownNumber(interval, measure.isRate ? .end : .value), of: interval, factor: measure.factor)
        return Cell(Localized(verbatim: text), marks: marks(of: cell), notes: notes.notes(on: cell, of: subject, id, period))
    }

    /// Growth of a cell; blank where there is none.
    func growth(_ growth: Growth?, of id: IndicatorID) -> Cell {
        guard let growth else { return .blank }
        let isExtra = growth.isPublished && ledger.indicators[id].growth == .nominal
        return Cell(growthText(growth), marks: (isExtra ? [.publishedGrowth] : []) + (growth.isEstimate ? [.estimate] : []))
    }

    /// A share; blank where there is none.
    func share(_ share: Interval?) -> Cell {
        guard let share else { return .blank }
        return Cell(shareText(share))
    }

    private func absenceText(_ cell: KnownCell) -> Cell? {
        if cell.way == .nothing { return Cell("–") }
        guard cell.way == .absent else { return nil }
        return cell.absence == .withheld ? Cell("…", marks: [.withheld]) : .blank
    }

    private func marks(of cell: KnownCell) -> [Mark] {
        var marks: [Mark] = []
        if cell.way == .parts || cell.way == .joinedCells || cell.way == .growth { marks.append(.derived) }
        switch cell.status {
        case .estimate: marks.append(.estimate)
        case .preliminary: marks.append(.preliminary)
        case .reported, .final: break
        }
        if !contradicted.isEmpty, let figure = cell.figure, contradicted.contains(ledger.valueSpan(of: figure)) {
            marks.append(.contradicted)
        }
        return marks
    }
}

extension Mark {
    static let publishedGrowth = Mark(
        "†", Localized(en: "as published; the levels here do not say", zh: "为公布的增速，本台账的数值推不出"))
    static let withheld = Mark("*", Localized(en: "withheld", zh: "保密不公布"))
}
