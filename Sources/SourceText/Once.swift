import Synchronization

/// A value that is made when it is first asked for: by one thread, while others that ask wait for it. After that no thread waits.
public struct Once<Value: Sendable>: ~Copyable, Sendable {
    private final class Box: Sendable {
        let value: Value

        init(_ value: Value) { self.value = value }
    }

    private let box = AtomicLazyReference<Box>()
    private let making = Mutex(())

    /// Not made yet.
    public init() {}

    /// There already.
    public init(_ value: Value) { _ = box.storeIfNil(Box(value)) }

    /// The value, if it was made.
    public var known: Value? { box.load()?.value }

    /// The value, made by `make` if nobody has asked before.
    public func value(_ make: () -> Value) -> Value {
        if let known { return known }
        return making.withLock { _ in known ?? box.storeIfNil(Box(make())).value }
    }
}
