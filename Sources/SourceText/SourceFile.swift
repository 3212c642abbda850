/// One file of a ledger: its place among the others, what people call it, and its bytes.
public final class SourceFile: Sendable {
    /// The place among the files of the ledger.
    public let id: FileID
    /// The path as shown to people: as given, or relative to the first file.
    public let path: String
    /// The bytes, in memory or not.
    public let text: FileText

    /// What standard input is called in messages.
    public static let standardInputName = "<stdin>"

    /// A file whose bytes have been read. `path` is what people are to see, and need not exist.
    public convenience init(id: FileID, path: String, buffer: SourceBuffer) {
        self.init(id: id, path: path, text: FileText(buffer))
    }

    /// A file whose bytes are read when they are needed.
    public init(id: FileID, path: String, text: FileText) {
        self.id = id
        self.path = path
        self.text = text
    }

    /// The bytes. Reads them where the file was too large to keep; its length alone is `text.count`.
    public var buffer: SourceBuffer { text.buffer }

    /// Where the lines are. Built at the first use, by one pass over the file: most files are never asked.
    public var lines: LineIndex { text.lines }
}
