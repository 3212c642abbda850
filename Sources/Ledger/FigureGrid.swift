import Numerics
import Syntax

/// The figures of a unit whose blocks all list the same: a row for each block, in the order of periods, and a column for each line of one.
///
/// SAFETY: the pointers are those of a `FigureStore`, which whoever fills the grid keeps for as long as it is used.
public struct FigureGrid: @unchecked Sendable {
    /// What one block states.
    public struct Row {
        /// By the header.
        public let period: Period
        /// Whether it is reported, neither preliminary nor final nor an estimate, and no revision.
        public let isOrdinary: Bool
        /// Every number fits into so many bits and a sign.
        public let bitWidth: UInt8
        /// By column, the number as written without its decimal point.
        public let mantissas: Mantissas
        /// By column, how it is written.
        public let forms: UnsafePointer<FigureForm>
    }

    /// In the order of their periods.
    public fileprivate(set) var rows: [Row] = []
    /// Which lines the blocks have; grids of one layout have the same columns.
    public fileprivate(set) var layout = LayoutID(0)
    /// How many there are.
    public fileprivate(set) var columnCount = 0

    /// Empty; one is filled again and again.
    public init() {}
}

extension FigureStore {
    /// Takes all series of a unit at once; false where its blocks list different indicators, or it has none.
    public func loadGrid(of unit: UnitID, into grid: inout FigureGrid) -> Bool {
        guard let first = seriesIDs(of: unit).first, series[first].isColumn else { return false }
        grid.rows.removeAll(keepingCapacity: true)
        for number in runsByUnit[Int(runStart[unit.index])..<Int(runStart[unit.index + 1])] {
            let run = runs[Int(number)]
            grid.rows.append(
                FigureGrid.Row(
                    period: run.period, isOrdinary: run.status == .reported && !run.isRevision, bitWidth: run.bitWidth,
                    mantissas: run.mantissas, forms: run.forms))
            grid.layout = run.layout
        }
        grid.columnCount = layouts.table.range(of: grid.layout).count
        return true
    }

    /// The column of an indicator in grids of a layout; nil where they have none.
    public func column(of indicator: IndicatorID, in layout: LayoutID) -> Int? {
        let columns = layouts.table.range(of: layout)
        let order = layouts.order[layout.index]
        let index = order.partitioningIndex { layouts.table.columns[columns.lowerBound + Int($0)].indicator >= indicator.rawValue }
        guard index < order.count, layouts.table.columns[columns.lowerBound + Int(order[index])].indicator == indicator.rawValue else {
            return nil
        }
        return Int(order[index])
    }

    /// The measure of a column, as written or the indicator's.
    public func measure(ofColumn column: Int, in layout: LayoutID) -> MeasureID {
        let entry = layouts.table.columns[layouts.table.range(of: layout).lowerBound + column]
        return entry.measure == MeasureID.none.rawValue
            ? declaredMeasure(of: IndicatorID(Int(entry.indicator))) : MeasureID(Int(entry.measure))
    }

    /// The column that holds a series; nil where it is no column of a grid.
    public func column(of id: SeriesID) -> Int? { series[id.index].isColumn ? Int(series[id.index].start) : nil }
}
