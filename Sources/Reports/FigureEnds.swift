import Ledger
import Numerics
import SourceText
import Syntax
import Tally

/// The days at which the figures of each indicator end that state a value: what decides how far a year has come.
struct FigureEnds: Sendable {
    private var byIndicator: [IndicatorID: Set<Day>] = [:]

    /// Costs a pass over the figures of the indicators; estimates count only where there is nothing else.
    init(_ tally: Tally, of indicators: [IndicatorID], under units: Set<UnitID>?, threads: Int = processorCount()) {
        let ledger = tally.ledger
        let asked = Self.bearing(on: indicators, ledger)
        let series = ledger.figures.series.indices
        let shares = max(1, min(series.count / 1024, threads))
        var found: [[IndicatorID: Set<Day>]] = Array(repeating: [:], count: shares)
        found.withUnsafeMutableBufferPointer { found in
            // SAFETY: every task writes its own element.
            nonisolated(unsafe) let found = found
            parallelFor(shares, threads: threads) { share in
                var scan = EndScan(tally)
                for index in series.count * share / shares..<series.count * (share + 1) / shares {
                    let series = ledger.figures.series[index]
                    guard asked[series.indicator] != nil, units?.contains(series.unit) ?? true else { continue }
                    scan.add(SeriesID(index), series.indicator)
                }
                found[share] = scan.ends
            }
        }
        for (indicator, ends) in found.joined() {
            for id in asked[indicator] ?? [] { byIndicator[id, default: []].formUnion(ends) }
        }
        for claims in ledger.statements.claims where tally.asOf == nil {
            for id in asked[claims.indicator] ?? [] where units?.contains(claims.unit) ?? true {
                byIndicator[id, default: []].insert(claims.period.end)
            }
        }
    }

    func ends(of id: IndicatorID) -> Set<Day> { byIndicator[id] ?? [] }

    var all: Set<Day> { byIndicator.values.reduce(into: []) { $0.formUnion($1) } }

    /// For each indicator that bears on one of those asked for, which ones.
    private static func bearing(on indicators: [IndicatorID], _ ledger: Ledger) -> [IndicatorID: [IndicatorID]] {
        var asked: [IndicatorID: [IndicatorID]] = [:]
        for id in indicators { for bearing in bearing(on: id, ledger) { asked[bearing, default: []].append(id) } }
        return asked
    }

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

/// Collects the ends of one share of the series. Series of one indicator mostly end on the same days in the same order, so that most figures
/// cost a comparison and no hashing.
private struct EndScan {
    private let tally: Tally
    private var figures: [Figure] = []
    private var latest: [IndicatorID: [Day]] = [:]
    private(set) var ends: [IndicatorID: Set<Day>] = [:]

    init(_ tally: Tally) { self.tally = tally }

    mutating func add(_ id: SeriesID, _ indicator: IndicatorID) {
        tally.ledger.figures.load(id, into: &figures)
        var days: [Day] = []
        for figure in figures where figure.form.absence == nil && figure.status != .estimate {
            if let asOf = tally.asOf, figure.knownOn > asOf { continue }
            days.append(figure.period.end)
        }
        if latest[indicator] == days { return }
        ends[indicator, default: []].formUnion(days)
        latest[indicator] = days
    }
}
