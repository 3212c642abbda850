#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What tells whether a file is still the one that was read.
struct FileStamp: Equatable, Sendable {
    /// Its bytes.
    let count: Int
    private let modified: timespec
    private let identity: (device: UInt64, node: UInt64)

    private init(_ status: stat) {
        count = Int(status.st_size)
        identity = (UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino))
        #if canImport(Glibc)
            modified = status.st_mtim
        #else
            modified = status.st_mtimespec
        #endif
    }

    /// Of the file at a path, its links followed; nil where there is no regular file.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        self.init(status)
    }

    /// Of a regular file of more bytes than that which can be opened; nil for any other.
    static func ofLargeFile(_ path: String, above most: Int) -> Result<FileStamp?, FileError> {
        var status = stat()
        // A pipe must not be opened only to look at it.
        guard stat(path, &status) == 0 else { return .failure(.last()) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size > off_t(most) else { return .success(nil) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return .failure(.last()) }
        defer { close(descriptor) }
        guard fstat(descriptor, &status) == 0 else { return .failure(.last()) }
        guard status.st_size <= off_t(SourceBuffer.largestCount) else { return .failure(.tooLarge) }
        return .success(FileStamp(status))
    }

    func isCurrent(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && self == FileStamp(status)
    }

    /// False where the file is another now, or cannot be read.
    func read(_ range: Range<Int>, of path: String, into storage: UnsafeMutableRawPointer) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var filled = 0
        while filled < range.count {
            // SAFETY: at most `count - filled` bytes are written behind `filled`. Linux reads less than 2 GiB in one call.
            let read = pread(descriptor, storage + filled, min(range.count - filled, 1 << 30), off_t(range.lowerBound + filled))
            if read < 0, errno == EINTR { continue }
            guard read > 0 else { return false }
            filled += read
        }
        var status = stat()
        return fstat(descriptor, &status) == 0 && self == FileStamp(status)
    }

    static func == (a: FileStamp, b: FileStamp) -> Bool {
        a.count == b.count && a.identity == b.identity && a.modified.tv_sec == b.modified.tv_sec && a.modified.tv_nsec == b.modified.tv_nsec
    }
}
