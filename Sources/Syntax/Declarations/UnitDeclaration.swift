import Numerics
import SourceText

/// `unit PATH`, or a line of a `units` block.
public struct UnitDeclaration: Sendable {
    /// As written, with `:` between its parts.
    public var path: Name
    /// For a line of a `units` block: the path of the unit above it, as declared there.
    public var under: Name?
    /// Other names for it.
    public var aliases: [Name] = []
    /// Its name in English.
    public var nameEn: String?
    /// Its name in Chinese.
    public var nameZh: String?
    /// What it is grouped and filtered by.
    public var fields: [Field] = []
    /// Its life starts with this period.
    public var opened: Dated?
    /// Its life ends with this period.
    public var closed: Dated?
    /// The unit that it went into.
    public var succeededBy: Name?
    /// Stands beside the tree.
    public var isApart = false
    /// Said to be complete or incomplete; nil where nothing was said.
    public var isComplete: Bool?
    /// The path at the head of a `units` block: it names a unit without declaring it again.
    public var isImplied = false

    /// A period with where it stands.
    public struct Dated: Sendable {
        /// The days.
        public var period: Period
        /// The line on which it stands.
        public var range: ByteRange
    }

    init(path: Name, under: Name? = nil) {
        self.path = path
        self.under = under
    }
}
