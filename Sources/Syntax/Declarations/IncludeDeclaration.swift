/// `include PATTERN`
public struct IncludeDeclaration: Sendable {
    /// The glob as written, without quotes, relative to the including file.
    public var pattern: Name
}
