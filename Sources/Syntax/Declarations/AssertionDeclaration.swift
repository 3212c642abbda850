import Numerics
import SourceText

/// `assert PERIOD UNIT FORMULA`
public struct AssertionDeclaration: Sendable {
    /// The days it is about.
    public var period: Period
    /// The unit it is about.
    public var unit: Name
    /// A comparison.
    public var formula: Formula
    /// The line without its comment.
    public var range: ByteRange
}
