import Ledger
import SourceText

/// The files that a ledger is made of, and those that its `include` lines would find: what to look at to notice a save.
struct WatchedFiles {
    private var paths: Set<String>
    private var includes: [(folder: String, pattern: String)] = []

    /// Before the ledger is known, its first file alone.
    init(main: String) { paths = [main] }

    /// Files of before stay watched: one that has just been taken away may come back.
    mutating func follow(_ ledger: Ledger) {
        paths.formUnion(ledger.sources.files.map(\.path))
        includes = ledger.includes
    }

    /// What there is now. Equal to what there was before unless a file was saved, added or taken away.
    func look() -> [String: FileStamp] {
        var all = paths
        for (folder, pattern) in includes {
            all.formUnion(expandGlob(pattern, in: folder).map { Path.normalised(Path.join(folder, $0)) })
        }
        var stamps: [String: FileStamp] = [:]
        for path in all { stamps[path] = FileStamp(path: path) }
        return stamps
    }
}
