import Numerics
import SourceText
import Syntax

/// All figures of a ledger: numbers in the runs that were read, an order of the runs by unit and period, and series over them.
public final class FigureStore: Sendable {
    /// Keep the numbers that `runs` point to.
    let pieces: [LoadedPiece]
    /// In the order of the files.
    let runs: [LoadedRun]
    let layouts: LedgerLayouts
    /// Of each run the number of its first figure, close together: a figure's place is searched for among them.
    private let firstFigures: [UInt32]
    /// Numbers of runs, by unit; within a unit by start, end and place in the ledger. Those of unit u are
    /// `runsByUnit[runStart[u]..<runStart[u + 1]]`.
    let runsByUnit: [UInt32]
    let runStart: [UInt32]
    /// By unit, then indicator; none is empty.
    public let series: [Series]
    /// Series of unit u are `series[seriesStart[u]..<seriesStart[u + 1]]`, by indicator.
    private let seriesStart: [UInt32]
    /// The figures of series that are no columns.
    private let places: [FigurePlace]
    private let measureOfIndicator: [MeasureID]
    /// Lines with a figure, those that could not be used among them.
    public let figureCount: Int

    init(
        pieces: [LoadedPiece], runs: [LoadedRun], layouts: LedgerLayouts, runsByUnit: [UInt32],
        runStart: [UInt32], series: [Series], seriesStart: [UInt32], places: [FigurePlace], measureOfIndicator: [MeasureID]
    ) {
        self.pieces = pieces
        self.runs = runs
        firstFigures = runs.map(\.firstFigure)
        self.layouts = layouts
        self.runsByUnit = runsByUnit
        self.runStart = runStart
        self.series = series
        self.seriesStart = seriesStart
        self.places = places
        self.measureOfIndicator = measureOfIndicator
        figureCount = pieces.reduce(0) { $0 + $1.syntax.figureCount }
    }

    /// The run of a figure and its row there, by halving.
    func place(of id: FigureID) -> (run: LoadedRun, row: Int) {
        let number = firstFigures.partitioningIndex { $0 > id.rawValue } - 1
        return (runs[number], Int(id.rawValue - firstFigures[number]))
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
        let range = seriesIDs(of: unit)
        let index = range.partitioningIndex { series[$0].indicator >= indicator }
        return index < range.upperBound && series[index].indicator == indicator ? SeriesID(index) : nil
    }

    /// The numbers of a unit's series, in the order of indicators.
    public func seriesIDs(of unit: UnitID) -> Range<Int> { Int(seriesStart[unit.index])..<Int(seriesStart[unit.index + 1]) }

    /// Takes a series out of the runs, in order: the whole, or the figures that start in some days. Figures of a series lie far apart in
    /// memory: few are quicker found than all.
    public func load(_ id: SeriesID, startingIn days: Period? = nil, into figures: inout [Figure]) {
        figures.removeAll(keepingCapacity: true)
        let declared = declaredMeasure(of: id)
        withPlaces(of: id) { places in
            for (run, row) in days.map({ places.narrowed(to: $0) }) ?? places { figures.append(figure(run, row, declared)) }
        }
    }

    /// A whole series in order: by start, end and place in the ledger. Allocates; `load` does not.
    public func figures(of id: SeriesID) -> [Figure] {
        var figures: [Figure] = []
        load(id, into: &figures)
        return figures
    }

    /// Where the figures of a series are, in their order.
    func withPlaces<Result>(of id: SeriesID, _ body: (SeriesPlaces) -> Result) -> Result {
        let series = series[id.index]
        return runs.withUnsafeBufferPointer { runs in
            if series.isColumn {
                let start = Int(runStart[series.unit.index])
                return runsByUnit.withUnsafeBufferPointer { order in
                    let order = UnsafeBufferPointer(rebasing: order[start..<start + Int(series.count)])
                    return body(SeriesPlaces(runs: runs, order: order, row: Int(series.start), places: nil, count: order.count))
                }
            }
            return places.withUnsafeBufferPointer { places in
                let places = UnsafeBufferPointer(rebasing: places[Int(series.start)..<Int(series.start + series.count)])
                return body(SeriesPlaces(runs: runs, order: nil, row: 0, places: places, count: places.count))
            }
        }
    }

    func declaredMeasure(of id: SeriesID) -> MeasureID { declaredMeasure(of: series[id.index].indicator) }

    func declaredMeasure(of indicator: IndicatorID) -> MeasureID { measureOfIndicator[indicator.index] }

    /// The measure as written at a row of a run; nil where none of the ledger is.
    func writtenMeasure(_ run: LoadedRun, _ row: Int) -> MeasureID? {
        let raw = layouts.table.columns[layouts.table.range(of: run.layout).lowerBound + row].measure
        return raw == MeasureID.none.rawValue || raw == LoadedPiece.unknownMeasure ? nil : MeasureID(Int(raw))
    }

    private func figure(_ run: UnsafePointer<LoadedRun>, _ row: Int, _ declared: MeasureID) -> Figure {
        Figure(
            id: FigureID(rawValue: run.pointee.firstFigure + UInt32(row)), period: run.pointee.period, mantissa: run.pointee.mantissas[row],
            form: run.pointee.forms[row], measure: writtenMeasure(run.pointee, row) ?? declared, status: run.pointee.status,
            isRevision: run.pointee.isRevision, knownOn: run.pointee.knownOn)
    }
}

/// Walks over the figures of a series: a run and a row in it each.
struct SeriesPlaces: Sequence, IteratorProtocol {
    // SAFETY: made and used inside `withPlaces` alone.
    let runs: UnsafeBufferPointer<LoadedRun>
    /// Of a column: the numbers of its runs.
    let order: UnsafeBufferPointer<UInt32>?
    /// Of a column: its row in each.
    let row: Int
    /// Of any other series.
    let places: UnsafeBufferPointer<FigurePlace>?
    private var count: Int
    private var index = 0

    init(
        runs: UnsafeBufferPointer<LoadedRun>, order: UnsafeBufferPointer<UInt32>?, row: Int, places: UnsafeBufferPointer<FigurePlace>?,
        count: Int
    ) {
        self.runs = runs
        self.order = order
        self.row = row
        self.places = places
        self.count = count
    }

    /// Only those that start in some days, found by halving.
    func narrowed(to days: Period) -> SeriesPlaces {
        var narrowed = self
        narrowed.index = (0..<count).partitioningIndex { start($0) >= days.start }
        narrowed.count = (narrowed.index..<count).partitioningIndex { start($0) >= days.end }
        return narrowed
    }

    private func start(_ index: Int) -> Day { place(index)?.run.pointee.period.start ?? Day(rawValue: .max) }

    mutating func next() -> (run: UnsafePointer<LoadedRun>, row: Int)? {
        guard index < count else { return nil }
        defer { index += 1 }
        return place(index)
    }

    private func place(_ index: Int) -> (run: UnsafePointer<LoadedRun>, row: Int)? {
        guard let first = runs.baseAddress else { return nil }
        if let order { return (first + Int(order[index]), row) }
        return places.map { (first + Int($0[index].run), Int($0[index].row)) }
    }
}
