import Numerics
import SourceText

/// `item REGISTER ID  TITLE`, with its dated states.
public struct ItemDeclaration: Sendable {
    /// The register it belongs to.
    public var register: Name
    /// What tells it from the register's other items.
    public var id: Name
    /// What follows the id.
    public var title: Name?
    /// The unit it starts in.
    public var unit: Name?
    /// What it is grouped and filtered by.
    public var fields: [Field] = []
    /// The day by which it is due, where it has one of its own.
    public var due: Day?
    /// The line of `due`.
    public var dueRange: ByteRange?
    /// In the order of the lines.
    public var events: [Event] = []

    /// A dated line: a state, or a move to another unit.
    public struct Event: Sendable {
        /// The day that the line is dated.
        public var day: Day
        /// The state that it enters; nil for a move.
        public var state: Name?
        /// The unit that it moves to; nil for a state.
        public var movedTo: Name?
        /// What follows `|`.
        public var note: ByteRange?
        /// From the day to the state or the unit.
        public var range: ByteRange
    }
}
