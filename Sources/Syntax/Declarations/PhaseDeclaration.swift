import SourceText

/// `phase 规上工业产值  22 25 25 28` or `phase 规上工业产值 last-year`
public struct PhaseDeclaration: Sendable {
    /// Whose targets fall so.
    public var indicator: Name
    /// Percentages; empty for last year's seasonality.
    public var shares: [WrittenNumber]
    /// The line without its comment.
    public var range: ByteRange
}
