/// A `key value` line that is no keyword's: something to group and filter by.
public struct Field: Sendable {
    /// The field's name.
    public var key: Name
    /// The rest of the line, which may be a path.
    public var value: Name
}
