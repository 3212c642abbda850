import Numerics
import SourceText
import Syntax

/// All figures of a ledger: columns in the pieces that read them, and an order over them by unit, indicator and period.
public final class FigureStore: Sendable {
    let pieces: [LoadedPiece]
    /// Keeps the columns that `views` point into.
    private let blocks: [FigureBlock]
    let views: [BlockView]
    /// By piece: the number of its first block.
    let firstBlocks: [Int]
    /// FigureIDs, by series; within a series by start, end and place in the ledger.
    private let order: [UInt32]
    /// By unit, then indicator; none is empty.
    public let series: [Series]
    /// Series of unit u are `series[seriesStart[u]..<seriesStart[u + 1]]`, by indicator.
    private let seriesStart: [UInt32]
    private let measureOfIndicator: [MeasureID]
    /// Lines with a figure, those that could not be used among them.
    public let figureCount: Int

    init(
        pieces: [LoadedPiece], blocks: [FigureBlock], views: [BlockView], firstBlocks: [Int], order: [UInt32], series: [Series],
        seriesStart: [UInt32],
        measureOfIndicator: [MeasureID]
    ) {
        self.pieces = pieces
        self.blocks = blocks
        self.views = views
        self.firstBlocks = firstBlocks
        self.order = order
        self.series = series
        self.seriesStart = seriesStart
        self.measureOfIndicator = measureOfIndicator
        figureCount = pieces.reduce(0) { $0 + $1.syntax.figureCount }
    }

    /// The series of this number.
    public subscript(id: SeriesID) -> Series { series[id.index] }

    /// The periods of all blocks of figures, each once, by start and end.
    public var periods: [Period] {
        var seen: Set<Period> = []
        for piece in pieces { for header in piece.headers where !header.isBroken && header.rowCount > 0 { seen.insert(header.period) } }
        return seen.sorted { $0.start != $1.start ? $0.start < $1.start : $0.end < $1.end }
    }

    /// Whether any block of figures is an estimate.
    public var hasEstimates: Bool { pieces.contains { $0.headers.contains { $0.status == .estimate } } }

    /// The series of an indicator for a unit; nil where no figure stands for it.
    public func find(_ unit: UnitID, _ indicator: IndicatorID) -> SeriesID? {
        var low = Int(seriesStart[unit.index])
        var high = Int(seriesStart[unit.index + 1])
        while low < high {
            let middle = (low + high) / 2
            if series[middle].indicator < indicator { low = middle + 1 } else { high = middle }
        }
        return low < Int(seriesStart[unit.index + 1]) && series[low].indicator == indicator ? SeriesID(low) : nil
    }

    /// The numbers of a unit's series, in the order of indicators.
    public func seriesIDs(of unit: UnitID) -> Range<Int> { Int(seriesStart[unit.index])..<Int(seriesStart[unit.index + 1]) }

    /// Takes a whole series out of the columns, in order.
    public func load(_ id: SeriesID, into figures: inout [Figure]) {
        figures.removeAll(keepingCapacity: true)
        let series = series[id.index]
        let declared = measureOfIndicator[series.indicator.index]
        for index in Int(series.start)..<Int(series.start + series.count) {
            figures.append(figure(FigureID(rawValue: order[index]), declared))
        }
    }

    /// The figures of a series in order, and the views that they are numbers of.
    func withIDs<Result>(
        of id: SeriesID, _ body: (UnsafeBufferPointer<UInt32>, UnsafePointer<BlockView>) -> Result?
    ) -> Result? {
        let series = series[id.index]
        return order.withUnsafeBufferPointer { order in
            views.withUnsafeBufferPointer { views in
                guard let start = views.baseAddress, series.count > 0 else { return nil }
                let range = Int(series.start)..<Int(series.start + series.count)
                return body(UnsafeBufferPointer(rebasing: order[range]), start)
            }
        }
    }

    func declaredMeasure(of id: SeriesID) -> MeasureID { measureOfIndicator[series[id.index].indicator.index] }

    /// A whole series in order: by start, end and place in the ledger. Allocates; `load` does not.
    public func figures(of id: SeriesID) -> [Figure] {
        var figures: [Figure] = []
        load(id, into: &figures)
        return figures
    }

    private func figure(_ id: FigureID, _ declared: MeasureID) -> Figure {
        let view = views[id.block]
        let header = view.headers[Int(view.header[id.row])]
        let measure = view.measureOf[Int(view.measure[id.row])]
        return Figure(
            id: id, period: header.period, mantissa: view.mantissa[id.row], form: view.form[id.row],
            measure: measure == MeasureID.none.rawValue ? declared : MeasureID(Int(measure)), status: header.status,
            isRevision: header.isRevision, knownOn: header.reportedOn ?? header.period.lastDay)
    }

    /// The file that a figure stands in.
    public func file(of id: FigureID) -> FileID { pieces[views[id.block].piece].syntax.file }

    /// Where the figure's line starts in its file.
    public func line(of id: FigureID) -> Int { Int(views[id.block].line[id.row]) }

    /// Where the header above the figure starts in its file.
    public func headerLine(of id: FigureID) -> Int {
        let view = views[id.block]
        return Int(view.headers[Int(view.header[id.row])].line)
    }
}

extension FigureStore {
    /// The period of the header above the figure.
    public func period(of id: FigureID) -> Period {
        let view = views[id.block]
        return view.headers[Int(view.header[id.row])].period
    }

    /// The status of a figure, and whether it is a revision.
    public func firmness(of id: FigureID) -> Firmness {
        let view = views[id.block]
        let header = view.headers[Int(view.header[id.row])]
        return Firmness(status: header.status, isRevision: header.isRevision)
    }

    /// How firm a figure is; those of different firmness are expected to differ for a while.
    public struct Firmness: Hashable, Sendable {
        /// By its header.
        public var status: Status
        /// Whether its header says `revise`.
        public var isRevision: Bool
    }
}
