import Ledger
import Numerics

/// Sums over a plain series, as sums of integers.
final class PlainSums {
    private let rows: [PlainSeries.Row]
    private let decimals: UInt8
    private let scale: MeasureScale
    /// How its periods make others.
    let time: PlainTime

    /// Nil where the sum of the series would overflow. `known` is taken over where it is the time of this series too.
    init?(_ series: PlainSeries, _ known: PlainTime?, _ measures: MeasureTable) {
        let rows = series.rows.prefix(series.count)
        var bits: Int64 = 0
        for row in rows { bits |= row.mantissa ^ row.mantissa >> 63 }
        guard bits.leadingZeroBitCount > Int64.bitWidth - rows.count.leadingZeroBitCount else { return nil }
        let period = { Period(rows[$0].start, rows[$0].end) }
        guard let time = known.flatMap({ $0.isOf(rows.count, period) ? $0 : nil }) ?? PlainTime(rows.count, period) else { return nil }
        self.rows = Array(rows)
        self.time = time
        decimals = series.form.scale
        scale = measures.scale(of: series.measure)
    }

    /// Reported, joined or absent.
    func cell(_ period: Period) -> Cell {
        guard let way = time.way(to: period) else { return .absent }
        var sum: Int64 = 0
        for group in way.groups { sum += rows[time.lastRow(ofGroup: group)].mantissa }
        if let row = way.subtracted { sum -= rows[row].mantissa }
        if let row = way.added { sum += rows[row].mantissa }
        let stated = way.count > 1 || way.subtracted != nil ? nil : way.added ?? time.lastRow(ofGroup: way.groups.lowerBound)
        var cell = Cell(
            stated == nil ? .joinedFigures : .reported, scale.interval(Int128(sum), of: way.count, decimals: decimals))
        cell.figure = stated.map { rows[$0].figure }
        cell.status = .reported
        cell.reported = 1
        cell.expected = 1
        return cell
    }
}
