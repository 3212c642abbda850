import Ledger

/// What tells one file from another, however it is named: where its path leads. Asked of the system once, until files may have moved.
final class PathIdentities {
    private var known: [String: String] = [:]

    subscript(path: String) -> String {
        if let identity = known[path] { return identity }
        let identity = FileOverlay.identity(of: path)
        known[path] = identity
        return identity
    }

    /// Links and folders may lead elsewhere now.
    func forget() { known.removeAll() }
}
