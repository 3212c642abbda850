#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A queue between threads: any may put something in; one takes it out, and waits where there is nothing.
///
/// SAFETY: every access to `items` and `isFinished` holds the mutex, which lives as long as the channel.
public final class Channel<Item: Sendable>: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var items: [Item] = []
    private var isFinished = false

    /// An empty channel.
    public init() {
        mutex.initialize(to: pthread_mutex_t())
        condition.initialize(to: pthread_cond_t())
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    /// Puts an item in.
    public func send(_ item: Item) {
        pthread_mutex_lock(mutex)
        items.append(item)
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
    }

    /// Nothing more will come.
    public func finish() {
        pthread_mutex_lock(mutex)
        isFinished = true
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
    }

    /// Everything that has come, in order; waits for something where nothing has. Empty once all is taken and nothing more will come.
    public func takeAll() -> [Item] {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while items.isEmpty, !isFinished { pthread_cond_wait(condition, mutex) }
        return drain()
    }

    /// Everything that has come, without waiting; empty where nothing has.
    public func takeReady() -> [Item] {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return drain()
    }

    private func drain() -> [Item] {
        let taken = items
        items.removeAll()
        return taken
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(condition)
        mutex.deallocate()
        condition.deallocate()
    }
}
