import Numerics
import SourceText

/// `expected monthly by 10 from kind 园区, kind 乡镇 since 2013-Q3 until 2015`
public struct Expectation: Sendable {
    /// How often.
    public var frequency: Frequency
    /// Days after the period's end; nil where no day was named.
    public var dueDay: Int?
    /// Who is to report; everyone where it is empty.
    public var from: [Reporter]
    /// Nothing is expected of what begins earlier; nil where the first report says when it starts.
    public var since: Period?
    /// Nothing is expected of what ends later; nil for no end.
    public var until: Period?
    /// The line on which it stands.
    public var range: ByteRange

    /// Who is to report: a unit, or all units with a field.
    public enum Reporter: Sendable {
        case unit(Name)
        case field(Field)
    }
}
