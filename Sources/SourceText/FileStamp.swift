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
    private var number: UInt64

    /// The stamp of the file at the path, its links followed; nil where there is none.
    public init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        #if canImport(Glibc)
            let time = status.st_mtim
        #else
            let time = status.st_mtimespec
        #endif
        seconds = Int(time.tv_sec)
        nanoseconds = Int(time.tv_nsec)
        size = Int64(status.st_size)
        number = UInt64(status.st_ino)
    }
}
