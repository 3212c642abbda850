import Ledger
import Numerics

/// Plain series that were taken out of the columns lately: a sum comes back to those of the sub-units, period after period.
struct PlainMemory {
    private enum Place {
        case empty
        case plain(SeriesID, PlainSums)
        case notPlain(SeriesID)
    }

    /// Each series has but one place, by its number; others may have the same.
    private var places: [Place] = []
    private static let placeCount = 256
    private var scratch = PlainSeries()
    /// That of the series taken out last; most have the same.
    private var time: PlainTime?

    /// The sums of a series; nil where it is not plain, or its sum would overflow.
    mutating func sums(of id: SeriesID, _ ledger: Ledger) -> PlainSums? {
        if places.isEmpty { places = Array(repeating: .empty, count: Self.placeCount) }
        let place = id.index % Self.placeCount
        switch places[place] {
        case .plain(id, let sums): return sums
        case .notPlain(id): return nil
        case .empty, .plain, .notPlain: break
        }
        guard ledger.figures.loadPlain(id, into: &scratch), let sums = PlainSums(scratch, time, ledger.measures) else {
            places[place] = .notPlain(id)
            return nil
        }
        time = sums.time
        places[place] = .plain(id, sums)
        return sums
    }

    /// Whether a series is plain and nothing in it looks like a slip. Such are asked for once, and not kept.
    mutating func isSmooth(_ id: SeriesID, _ figures: FigureStore) -> Bool {
        guard figures.loadPlain(id, into: &scratch) else { return false }
        return (1..<max(1, scratch.count)).allSatisfy { index in
            let (a, b) = (scratch.rows[index - 1], scratch.rows[index])
            return PlainStep(from: Period(a.start, a.end), to: Period(b.start, b.end)).isSmooth(a.mantissa, b.mantissa)
        }
    }
}
