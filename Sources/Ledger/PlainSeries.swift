import Numerics
import Syntax

/// A series that holds nothing but reported numbers with as many decimals in one measure, none of whose periods overlap: as nearly all of
/// a large ledger are. Its sums are sums of integers.
public struct PlainSeries: Sendable {
    public fileprivate(set) var starts: [Day] = []
    public fileprivate(set) var ends: [Day] = []
    public fileprivate(set) var mantissas: [Int64] = []
    public fileprivate(set) var figures: [FigureID] = []
    public fileprivate(set) var form = FigureForm(rawValue: 0)
    public fileprivate(set) var measure = MeasureID.none

    public init() {}
}

extension FigureStore {
    /// Takes a series out of the columns if it is plain; false, and no more than the first rows read, where it is not.
    public func loadPlain(_ id: SeriesID, into plain: inout PlainSeries) -> Bool {
        plain.starts.removeAll(keepingCapacity: true)
        plain.ends.removeAll(keepingCapacity: true)
        plain.mantissas.removeAll(keepingCapacity: true)
        plain.figures.removeAll(keepingCapacity: true)
        var lastEnd = Day(rawValue: .min)
        var writtenMeasure: UInt16 = 0
        for (index, figure) in ids(of: id).enumerated() {
            let view = views[figure.block]
            let header = view.headers + Int(view.header[figure.row])
            let form = view.form[figure.row]
            let measure = view.measureOf[Int(view.measure[figure.row])]
            if index == 0 {
                guard form.isPlain else { return false }
                plain.form = form
                writtenMeasure = measure
            }
            let period = header.pointee.period
            guard form == plain.form, measure == writtenMeasure, header.pointee.status == .reported, !header.pointee.isRevision,
                period.start >= lastEnd
            else { return false }
            lastEnd = period.end
            plain.starts.append(period.start)
            plain.ends.append(period.end)
            plain.mantissas.append(view.mantissa[figure.row])
            plain.figures.append(figure)
        }
        plain.measure =
            writtenMeasure == MeasureID.none.rawValue ? declaredMeasure(of: id) : MeasureID(Int(writtenMeasure))
        return true
    }
}
