import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

private let isRequested = Atomic<Bool>(false)

/// From now on Ctrl-C, or a polite request to end, does not end the program at once: `pause` tells of it. A second one ends it.
public func deferInterrupts() {
    // The first use of a global sets it up, which a signal handler must not do.
    isRequested.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
        signal(number) { number in
            if isRequested.exchange(true, ordering: .relaxed) { _exit(128 + number) }
        }
    }
}

/// Waits so long, or until the program is asked to end: then the answer is false.
public func pause(nanoseconds: UInt64) -> Bool {
    if isRequested.load(ordering: .relaxed) { return false }
    var wait = timespec(tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
    // A signal cuts the wait short; whether it was ours is all that counts.
    nanosleep(&wait, nil)
    return !isRequested.load(ordering: .relaxed)
}
