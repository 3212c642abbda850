import Checks
import Ledger
import SourceText

/// The ledgers that open texts belong to, and the snapshots of them.
struct Library {
    private(set) var documents: [String: Document] = [:]
    private var books: [String: Book] = [:]
    private var overlay = FileOverlay()
    private let identities = PathIdentities()

    /// A ledger by its first file.
    private struct Book {
        var snapshot: Snapshot?
        /// Of the last snapshot that was checked.
        var memory: CheckMemory?
        let cache = PieceCache()

        /// Something has changed; what was worked out of it is kept to compare with.
        mutating func forget() {
            memory = snapshot?.memory ?? memory
            snapshot = nil
        }
    }

    /// The text at a path that an editor has open.
    func document(at path: String) -> Document? { documents[identity(path)] }

    mutating func put(_ document: Document) {
        let identity = identity(document.path)
        let isNew = documents[identity] == nil
        documents[identity] = document
        overlay.set(document.text, at: document.path)
        // A text that is newly open may be the first file of a ledger that others belong to.
        forget(identity, isNew: isNew)
    }

    mutating func close(_ path: String) {
        let identity = identity(path)
        documents[identity] = nil
        overlay[path] = nil
        forget(identity, isNew: true)
    }

    private func identity(_ path: String) -> String { identities[path] }

    /// Files have been changed, made or removed behind the editor's back.
    mutating func forgetAll() {
        identities.forget()
        for root in books.keys { books[root]?.forget() }
    }

    private mutating func forget(_ identity: String, isNew: Bool) {
        for (root, book) in books where isNew || book.snapshot?.file(at: identity) != nil { books[root]?.forget() }
    }

    /// The ledgers of all open texts and folders, with their first files; reads what has changed.
    mutating func snapshots(_ settings: Settings) -> [(root: String, snapshot: Snapshot)] {
        var found: [(String, Snapshot)] = []
        var roots =
            [settings.main].compactMap { $0 }.map { identity($0) }
            + settings.folders.compactMap { LedgerPlace.inside($0) }.map { identity($0) }
        for document in documents.values.sorted(by: { $0.path < $1.path }) {
            if let snapshot = snapshot(of: document.path, settings) { roots.append(snapshot.root) }
        }
        for root in roots where !found.contains(where: { $0.0 == root }) {
            if let snapshot = snapshot(root: root, settings) { found.append((root, snapshot)) }
        }
        // A ledger that turned out not to read an open file is kept too, so that it is not read anew for each edit of that file.
        if documents.isEmpty {
            let kept = Set(found.map(\.0))
            books = books.filter { kept.contains($0.key) }
        }
        return found
    }

    /// The ledger that a file belongs to: the one whose first file is nearest, if it reads the file; else the file by itself.
    mutating func snapshot(of path: String, _ settings: Settings) -> (root: String, snapshot: Snapshot)? {
        let own = identity(path)
        let near = LedgerPlace.nearest(to: path).map { [$0] } ?? []
        for root in [settings.main].compactMap({ $0 }) + near + settings.folders.compactMap({ LedgerPlace.inside($0) }) {
            if let snapshot = snapshot(root: identity(root), settings), snapshot.file(at: own) != nil {
                return (identity(root), snapshot)
            }
        }
        return snapshot(root: own, settings).map { (own, $0) }
    }

    private mutating func snapshot(root: String, _ settings: Settings) -> Snapshot? {
        if let known = books[root]?.snapshot { return known }
        let book = books[root] ?? Book()
        guard let ledger = load(root, book.cache, settings) else { return nil }
        let snapshot = Snapshot(ledger, settings, documents, identities, memory: book.memory)
        books[root] = book
        books[root]?.snapshot = snapshot
        return snapshot
    }

    private func load(_ root: String, _ cache: PieceCache, _ settings: Settings) -> Ledger? {
        var options = LoadOptions()
        options.threads = settings.threads
        options.overlay = overlay
        options.allowsOutside = settings.allowsOutside
        options.cache = cache
        return try? Ledger.load(path: documents[root]?.path ?? root, options: options)
    }
}
