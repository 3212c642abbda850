/// Values by name. Names are the same where `String` holds them so: however their characters are composed.
///
/// A dictionary of strings brings every name outside ASCII into canonical form, each time that it is looked up. Names in Chinese are in it
/// as they are, and are taken here by their bytes. Maps of whatever values find names by the same code, which the program need not make ready
/// for each while it runs.
public struct NameMap<Value> {
    @usableFromInline var numbers = NameNumbers()
    /// By the number of the name.
    @usableFromInline var values: [Value] = []

    /// A map without names.
    @inlinable public init() {}

    /// The value of the name; nil where it has none.
    @inlinable public subscript(name: String) -> Value? { numbers.number(of: NameKey(name)).map { values[$0] } }

    /// The value of the name; `first` where it has none yet.
    @inlinable public subscript(name: String, default first: @autoclosure () -> Value) -> Value {
        get { self[name] ?? first() }
        _modify {
            let number = numbers.take(NameKey(name))
            if number == values.count { values.append(first()) }
            yield &values[number]
        }
    }

    /// Gives the name a value, in place of any that it had.
    @inlinable public mutating func set(_ name: String, _ value: consuming Value) {
        let number = numbers.take(NameKey(name))
        if number == values.count { values.append(value) } else { values[number] = value }
    }

    /// Takes all names out; what a few of them took is kept for others.
    @inlinable public mutating func removeAll() {
        if values.isEmpty { return }
        numbers.removeAll()
        values.removeAll(keepingCapacity: true)
    }

    /// Makes room for so many names.
    @inlinable public mutating func reserveCapacity(_ count: Int) {
        numbers.reserveCapacity(count)
        values.reserveCapacity(count)
    }

    /// How many names there are.
    @inlinable public var count: Int { values.count }

    /// Every name, in the order in which they first came.
    @inlinable public var names: some Collection<String> { numbers.keys.lazy.map(\.text) }
}

extension NameMap: Sendable where Value: Sendable {}

/// Names with numbers from 0, in the order in which they first came.
@usableFromInline struct NameNumbers: Sendable {
    @usableFromInline private(set) var keys: [NameKey] = []
    /// Of each name, so that most that differ are told apart by it.
    private var hashes: [Int] = []
    /// By hash, the number of the name and 1, or 0 for none; a power of two, at most half of them taken. Who finds one taken looks into the
    /// next.
    private var slots: [UInt32] = []

    @usableFromInline init() {}

    @usableFromInline func number(of key: NameKey) -> Int? {
        if slots.isEmpty { return nil }
        let number = slots[slot(of: key, key.hashValue)]
        return number == 0 ? nil : Int(number) - 1
    }

    /// The number of the name, which it is given if it has none yet.
    @usableFromInline mutating func take(_ key: NameKey) -> Int {
        if keys.count * 2 >= slots.count { spread(over: max(8, slots.count * 2)) }
        let hash = key.hashValue
        let slot = slot(of: key, hash)
        if slots[slot] != 0 { return Int(slots[slot]) - 1 }
        keys.append(key)
        hashes.append(hash)
        slots[slot] = UInt32(keys.count)
        return keys.count - 1
    }

    @usableFromInline mutating func removeAll() {
        // To clear a large table for a few names would cost more than a new one.
        if slots.count > 64 {
            self = NameNumbers()
            return
        }
        keys.removeAll(keepingCapacity: true)
        hashes.removeAll(keepingCapacity: true)
        for slot in slots.indices { slots[slot] = 0 }
    }

    @usableFromInline mutating func reserveCapacity(_ count: Int) {
        keys.reserveCapacity(count)
        hashes.reserveCapacity(count)
        var slotCount = max(8, slots.count)
        while slotCount < count * 2 { slotCount *= 2 }
        if slotCount > slots.count { spread(over: slotCount) }
    }

    /// Where the name is, or would be.
    private func slot(of key: NameKey, _ hash: Int) -> Int {
        var slot = hash & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == hash, keys[number] == key { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private mutating func spread(over slotCount: Int) {
        slots = Array(repeating: 0, count: slotCount)
        for (number, hash) in hashes.enumerated() {
            var slot = hash & (slotCount - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }
}

/// A name as a key of dictionaries and sets.
public struct NameKey: Hashable, Sendable {
    /// As written.
    public let text: String
    /// Whether it is surely in canonical form, so that its bytes alone decide what it equals; false says nothing.
    public let isCanonical: Bool

    /// Costs a look at every byte.
    public init(_ text: String) {
        self.text = text
        isCanonical = text.utf8.withContiguousStorageIfAvailable(isSurelyCanonical) ?? false
    }

    /// As the two strings.
    public static func == (a: NameKey, b: NameKey) -> Bool {
        a.isCanonical && b.isCanonical ? a.text.isSpelled(as: b.text) : a.text == b.text
    }

    /// As the string: the bytes of its canonical form, and one that ends them.
    public func hash(into hasher: inout Hasher) {
        let isHashed: Void? =
            !isCanonical ? nil : text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        if isHashed == nil { text.hash(into: &hasher) } else { hasher.combine(0xFF as UInt8) }
    }
}

/// Whether text has only characters that no other combines with, and that are never written otherwise in canonical form: ASCII, U+3000 to
/// U+3029, U+4000 to U+9FFF with most of Chinese, and the full-width forms of ASCII up to `～`. False says nothing.
private func isSurelyCanonical(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
        let first = bytes[index]
        if first < 0x80 {
            index += 1
            continue
        }
        // Text is valid UTF-8: three bytes are there.
        let isHan = first >= 0xE4 && first <= 0xE9
        let isPunctuation = first == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] < 0xAA
        let isWide = first == 0xEF && (bytes[index + 1] == 0xBC || bytes[index + 1] == 0xBD && bytes[index + 2] <= 0x9E)
        guard isHan || isPunctuation || isWide else { return false }
        index += 3
    }
    return true
}
