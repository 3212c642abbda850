import Ledger
import Numerics
import Syntax
import Tally

/// The periods for which figures of each indicator, or of those that bear on it, state a value: what decides how far a year has come.
struct FigurePeriods: Sendable {
    private var byIndicator: [IndicatorID: Set<Period>] = [:]

    /// Costs a pass over the blocks of figures and their indicators; estimates count only where there is nothing else.
    init(_ tally: Tally, of indicators: [IndicatorID], under units: Set<UnitID>?) {
        let ledger = tally.ledger
        var asked: [IndicatorID: [IndicatorID]] = [:]
        for id in indicators { for bearing in Self.bearing(on: id, ledger) { asked[bearing, default: []].append(id) } }
        let stated = ledger.figures.periods(indicatorCount: ledger.indicators.count) { head in
            head.status != .estimate && (units?.contains(head.unit) ?? true) && (tally.asOf.map { head.knownOn <= $0 } ?? true)
        }
        for (bearing, ids) in asked { for id in ids { byIndicator[id, default: []].formUnion(stated[bearing.index]) } }
        for claims in ledger.statements.claims where tally.asOf.map({ claims.knownOn <= $0 }) ?? true {
            for id in asked[claims.indicator] ?? [] where units?.contains(claims.unit) ?? true {
                byIndicator[id, default: []].insert(claims.period)
            }
        }
        for id in indicators where byIndicator[id, default: []].isEmpty {
            byIndicator[id] = Set(tally.registers(behind: id).flatMap { Self.months(of: $0, tally) })
        }
    }

    /// A register speaks of every month up to its last line.
    private static func months(of register: RegisterID, _ tally: Tally) -> [Period] {
        guard let span = tally.registers.span(of: register) else { return [] }
        let (first, last) = (span.start.civil, span.lastDay.civil)
        return Period.months(from: (first.year, first.month), through: (last.year, last.month)).parts(.month)
    }

    /// The days at which they end.
    func ends(of id: IndicatorID) -> Set<Day> { Set((byIndicator[id] ?? []).map(\.end)) }

    /// Those of all indicators.
    var ends: Set<Day> { byIndicator.values.reduce(into: []) { $0.formUnion($1.map(\.end)) } }

    /// Whether all that lie in the period are shorter than a quarter.
    func areMonthly(_ id: IndicatorID, in period: Period) -> Bool {
        let inside = (byIndicator[id] ?? []).filter { period.contains($0) }
        return !inside.isEmpty && inside.allSatisfy { $0.dayCount < 32 }
    }

    /// The indicator, and those that its value may follow from, at whatever distance.
    private static func bearing(on id: IndicatorID, _ ledger: Ledger) -> Set<IndicatorID> {
        var found: Set<IndicatorID> = [id]
        var rest = [id]
        while let next = rest.popLast() {
            let names = ledger.indicators[next].formula?.sides.flatMap(\.indicatorNames) ?? []
            let operands = ledger.indicators[next].parts.joined() + names.compactMap { ledger.indicators.find($0.text) }
            for operand in operands where found.insert(operand).inserted { rest.append(operand) }
        }
        return found
    }
}
