#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How many bytes the system maps at once where it can; allocations of so many start at such a page.
public let largePage = 2 << 20

/// Memory for so many bytes that are all going to be used, for which the system is asked to use large pages: touching memory for the first
/// time costs by the page. To be given back to `deallocateLargePages`.
public func allocateLargePages(_ count: Int = largePage) -> UnsafeMutableRawPointer {
    var memory: UnsafeMutableRawPointer?
    let result = posix_memalign(&memory, largePage, count)
    guard result == 0, let memory else { preconditionFailure("out of memory") }
    #if canImport(Glibc)
        // A request that the system may refuse; then pages are small.
        madvise(memory, count, MADV_HUGEPAGE)
    #endif
    return memory
}

/// Gives back what `allocateLargePages` gave.
public func deallocateLargePages(_ memory: UnsafeMutableRawPointer) { free(memory) }
