#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why a file could not be read or written.
public enum FileError: Error, Hashable, Sendable {
    case notFound
    case isDirectory
    /// A pipe or a device where a file should be.
    case isSpecial
    /// 4 GiB − 1 bytes or more: offsets are 32 bits, and the end of a file must be one too.
    case tooLarge
    /// Anything else, in the words of the system.
    case other(String)

    /// The error that the last failed system call of this thread left behind.
    static func last() -> FileError { of(errno) }

    /// The error that the system has this number for.
    static func of(_ code: Int32) -> FileError {
        switch code {
        case ENOENT, ENOTDIR: .notFound
        case EISDIR: .isDirectory
        case EFBIG: .tooLarge
        default: .other(strerror(code).map { String(cString: $0) } ?? "error \(code)")
        }
    }
}
