import Numerics
import SourceText
import Syntax

/// One figure as it stands in the ledger, taken out of its columns.
public struct Figure: Sendable {
    /// Which one it is, among all of the ledger.
    public var id: FigureID
    /// As stated; it may reach beyond the life of the unit.
    public var period: Period
    /// The number as written, × 10^-scale; 0 for an absence.
    public var mantissa: Int64
    /// Its decimals and bound, or why there is no value.
    public var form: FigureForm
    /// As written, or the indicator's where none was.
    public var measure: MeasureID
    /// By the header above it.
    public var status: Status
    /// Whether the header says `revise`.
    public var isRevision: Bool
    /// The day it was reported; the period's last where none was stated.
    public var knownOn: Day

    /// The number as written; without meaning for an absence.
    public var decimal: Decimal { Decimal(mantissa: mantissa, scale: form.scale) }

    /// How firm it is.
    public var firmness: Firmness { Firmness(status: status, isRevision: isRevision) }
}

/// How firm a figure is; those of different firmness are expected to differ for a while.
public struct Firmness: Hashable, Sendable {
    /// By its header.
    public var status: Status
    /// Whether its header says `revise`.
    public var isRevision: Bool
}

/// The figures of one indicator for one unit, in the order of their periods.
public struct Series: Sendable {
    /// Whose figures they are.
    public var unit: UnitID
    /// What they measure.
    public var indicator: IndicatorID
    /// In a unit whose blocks are all alike the column that holds it; else where its figures start among the places of all.
    var start: UInt32
    /// Whether `start` is a column.
    var isColumn: Bool
    /// How many, at least one.
    public var count: UInt32
    /// The first day that any of its figures speaks of.
    public var firstDay: Day
    /// The day after the last.
    public var lastEnd: Day
}
