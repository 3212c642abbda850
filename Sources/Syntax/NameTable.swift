import SourceText

/// The number of a name in the `NameTable` of its piece.
public struct NameID: Hashable, Sendable {
    /// The number as it is stored.
    public var rawValue: UInt32

    /// The name of this number, from 0.
    @inlinable
    public init(_ rawValue: Int) { self.rawValue = UInt32(truncatingIfNeeded: rawValue) }

    /// The number for use as an index.
    @inlinable
    public var index: Int { Int(rawValue) }
}

/// Names as bytes, each stored once and numbered from 0 in the order of their first use. Open addressing, FNV-like hashing by eight bytes.
public struct NameTable: Sendable {
    private var pool: [UInt8] = []
    private var ends: [UInt32] = []
    private var hashes: [UInt32] = []
    private var slots: [UInt32]
    private static let free = UInt32.max

    /// A table without names.
    public init() {
        slots = Array(repeating: Self.free, count: 64)
    }

    /// How many names there are; their numbers are `0..<count`.
    public var count: Int { ends.count }

    /// The name as text. Copies; for messages and for building the ledger's own tables.
    public subscript(id: NameID) -> String {
        let range = bytes(of: id)
        return pool.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
    }

    func bytes(of id: NameID) -> Range<Int> {
        let start = id.index == 0 ? 0 : Int(ends[id.index - 1])
        return start..<Int(ends[id.index])
    }

    /// Whether the bytes at `p` start with the name; its length then, else 0.
    @inline(__always)
    func length(of id: NameID, ifAt p: UnsafePointer<UInt8>) -> Int {
        let range = bytes(of: id)
        let matches = pool.withUnsafeBufferPointer { pool in
            var index = 0
            let count = range.count
            let name = pool.baseAddress.unsafelyUnwrapped + range.lowerBound
            while index + 8 <= count {
                if load8(name + index) != load8(p + index) { return false }
                index += 8
            }
            while index < count {
                if name[index] != p[index] { return false }
                index += 1
            }
            return true
        }
        return matches ? range.count : 0
    }

    /// The number of the name, new or known.
    mutating func intern(_ p: UnsafePointer<UInt8>, _ count: Int) -> NameID { intern(p, count, Self.hash(p, count)) }

    /// The number here of a name of another table. Costs less than its text would.
    public mutating func intern(_ id: NameID, of other: NameTable) -> NameID {
        let range = other.bytes(of: id)
        return other.pool.withUnsafeBufferPointer { pool in
            // SAFETY: names are compared and copied inside the pool; of an empty one nothing is read.
            withUnsafePointer(to: 0) { nothing in
                intern((pool.baseAddress ?? nothing) + range.lowerBound, range.count, other.hashes[id.index])
            }
        }
    }

    private mutating func intern(_ p: UnsafePointer<UInt8>, _ count: Int, _ hash: UInt32) -> NameID {
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != Self.free {
            let known = NameID(Int(slots[slot]))
            if hashes[known.index] == hash, bytes(of: known).count == count, length(of: known, ifAt: p) == count { return known }
            slot = (slot + 1) & (slots.count - 1)
        }
        let new = NameID(ends.count)
        pool.append(contentsOf: UnsafeBufferPointer(start: p, count: count))
        ends.append(UInt32(pool.count))
        hashes.append(hash)
        slots[slot] = new.rawValue
        if ends.count * 2 > slots.count { grow() }
        return new
    }

    /// The number of the name, new or known.
    public mutating func intern(_ text: String) -> NameID {
        var text = text
        return text.withUTF8 { bytes in
            // SAFETY: hashing and comparing read eight bytes at a time only while they lie inside the name.
            withUnsafePointer(to: 0) { nothing in intern(bytes.baseAddress ?? nothing, bytes.count) }
        }
    }

    private mutating func grow() {
        slots = Array(repeating: Self.free, count: slots.count * 2)
        for index in hashes.indices {
            var slot = Int(hashes[index]) & (slots.count - 1)
            while slots[slot] != Self.free { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(index)
        }
    }

    private static func hash(_ p: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(count)
        var index = 0
        while index + 8 <= count {
            state = (state ^ load8(p + index)) &* 0xFF51_AFD7_ED55_8CCD
            state ^= state >> 32
            index += 8
        }
        while index < count {
            state = (state ^ UInt64(p[index])) &* 0x100_0000_01B3
            index += 1
        }
        state ^= state >> 29
        state = state &* 0xC4CE_B9FE_1A85_EC53
        return UInt32(truncatingIfNeeded: state >> 32)
    }
}
