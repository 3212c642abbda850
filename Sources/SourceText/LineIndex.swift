#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// From byte offsets to lines and columns, and back.
///
/// Lines end at LF or CRLF only, as `check --format json` promises; a file that ends in a line ending has an empty last line.
public struct LineIndex: Sendable {
    let buffer: SourceBuffer
    /// Where each line starts; the first one at 0.
    private let starts: [UInt32]

    /// Finds the lines in one pass.
    public init(_ buffer: SourceBuffer) {
        self.buffer = buffer
        var starts: [UInt32] = []
        // Hardly any file has shorter lines. What is reserved and not used costs nothing, copying what has outgrown its place does.
        starts.reserveCapacity(buffer.count / 16 + 1)
        starts.append(0)
        let start = buffer.start
        var offset = 0
        // SAFETY: `memchr` looks at the `count - offset` bytes behind `offset` only, and answers a place among them.
        while let found = memchr(start + offset, 0x0A, buffer.count - offset) {
            offset = UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
            starts.append(UInt32(offset))
        }
        self.starts = starts
    }

    /// How many lines there are; an empty file has one.
    public var lineCount: Int { starts.count }

    /// The line and the column of an offset, both counted from 1; columns count Unicode scalars.
    ///
    /// A byte order mark at the start of the file is not counted, nor is the ending of the line. Costs a look at the line up to
    /// the offset.
    public func location(of offset: Int) -> (line: Int, column: Int) {
        precondition(offset >= 0 && offset <= buffer.count)
        let number = number(ofLineAt: offset)
        let line = range(ofLine: number)
        let first = number == 1 ? line.lowerBound + byteOrderMarkLength : line.lowerBound
        var scalars = 0
        var index = first
        let end = min(offset, line.upperBound)
        while index < end {
            // Every byte but a continuation byte begins a scalar.
            if buffer.bytes[index] & 0xC0 != 0x80 { scalars += 1 }
            index += 1
        }
        return (number, scalars + 1)
    }

    /// The bytes of a line without its ending. `number` counts from 1 to `lineCount`.
    public func range(ofLine number: Int) -> ByteRange {
        precondition(number >= 1 && number <= lineCount)
        let start = Int(starts[number - 1])
        guard number < lineCount else { return ByteRange(start, buffer.count) }
        let lineFeed = Int(starts[number]) - 1
        let carriageReturn = lineFeed > start && buffer.bytes[lineFeed - 1] == 0x0D
        return ByteRange(start, carriageReturn ? lineFeed - 1 : lineFeed)
    }

    /// Three bytes where the file starts with a byte order mark, else none.
    private var byteOrderMarkLength: Int {
        buffer.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The number of the last line that starts at or before the offset, by halving.
    private func number(ofLineAt offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }
}
