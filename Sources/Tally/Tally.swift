import Ledger
import Numerics
import SourceText
import Syntax

/// The law over a ledger: the only place where its numbers are combined. A report, a check and an explanation ask the same tally, so
/// that they can never disagree.
public final class Tally: Sendable {
    /// What it is over.
    public let ledger: Ledger
    /// Figures first known after this day are left out; nil for all there are.
    public let asOf: Day?
    /// By indicator.
    let traits: [IndicatorTraits]
    /// By unit; nil where it always lives.
    let lives: [Period?]
    /// Whether any unit opens or closes.
    let hasMortalUnits: Bool
    /// From the first to the last day that any figure speaks of; nil where there are none.
    public let span: Period?
    /// Breakdowns that an indicator is a part of.
    let wholes: [[Breakdown]]
    /// By indicator, for each breakdown that it belongs to, the other indicators in it: its parts, or its whole and the other parts.
    let operands: [[[IndicatorID]]]
    /// Whether any indicator has parts or includes another.
    let hasBreakdowns: Bool
    /// Growth as it was published.
    let publishedGrowth: KeyTable<CellKey, PublishedGrowth>
    /// Where two of it contradict each other, in the order of the ledger.
    public let growthConflicts: [GrowthConflict]
    /// Completions as they were published, by the cell of the year.
    let completionClaims: KeyTable<CellKey, [PublishedCompletion]>
    /// The targets that stand.
    public let targets: TargetTable
    /// How targets fall on a year; no percentages for last year's seasonality.
    let phases: KeyTable<IndicatorID, [Interval]>
    private let seriesByIndicator = Once<SeriesByIndicator>()
    let reaches: ReachTable
    /// What computed indicators are computed by.
    let formulas: FormulaTable
    /// Where every item was.
    public let registers: RegisterBook
    /// Units merged into each.
    let predecessors: KeyTable<UnitID, [UnitID]>

    /// One `parts` line.
    struct Breakdown: Hashable, Sendable {
        var whole: IndicatorID
        var parts: [IndicatorID]
    }

    /// `asOf` leaves out what was known only later; a figure without `on` is known from its period's end.
    public init(_ ledger: Ledger, asOf: Day? = nil) {
        self.ledger = ledger
        self.asOf = asOf
        var wholes = Array(repeating: [Breakdown](), count: ledger.indicators.count)
        for id in ledger.indicators.ids {
            for parts in ledger.indicators[id].parts {
                for part in parts { wholes[part.index].append(Breakdown(whole: id, parts: parts)) }
            }
        }
        self.wholes = wholes
        operands = ledger.indicators.ids.map { id in
            ledger.indicators[id].parts + wholes[id.index].map { [$0.whole] + $0.parts.filter { $0 != id } }
        }
        hasBreakdowns = ledger.indicators.indicators.contains { !$0.parts.isEmpty || !$0.includes.isEmpty }
        traits = ledger.indicators.indicators.map { IndicatorTraits($0) }
        lives = ledger.units.units.map(\.life)
        hasMortalUnits = lives.contains { $0 != nil }
        phases = ledger.phasesByIndicator()
        var predecessors = KeyTable<UnitID, [UnitID]>()
        for id in ledger.units.ids {
            if let successor = ledger.units[id].succeededBy { predecessors.change(successor, from: []) { $0.append(id) } }
        }
        self.predecessors = predecessors
        // The longest first, by itself: whoever is done with it helps with the others.
        let (computed, (published, (targets, reported))) = sideBySide(
            { Computed(ledger, asOf: asOf) },
            { sideBySide({ Published(ledger, asOf: asOf) }, { (TargetTable(ledger, asOf: asOf), Reported(ledger)) }) })
        (publishedGrowth, growthConflicts) = published.growth
        completionClaims = published.completions
        self.targets = targets
        (registers, formulas) = (computed.registers, computed.formulas)
        (span, reaches) = (reported.span, reported.reaches)
    }

    private struct Published: Sendable {
        let growth: (KeyTable<CellKey, PublishedGrowth>, [GrowthConflict])
        let completions: KeyTable<CellKey, [PublishedCompletion]>

        init(_ ledger: Ledger, asOf: Day?) {
            growth = PublishedGrowth.index(ledger, asOf: asOf)
            completions = PublishedCompletion.index(ledger, asOf: asOf)
        }
    }

    private struct Reported: Sendable {
        let span: Period?
        let reaches: ReachTable

        init(_ ledger: Ledger) {
            (span, reaches) = sideBySide({ Tally.span(ledger.figures.series) }, { ReachTable(ledger) })
        }
    }

    private struct Computed: Sendable {
        let registers: RegisterBook
        let formulas: FormulaTable

        init(_ ledger: Ledger, asOf: Day?) {
            registers = RegisterBook(ledger, asOf: asOf)
            formulas = FormulaTable(ledger, registers)
        }
    }

    /// The units that have figures of the indicator themselves, in the order of the tree.
    public func unitsWithFigures(of id: IndicatorID) -> some RandomAccessCollection<UnitID> {
        series(of: id).lazy.map { self.ledger.figures[$0].unit }
    }

    /// The series of the indicator, in the order of their units. Whoever asks first has all series put into the order of their indicators.
    func series(of id: IndicatorID) -> ArraySlice<SeriesID> {
        seriesByIndicator.value { SeriesByIndicator(ledger.figures.series, indicatorCount: ledger.indicators.count) }[id]
    }

    private struct SeriesByIndicator: Sendable {
        private var series: [SeriesID]
        /// By indicator.
        private var starts: [Int]

        init(_ all: [Series], indicatorCount: Int) {
            starts = Array(repeating: 0, count: indicatorCount + 1)
            for series in all { starts[series.indicator.index + 1] += 1 }
            for index in 1..<max(1, starts.count) { starts[index] += starts[index - 1] }
            var next = starts
            series = Array(repeating: SeriesID(0), count: all.count)
            for (index, one) in all.enumerated() {
                series[next[one.indicator.index]] = SeriesID(index)
                next[one.indicator.index] += 1
            }
        }

        subscript(id: IndicatorID) -> ArraySlice<SeriesID> { series[starts[id.index]..<starts[id.index + 1]] }
    }

    private static func span(_ series: [Series]) -> Period? {
        guard var (first, last) = series.first.map({ ($0.firstDay, $0.lastEnd) }) else { return nil }
        for one in series { (first, last) = (min(first, one.firstDay), max(last, one.lastEnd)) }
        return Period(first, last)
    }

    /// Whether any block of figures is an estimate.
    var hasEstimates: Bool { ledger.figures.hasEstimates }

    /// Whether a figure was known on the day that is asked for.
    func wasKnown(_ figure: Figure) -> Bool { asOf.map { figure.knownOn <= $0 } ?? true }
}

/// What of an indicator decides how its cells combine; small, because it is asked for at every cell.
struct IndicatorTraits: Sendable {
    var nature: Nature
    var growth: GrowthBasis
    var overUnits: OverUnits
    var isAdditiveOverTime: Bool
    var isSigned: Bool
    var isDeclaredSigned: Bool
    var measure: MeasureID
    var hasParts: Bool
    var isCounted: Bool
    var countsMoves: Bool

    init(_ indicator: Indicator) {
        isCounted = indicator.isCounted
        countsMoves = indicator.countsMoves
        hasParts = !indicator.parts.isEmpty
        nature = indicator.nature
        growth = indicator.growth
        overUnits = indicator.overUnits
        isAdditiveOverTime = indicator.isAdditiveOverTime
        isSigned = indicator.isSigned
        isDeclaredSigned = indicator.isDeclaredSigned
        measure = indicator.measure
    }
}
