import Synchronization

/// Evaluators that are lent to one thread after another, so that what was worked out for one question serves the next: rules and claims come
/// back to the sums that the law was tested on.
public final class EvaluatorPool: Sendable {
    private let tally: Tally
    private let idle = Mutex<[Idle]>([])

    // SAFETY: an evaluator is either here or with the one thread that took it, and the lock orders what they do.
    private struct Idle: @unchecked Sendable {
        let evaluator: Evaluator
    }

    /// Empty; it makes an evaluator where none is idle.
    public init(_ tally: Tally) { self.tally = tally }

    /// Lends an evaluator for as long as `body` runs. Nothing of it may be left free, nor may it be kept.
    func lend<Result>(_ body: (Evaluator) -> Result) -> Result {
        let lent = idle.withLock { $0.popLast() } ?? Idle(evaluator: Evaluator(tally))
        defer { idle.withLock { $0.append(lent) } }
        return body(lent.evaluator)
    }
}
