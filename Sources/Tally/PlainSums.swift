import Ledger
import Numerics

/// Sums over a plain series, as sums of integers.
struct PlainSums {
    private var series = PlainSeries()
    private var time = PlainTime()
    private var scale = MeasureScale()
    /// The series that was asked for last, and whether it could be taken over.
    private var last: (id: SeriesID, isPlain: Bool)?

    /// Takes over a series; false where it is not plain, or its sum would overflow. Costs nothing where it was asked for last.
    mutating func load(_ id: SeriesID, _ ledger: Ledger) -> Bool {
        if let last, last.id == id { return last.isPlain }
        let isPlain = takeOver(id, ledger)
        last = (id, isPlain)
        return isPlain
    }

    private mutating func takeOver(_ id: SeriesID, _ ledger: Ledger) -> Bool {
        guard ledger.figures.loadPlain(id, into: &series) else { return false }
        scale = ledger.measures.scale(of: series.measure)
        var bits: Int64 = 0
        for index in 0..<series.count { bits |= series.rows[index].mantissa ^ series.rows[index].mantissa >> 63 }
        guard bits.leadingZeroBitCount > Int64.bitWidth - series.count.leadingZeroBitCount else { return false }
        return time.load(series.count) { Period(series.rows[$0].start, series.rows[$0].end) }
    }

    /// Reported, joined or absent.
    func cell(_ period: Period) -> Cell {
        guard let steps = time.steps(to: period) else { return .absent }
        let isStated = steps.count == 1 && !steps[0].isSubtracted
        let sum = steps.reduce(Int64(0)) { $1.isSubtracted ? $0 - series.rows[$1.row].mantissa : $0 + series.rows[$1.row].mantissa }
        var cell = Cell(
            isStated ? .reported : .joinedFigures, scale.interval(Int128(sum), of: steps.count, decimals: series.form.scale))
        if isStated { cell.figure = series.rows[steps[0].row].figure }
        cell.status = .reported
        cell.reported = 1
        cell.expected = 1
        return cell
    }

    /// Whether nothing in the series looks like a slip.
    var isSmooth: Bool {
        (1..<max(1, series.count)).allSatisfy { index in
            let (a, b) = (series.rows[index - 1], series.rows[index])
            return PlainStep(from: Period(a.start, a.end), to: Period(b.start, b.end)).isSmooth(a.mantissa, b.mantissa)
        }
    }
}
