import SourceText
import Synchronization
import Syntax

/// What the files of a ledger said when they were last read, so that reading it again costs only what has changed. One cache serves one
/// ledger; files that a reading no longer comes by are dropped.
public final class PieceCache: Sendable {
    private struct Key: Hashable {
        var identity: String
        var fiscalStart: Int
    }

    private struct Entry {
        var text: FileText
        var pieces: [PieceSyntax]
    }

    private struct State {
        var files: [String: FileText] = [:]
        var entries: [Key: Entry] = [:]
        var names: KnownNames?
    }

    private let state = Mutex(State())

    /// An empty cache.
    public init() {}

    /// A file as it was opened before, unless it has changed since by its time, its size and its number.
    func open(path: String, identity: String, _ special: FileText.SpecialFiles) -> Result<FileText, FileError> {
        if let known = state.withLock({ $0.files[identity] }), known.isCurrent(path) { return .success(known) }
        let result = FileText.open(path: path, special)
        if case .success(let text) = result { state.withLock { $0.files[identity] = text } }
        return result
    }

    /// The pieces that this very text was read into.
    func pieces(of text: FileText, identity: String, fiscalStart: Int) -> [PieceSyntax]? {
        let entry = state.withLock { $0.entries[Key(identity: identity, fiscalStart: fiscalStart)] }
        return entry.flatMap { $0.text === text ? $0.pieces : nil }
    }

    func keep(_ pieces: [PieceSyntax], of text: FileText, identity: String, fiscalStart: Int) {
        // What a file was found to have changed into meanwhile is read again the next time.
        if text.hasChanged { return }
        state.withLock { $0.entries[Key(identity: identity, fiscalStart: fiscalStart)] = Entry(text: text, pieces: pieces) }
    }

    /// What the declarations came to, and of which files.
    var names: KnownNames? {
        get { state.withLock { $0.names } }
        set { state.withLock { $0.names = newValue } }
    }

    func keepOnly(_ identities: Set<String>) {
        state.withLock { state in
            state.entries = state.entries.filter { identities.contains($0.key.identity) }
            state.files = state.files.filter { identities.contains($0.key) }
        }
    }
}
