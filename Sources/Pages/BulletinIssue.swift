import Diagnostics
import Ledger
import Numerics
import Reports
import SourceText
import Syntax
import Tally

/// An issue of a bulletin: what it is on, and whom it asks.
public struct BulletinIssue {
    let tally: Tally
    let evaluator: Evaluator
    let language: Language
    /// What was asked for: a month, a quarter, a year, or a run of months.
    let period: Period
    /// From the start of the year to its end.
    let toDate: Period
    /// What the issue before was on; nil before 1900.
    let before: Period?
    /// The units that it is on; their sub-units are compared.
    let tops: [UnitID]
    let words: CellWords

    var ledger: Ledger { tally.ledger }

    /// On these units, or on the topmost that have several sub-units. Values that stand at one of the places `contradicted` are marked.
    public init(
        _ period: Period, of units: [UnitID], _ tally: Tally, language: Language, contradicted: Set<SourceSpan> = []
    ) {
        self.tally = tally
        self.language = language
        self.period = period
        evaluator = Evaluator(tally)
        toDate = tally.ledger.toDate(period)
        before = tally.ledger.previousIssue(of: period)
        tops = units.isEmpty ? tally.ledger.units.roots.map { Self.spread(from: $0, tally.ledger.units) } : units
        words = CellWords(evaluator, contradicted: contradicted)
    }

    /// A city of which the ledger follows one district is passed over.
    private static func spread(from root: UnitID, _ units: UnitTree) -> UnitID {
        var unit = root
        while case let parts = units.parts(of: unit), parts.count == 1, units.hasParts(parts[0]) { unit = parts[0] }
        return unit
    }

    /// The sub-units that are compared, in the order of the tree.
    var parts: [UnitID] { tops.flatMap { ledger.units.parts(of: $0) }.filter { ledger.units.isAlive($0, in: toDate) } }

    /// What an indicator is shown for: a flow from the start of the year, the rest at the period's end where there is something, else for the
    /// year so far.
    func key(_ unit: UnitID, _ id: IndicatorID) -> CellKey {
        if ledger.indicators[id].isAdditiveOverTime { return CellKey(unit, id, toDate) }
        let own = CellKey(unit, id, period)
        let isKnown = evaluator.cell(unit, id, period).interval != nil || evaluator.yearOnYear(unit, id, period) != nil
        return isKnown ? own : CellKey(unit, id, toDate)
    }

    func name(_ id: UnitID) -> String { ledger.units[id].displayName(in: language) }

    func name(_ id: IndicatorID) -> String { ledger.indicators[id].displayName(in: language) }

    func text(_ localized: Localized) -> String { localized.text(in: language) }

    func label(_ id: UnitID) -> Localized {
        Localized(en: ledger.units[id].displayName(in: .english), zh: ledger.units[id].displayName(in: .chinese))
    }

    /// `规上工业产值, 亿元`
    func label(_ id: IndicatorID) -> Localized {
        let measure = ledger.measures[ledger.indicators[id].measure]
        func text(_ language: Language) -> String {
            let unit = measure.displayName(in: language)
            return ledger.indicators[id].displayName(in: language) + (unit.isEmpty ? "" : ", " + unit)
        }
        return Localized(en: text(.english), zh: text(.chinese))
    }

    /// `1-5月`, `Jan–May 2024`
    func periodText(_ period: Period) -> String {
        switch language {
        case .chinese: period.heading(fiscalStart: ledger.fiscalStart).zh
        case .english: period.fullText(fiscalStart: ledger.fiscalStart).en
        }
    }
}
