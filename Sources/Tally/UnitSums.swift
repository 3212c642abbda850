import Ledger
import Numerics
import Syntax

/// Sums over the sub-units of a unit, for several indicators and periods. What sub-units state in plain grids is added as integers, a block
/// at a time; everything else cell by cell.
struct UnitSums {
    private let indicators: [IndicatorID]
    private let periods: [Period]
    /// By indicator: whether plain numbers may simply be added.
    private let mayAdd: [Bool]
    /// By indicator, then period: what was added cell by cell.
    private var sums: [UnitSum]
    /// By indicator: how the numbers in the totals are written; nil while there are none.
    private var written: [Written?]
    /// By period, then indicator: what was added as integers, of how many numbers and how many units.
    private var totals: [Int64]
    private var numbers: [Int32]
    private var reported: [Int32]
    /// By period, then indicator: how many units know nothing of it.
    private var missing: [Int32]
    /// No total is further from zero.
    private var bound: Int64 = 0
    private var grid = PlainGrid()
    private var plan = GridPlan()
    /// By period: which rows of the grid make it, for the grids of one time.
    private var steps: [[PlainTime.Step]?] = []
    private var stepsAreOf: PlainTime?
    /// How many sub-units were added by these steps and this plan without being counted yet.
    private var alike: Int32 = 0

    fileprivate struct Written: Equatable {
        var form: FigureForm
        var measure: MeasureID
    }

    init(_ indicators: [IndicatorID], _ periods: [Period], _ evaluator: Evaluator) {
        self.indicators = indicators
        self.periods = periods
        mayAdd = indicators.map { evaluator.addsPlainly($0) }
        sums = indicators.flatMap { id in periods.map { _ in UnitSum(evaluator.traits(id).overUnits) } }
        written = Array(repeating: nil, count: indicators.count)
        totals = Array(repeating: 0, count: indicators.count * periods.count)
        numbers = Array(repeating: 0, count: totals.count)
        reported = numbers
        missing = numbers
    }

    /// The sum of one indicator over one period.
    func sum(_ indicator: Int, _ period: Int, _ measures: MeasureTable) -> UnitSum {
        var sum = sums[indicator * periods.count + period]
        let index = period * indicators.count + indicator
        if missing[index] > 0 { sum.addMissing(Int(missing[index])) }
        if reported[index] > 0, let written = written[indicator] {
            let interval = measures.scale(of: written.measure).interval(
                Int128(totals[index]), of: Int(numbers[index]), decimals: written.form.scale)
            sum.add(interval, of: Int(reported[index]))
        }
        return sum
    }

    /// Adds a sub-unit.
    mutating func add(_ part: UnitID, _ evaluator: Evaluator) {
        guard evaluator.isPlainLeaf(part), grid.load(part, evaluator.ledger.figures), addGrid(evaluator) else {
            return add(part, indicators.indices, evaluator)
        }
        if !plan.others.isEmpty { add(part, plan.others, evaluator) }
    }

    private mutating func add(_ part: UnitID, _ rows: some Sequence<Int>, _ evaluator: Evaluator) {
        let rows = Array(rows)
        let cells = evaluator.complete(part, rows.map { indicators[$0] }, periods)
        for (row, indicator) in rows.enumerated() {
            for (index, period) in periods.enumerated() {
                let cell = cells[row][index]
                sums[indicator * periods.count + index].add(
                    cell, isExpected: evaluator.isExpected(part, indicators[indicator], period, cell))
            }
        }
    }

    /// Adds what can be added as integers, all but the indicators of `plan.others`; false where nothing was added.
    private mutating func addGrid(_ evaluator: Evaluator) -> Bool {
        let (most, overflow) = Int64(grid.grid.rows.count + 1).multipliedReportingOverflow(by: 1 << grid.bitWidth)
        let (bound, isBeyond) = self.bound.addingReportingOverflow(most)
        guard grid.bitWidth < Int64.bitWidth - 1, !overflow, !isBeyond else { return false }
        self.bound = bound
        if stepsAreOf !== grid.time || !plan.fits(grid) {
            countAlike()
            stepsAreOf = grid.time
            steps = periods.map { grid.time?.steps(to: $0) }
            plan.make(grid, indicators, mayAdd, &written, evaluator.ledger.figures)
        }
        alike += 1
        let count = indicators.count
        totals.withUnsafeMutableBufferPointer { totals in
            for (period, steps) in steps.enumerated() {
                guard let steps else { continue }
                for span in plan.spans {
                    let first = period * count + span.indicator
                    let part = UnsafeMutableBufferPointer(rebasing: totals[first..<first + span.count])
                    for step in steps {
                        switch grid.grid.rows[step.row].mantissas {
                        case .short(let numbers): Self.add(numbers + span.column, step, to: part)
                        case .long(let numbers): Self.add(numbers + span.column, step, to: part)
                        }
                    }
                }
            }
        }
        return true
    }

    /// `bound` says that nothing can overflow.
    @inline(__always)
    private static func add<Number: FixedWidthInteger>(
        _ mantissas: UnsafePointer<Number>, _ step: PlainTime.Step, to totals: UnsafeMutableBufferPointer<Int64>
    ) {
        if step.isSubtracted {
            for index in totals.indices { totals[index] &-= Int64(truncatingIfNeeded: mantissas[index]) }
        } else {
            for index in totals.indices { totals[index] &+= Int64(truncatingIfNeeded: mantissas[index]) }
        }
    }

    /// Counts the sub-units that were added by the same steps and the same plan.
    private mutating func countAlike() {
        for (period, steps) in steps.enumerated() where alike > 0 {
            let first = period * indicators.count
            for row in plan.absent { missing[first + row] += alike }
            for row in plan.spans.lazy.flatMap(\.rows) {
                if let steps {
                    numbers[first + row] += alike * Int32(steps.count)
                    reported[first + row] += alike
                } else {
                    missing[first + row] += alike
                }
            }
        }
        alike = 0
    }

    /// To be called when all sub-units were added.
    mutating func finish() { countAlike() }
}

/// Which columns of a grid are added to which totals. Most grids are like the one before, and so is their plan.
private struct GridPlan {
    /// Neighbouring indicators that are neighbouring columns too.
    struct Span {
        var indicator: Int
        var column: Int
        var count: Int

        var rows: Range<Int> { indicator..<indicator + count }
    }

    private(set) var spans: [Span] = []
    /// Those of which the grid has nothing.
    private(set) var absent: [Int] = []
    /// Those whose cells are to be added one by one.
    private(set) var others: [Int] = []
    private var layout: LayoutID?
    private var forms: [FigureForm] = []

    func fits(_ grid: PlainGrid) -> Bool { layout == grid.grid.layout && forms == grid.forms }

    mutating func make(
        _ grid: PlainGrid, _ indicators: [IndicatorID], _ mayAdd: [Bool], _ written: inout [UnitSums.Written?], _ figures: FigureStore
    ) {
        (layout, forms) = (grid.grid.layout, grid.forms)
        (spans, absent, others) = ([], [], [])
        for (row, indicator) in indicators.enumerated() {
            if !mayAdd[row] {
                others.append(row)
            } else if let column = figures.column(of: indicator, in: grid.grid.layout) {
                let found = UnitSums.Written(
                    form: grid.forms[column], measure: figures.measure(ofColumn: column, in: grid.grid.layout))
                if found.form != PlainGrid.mixed, found == written[row] ?? found {
                    written[row] = found
                    add(row, column)
                } else {
                    others.append(row)
                }
            } else {
                absent.append(row)
            }
        }
    }

    private mutating func add(_ row: Int, _ column: Int) {
        if let last = spans.last, last.indicator + last.count == row, last.column + last.count == column {
            spans[spans.count - 1].count += 1
        } else {
            spans.append(Span(indicator: row, column: column, count: 1))
        }
    }
}

extension Evaluator {
    /// Whether the indicator's values of sub-units are added, and follow from nothing but the figures of each.
    fileprivate func addsPlainly(_ id: IndicatorID) -> Bool {
        let traits = traits(id)
        return traits.isAdditiveOverTime && (traits.overUnits == .sum || traits.overUnits == .cover) && !hasOperands(id)
    }

    /// Whether a unit's figures alone decide what is known of it.
    fileprivate func isPlainLeaf(_ unit: UnitID) -> Bool {
        layer == .firm && freed.isEmpty && tally.asOf == nil && tally.lives[unit.index] == nil && !units.hasParts(unit)
    }
}
