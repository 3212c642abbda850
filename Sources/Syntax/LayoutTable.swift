/// What a line is about: its indicator and its measure.
public struct LayoutColumn: Hashable, Sendable {
    /// In a piece the `NameID` of the indicator, in a ledger its number there.
    public var indicator: UInt32
    /// In a piece 1 + the `NameID` of the measure, 0 where none was written; in a ledger its number there.
    public var measure: UInt32

    /// An indicator in a measure.
    public init(indicator: UInt32, measure: UInt32) {
        self.indicator = indicator
        self.measure = measure
    }

    fileprivate var bits: UInt64 { UInt64(indicator) << 32 | UInt64(measure) }
}

/// The number of a layout in its `LayoutTable`.
public struct LayoutID: Hashable, Sendable {
    /// The number as it is stored.
    public var rawValue: UInt32

    /// The layout of this number, from 0.
    public init(_ index: Int) { rawValue = UInt32(truncatingIfNeeded: index) }

    /// The number for use as an index.
    public var index: Int { Int(rawValue) }
}

/// Lists of columns, each stored once and numbered from 0 in the order of their first use. Open addressing.
public struct LayoutTable: Sendable {
    /// Those of all layouts, one layout after another.
    public private(set) var columns: [LayoutColumn] = []
    private var ends: [Int] = []
    private var hashes: [UInt64] = []
    private var slots: [UInt32] = Array(repeating: Self.free, count: 16)
    private static let free = UInt32.max

    /// A table without layouts.
    public init() {}

    /// How many layouts there are; their numbers are `0..<count`.
    public var count: Int { ends.count }

    /// Where in `columns` those of a layout are.
    public func range(of id: LayoutID) -> Range<Int> { (id.index == 0 ? 0 : ends[id.index - 1])..<ends[id.index] }

    /// The columns of a layout.
    public subscript(id: LayoutID) -> ArraySlice<LayoutColumn> { columns[range(of: id)] }

    /// The number of the layout, new or known.
    public mutating func intern(_ layout: ArraySlice<LayoutColumn>) -> LayoutID {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(layout.count)
        for column in layout {
            hash = (hash ^ column.bits) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
        }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != Self.free {
            let known = LayoutID(Int(slots[slot]))
            if hashes[known.index] == hash, self[known].elementsEqual(layout) { return known }
            slot = (slot + 1) & (slots.count - 1)
        }
        let new = LayoutID(ends.count)
        columns += layout
        ends.append(columns.count)
        hashes.append(hash)
        slots[slot] = new.rawValue
        if ends.count * 2 > slots.count { grow() }
        return new
    }

    private mutating func grow() {
        slots = Array(repeating: Self.free, count: slots.count * 2)
        for index in hashes.indices {
            var slot = Int(truncatingIfNeeded: hashes[index]) & (slots.count - 1)
            while slots[slot] != Self.free { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(index)
        }
    }
}
