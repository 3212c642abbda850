/// A unit of the ledger, by its number in the `UnitTree`. Parents have smaller numbers than their sub-units.
public struct UnitID: Hashable, Comparable, Sendable {
    public var rawValue: UInt32

    @inlinable
    public init(_ index: Int) { rawValue = UInt32(truncatingIfNeeded: index) }

    @inlinable
    public var index: Int { Int(rawValue) }

    public static func < (a: UnitID, b: UnitID) -> Bool { a.rawValue < b.rawValue }
}

/// An indicator of the ledger, by its number in the `IndicatorTable`: the order of declaration.
public struct IndicatorID: Hashable, Comparable, Sendable {
    public var rawValue: UInt32

    @inlinable
    public init(_ index: Int) { rawValue = UInt32(truncatingIfNeeded: index) }

    @inlinable
    public var index: Int { Int(rawValue) }

    public static func < (a: IndicatorID, b: IndicatorID) -> Bool { a.rawValue < b.rawValue }
}

/// A measure of the ledger, by its number in the `MeasureTable`.
public struct MeasureID: Hashable, Sendable {
    public var rawValue: UInt16

    @inlinable
    public init(_ index: Int) { rawValue = UInt16(truncatingIfNeeded: index) }

    @inlinable
    public var index: Int { Int(rawValue) }

    /// What a number without a measure has.
    public static let none = MeasureID(0)
}

/// A figure, by the block of columns that holds it and its row there.
public struct FigureID: Hashable, Comparable, Sendable {
    public var rawValue: UInt32

    @inlinable
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    @inlinable
    public var block: Int { Int(rawValue >> 16) }

    @inlinable
    public var row: Int { Int(rawValue & 0xFFFF) }

    public static func < (a: FigureID, b: FigureID) -> Bool { a.rawValue < b.rawValue }
}

/// The figures of one indicator for one unit, by its number in the `FigureStore`.
public struct SeriesID: Hashable, Sendable {
    public var rawValue: UInt32

    @inlinable
    public init(_ index: Int) { rawValue = UInt32(truncatingIfNeeded: index) }

    @inlinable
    public var index: Int { Int(rawValue) }
}
