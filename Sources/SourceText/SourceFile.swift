import Synchronization

/// One file of a ledger: its place among the others, what people call it, and its bytes.
public final class SourceFile: Sendable {
    /// The place among the files of the ledger.
    public let id: FileID
    /// The path as shown to people: as given, or relative to the first file.
    public let path: String
    /// The bytes.
    public let buffer: SourceBuffer

    /// What standard input is called in messages.
    public static let standardInputName = "<stdin>"

    private let index = Mutex<LineIndex?>(nil)

    /// A file whose bytes have been read. `path` is what people are to see, and need not exist.
    public init(id: FileID, path: String, buffer: SourceBuffer) {
        self.id = id
        self.path = path
        self.buffer = buffer
    }

    /// Where the lines are. Built at the first use, by one pass over the file: most files are never asked.
    public var lines: LineIndex {
        index.withLock { index in
            if let index { return index }
            let built = LineIndex(buffer)
            index = built
            return built
        }
    }
}
