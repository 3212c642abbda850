/// A `key value` line that is no keyword's: something to group and filter by.
public struct Field: Sendable {
    /// The field's name.
    public var key: Name
    /// The rest of the line, which may be a path.
    public var value: Name

    /// The key, `kind` and `code` in English.
    public var canonicalKey: String { Self.canonicalKey(key.text) }

    /// How ledgers keep a key: `类别` is `kind`, `代码` is `code`.
    public static func canonicalKey(_ key: String) -> String {
        switch key {
        case "类别": "kind"
        case "代码": "code"
        default: key
        }
    }
}

extension [Field] {
    /// Takes out of the first `count`, which the lines of a group share, those that the line says of itself.
    mutating func overrideShared(first count: Int) {
        guard count > 0, count < self.count else { return }
        let own = Set(self[count...].map(\.canonicalKey))
        self = self[..<count].filter { !own.contains($0.canonicalKey) } + self[count...]
    }
}
