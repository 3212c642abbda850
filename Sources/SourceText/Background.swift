#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Hands the bytes of an open file on as they come, from a thread of its own, until the file ends or cannot be read; then calls `end`.
/// False where the system grants no thread. The thread lives as long as the program; nothing waits for it.
public func readInBackground(
    _ descriptor: Int32, take: @escaping @Sendable ([UInt8]) -> Void, end: @escaping @Sendable () -> Void
) -> Bool {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return false }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    // SAFETY: the thread takes over the reference; where none was started it is released here.
    let reference = Unmanaged.passRetained(BackgroundReader(descriptor: descriptor, take: take, end: end))
    #if canImport(Glibc)
        var thread = pthread_t()
        let result = pthread_create(&thread, &attributes, runReader, reference.toOpaque())
    #else
        var thread: pthread_t?
        let result = pthread_create(&thread, &attributes, { runReader($0) }, reference.toOpaque())
    #endif
    if result != 0 { reference.release() }
    return result == 0
}

private func runReader(_ reference: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let reference else { return nil }
    Unmanaged<BackgroundReader>.fromOpaque(reference).takeRetainedValue().run()
    return nil
}

private final class BackgroundReader: Sendable {
    let descriptor: Int32
    let take: @Sendable ([UInt8]) -> Void
    let end: @Sendable () -> Void

    init(descriptor: Int32, take: @escaping @Sendable ([UInt8]) -> Void, end: @escaping @Sendable () -> Void) {
        self.descriptor = descriptor
        self.take = take
        self.end = end
    }

    func run() {
        var buffer = Array(repeating: UInt8(0), count: 1 << 16)
        while true {
            // SAFETY: at most as many bytes are written as the buffer holds.
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return end() }
            take(Array(buffer[..<count]))
        }
    }
}
