#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What changes when a file is written: its time, its length, and, where an editor puts a new file in the place of the old, which one it
/// is.
public struct FileStamp: Hashable, Sendable {
    private var seconds: Int
    private var nanoseconds: Int
    private var size: Int64
    private var device: UInt64
    private var number: UInt64

    /// Its bytes.
    var count: Int { Int(size) }

    /// The stamp of the file at the path, its links followed; nil where there is none.
    public init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        #if canImport(Glibc)
            let time = status.st_mtim
        #else
            let time = status.st_mtimespec
        #endif
        seconds = Int(time.tv_sec)
        nanoseconds = Int(time.tv_nsec)
        size = Int64(status.st_size)
        device = UInt64(truncatingIfNeeded: status.st_dev)
        number = UInt64(truncatingIfNeeded: status.st_ino)
    }

    /// What is at the path, its links followed, and whether it is a regular file: a pipe must not be opened only to look at it.
    static func look(_ path: String) -> Result<(stamp: FileStamp, isRegular: Bool), FileError> {
        var status = stat()
        guard stat(path, &status) == 0 else { return .failure(.last()) }
        return .success((FileStamp(status), status.st_mode & S_IFMT == S_IFREG))
    }

    /// Of a regular file, which has to be one that can be opened and read.
    static func ofReadableFile(_ path: String) -> Result<FileStamp, FileError> {
        var status = stat()
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return .failure(.last()) }
        defer { close(descriptor) }
        guard fstat(descriptor, &status) == 0 else { return .failure(.last()) }
        guard status.st_size <= off_t(SourceBuffer.largestCount) else { return .failure(.tooLarge) }
        return .success(FileStamp(status))
    }

    func isCurrent(_ path: String) -> Bool { FileStamp(path: path) == self }

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
}
