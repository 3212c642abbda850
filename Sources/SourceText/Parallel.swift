import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Runs `body(0)` … `body(count - 1)`, each once and in no certain order, on up to `threads` threads; returns when all are done.
///
/// The calling thread takes part. With one thread, or one piece of work, nothing is started. Other threads have a stack of 16 MB,
/// as deep as descents into a ledger's trees may need.
public func parallelFor(_ count: Int, threads: Int = processorCount(), _ body: @Sendable (Int) -> Void) {
    guard count > 1, threads > 1 else {
        for index in 0..<max(0, count) { body(index) }
        return
    }
    // No thread outlives this call, so that `body` does not escape.
    withoutActuallyEscaping(body) { body in
        let work = SharedWork(count: count, body: body)
        let started = (1..<min(threads, count)).compactMap { _ in startThread(work) }
        work.run()
        for thread in started { pthread_join(thread, nil) }
    }
}

extension RandomAccessCollection where Self: Sendable, Index == Int {
    /// What `body` makes of each element, in their order. Neighbours are worked on together, so many at a time, and these shares side by
    /// side.
    @inlinable
    public func parallelMap<Result: Sendable>(
        shareSize: Int = 64, threads: Int = processorCount(), _ body: @Sendable (Element) -> Result
    ) -> [Result] {
        let count = count
        return Array(unsafeUninitializedCapacity: count) { results, initializedCount in
            // SAFETY: every task writes elements of its own, and together they write all.
            nonisolated(unsafe) let results = results
            parallelFor((count + shareSize - 1) / shareSize, threads: threads) { share in
                for offset in share * shareSize..<Swift.min(count, (share + 1) * shareSize) {
                    results.initializeElement(at: offset, to: body(self[startIndex + offset]))
                }
            }
            initializedCount = count
        }
    }
}

/// Indices that any thread may draw from.
private final class SharedWork: Sendable {
    let count: Int
    let body: @Sendable (Int) -> Void
    private let next = Atomic<Int>(0)

    init(count: Int, body: @escaping @Sendable (Int) -> Void) {
        self.count = count
        self.body = body
    }

    func run() {
        while true {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard index < count else { return }
            body(index)
        }
    }
}

/// A thread that runs `work`, or nil where the system grants none: the others then do its share.
private func startThread(_ work: SharedWork) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, 16 << 20)
    // SAFETY: the thread takes over the reference; where none was started it is released here.
    let reference = Unmanaged.passRetained(work)
    #if canImport(Glibc)
        var thread = pthread_t()
        let result = pthread_create(&thread, &attributes, runShare, reference.toOpaque())
    #else
        var thread: pthread_t?
        let result = pthread_create(&thread, &attributes, { runShare($0) }, reference.toOpaque())
    #endif
    guard result == 0 else {
        reference.release()
        return nil
    }
    return thread
}

private func runShare(_ reference: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let reference else { return nil }
    Unmanaged<SharedWork>.fromOpaque(reference).takeRetainedValue().run()
    return nil
}
