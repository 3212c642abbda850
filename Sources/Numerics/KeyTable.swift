/// What a `KeyTable` finds values by: a few small numbers, such as ids and days.
public protocol TableKey: Sendable {
    /// All that it is, in two words: keys are the same where these are.
    var words: (UInt64, UInt64) { get }
}

/// Values by keys, in the order in which the keys first came.
///
/// For keys that the program has numbered itself: a dictionary's hashing is proof against whoever chooses keys that collide, and its keys'
/// types are looked up while the program runs. What is kept lies close together, and a value is never moved but by an array that grows.
public struct KeyTable<Key: TableKey, Value> {
    /// Each key once.
    @inlinable public var keys: [Key] { storedKeys }
    /// The value of each key, in the same order.
    @inlinable public var values: [Value] { storedValues }
    @usableFromInline var storedKeys: [Key] = []
    @usableFromInline var storedValues: [Value] = []
    /// By hash, the place of the key and 1, or 0 for none; a power of two, at most half of them taken. Who finds one taken looks into the
    /// next.
    @usableFromInline var slots: [UInt32] = []

    /// A table without keys.
    @inlinable public init() {}

    /// How many keys there are.
    @inlinable public var count: Int { storedKeys.count }

    /// Whether there are none.
    @inlinable public var isEmpty: Bool { storedKeys.isEmpty }

    /// The value of the key; nil where it has none.
    @inlinable public subscript(key: Key) -> Value? { place(of: key).map { storedValues[$0] } }

    /// Whether the key is there.
    @inlinable public func contains(_ key: Key) -> Bool { place(of: key) != nil }

    /// Gives the key a value, in place of any that it had.
    @inlinable public mutating func set(_ key: Key, _ value: consuming Value) {
        if let place = place(of: key) { storedValues[place] = value } else { add(key, value) }
    }

    /// Changes the value of the key where it lies; one that is not there has `first` before that.
    @inlinable public mutating func change<Result>(_ key: Key, from first: @autoclosure () -> Value, _ body: (inout Value) -> Result)
        -> Result
    {
        let place = place(of: key) ?? add(key, first())
        return body(&storedValues[place])
    }

    /// Changes every value where it lies.
    @inlinable public mutating func changeAll(_ body: (inout Value) -> Void) {
        for place in storedValues.indices { body(&storedValues[place]) }
    }

    /// Takes all keys out, and keeps the memory for others.
    @inlinable public mutating func removeAll() {
        guard !isEmpty else { return }
        storedKeys.removeAll(keepingCapacity: true)
        storedValues.removeAll(keepingCapacity: true)
        for slot in slots.indices { slots[slot] = 0 }
    }

    @inlinable func place(of key: Key) -> Int? {
        guard !slots.isEmpty else { return nil }
        let words = key.words
        var slot = slot(of: words)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if storedKeys[place].words == words { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    @discardableResult @inlinable mutating func add(_ key: Key, _ value: consuming Value) -> Int {
        if storedKeys.count * 2 >= slots.count { grow() }
        storedKeys.append(key)
        storedValues.append(value)
        take(slot(of: key.words), UInt32(storedKeys.count))
        return storedKeys.count - 1
    }

    @inlinable mutating func grow() {
        slots = Array(repeating: 0, count: max(16, slots.count * 2))
        for (place, key) in storedKeys.enumerated() { take(slot(of: key.words), UInt32(place + 1)) }
    }

    @inlinable mutating func take(_ first: Int, _ value: UInt32) {
        var slot = first
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = value
    }

    /// Every bit of the words decides; multipliers as in MurmurHash3's last step.
    @inlinable func slot(of words: (UInt64, UInt64)) -> Int {
        var hash = words.0 &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ hash >> 32 ^ words.1) &* 0xC4CE_B9FE_1A85_EC53
        return Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    }
}

extension KeyTable: Sendable where Value: Sendable {}

/// Keys, each once, in the order in which they came.
public typealias KeySet<Key: TableKey> = KeyTable<Key, Void>

extension KeyTable where Value == Void {
    /// What is in the sequence.
    @inlinable public init(_ keys: some Sequence<Key>) {
        for key in keys { insert(key) }
    }

    /// False where the key was there already.
    @discardableResult @inlinable public mutating func insert(_ key: Key) -> Bool {
        guard place(of: key) == nil else { return false }
        add(key, ())
        return true
    }

    /// How many keys came before it; one that was not there comes last.
    @inlinable public mutating func number(of key: Key) -> Int { place(of: key) ?? add(key, ()) }
}

extension KeyTable: ExpressibleByArrayLiteral where Value == Void {
    /// What the literal names.
    @inlinable public init(arrayLiteral keys: Key...) { self.init(keys) }
}

extension Period: TableKey {
    /// Its two days.
    @inlinable public var words: (UInt64, UInt64) {
        (UInt64(UInt32(bitPattern: start.rawValue)) << 32 | UInt64(UInt32(bitPattern: end.rawValue)), 0)
    }
}
