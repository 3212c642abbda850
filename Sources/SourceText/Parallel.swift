/// Runs `body(0)` … `body(count - 1)`, each once and in no certain order, on up to `threads` threads; returns when all are done.
///
/// The calling thread takes part. With one thread, or one piece of work, no other does. Other threads have a stack of 16 MB, as deep as
/// descents into a ledger's trees may need. A body may itself call this: whoever has nothing left to do then helps.
public func parallelFor(_ count: Int, threads: Int = processorCount(), _ body: @Sendable (Int) -> Void) {
    guard count > 1, threads > 1 else {
        for index in 0..<max(0, count) { body(index) }
        return
    }
    // No thread uses `body` after this call, so that it does not escape.
    withoutActuallyEscaping(body) { body in
        Crew.shared.run(SharedWork(count: count, body: body), helpers: min(threads, count) - 1)
    }
}

/// Starts the first of the other threads that `parallelFor` uses, where there is a processor for it; more start when they are needed.
public func prepareThreads() { Crew.shared.prepare(helpers: min(1, processorCount() - 1)) }

/// Two results, made side by side where there is a second thread.
@inlinable
public func sideBySide<First: Sendable, Second: Sendable>(
    threads: Int = processorCount(), _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
    var results: (First?, Second?) = (nil, nil)
    withUnsafeMutablePointer(to: &results) { results in
        // SAFETY: each of the two writes its own.
        nonisolated(unsafe) let results = results
        parallelFor(2, threads: threads) { number in
            if number == 0 { results.pointee.0 = first() } else { results.pointee.1 = second() }
        }
    }
    guard let first = results.0, let second = results.1 else { preconditionFailure("both were run") }
    return (first, second)
}

/// What `body` makes of each of so many ranges of about the same length, which together are `0..<count`, in their order. They are worked on
/// side by side.
@inlinable
public func parallelShares<Result: Sendable>(
    of count: Int, _ shareCount: Int, threads: Int = processorCount(), _ body: @Sendable (Range<Int>) -> Result
) -> [Result] {
    (0..<shareCount).parallelMap(shareSize: 1, threads: threads) { share in
        body(count * share / shareCount..<count * (share + 1) / shareCount)
    }
}

extension RandomAccessCollection where Self: Sendable, Index == Int {
    /// What `body` makes of each element, in their order. Neighbours are worked on together, so many at a time, and these shares side by
    /// side.
    @inlinable
    public func parallelMap<Result: Sendable>(
        shareSize: Int = 64, threads: Int = processorCount(), _ body: @Sendable (Element) -> Result
    ) -> [Result] {
        parallelMap(shareSize: shareSize, threads: threads, lending: { $0(()) }) { (_: Void, element) in body(element) }
    }

    /// The same where `body` needs something that is lent for as long as a share is worked on.
    @inlinable
    public func parallelMap<Lent, Result: Sendable>(
        shareSize: Int, threads: Int, lending lend: @escaping @Sendable ((Lent) -> Void) -> Void,
        _ body: @Sendable (Lent, Element) -> Result
    ) -> [Result] {
        let count = count
        return Array(unsafeUninitializedCapacity: count) { results, initializedCount in
            // SAFETY: every task writes elements of its own, and together they write all.
            nonisolated(unsafe) let results = results
            parallelFor((count + shareSize - 1) / shareSize, threads: threads) { share in
                lend { lent in
                    for offset in share * shareSize..<Swift.min(count, (share + 1) * shareSize) {
                        results.initializeElement(at: offset, to: body(lent, self[startIndex + offset]))
                    }
                }
            }
            initializedCount = count
        }
    }
}
