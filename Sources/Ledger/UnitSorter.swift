import Numerics
import SourceText
import Syntax

/// A figure by its run and its row there.
struct FigurePlace: Sendable {
    var run: UInt32
    var row: UInt32
}

/// Sorts the runs of one unit after another by period, in place, and finds its series. What it allocates it uses for all its units.
struct UnitSorter: @unchecked Sendable {
    // SAFETY: the caller of `init` keeps what the buffers point to for as long as `sort` is called, and lets no other sorter touch the
    // same units.
    private let order: UnsafeMutableBufferPointer<UInt32>
    private let runs: UnsafeBufferPointer<LoadedRun>
    private let layouts: LedgerLayouts
    private var counts: [UInt32]
    private var touched: [UInt32] = []
    private(set) var series: [Series] = []
    /// The figures of series that are no columns, series by series.
    private(set) var places: [FigurePlace] = []
    private(set) var findings: FigureGrouping.Findings

    init(
        _ order: UnsafeMutableBufferPointer<UInt32>, _ runs: UnsafeBufferPointer<LoadedRun>, _ layouts: LedgerLayouts,
        _ indicatorCount: Int
    ) {
        self.order = order
        self.runs = runs
        self.layouts = layouts
        counts = Array(repeating: 0, count: indicatorCount)
        findings = FigureGrouping.Findings(hasNegative: Array(repeating: false, count: indicatorCount))
    }

    /// Makes room for the series of so many units that list what this run does.
    mutating func reserve(_ unitCount: Int, alike run: LoadedRun) {
        series.reserveCapacity(unitCount * layouts.order[run.layout.index].count)
    }

    mutating func sort(_ unit: UnitID, _ range: Range<Int>) {
        guard let first = range.first else { return }
        let layout = runs[Int(order[first])].layout
        var (isSorted, isAlike) = (true, layouts.isDistinct[layout.index])
        for index in range.dropFirst() {
            let (last, next) = (runs[Int(order[index - 1])], runs[Int(order[index])])
            if next.precedes(last) { isSorted = false }
            if next.layout != layout { isAlike = false }
        }
        if !isSorted {
            var unsorted = UnsafeMutableBufferPointer(rebasing: order[range])
            unsorted.sort { runs[Int($0)].precedes(runs[Int($1)]) }
        }
        note(range)
        if isAlike { addColumns(unit, layout, range) } else { addPlaces(unit, range) }
    }

    /// Figures that are no use, and indicators with a figure below zero.
    private mutating func note(_ range: Range<Int>) {
        for index in range {
            let run = runs[Int(order[index])]
            for column in layouts.mismatched[run.layout.index] {
                findings.mismatched.append(FigureID(rawValue: run.firstFigure + column))
            }
            guard run.hasNegative else { continue }
            let columns = layouts.table.range(of: run.layout)
            for (row, column) in columns.enumerated() where run.mantissas[row] < 0 && layouts.isUsable[column] {
                findings.hasNegative[Int(layouts.table.columns[column].indicator)] = true
            }
        }
    }

    /// A series for each column.
    private mutating func addColumns(_ unit: UnitID, _ layout: LayoutID, _ range: Range<Int>) {
        var lastEnd = Day(rawValue: .min)
        for index in range { lastEnd = max(lastEnd, runs[Int(order[index])].period.end) }
        let firstDay = runs[Int(order[range.lowerBound])].period.start
        let first = layouts.table.range(of: layout).lowerBound
        for column in layouts.order[layout.index] {
            series.append(
                Series(
                    unit: unit, indicator: IndicatorID(Int(layouts.table.columns[first + Int(column)].indicator)), start: column,
                    isColumn: true, count: UInt32(range.count), firstDay: firstDay, lastEnd: lastEnd))
        }
    }

    /// Blocks that list different indicators: a counting sort by indicator, which keeps the order of periods.
    private mutating func addPlaces(_ unit: UnitID, _ range: Range<Int>) {
        forEachUsable(range) { sorter, indicator, _, _ in
            if sorter.counts[indicator] == 0 { sorter.touched.append(UInt32(indicator)) }
            sorter.counts[indicator] += 1
        }
        touched.sort()
        var next = UInt32(places.count)
        for indicator in touched {
            let count = counts[Int(indicator)]
            series.append(
                Series(
                    unit: unit, indicator: IndicatorID(Int(indicator)), start: next, isColumn: false, count: count,
                    firstDay: Day(rawValue: .max), lastEnd: Day(rawValue: .min)))
            counts[Int(indicator)] = next
            next += count
        }
        places += repeatElement(FigurePlace(run: 0, row: 0), count: Int(next) - places.count)
        forEachUsable(range) { sorter, indicator, run, row in
            sorter.places[Int(sorter.counts[indicator])] = FigurePlace(run: run, row: row)
            sorter.counts[indicator] += 1
        }
        for index in series.count - touched.count..<series.count {
            let figures = Int(series[index].start)..<Int(series[index].start + series[index].count)
            series[index].firstDay = runs[Int(places[figures.lowerBound].run)].period.start
            series[index].lastEnd = places[figures].reduce(Day(rawValue: .min)) { max($0, runs[Int($1.run)].period.end) }
        }
        for indicator in touched { counts[Int(indicator)] = 0 }
        touched.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    private mutating func forEachUsable(
        _ range: Range<Int>, _ body: (inout UnitSorter, _ indicator: Int, _ run: UInt32, _ row: UInt32) -> Void
    ) {
        for index in range {
            let run = order[index]
            let columns = layouts.table.range(of: runs[Int(run)].layout)
            for column in columns where layouts.isUsable[column] {
                body(&self, Int(layouts.table.columns[column].indicator), run, UInt32(column - columns.lowerBound))
            }
        }
    }
}
