import Numerics
import SourceText
import Syntax

/// Orders figures by unit, indicator and period: a counting sort by unit, block by block; then, unit by unit and on all cores, one by
/// indicator. Files are mostly written in the order of time, so that a series rarely needs sorting.
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

    private struct Share: Sendable {
        var series: [Series] = []
        var findings: Findings
    }

    func group() -> (FigureStore, Findings) {
        var blocks: [FigureBlock] = []
        var views: [BlockView] = []
        var firstBlock: [Int] = []
        for (index, piece) in pieces.enumerated() {
            firstBlock.append(blocks.count)
            for block in piece.syntax.figures {
                guard let view = BlockView(block, of: piece, index: index) else { continue }
                blocks.append(block)
                views.append(view)
            }
        }
        let starts = unitStarts()
        var order = Array(repeating: UInt32(0), count: Int(starts[unitCount]))
        fill(&order, starts, firstBlock)
        let shares = sortWithinUnits(&order, starts, views)
        let (series, seriesStart) = join(shares)
        var findings = Findings(hasNegative: Array(repeating: false, count: indicatorCount))
        for share in shares {
            findings.mismatched += share.findings.mismatched
            for index in 0..<indicatorCount where share.findings.hasNegative[index] { findings.hasNegative[index] = true }
        }
        let store = FigureStore(
            pieces: pieces, blocks: blocks, views: views, firstBlocks: firstBlock, order: order, series: series, seriesStart: seriesStart,
            measureOfIndicator: measures)
        return (store, findings)
    }

    /// Where the figures of each unit start in the order; counted by block, not by figure.
    private func unitStarts() -> [UInt32] {
        var starts = Array(repeating: UInt32(0), count: unitCount + 1)
        for piece in pieces {
            for header in piece.headers where !header.isBroken {
                if let unit = piece.unitOf[header.unit.index] { starts[unit.index + 1] += header.rowCount }
            }
        }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        return starts
    }

    private func fill(_ order: inout [UInt32], _ starts: [UInt32], _ firstBlock: [Int]) {
        var next = starts
        for (index, piece) in pieces.enumerated() {
            let base = UInt32(firstBlock[index]) << 16
            for header in piece.headers where !header.isBroken {
                guard let unit = piece.unitOf[header.unit.index] else { continue }
                var at = Int(next[unit.index])
                for row in 0..<header.rowCount {
                    order[at] = base + header.firstRow + row
                    at += 1
                }
                next[unit.index] = UInt32(at)
            }
        }
    }

    private func sortWithinUnits(_ order: inout [UInt32], _ starts: [UInt32], _ views: [BlockView]) -> [Share] {
        // Shares of about as many figures each, cut at units.
        let shareCount = min(max(1, order.count / 65_536), 64)
        var cuts = [0]
        for share in 1..<max(2, shareCount) where shareCount > 1 {
            let wanted = UInt32(order.count / shareCount * share)
            cuts.append(max(cuts[cuts.count - 1], starts.partitioningIndex { $0 >= wanted }))
        }
        cuts.append(unitCount)
        var shares = Array(repeating: Share(findings: Findings(hasNegative: [])), count: cuts.count - 1)
        order.withUnsafeMutableBufferPointer { order in
            views.withUnsafeBufferPointer { views in
                shares.withUnsafeMutableBufferPointer { shares in
                    // SAFETY: each share writes its own element and its own units' part of the order, and no other.
                    nonisolated(unsafe) let order = order
                    nonisolated(unsafe) let views = views
                    nonisolated(unsafe) let shares = shares
                    let cuts = cuts
                    parallelFor(shares.count) { index in
                        var worker = UnitSorter(self, order, views, starts)
                        for unit in cuts[index]..<max(cuts[index], min(cuts[index + 1], unitCount)) { worker.sort(UnitID(unit)) }
                        shares[index] = Share(series: worker.series, findings: worker.findings)
                    }
                }
            }
        }
        return shares
    }

    private func join(_ shares: [Share]) -> ([Series], [UInt32]) {
        var series: [Series] = []
        series.reserveCapacity(shares.reduce(0) { $0 + $1.series.count })
        for share in shares { series += share.series }
        var starts = Array(repeating: UInt32(0), count: unitCount + 1)
        for one in series { starts[one.unit.index + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        return (series, starts)
    }
}

extension Array {
    /// The first index whose element and all after it satisfy the predicate.
    fileprivate func partitioningIndex(_ isAfter: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
