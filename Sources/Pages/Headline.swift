import Ledger
import Numerics
import Reports
import Tally

/// What an issue says of one indicator of the unit that it is on.
struct Headline {
    var key: CellKey
    var cell: KnownCell
    var growth: Growth?
    /// The period itself, where the value is that of the year so far.
    var latest: (key: CellKey, cell: KnownCell, growth: Growth?)?
    var progress: Progress?

    /// Whether there is a number to tell; that a sum is not below zero so far is none.
    var hasValue: Bool {
        guard let interval = cell.interval, !cell.isNothing else { return false }
        return !cell.isLowerBound || interval.value != 0
    }
}

extension KnownCell {
    /// Whether it is derived, and the figures behind it are too coarse to tell it from nothing: then it is only about so much.
    var isIndistinct: Bool {
        guard way != .reported, let interval, interval.hasLow, interval.hasHigh else { return false }
        return interval.low <= 0 && interval.high >= 0 && interval.low < interval.high
    }
}

extension BulletinIssue {
    /// In the order of the tree, then of the indicators; without those of which nothing is known.
    func headlines() -> [Headline] { tops.flatMap { unit in ledger.indicators.ids.compactMap { headline(unit, $0) } } }

    /// What is left to be brought is told for each quarter where the issue is on whole quarters.
    private var step: PeriodLength { [.quarter, .half, .year].contains(period.length) ? .quarter : .month }

    func progress(_ unit: UnitID, _ id: IndicatorID) -> Progress? { evaluator.progress(unit, id, period, step: step) }

    private func headline(_ unit: UnitID, _ id: IndicatorID) -> Headline? {
        let key = key(unit, id)
        var headline = Headline(
            key: key, cell: evaluator.cell(unit, id, key.period), growth: evaluator.yearOnYear(unit, id, key.period))
        guard headline.hasValue || headline.growth != nil else { return nil }
        headline.progress = progress(unit, id)
        if key.period != period {
            let own = evaluator.cell(unit, id, period)
            if own.isComplete, own.interval != nil, !own.isNothing {
                headline.latest = (CellKey(unit, id, period), own, evaluator.yearOnYear(unit, id, period))
            }
        }
        return headline
    }
}
