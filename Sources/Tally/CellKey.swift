import Ledger
import Numerics

/// A place for a value: one indicator, one unit, one period.
public struct CellKey: Hashable, TableKey {
    /// The unit that it is of.
    public var unit: UnitID
    /// The indicator that it is of.
    public var indicator: IndicatorID
    /// The period that it is of.
    public var period: Period

    /// The cell of a unit, an indicator and a period.
    public init(_ unit: UnitID, _ indicator: IndicatorID, _ period: Period) {
        self.unit = unit
        self.indicator = indicator
        self.period = period
    }

    /// The unit and the indicator, and the period.
    public var words: (UInt64, UInt64) { (word(unit.rawValue, indicator.rawValue), period.words.0) }
}

/// All cells of one indicator for one unit.
struct SeriesKey: TableKey {
    var unit: UnitID
    var indicator: IndicatorID

    init(_ unit: UnitID, _ indicator: IndicatorID) {
        self.unit = unit
        self.indicator = indicator
    }

    var words: (UInt64, UInt64) { (word(unit.rawValue, indicator.rawValue), 0) }
}

private func word(_ high: UInt32, _ low: UInt32) -> UInt64 { UInt64(high) << 32 | UInt64(low) }
