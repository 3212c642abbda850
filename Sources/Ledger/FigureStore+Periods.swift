import Numerics
import Syntax

extension FigureStore {
    /// What the lines of a block have in common.
    public struct BlockHead: Sendable {
        /// Of whom the block speaks.
        public var unit: UnitID
        /// Of when.
        public var period: Period
        /// How firm it is.
        public var status: Status
        /// The day it was reported; the period's last where none was stated.
        public var knownOn: Day
    }

    /// For each indicator the periods that its figures speak of, in blocks that `accepts` takes; absences do not count. What can be asked of a
    /// block is asked once a block.
    public func periods(indicatorCount: Int, where accepts: (BlockHead) -> Bool) -> [Set<Period>] {
        var seenIn: [Period: [Bool]] = [:]
        for (piece, first) in zip(pieces, firstBlocks) {
            for header in piece.headers where !header.isBroken && header.rowCount > 0 {
                guard let unit = piece.unitOf[header.unit.index] else { continue }
                let known = header.reportedOn ?? header.period.lastDay
                guard accepts(BlockHead(unit: unit, period: header.period, status: header.status, knownOn: known)) else { continue }
                var seen = seenIn.removeValue(forKey: header.period) ?? Array(repeating: false, count: indicatorCount)
                mark(header.firstRow..<header.firstRow + header.rowCount, first, &seen)
                seenIn[header.period] = seen
            }
        }
        var periods = Array(repeating: Set<Period>(), count: indicatorCount)
        for (period, seen) in seenIn {
            for index in seen.indices where seen[index] { periods[index].insert(period) }
        }
        return periods
    }

    private func mark(_ rows: Range<UInt32>, _ firstBlock: Int, _ seen: inout [Bool]) {
        for row in rows {
            let id = FigureID(rawValue: UInt32(firstBlock) << 16 + row)
            let indicator = views[id.block].indicator(id.row)
            if indicator != LoadedPiece.unknown, views[id.block].form[id.row].absence == nil { seen[Int(indicator)] = true }
        }
    }
}
