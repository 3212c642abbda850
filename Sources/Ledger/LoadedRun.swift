import Numerics
import Syntax

/// A run of figures with all that is needed to understand them.
///
/// SAFETY: the pointers are those of a `FigureRun` in a piece that the `FigureStore` keeps.
struct LoadedRun: @unchecked Sendable {
    let mantissas: Mantissas
    let forms: UnsafePointer<FigureForm>
    let period: Period
    let knownOn: Day
    /// The number of its first figure among all of the ledger.
    let firstFigure: UInt32
    /// Index of the run in its piece.
    let index: UInt32
    let piece: UInt32
    /// Among the layouts of the ledger.
    let layout: LayoutID
    /// Nil where its figures count for nothing.
    let unit: UnitID?
    let status: Status
    let isRevision: Bool
    let hasNegative: Bool
    let hasAbsence: Bool
    let bitWidth: UInt8

    init(_ run: FigureRun, _ header: FigureHeader, unit: UnitID?, layout: LayoutID, firstFigure: UInt32, piece: Int, index: Int) {
        mantissas = run.mantissas
        forms = run.forms
        period = header.period
        knownOn = header.reportedOn ?? header.period.lastDay
        self.firstFigure = firstFigure + run.firstRow
        self.index = UInt32(index)
        self.piece = UInt32(piece)
        self.layout = layout
        self.unit = header.isBroken ? nil : unit
        status = header.status
        isRevision = header.isRevision
        hasNegative = run.hasNegative
        hasAbsence = run.hasAbsence
        bitWidth = run.bitWidth
    }

    /// The order in a series: by start, then end, then place in the ledger.
    func precedes(_ other: LoadedRun) -> Bool {
        if period.start != other.period.start { return period.start < other.period.start }
        if period.end != other.period.end { return period.end < other.period.end }
        return firstFigure < other.firstFigure
    }
}

/// The layouts of all pieces as layouts of the ledger: what a line is about by the numbers of its indicator and its measure there. Each
/// once, whichever pieces have it.
struct LedgerLayouts: Sendable {
    private(set) var table = LayoutTable()
    /// By column of all layouts: whether figures in it can be used.
    private(set) var isUsable: [Bool] = []
    /// By layout: whether it names no indicator twice.
    private(set) var isDistinct: [Bool] = []
    /// By layout: its usable columns in the order of their indicators, counted from its first.
    private(set) var order: [[UInt32]] = []
    /// By layout: columns whose measure does not convert into that of their indicator.
    private(set) var mismatched: [[UInt32]] = []
    private let measures: [MeasureID]
    private let conversions: MeasureTable

    /// `measures` are those of the indicators.
    init(measures: [MeasureID], conversions: MeasureTable) {
        self.measures = measures
        self.conversions = conversions
    }

    /// The numbers in the ledger of a piece's layouts.
    mutating func add(_ piece: LoadedPiece) -> [LayoutID] {
        var ids: [LayoutID] = []
        ids.reserveCapacity(piece.syntax.layouts.count)
        var columns: [LayoutColumn] = []
        for index in 0..<piece.syntax.layouts.count {
            columns.removeAll(keepingCapacity: true)
            for column in piece.syntax.layouts[LayoutID(index)] {
                columns.append(
                    LayoutColumn(
                        indicator: piece.indicatorOf[Int(column.indicator)], measure: piece.measureOf[Int(column.measure)]))
            }
            let id = table.intern(columns[...])
            if id.index == isDistinct.count { judge(columns) }
            ids.append(id)
        }
        return ids
    }

    private mutating func judge(_ columns: [LayoutColumn]) {
        var wrong: [UInt32] = []
        var used: [UInt32] = []
        for (index, column) in columns.enumerated() {
            let isKnown = column.indicator != LoadedPiece.unknown
            let fits = isKnown && column.measure != LoadedPiece.unknownMeasure && converts(column)
            if isKnown, !fits, column.measure != LoadedPiece.unknownMeasure { wrong.append(UInt32(index)) }
            if fits { used.append(UInt32(index)) }
            isUsable.append(fits)
        }
        used.sort {
            columns[Int($0)].indicator != columns[Int($1)].indicator ? columns[Int($0)].indicator < columns[Int($1)].indicator : $0 < $1
        }
        isDistinct.append(zip(used, used.dropFirst()).allSatisfy { columns[Int($0)].indicator != columns[Int($1)].indicator })
        order.append(used)
        mismatched.append(wrong)
    }

    private func converts(_ column: LayoutColumn) -> Bool {
        let declared = measures[Int(column.indicator)]
        return column.measure == MeasureID.none.rawValue || column.measure == declared.rawValue
            || conversions.convert(MeasureID(Int(column.measure)), declared)
    }
}
