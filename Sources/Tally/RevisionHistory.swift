import Ledger
import Numerics
import Syntax

/// Figures of one cell in the order in which they became known, where there is more than one.
public struct RevisionHistory: Sendable {
    /// The unit that the figures are of.
    public var unit: UnitID
    /// The indicator that they are of.
    public var indicator: IndicatorID
    /// The period that they are of.
    public var period: Period
    /// At least two, the one that stands last.
    public var figures: [Figure]

    /// Every cell of the ledger that was stated more than once, by unit, indicator and period.
    public static func all(of ledger: Ledger, where isWanted: (Series) -> Bool) -> [RevisionHistory] {
        var histories: [RevisionHistory] = []
        var figures: [Figure] = []
        for (index, series) in ledger.figures.series.enumerated() where series.count > 1 && isWanted(series) {
            ledger.figures.load(SeriesID(index), into: &figures)
            for run in runs(figures) {
                histories.append(
                    RevisionHistory(
                        unit: series.unit, indicator: series.indicator, period: run[0].period, figures: run.sorted(by: precedes)))
            }
        }
        return histories
    }

    /// Neighbours of one period, where there are several.
    private static func runs(_ figures: [Figure]) -> [[Figure]] {
        var runs: [[Figure]] = []
        var start = 0
        while start < figures.count {
            var end = start + 1
            while end < figures.count, figures[end].period == figures[start].period { end += 1 }
            if end > start + 1 { runs.append(Array(figures[start..<end])) }
            start = end
        }
        return runs
    }

    /// Revisions after what they revise, then by day, then the firmer later.
    private static func precedes(_ a: Figure, _ b: Figure) -> Bool {
        if a.isRevision != b.isRevision { return b.isRevision }
        if a.isRevision, a.knownOn != b.knownOn { return a.knownOn < b.knownOn }
        if a.status != b.status { return a.status < b.status }
        if a.knownOn != b.knownOn { return a.knownOn < b.knownOn }
        return a.id < b.id
    }
}
