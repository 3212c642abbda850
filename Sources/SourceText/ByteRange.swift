/// A run of bytes of one file, half-open. Offsets are 32 bits: a file holds less than 4 GiB.
public struct ByteRange: Hashable, Sendable {
    public var start: UInt32
    public var end: UInt32

    public init(_ start: Int, _ end: Int) {
        precondition(start <= end)
        self.start = UInt32(start)
        self.end = UInt32(end)
    }

    public var lowerBound: Int { Int(start) }
    public var upperBound: Int { Int(end) }
    public var count: Int { Int(end - start) }
    public var isEmpty: Bool { start == end }

    /// The shortest run that holds both.
    public func union(_ other: ByteRange) -> ByteRange {
        ByteRange(min(lowerBound, other.lowerBound), max(upperBound, other.upperBound))
    }
}

/// A file of a ledger; the order of ids is the order in which files are read: depth first, as `include` names them.
public struct FileID: Hashable, Comparable, Sendable {
    public var rawValue: UInt32

    public init(_ rawValue: Int) { self.rawValue = UInt32(rawValue) }

    public var index: Int { Int(rawValue) }

    public static func < (a: FileID, b: FileID) -> Bool { a.rawValue < b.rawValue }
}

/// A place in a file.
public struct SourceSpan: Hashable, Sendable {
    public var file: FileID
    public var range: ByteRange

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
