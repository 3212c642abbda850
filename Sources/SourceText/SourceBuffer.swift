#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The bytes of one file, in one allocation that never moves, followed by `padding` zero bytes.
///
/// A file is read, not mapped: an editor that truncates it meanwhile cannot make the program fault.
public final class SourceBuffer: @unchecked Sendable {
    // SAFETY: the memory is written only before `init` returns and freed only in `deinit`, so that any thread may read it.

    /// How many zero bytes follow the last byte, so that a cursor may look ahead without asking for the end.
    public static let padding = 64

    /// The largest file, as `ByteRange` holds offsets of 32 bits.
    public static let largestCount = Int(UInt32.max) - 1

    /// The bytes, without the padding. Valid as long as the buffer lives.
    public let bytes: UnsafeRawBufferPointer

    private let storage: UnsafeMutableRawPointer

    /// The first byte; `start[count ..< count + padding]` are zeros that may be read.
    public var start: UnsafePointer<UInt8> { UnsafePointer(storage.assumingMemoryBound(to: UInt8.self)) }

    /// How many bytes the file has.
    public var count: Int { bytes.count }

    /// Takes over `storage`, which comes from `allocate` and holds `count` bytes.
    init(adopting storage: UnsafeMutableRawPointer, count: Int) {
        // SAFETY: `allocate` made room for the padding behind any count that it was asked for.
        (storage + count).initializeMemory(as: UInt8.self, repeating: 0, count: Self.padding)
        self.storage = storage
        bytes = UnsafeRawBufferPointer(start: storage, count: count)
    }

    /// Copies text that is already in memory: an editor's buffer, or a test's.
    public convenience init(copying source: some Sequence<UInt8>) {
        let array = ContiguousArray(source)
        let storage = Self.allocate(array.count)
        array.withUnsafeBytes { bytes in
            if let first = bytes.baseAddress { storage.copyMemory(from: first, byteCount: bytes.count) }
        }
        self.init(adopting: storage, count: array.count)
    }

    /// The same text with others in place of some ranges, which stand in order and do not overlap.
    public func replacing(_ edits: [(range: ByteRange, text: String)]) -> SourceBuffer {
        let removed = edits.reduce(0) { $0 + $1.range.count }
        let added = edits.reduce(0) { $0 + $1.text.utf8.count }
        let storage = Self.allocate(count - removed + added)
        var (from, to) = (0, 0)
        func copy(_ source: UnsafeRawBufferPointer) {
            // SAFETY: all that is kept and all that is added together are as many bytes as were allocated.
            if let first = source.baseAddress { (storage + to).copyMemory(from: first, byteCount: source.count) }
            to += source.count
        }
        for edit in edits {
            precondition(from <= edit.range.lowerBound && edit.range.upperBound <= count)
            copy(UnsafeRawBufferPointer(rebasing: bytes[from..<edit.range.lowerBound]))
            var text = edit.text
            text.withUTF8 { copy(UnsafeRawBufferPointer($0)) }
            from = edit.range.upperBound
        }
        copy(UnsafeRawBufferPointer(rebasing: bytes[from...]))
        return SourceBuffer(adopting: storage, count: to)
    }

    /// The text of a range; bytes that are not UTF-8 become U+FFFD.
    public func text(_ range: ByteRange) -> String {
        precondition(range.upperBound <= count)
        return String(decoding: bytes[range.lowerBound..<range.upperBound], as: UTF8.self)
    }

    /// Where the line after the one at `offset` starts, which may be the end of the file.
    public func nextLine(after offset: Int) -> Int {
        precondition(offset >= 0 && offset <= count)
        // SAFETY: `memchr` looks at the `count - offset` bytes behind `offset` only, and answers a place among them.
        guard let found = memchr(start + offset, 0x0A, count - offset) else { return count }
        return UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
    }

    /// Room for `count` bytes and the padding, not cleared: clearing would cost as much as reading.
    static func allocate(_ count: Int) -> UnsafeMutableRawPointer {
        var storage: UnsafeMutableRawPointer?
        let result = posix_memalign(&storage, 64, count + padding)
        guard result == 0, let storage else { preconditionFailure("out of memory") }
        return storage
    }

    static func deallocate(_ storage: UnsafeMutableRawPointer) { free(storage) }

    deinit {
        Self.deallocate(storage)
    }
}

/// The offset of the first byte of that value; nil where there is none.
public func firstOffset(of byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let first = bytes.baseAddress else { return nil }
    // SAFETY: `memchr` looks at these bytes only, and answers a place among them.
    return memchr(first, Int32(byte), bytes.count).map { UnsafeRawPointer($0) - first }
}

/// Whether two stretches of as many bytes hold the same.
public func sameBytes(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard a.count == b.count else { return false }
    guard let first = a.baseAddress, let second = b.baseAddress else { return true }
    // SAFETY: both have as many bytes as are compared.
    return memcmp(first, second, a.count) == 0
}
