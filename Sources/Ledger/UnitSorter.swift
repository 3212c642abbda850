import Numerics
import Syntax

/// Sorts the figures of one unit after another by indicator and period, in place. What it allocates it uses for all its units.
struct UnitSorter {
    private let grouping: FigureGrouping
    private let order: UnsafeMutableBufferPointer<UInt32>
    private let views: UnsafeBufferPointer<BlockView>
    private let starts: [UInt32]
    private var counts: [UInt32]
    private var touched: [UInt32] = []
    private var sorted: [UInt32] = []
    private(set) var series: [Series] = []
    private(set) var findings: FigureGrouping.Findings

    /// SAFETY: the caller keeps what the buffers point to, and lets no other sorter touch the same units.
    init(
        _ grouping: FigureGrouping, _ order: UnsafeMutableBufferPointer<UInt32>, _ views: UnsafeBufferPointer<BlockView>,
        _ starts: [UInt32]
    ) {
        self.grouping = grouping
        self.order = order
        self.views = views
        self.starts = starts
        counts = Array(repeating: 0, count: grouping.indicatorCount)
        findings = FigureGrouping.Findings(hasNegative: Array(repeating: false, count: grouping.indicatorCount))
    }

    mutating func sort(_ unit: UnitID) {
        let start = Int(starts[unit.index])
        let end = Int(starts[unit.index + 1])
        guard start < end else { return }
        let used = count(start, end)
        var next = UInt32(start)
        for indicator in touched {
            let count = counts[Int(indicator)]
            series.append(
                Series(
                    unit: unit, indicator: IndicatorID(Int(indicator)), start: next, count: count, firstDay: Day(rawValue: .max),
                    lastEnd: Day(rawValue: .min)))
            counts[Int(indicator)] = next - UInt32(start)
            next += count
        }
        scatter(start, used)
        for indicator in touched { counts[Int(indicator)] = 0 }
        let first = series.count - touched.count
        for index in first..<series.count {
            // A copy: lending an element of `self` to a method of `self` would copy the whole array.
            var one = series[index]
            sortByPeriod(&one)
            series[index] = one
        }
        touched.removeAll(keepingCapacity: true)
    }

    /// Counts by indicator, and moves the figures that can be used to the front; returns how many they are.
    private mutating func count(_ start: Int, _ end: Int) -> Int {
        var used = start
        for index in start..<end {
            let id = FigureID(rawValue: order[index])
            let view = views[id.block]
            let indicator = view.indicator(id.row)
            guard indicator != LoadedPiece.unknown, hasRightMeasure(id, view, indicator) else { continue }
            if view.mantissa[id.row] < 0 { findings.hasNegative[Int(indicator)] = true }
            if counts[Int(indicator)] == 0 { touched.append(indicator) }
            counts[Int(indicator)] += 1
            order[used] = id.rawValue
            used += 1
        }
        if touched.count > 1 { touched.sort() }
        return used - start
    }

    private mutating func hasRightMeasure(_ id: FigureID, _ view: BlockView, _ indicator: UInt32) -> Bool {
        let written = view.measure[id.row]
        if written == 0 { return true }
        let measure = view.measureOf[Int(written)]
        let declared = grouping.measures[Int(indicator)]
        if measure == declared.rawValue { return true }
        if measure == LoadedPiece.unknownMeasure { return false }
        if grouping.table.convert(MeasureID(Int(measure)), declared) { return true }
        findings.mismatched.append(id)
        return false
    }

    private mutating func scatter(_ start: Int, _ count: Int) {
        if sorted.count < count { sorted = Array(repeating: 0, count: max(count, sorted.count * 2)) }
        for index in start..<start + count {
            let id = FigureID(rawValue: order[index])
            let indicator = Int(views[id.block].indicator(id.row))
            sorted[Int(counts[indicator])] = id.rawValue
            counts[indicator] += 1
        }
        for index in 0..<count { order[start + index] = sorted[index] }
    }

    private func sortByPeriod(_ series: inout Series) {
        let range = Int(series.start)..<Int(series.start + series.count)
        var last = period(order[range.lowerBound])
        var isSorted = true
        var (firstDay, lastEnd) = (last.start, last.end)
        for index in range.dropFirst() {
            let next = period(order[index])
            if Self.precedes(next, last) { isSorted = false }
            firstDay = min(firstDay, next.start)
            lastEnd = max(lastEnd, next.end)
            last = next
        }
        (series.firstDay, series.lastEnd) = (firstDay, lastEnd)
        if isSorted { return }
        var run = UnsafeMutableBufferPointer(rebasing: order[range])
        run.sort { a, b in
            let (x, y) = (period(a), period(b))
            return Self.precedes(x, y) || x == y && a < b
        }
    }

    private static func precedes(_ a: Period, _ b: Period) -> Bool {
        a.start != b.start ? a.start < b.start : a.end < b.end
    }

    private func period(_ id: UInt32) -> Period {
        let id = FigureID(rawValue: id)
        return views[id.block].period(id.row)
    }
}
