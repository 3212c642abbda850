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
        var buffer: SourceBuffer
        var pieces: [PieceSyntax]
    }

    private struct State {
        var buffers: [String: (stamp: FileStamp, buffer: SourceBuffer)] = [:]
        var entries: [Key: Entry] = [:]
    }

    private let state = Mutex(State())

    /// An empty cache.
    public init() {}

    /// The bytes of a file that has not changed since they were read, by its time, its size and its number; reads it where it has.
    func read(path: String, identity: String, threads: Int) -> Result<SourceBuffer, FileError> {
        // Asked before reading: a file that changes meanwhile is read once more the next time, rather than never.
        let stamp = FileStamp(path: path)
        if let stamp, let known = state.withLock({ $0.buffers[identity] }), known.stamp == stamp { return .success(known.buffer) }
        let result = SourceBuffer.read(path: path, threads: threads)
        if case .success(let buffer) = result, let stamp { state.withLock { $0.buffers[identity] = (stamp, buffer) } }
        return result
    }

    /// The pieces that these very bytes were read into.
    func pieces(of buffer: SourceBuffer, identity: String, fiscalStart: Int) -> [PieceSyntax]? {
        let entry = state.withLock { $0.entries[Key(identity: identity, fiscalStart: fiscalStart)] }
        return entry.flatMap { $0.buffer === buffer ? $0.pieces : nil }
    }

    func keep(_ pieces: [PieceSyntax], of buffer: SourceBuffer, identity: String, fiscalStart: Int) {
        state.withLock { $0.entries[Key(identity: identity, fiscalStart: fiscalStart)] = Entry(buffer: buffer, pieces: pieces) }
    }

    func keepOnly(_ identities: Set<String>) {
        state.withLock { state in
            state.entries = state.entries.filter { identities.contains($0.key.identity) }
            state.buffers = state.buffers.filter { identities.contains($0.key) }
        }
    }
}
