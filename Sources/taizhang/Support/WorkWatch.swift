import Diagnostics
import Ledger
import Synchronization

/// Follows long work: notes when each stage began, and on a terminal says how far it has come once it has lasted a second.
///
/// SAFETY: stages are noted from any thread, but one at a time, under the lock; what they change is read only when the work is done. While
/// it goes on nobody else writes to standard error.
final class WorkWatch: @unchecked Sendable {
    /// What a command does one after another.
    enum Stage: Int {
        case read, names, order, check

        var text: Localized {
            switch self {
            case .read: Localized(en: "reading", zh: "读取")
            case .names: Localized(en: "matching names", zh: "核对名称")
            case .order: Localized(en: "ordering figures", zh: "排列数据")
            case .check: Localized(en: "checking", zh: "检查")
            }
        }
    }

    private let lock = Mutex(())
    private let clock: () -> UInt64
    private let language: Language
    /// Nil where nobody would see it.
    private let write: ((String) -> Void)?
    private let start: UInt64
    private var begun: [(stage: Stage, at: UInt64)] = []
    private var lastShown: UInt64 = 0
    private var isShown = false

    private static let patience: UInt64 = 1_000_000_000
    private static let pause: UInt64 = 100_000_000

    init(clock: @escaping () -> UInt64, language: Language, write: ((String) -> Void)?) {
        self.clock = clock
        self.language = language
        self.write = write
        start = clock()
    }

    /// Work is in this stage, of which such a share is done.
    func note(_ stage: Stage, _ share: Double? = nil) {
        lock.withLock { _ in
            let now = clock()
            let isNew = begun.last.map { $0.stage.rawValue < stage.rawValue } ?? true
            if isNew { begun.append((stage, now)) }
            // A worker may report late what the one after it has overtaken.
            guard let write, begun.last?.stage == stage, now - start >= Self.patience, isNew || now - lastShown >= Self.pause else {
                return
            }
            let percent = share.map { " \(Int(min(1, max(0, $0)) * 100))%" } ?? ""
            write("\r\u{1B}[K\(stage.text.text(in: language))\(percent)")
            (lastShown, isShown) = (now, true)
        }
    }

    /// What the loader tells.
    func follow(_ stage: LoadStage) {
        switch stage {
        case .reading(let bytes, let total): note(.read, total == 0 ? nil : Double(bytes) / Double(total))
        case .names: note(.names)
        case .order: note(.order)
        }
    }

    /// Takes the line away, before anything else is printed.
    func clear() {
        lock.withLock { _ in
            if isShown { write?("\r\u{1B}[K") }
            isShown = false
        }
    }

    /// How long each stage took, the last one until now.
    func times() -> [(stage: Stage, nanoseconds: UInt64)] {
        lock.withLock { _ in
            let ends = begun.dropFirst().map(\.at) + [clock()]
            return zip(begun, ends).map { ($0.stage, $1 - $0.at) }
        }
    }
}
