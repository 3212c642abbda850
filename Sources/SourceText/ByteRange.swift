/// A run of bytes of one file, half-open. Offsets are 32 bits: a file holds less than 4 GiB.
public struct ByteRange: Hashable, Sendable {
    /// Where the run starts.
    public var start: UInt32
    /// The offset behind its last byte.
    public var end: UInt32

    /// From `start` up to, not including, `end`; both less than 4 GiB.
    public init(_ start: Int, _ end: Int) {
        precondition(start <= end)
        self.start = UInt32(start)
        self.end = UInt32(end)
    }

    /// `start` for computing with.
    public var lowerBound: Int { Int(start) }
    /// `end` for computing with.
    public var upperBound: Int { Int(end) }
    /// How many bytes the run has.
    public var count: Int { Int(end - start) }
    /// Whether it only says where, and holds nothing.
    public var isEmpty: Bool { start == end }

    /// The shortest run that holds both.
    public func union(_ other: ByteRange) -> ByteRange {
        ByteRange(min(lowerBound, other.lowerBound), max(upperBound, other.upperBound))
    }
}

/// A file of a ledger; the order of ids is the order in which files are read: depth first, as `include` names them.
public struct FileID: Hashable, Comparable, Sendable {
    /// The index as it is stored.
    public var rawValue: UInt32

    /// The file that is read at this index, from 0.
    public init(_ rawValue: Int) { self.rawValue = UInt32(rawValue) }

    /// The place in the list of all files.
    public var index: Int { Int(rawValue) }

    /// Read before.
    public static func < (a: FileID, b: FileID) -> Bool { a.rawValue < b.rawValue }
}

/// A place in a file.
public struct SourceSpan: Hashable, Sendable {
    /// The file.
    public var file: FileID
    /// The bytes in it.
    public var range: ByteRange

    /// These bytes of this file.
    public init(file: FileID, range: ByteRange) {
        self.file = file
        self.range = range
    }

    /// File order: by file, then by start, then by end.
    public static func precedes(_ a: SourceSpan, _ b: SourceSpan) -> Bool {
        if a.file != b.file { return a.file < b.file }
        if a.range.start != b.range.start { return a.range.start < b.range.start }
        return a.range.end < b.range.end
    }
}
