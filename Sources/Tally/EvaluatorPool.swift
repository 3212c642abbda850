import Synchronization

/// Evaluators that are lent to one thread after another, so that what was worked out for one question serves the next: rules and claims come
/// back to the sums that the law was tested on.
public final class EvaluatorPool: Sendable {
    private let tally: Tally
    private let layer: Evaluator.Layer
    private let idle = Mutex<[Idle]>([])

    // SAFETY: an evaluator is either here or with the one thread that took it, and the lock orders what they do.
    private struct Idle: @unchecked Sendable {
        let evaluator: Evaluator
    }

    /// Empty; it makes an evaluator where none is idle, for firm figures or for estimates.
    init(_ tally: Tally, _ layer: Evaluator.Layer = .firm) {
        self.tally = tally
        self.layer = layer
    }

    /// Lends an evaluator for as long as `body` runs, which gives it back as it came: in its layer, with no figure set free.
    func lend<Result: Sendable>(_ body: (Evaluator) -> Result) -> Result {
        let lent = idle.withLock { $0.popLast() } ?? Idle(evaluator: newEvaluator())
        defer {
            precondition(lent.evaluator.freed.isEmpty && lent.evaluator.layer == layer)
            idle.withLock { $0.append(lent) }
        }
        return body(lent.evaluator)
    }

    private func newEvaluator() -> Evaluator {
        let evaluator = Evaluator(tally)
        evaluator.layer = layer
        return evaluator
    }
}
