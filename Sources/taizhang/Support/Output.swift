/// Text on its way out, kept until there is much of it.
final class Output {
    private var pending = ""
    private let write: (String) -> Bool
    /// The reader has gone away; nothing is written any more. No error: whoever closes a pipe has seen enough.
    private(set) var isClosed = false

    private static let enough = 1 << 16

    /// `write` says whether its reader is still there.
    init(write: @escaping (String) -> Bool) { self.write = write }

    func print(_ text: String) {
        if isClosed { return }
        pending += text
        if pending.utf8.count >= Output.enough { flush() }
    }

    func flush() {
        if pending.isEmpty || isClosed { return }
        isClosed = !write(pending)
        pending = ""
    }
}
