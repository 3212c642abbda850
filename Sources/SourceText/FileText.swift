import Synchronization

/// The bytes of a file, which need not stay in memory: a large file is read in windows, and as a whole only if something in it is to be
/// shown.
public final class FileText: Sendable {
    /// How many bytes there are.
    public let count: Int
    private let origin: Origin
    private let loaded: Once<SourceBuffer>
    private let changed = Atomic<Bool>(false)
    private let index = Once<LineIndex>()

    /// What the file was like just before it was read.
    private let stamp: FileStamp?

    private enum Origin {
        case memory
        case file(path: String, stamp: FileStamp)
    }

    /// A file up to so many bytes stays in memory: it costs little, and can always be shown as it was read.
    static let mostKept = 1 << 16

    /// Text that is in memory already.
    public convenience init(_ buffer: SourceBuffer) { self.init(buffer, stamp: nil) }

    private init(_ buffer: SourceBuffer, stamp: FileStamp?) {
        self.stamp = stamp
        count = buffer.count
        origin = .memory
        loaded = Once(buffer)
    }

    private init(path: String, stamp: FileStamp) {
        count = stamp.count
        self.stamp = stamp
        origin = .file(path: path, stamp: stamp)
        loaded = Once()
    }

    /// What to do with a pipe or a device, which may be waited for without end and is read but once.
    public enum SpecialFiles: Sendable {
        case read, refuse
    }

    /// Opens a file; a small one, or one that is no regular file, is read at once.
    public static func open(path: String, _ special: SpecialFiles = .read) -> Result<FileText, FileError> {
        FileStamp.look(path).flatMap { stamp, isRegular in
            if !isRegular, special == .refuse, !isDirectory(path) { return .failure(.isSpecial) }
            if isRegular, stamp.count > mostKept { return FileStamp.ofReadableFile(path).map { FileText(path: path, stamp: $0) } }
            // Asked before reading: a file that changes meanwhile is then taken for changed, rather than never looked at again.
            return SourceBuffer.read(path: path).map { FileText($0, stamp: isRegular ? stamp : nil) }
        }
    }

    /// Whether the file at the path is still the one that this is of; false for text that came from no regular file.
    public func isCurrent(_ path: String) -> Bool { stamp?.isCurrent(path) ?? false }

    /// Whether the file was found to be another than when it was opened. Then its text is blank, rather than wrong.
    public var hasChanged: Bool { changed.load(ordering: .relaxed) }

    /// All bytes. The first use reads a file that was too large to keep.
    public var buffer: SourceBuffer { loaded.value { readAgain() ?? blank() } }

    /// Where the lines are. Built at the first use, by one pass over the bytes.
    public var lines: LineIndex { index.value { LineIndex(buffer) } }

    /// Lends a part of the bytes, in memory that is used for other parts after it. What is missing because the file has changed is blank.
    public func withWindow<Result>(_ range: Range<Int>, _ pool: WindowPool, _ body: (SourceWindow) -> Result) -> Result {
        if let kept = loaded.known { return withExtendedLifetime(kept) { body(kept.window(range)) } }
        guard case .file(let path, let stamp) = origin else { preconditionFailure("text in memory stays there") }
        return pool.withStorage(range.count) { storage in
            if !stamp.read(range, of: path, into: storage) {
                changed.store(true, ordering: .relaxed)
                storage.initializeMemory(as: UInt8.self, repeating: 0x0A, count: range.count)
            }
            // SAFETY: the storage has room for the range and the padding. `base` itself is not read, only what lies in the window.
            (storage + range.count).initializeMemory(as: UInt8.self, repeating: 0, count: SourceBuffer.padding)
            let base = UnsafePointer((storage - range.lowerBound).assumingMemoryBound(to: UInt8.self))
            return body(SourceWindow(base: base, range: range))
        }
    }

    private func readAgain() -> SourceBuffer? {
        guard case .file(let path, let stamp) = origin, stamp.isCurrent(path), case .success(let buffer) = SourceBuffer.read(path: path),
            buffer.count == count, stamp.isCurrent(path)
        else {
            changed.store(true, ordering: .relaxed)
            return nil
        }
        return buffer
    }

    /// As long as the file was, so that every place in it is still one; in lines, so that none is endless.
    private func blank() -> SourceBuffer {
        let storage = SourceBuffer.allocate(count)
        for offset in 0..<count { storage.storeBytes(of: offset % 128 == 127 ? 0x0A : 0x20, toByteOffset: offset, as: UInt8.self) }
        return SourceBuffer(adopting: storage, count: count)
    }
}
