#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Values by name. Names are the same where `String` holds them so: however their characters are composed.
///
/// A dictionary of strings brings every name outside ASCII into canonical form, each time that it is looked up. Names in Chinese are in it
/// as they are, and are taken here by their bytes.
public struct NameMap<Value> {
    @usableFromInline var values: [NameKey: Value] = [:]

    /// A map without names.
    @inlinable public init() {}

    /// The value of the name; nil where it has none.
    @inlinable public subscript(name: String) -> Value? {
        get { values[NameKey(name)] }
        set { values[NameKey(name)] = newValue }
    }

    /// The value of the name; `first` where it has none yet.
    @inlinable public subscript(name: String, default first: @autoclosure () -> Value) -> Value {
        get { values[NameKey(name)] ?? first() }
        _modify { yield &values[NameKey(name), default: first()] }
    }

    /// Makes room for so many names.
    @inlinable public mutating func reserveCapacity(_ count: Int) { values.reserveCapacity(count) }

    /// How many names there are.
    @inlinable public var count: Int { values.count }

    /// Every name, in no certain order.
    @inlinable public var names: some Collection<String> { values.keys.lazy.map(\.text) }
}

extension NameMap: Sendable where Value: Sendable {}

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
        guard a.isCanonical, b.isCanonical else { return a.text == b.text }
        return a.text.utf8.withContiguousStorageIfAvailable { a in
            b.text.utf8.withContiguousStorageIfAvailable { b in
                guard a.count == b.count, let first = a.baseAddress, let second = b.baseAddress else { return a.count == b.count }
                return memcmp(first, second, a.count) == 0
            } ?? false
        } ?? (a.text == b.text)
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
