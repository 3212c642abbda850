#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How many bytes the system maps at once where it can; allocations of so many start at such a page.
public let largePage = 2 << 20

/// Memory of `largePage` bytes for which the system is asked to use one page: touching memory for the first time costs by the page. To be
/// given back to `deallocatePages`.
public func allocateLargePage() -> UnsafeMutableRawPointer {
    var memory: UnsafeMutableRawPointer?
    let result = posix_memalign(&memory, largePage, largePage)
    guard result == 0, let memory else { preconditionFailure("out of memory") }
    #if canImport(Glibc)
        // A request that the system may refuse; then pages are small.
        madvise(memory, largePage, MADV_HUGEPAGE)
    #endif
    return memory
}

/// Gives back what `allocateLargePage` gave.
public func deallocateLargePage(_ memory: UnsafeMutableRawPointer) { free(memory) }
