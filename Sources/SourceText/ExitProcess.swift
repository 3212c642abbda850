#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Ends the program with a status; what was not written by then is lost.
public func exitProcess(_ status: Int32) -> Never {
    exit(status)
}
