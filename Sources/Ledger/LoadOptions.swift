import SourceText

/// How a ledger is to be read.
public struct LoadOptions: Sendable {
    /// Whether an `include` may leave the folder of the first file.
    public var allowsOutside = false
    /// How many files, or pieces of large ones, are read at once.
    public var threads = processorCount()
    /// What to read in place of files' contents.
    public var overlay = FileOverlay()
    /// What was read before and need not be read again; nil to read everything.
    public var cache: PieceCache?
    /// Told of each stage as it begins and of reading as it goes on; from any thread.
    public var watch: (@Sendable (LoadStage) -> Void)?
    /// Large files are cut into pieces of about so many bytes, so that every core has work to the end. Results do not depend on it.
    var pieceSize = 1 << 20

    /// What is right for a person's ledger.
    public init() {}
}

/// How far a ledger has been read.
public enum LoadStage: Sendable {
    /// So many bytes of all files found so far.
    case reading(bytes: Int, of: Int)
    /// All is read; units, indicators and measures are matched.
    case names
    /// The figures of each unit are put in the order of their periods.
    case order
}
