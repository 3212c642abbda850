import Ledger
import Numerics
import Syntax
import Tally

/// The days at which the figures of each indicator end that state a value: what decides how far a year has come.
struct FigureEnds: Sendable {
    private var byIndicator: [IndicatorID: Set<Day>] = [:]

    /// Costs a pass over the blocks of figures and their indicators; estimates count only where there is nothing else.
    init(_ tally: Tally, of indicators: [IndicatorID], under units: Set<UnitID>?) {
        let ledger = tally.ledger
        var asked: [IndicatorID: [IndicatorID]] = [:]
        for id in indicators { for bearing in Self.bearing(on: id, ledger) { asked[bearing, default: []].append(id) } }
        let ends = ledger.figures.ends(indicatorCount: ledger.indicators.count) { head in
            head.status != .estimate && (units?.contains(head.unit) ?? true) && (tally.asOf.map { head.knownOn <= $0 } ?? true)
        }
        for (bearing, ids) in asked { for id in ids { byIndicator[id, default: []].formUnion(ends[bearing.index]) } }
        for claims in ledger.statements.claims where tally.asOf == nil {
            for id in asked[claims.indicator] ?? [] where units?.contains(claims.unit) ?? true {
                byIndicator[id, default: []].insert(claims.period.end)
            }
        }
    }

    func ends(of id: IndicatorID) -> Set<Day> { byIndicator[id] ?? [] }

    var all: Set<Day> { byIndicator.values.reduce(into: []) { $0.formUnion($1) } }

    /// The indicator, and those that its value may follow from.
    private static func bearing(on id: IndicatorID, _ ledger: Ledger) -> Set<IndicatorID> {
        var found: Set<IndicatorID> = [id]
        for parts in ledger.indicators[id].parts { found.formUnion(parts) }
        for name in ledger.indicators[id].formula?.sides.flatMap(\.indicatorNames) ?? [] {
            if let operand = ledger.indicators.find(name.text) { found.insert(operand) }
        }
        return found
    }
}
