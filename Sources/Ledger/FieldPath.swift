/// A value of a field as a place in the tree of that field's values: `装备制造:汽摩配` lies below `装备制造`. It is the same with full-width
/// colons, and with blanks around its levels.
public struct FieldPath: Hashable, Sendable {
    /// From the top; none where the value is empty.
    public let levels: [String]

    /// The place that a value names. Costs a look at each of its bytes.
    public init(_ value: String) { levels = UnitTree.parts(ofPath: value) }

    /// With `:` between its levels.
    public var text: String { levels.joined(separator: ":") }

    /// Whether the other is this one or lies below it; an empty one does neither.
    public func covers(_ other: FieldPath) -> Bool { !other.levels.isEmpty && other.levels.starts(with: levels) }

    /// The same of a value as it was written. Most have one level: those are not taken apart.
    public func covers(_ value: String) -> Bool {
        // The last begins a full-width colon.
        let mayBeCut = value.utf8.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: " ") || $0 == 0xEF }
        return mayBeCut ? covers(FieldPath(value)) : levels.count == 1 && levels[0] == value
    }
}
