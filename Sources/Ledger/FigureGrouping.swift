import Numerics
import SourceText
import Syntax

/// Orders the runs of figures by unit and period: a counting sort by unit; then, unit by unit and on all cores, one by period, which files
/// mostly have already. Figures are moved nowhere: where all runs of a unit list the same, a series is a column of them.
struct FigureGrouping {
    let pieces: [LoadedPiece]
    let unitCount: Int
    let indicatorCount: Int
    /// By indicator.
    let measures: [MeasureID]
    let table: MeasureTable

    /// What the grouping finds out on its way.
    struct Findings: Sendable {
        /// Figures whose measure does not convert into that of their indicator; they are in no series.
        var mismatched: [FigureID] = []
        /// By indicator.
        var hasNegative: [Bool]
    }

    func group() -> (FigureStore, Findings) {
        var layouts = LedgerLayouts(measures: measures, conversions: table)
        let runs = loadRuns(&layouts)
        let starts = unitStarts(runs)
        var order = fill(runs, starts)
        let shares = sortWithinUnits(&order, starts, runs, layouts)
        let joined = join(shares)
        var findings = Findings(hasNegative: Array(repeating: false, count: indicatorCount))
        for share in shares {
            findings.mismatched += share.findings.mismatched
            for index in 0..<indicatorCount where share.findings.hasNegative[index] { findings.hasNegative[index] = true }
        }
        let store = FigureStore(
            pieces: pieces, runs: runs, layouts: layouts, runsByUnit: order, runStart: starts, series: joined.series,
            seriesStart: joined.starts, places: joined.places, measureOfIndicator: measures)
        return (store, findings)
    }

    /// All runs in the order of the files.
    private func loadRuns(_ layouts: inout LedgerLayouts) -> [LoadedRun] {
        var tasks: [(layouts: [LayoutID], firstRun: Int, firstFigure: UInt32)] = []
        var (runCount, figureCount) = (0, UInt32(0))
        for piece in pieces {
            tasks.append((layouts.add(piece), runCount, figureCount))
            runCount += piece.syntax.runs.count
            figureCount += UInt32(piece.syntax.figureCount)
        }
        let (pieces, starts) = (pieces, tasks)
        return Array(unsafeUninitializedCapacity: runCount) { runs, count in
            // SAFETY: every task fills the places of its own piece, and together they fill all.
            nonisolated(unsafe) let places = runs
            parallelFor(pieces.count, threads: runCount < Self.worthThreads ? 1 : processorCount()) { number in
                let (piece, start) = (pieces[number], starts[number])
                for (index, run) in piece.syntax.runs.enumerated() {
                    let header = piece.headers[Int(run.header)]
                    places.initializeElement(
                        at: start.firstRun + index,
                        to: LoadedRun(
                            run, header, unit: piece.unitOf[header.unit.index], layout: start.layouts[run.layout.index],
                            firstFigure: start.firstFigure, piece: number, index: index))
                }
            }
            count = runCount
        }
    }

    /// Fewer runs are done before a thread has started.
    private static let worthThreads = 4096

    /// Where the runs of each unit start in the order.
    private func unitStarts(_ runs: [LoadedRun]) -> [UInt32] {
        var starts = Array(repeating: UInt32(0), count: unitCount + 1)
        for run in runs { if let unit = run.unit { starts[unit.index + 1] += 1 } }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        return starts
    }

    private func fill(_ runs: [LoadedRun], _ starts: [UInt32]) -> [UInt32] {
        var order = Array(repeating: UInt32(0), count: Int(starts[unitCount]))
        var next = starts
        for (index, run) in runs.enumerated() {
            guard let unit = run.unit else { continue }
            order[Int(next[unit.index])] = UInt32(index)
            next[unit.index] += 1
        }
        return order
    }

    private func sortWithinUnits(
        _ order: inout [UInt32], _ starts: [UInt32], _ runs: [LoadedRun], _ layouts: LedgerLayouts
    ) -> [UnitSorter] {
        let cuts = cutAtUnits(starts)
        var shares: [UnitSorter?] = Array(repeating: nil, count: cuts.count - 1)
        order.withUnsafeMutableBufferPointer { order in
            runs.withUnsafeBufferPointer { runs in
                shares.withUnsafeMutableBufferPointer { shares in
                    // SAFETY: each share writes its own element and its own units' part of the order, and no other.
                    nonisolated(unsafe) let order = order
                    nonisolated(unsafe) let runs = runs
                    nonisolated(unsafe) let shares = shares
                    parallelFor(shares.count) { index in
                        var sorter = UnitSorter(order, runs, layouts, indicatorCount)
                        let first = Int(starts[cuts[index]])
                        if first < order.count { sorter.reserve(cuts[index + 1] - cuts[index], alike: runs[Int(order[first])]) }
                        for unit in cuts[index]..<cuts[index + 1] {
                            sorter.sort(UnitID(unit), Int(starts[unit])..<Int(starts[unit + 1]))
                        }
                        shares[index] = sorter
                    }
                }
            }
        }
        return shares.compactMap { $0 }
    }

    /// Shares of about as many runs each.
    private func cutAtUnits(_ starts: [UInt32]) -> [Int] {
        let runCount = Int(starts[unitCount])
        let shareCount = min(max(1, runCount / 1024), 64)
        var cuts = [0]
        for share in 1..<max(2, shareCount) where shareCount > 1 {
            let wanted = UInt32(runCount / shareCount * share)
            cuts.append(max(cuts[cuts.count - 1], min(unitCount, starts.partitioningIndex { $0 >= wanted })))
        }
        cuts.append(unitCount)
        return cuts
    }

    private func join(_ shares: [UnitSorter]) -> (series: [Series], starts: [UInt32], places: [FigurePlace]) {
        let series = joinSeries(shares)
        let places = Array(shares.lazy.map(\.places).joined())
        var starts = Array(repeating: UInt32(0), count: unitCount + 1)
        for one in series { starts[one.unit.index + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        return (series, starts, places)
    }

    /// The series of all shares, in their order. Millions of them are as much memory as the figures of a small ledger: every core fills a part.
    private func joinSeries(_ shares: [UnitSorter]) -> [Series] {
        var firsts: [(series: Int, place: UInt32)] = []
        var (count, placeCount) = (0, UInt32(0))
        for share in shares {
            firsts.append((count, placeCount))
            count += share.series.count
            placeCount += UInt32(share.places.count)
        }
        let starts = firsts
        return Array(unsafeUninitializedCapacity: count) { all, filled in
            // SAFETY: every task fills the places of its own share, and together they fill all.
            nonisolated(unsafe) let all = all
            parallelFor(shares.count, threads: count < Self.worthThreads ? 1 : processorCount()) { number in
                var next = starts[number].series
                for var one in shares[number].series {
                    if !one.isColumn { one.start += starts[number].place }
                    all.initializeElement(at: next, to: one)
                    next += 1
                }
            }
            filled = count
        }
    }
}
