import Ledger
import Numerics

/// A place for a value: one indicator, one unit, one period.
public struct CellKey: Hashable, Sendable {
    /// Whose.
    public var unit: UnitID
    /// What.
    public var indicator: IndicatorID
    /// When.
    public var period: Period

    /// The cell of a unit, an indicator and a period.
    public init(_ unit: UnitID, _ indicator: IndicatorID, _ period: Period) {
        self.unit = unit
        self.indicator = indicator
        self.period = period
    }

    /// By two words: they are hashed faster than four halves.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(word(unit.rawValue, indicator.rawValue))
        hasher.combine(word(UInt32(bitPattern: period.start.rawValue), UInt32(bitPattern: period.end.rawValue)))
    }
}

/// All cells of one indicator for one unit.
struct SeriesKey: Hashable {
    var unit: UnitID
    var indicator: IndicatorID

    init(_ unit: UnitID, _ indicator: IndicatorID) {
        self.unit = unit
        self.indicator = indicator
    }

    func hash(into hasher: inout Hasher) { hasher.combine(word(unit.rawValue, indicator.rawValue)) }
}

private func word(_ high: UInt32, _ low: UInt32) -> UInt64 { UInt64(high) << 32 | UInt64(low) }
