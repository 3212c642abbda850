import Numerics
import Syntax

/// A series that holds nothing but reported numbers with as many decimals in one measure, whose periods do not overlap unless they start on
/// one day, as cumulative figures do: nearly all of a large ledger are like that. Its sums are sums of integers.
public struct PlainSeries: Sendable {
    /// One figure: its period, its number as written without the decimal point, and which one it is.
    public struct Row: Sendable {
        /// The first day.
        public var start: Day
        /// The day after the last.
        public var end: Day
        /// The number as written, without the decimal point.
        public var mantissa: Int64
        /// Which figure it is.
        public var figure: FigureID
    }

    /// In the order of their periods; those from `count` on are left over from another series.
    public fileprivate(set) var rows: [Row] = []
    /// How many rows are of this series.
    public fileprivate(set) var count = 0
    /// How all of them are written.
    public fileprivate(set) var form = FigureForm(rawValue: 0)
    /// As written, or the indicator's where none was.
    public fileprivate(set) var measure = MeasureID.none

    /// Empty; one is filled again and again.
    public init() {}
}

extension FigureStore {
    /// Takes a series out of the columns if it is plain; false, and no more than the first rows read, where it is not.
    public func loadPlain(_ id: SeriesID, into plain: inout PlainSeries) -> Bool {
        let count = Int(series[id.index].count)
        if plain.rows.count < count {
            let row = PlainSeries.Row(start: Day(rawValue: 0), end: Day(rawValue: 0), mantissa: 0, figure: FigureID(rawValue: 0))
            plain.rows = Array(repeating: row, count: count)
        }
        guard let first = plain.rows.withUnsafeMutableBufferPointer({ fill($0, id) }) else { return false }
        plain.count = count
        plain.form = first.form
        plain.measure = first.measure == .none ? declaredMeasure(of: id) : first.measure
        return true
    }

    /// The form and the measure of all rows; nil where the series is not plain.
    private func fill(
        _ rows: UnsafeMutableBufferPointer<PlainSeries.Row>, _ id: SeriesID
    ) -> (form: FigureForm, measure: MeasureID)? {
        withPlaces(of: id) { places in
            var form: FigureForm?
            var measure = MeasureID.none
            var (lastStart, lastEnd) = (Day(rawValue: .min), Day(rawValue: .min))
            for (index, (run, row)) in places.enumerated() {
                let own = run.pointee.forms[row]
                let written = writtenMeasure(run.pointee, row) ?? .none
                if form == nil { (form, measure) = (own, written) }
                let (start, end) = (run.pointee.period.start, run.pointee.period.end)
                guard own.isPlain, own == form, written == measure, run.pointee.status == .reported, !run.pointee.isRevision,
                    start >= lastEnd || start == lastStart && end > lastEnd
                else { return nil }
                (lastStart, lastEnd) = (start, end)
                rows[index] = PlainSeries.Row(
                    start: start, end: end, mantissa: run.pointee.mantissas[row],
                    figure: FigureID(rawValue: run.pointee.firstFigure + UInt32(row)))
            }
            return form.map { ($0, measure) }
        }
    }
}
