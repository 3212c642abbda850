import SourceText

/// `register NAME`, with the steps that its items may take.
public struct RegisterDeclaration: Sendable {
    /// What items and formulas call it.
    public var name: Name
    /// Each once, in the order in which they are first named.
    public var states: [Name] = []
    /// Allowed steps, by index into `states`.
    public var steps: [(from: Int, to: Int)] = []
    /// One per `due` line.
    public var dues: [Due] = []
    /// What items say of themselves; empty where they may say anything.
    public var fields: [Name] = []
    /// Those of `fields` that an item may leave out: `note?`.
    public var optionalFields: Set<String> = []
    /// Its name in English.
    public var nameEn: String?
    /// Its name in Chinese.
    public var nameZh: String?

    /// `due 60 days -> 办结`
    public struct Due: Sendable {
        /// How many days it may take.
        public var days: Int
        /// The state from which the days count; nil for the first.
        public var from: Name?
        /// The state to be reached by then.
        public var to: Name
        /// The line without its comment.
        public var range: ByteRange
    }
}
