import Numerics
import SourceText
import Syntax

/// One figure as it stands in the ledger, taken out of its columns.
public struct Figure: Sendable {
    public var id: FigureID
    public var period: Period
    public var mantissa: Int64
    public var form: FigureForm
    /// As written, or the indicator's where none was.
    public var measure: MeasureID
    public var status: Status
    public var isRevision: Bool
    /// The day it was reported; the period's last where none was stated.
    public var knownOn: Day

    public var decimal: Decimal { Decimal(mantissa: mantissa, scale: form.scale) }
}

/// The figures of one indicator for one unit, in the order of their periods.
public struct Series: Sendable {
    public var unit: UnitID
    public var indicator: IndicatorID
    var start: UInt32
    public var count: UInt32
    /// The first day that any of its figures speaks of.
    public var firstDay: Day
    /// The day after the last.
    public var lastEnd: Day
}
