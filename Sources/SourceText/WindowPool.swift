import Synchronization

/// Memory for windows, used again and again: memory that was touched before, and is in the cache, costs less than new memory.
public final class WindowPool: Sendable {
    private struct Storage: @unchecked Sendable {
        // SAFETY: whoever has taken a storage out of the pool is the only one who uses it.
        var memory: UnsafeMutableRawPointer
        var capacity: Int
    }

    private let free = Mutex<[Storage]>([])

    /// An empty pool; it grows to as many windows as are lent at once.
    public init() {}

    deinit {
        free.withLock { free in
            for storage in free { SourceBuffer.deallocate(storage.memory) }
        }
    }

    func withStorage<Result>(_ count: Int, _ body: (UnsafeMutableRawPointer) -> Result) -> Result {
        // Windows differ a little in length. Memory that is not touched costs nothing.
        let capacity = count + count / 2
        var storage = free.withLock { $0.popLast() } ?? Storage(memory: SourceBuffer.allocate(capacity), capacity: capacity)
        if storage.capacity < count {
            SourceBuffer.deallocate(storage.memory)
            storage = Storage(memory: SourceBuffer.allocate(capacity), capacity: capacity)
        }
        let result = body(storage.memory)
        free.withLock { $0.append(storage) }
        return result
    }
}
