import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension SourceBuffer {
    /// Where a buffer can come from besides a path.
    public enum Stream: Sendable { case standardInput }

    /// Reads a whole file, as long as it is when it is opened; a large one on several threads, as most of the time goes into touching the
    /// memory for the first time.
    public static func read(path: String, threads: Int = processorCount()) -> Result<SourceBuffer, FileError> {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return .failure(.last()) }
        defer { close(descriptor) }
        return read(descriptor: descriptor, threads: threads)
    }

    /// Reads standard input to its end.
    public static func read(_ stream: Stream) -> Result<SourceBuffer, FileError> {
        switch stream {
        case .standardInput: lseek(STDIN_FILENO, 0, SEEK_CUR) == 0 ? read(descriptor: STDIN_FILENO) : readStream(STDIN_FILENO)
        }
    }

    /// From the start of a file.
    private static func read(descriptor: Int32, threads: Int = 1) -> Result<SourceBuffer, FileError> {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .failure(.last()) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .failure(.isDirectory)
        case S_IFREG where status.st_size > 0:
            guard status.st_size <= off_t(largestCount) else { return .failure(.tooLarge) }
            return readWhole(descriptor, count: Int(status.st_size), threads: threads)
        default: return readStream(descriptor)
        }
    }

    /// A regular file of a known length; one that shrinks meanwhile is taken as far as it goes.
    private static func readWhole(_ descriptor: Int32, count: Int, threads: Int) -> Result<SourceBuffer, FileError> {
        let storage = allocate(count)
        if threads > 1, count >= 4 * shareSize, readShares(descriptor, storage, count, threads) {
            return .success(SourceBuffer(adopting: storage, count: count))
        }
        var filled = 0
        while filled < count {
            // SAFETY: at most `count - filled` bytes are written behind `filled`. Linux reads less than 2 GiB in one call.
            let read = pread(descriptor, storage + filled, min(count - filled, 1 << 30), off_t(filled))
            if read == 0 { break }
            if read < 0 {
                if errno == EINTR { continue }
                let error = FileError.last()
                free(storage)
                return .failure(error)
            }
            filled += read
        }
        return .success(SourceBuffer(adopting: storage, count: filled))
    }

    private static let shareSize = 2 << 20

    /// False where a share did not come whole: the file has shrunk, or cannot be read; reading it in order tells which.
    private static func readShares(_ descriptor: Int32, _ storage: UnsafeMutableRawPointer, _ count: Int, _ threads: Int) -> Bool {
        let isWhole = Atomic<Bool>(true)
        // SAFETY: every share writes its own part of the storage.
        nonisolated(unsafe) let storage = storage
        parallelFor((count + shareSize - 1) / shareSize, threads: threads) { share in
            var filled = share * shareSize
            let end = min(count, filled + shareSize)
            while filled < end {
                let read = pread(descriptor, storage + filled, end - filled, off_t(filled))
                if read < 0, errno == EINTR { continue }
                guard read > 0 else { return isWhole.store(false, ordering: .relaxed) }
                filled += read
            }
        }
        return isWhole.load(ordering: .relaxed)
    }

    /// A pipe, a terminal, or a file that does not know its length: room doubles as the bytes come.
    private static func readStream(_ descriptor: Int32) -> Result<SourceBuffer, FileError> {
        var capacity = 1 << 16
        var storage = allocate(capacity)
        var filled = 0
        while true {
            if filled == capacity {
                capacity *= 2
                // SAFETY: the old block is given up as soon as the new one holds what it held.
                let larger = allocate(capacity)
                larger.copyMemory(from: storage, byteCount: filled)
                free(storage)
                storage = larger
            }
            #if canImport(Glibc)
                let read = Glibc.read(descriptor, storage + filled, capacity - filled)
            #else
                let read = Darwin.read(descriptor, storage + filled, capacity - filled)
            #endif
            if read == 0 { return .success(SourceBuffer(adopting: storage, count: filled)) }
            if read < 0 {
                if errno == EINTR { continue }
                let error = FileError.last()
                free(storage)
                return .failure(error)
            }
            filled += read
            guard filled <= largestCount else {
                free(storage)
                return .failure(.tooLarge)
            }
        }
    }
}
