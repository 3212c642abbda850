#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The system's day, in the local time zone.
public func today() -> (year: Int, month: Int, day: Int) {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
}

/// A clock that only goes forward, for measuring how long something took.
public func monotonicNanoseconds() -> UInt64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
}

/// The most memory that the program has held at once, in bytes.
public func peakMemoryBytes() -> Int {
    var usage = rusage()
    #if canImport(Glibc)
        // Linux counts in KiB, macOS in bytes.
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Int(usage.ru_maxrss) * 1024
    #else
        getrusage(RUSAGE_SELF, &usage)
        return Int(usage.ru_maxrss)
    #endif
}
