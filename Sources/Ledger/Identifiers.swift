import Numerics

/// A unit of the ledger, by its number in the `UnitTree`. Parents have smaller numbers than their sub-units.
public struct UnitID: Hashable, Comparable, Sendable {
    /// The number itself, kept small because columns hold many.
    public var rawValue: UInt32

    /// `index` must be one that the table has.
    @inlinable
    public init(_ index: Int) { rawValue = UInt32(truncatingIfNeeded: index) }

    /// The number as an index, from 0.
    @inlinable
    public var index: Int { Int(rawValue) }

    /// In the order of the table.
    public static func < (a: UnitID, b: UnitID) -> Bool { a.rawValue < b.rawValue }
}

/// An indicator of the ledger, by its number in the `IndicatorTable`: the order of declaration.
public struct IndicatorID: Hashable, Comparable, Sendable {
    /// The number itself, kept small because columns hold many.
    public var rawValue: UInt32

    /// `index` must be one that the table has.
    @inlinable
    public init(_ index: Int) { rawValue = UInt32(truncatingIfNeeded: index) }

    /// The number as an index, from 0.
    @inlinable
    public var index: Int { Int(rawValue) }

    /// In the order of the table.
    public static func < (a: IndicatorID, b: IndicatorID) -> Bool { a.rawValue < b.rawValue }
}

/// A measure of the ledger, by its number in the `MeasureTable`.
public struct MeasureID: Hashable, Sendable {
    /// The number itself, kept small because columns hold many.
    public var rawValue: UInt32

    /// `index` must be one that the table has.
    @inlinable
    public init(_ index: Int) { rawValue = UInt32(truncatingIfNeeded: index) }

    /// The number as an index, from 0.
    @inlinable
    public var index: Int { Int(rawValue) }

    /// What a number without a measure has.
    public static let none = MeasureID(0)
}

/// A figure, by its number in the order of the files: of a file without an error, the n-th line with a figure.
public struct FigureID: Hashable, Comparable, Sendable {
    /// The number itself, kept small because tables hold many.
    public var rawValue: UInt32

    /// As the `FigureStore` numbers it.
    @inlinable
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// In the order of the files.
    public static func < (a: FigureID, b: FigureID) -> Bool { a.rawValue < b.rawValue }
}

/// The figures of one indicator for one unit, by its number in the `FigureStore`.
public struct SeriesID: Hashable, Sendable {
    /// The number itself, kept small because columns hold many.
    public var rawValue: UInt32

    /// `index` must be one that the table has.
    @inlinable
    public init(_ index: Int) { rawValue = UInt32(truncatingIfNeeded: index) }

    /// The number as an index, from 0.
    @inlinable
    public var index: Int { Int(rawValue) }
}

/// A register of the ledger, by its number in the `RegisterTable`: the order of declaration.
public struct RegisterID: Hashable, Comparable, Sendable {
    /// The number itself, kept small because columns hold many.
    public var rawValue: UInt32

    /// `index` must be one that the table has.
    @inlinable
    public init(_ index: Int) { rawValue = UInt32(truncatingIfNeeded: index) }

    /// The number as an index, from 0.
    @inlinable
    public var index: Int { Int(rawValue) }

    /// In the order of the table.
    public static func < (a: RegisterID, b: RegisterID) -> Bool { a.rawValue < b.rawValue }
}

/// A state of a register, by its place among the register's states.
public struct StateID: Hashable, Comparable, Sendable {
    /// The number itself, kept small because columns hold many.
    public var rawValue: UInt8

    /// `index` must be one that the register has; it has at most 100.
    @inlinable
    public init(_ index: Int) { rawValue = UInt8(truncatingIfNeeded: index) }

    /// The number as an index, from 0.
    @inlinable
    public var index: Int { Int(rawValue) }

    /// In the order in which the register names them.
    public static func < (a: StateID, b: StateID) -> Bool { a.rawValue < b.rawValue }
}

/// An item of a register, by its number in the `ItemTable`.
public struct ItemID: Hashable, Comparable, Sendable {
    /// The number itself, kept small because columns hold many.
    public var rawValue: UInt32

    /// `index` must be one that the table has.
    @inlinable
    public init(_ index: Int) { rawValue = UInt32(truncatingIfNeeded: index) }

    /// The number as an index, from 0.
    @inlinable
    public var index: Int { Int(rawValue) }

    /// Register by register, then in file order.
    public static func < (a: ItemID, b: ItemID) -> Bool { a.rawValue < b.rawValue }
}

/// A dated line of an item, by its number in the `ItemTable`.
public struct EventID: Hashable, Comparable, Sendable {
    /// The number itself, kept small because columns hold many.
    public var rawValue: UInt32

    /// `index` must be one that the table has.
    @inlinable
    public init(_ index: Int) { rawValue = UInt32(truncatingIfNeeded: index) }

    /// The number as an index, from 0.
    @inlinable
    public var index: Int { Int(rawValue) }

    /// Item by item, then in file order.
    public static func < (a: EventID, b: EventID) -> Bool { a.rawValue < b.rawValue }
}

extension UnitID: TableKey {
    /// The number.
    @inlinable public var words: (UInt64, UInt64) { (UInt64(rawValue), 0) }
}

extension IndicatorID: TableKey {
    /// The number.
    @inlinable public var words: (UInt64, UInt64) { (UInt64(rawValue), 0) }
}

extension RegisterID: TableKey {
    /// The number.
    @inlinable public var words: (UInt64, UInt64) { (UInt64(rawValue), 0) }
}

extension FigureID: TableKey {
    /// The number.
    @inlinable public var words: (UInt64, UInt64) { (UInt64(rawValue), 0) }
}
