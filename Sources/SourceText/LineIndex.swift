/// From byte offsets to lines and columns, and back.
///
/// Lines end at LF or CRLF only, as `check --format json` promises; a file that ends in a line ending has an empty last line.
public struct LineIndex: Sendable {
    let buffer: SourceBuffer
    /// Where each line starts; the first one at 0.
    private let starts: [UInt32]

    /// Finds the lines in one pass, that of a large file on several threads.
    public init(_ buffer: SourceBuffer, threads: Int = processorCount()) {
        self.buffer = buffer
        let shareSize = 1 << 20
        let shares = (0..<(buffer.count + shareSize - 1) / shareSize).parallelMap(shareSize: 1, threads: threads) { share in
            Self.starts(in: share * shareSize..<min(buffer.count, (share + 1) * shareSize), of: buffer)
        }
        var starts: [UInt32] = [0]
        starts.reserveCapacity(shares.reduce(1) { $0 + $1.count })
        for share in shares { starts += share }
        self.starts = starts
    }

    /// The places behind the line feeds in a part of the bytes.
    private static func starts(in range: Range<Int>, of buffer: SourceBuffer) -> [UInt32] {
        var starts: [UInt32] = []
        // Hardly any file has shorter lines. What is reserved and not used costs nothing, copying what has outgrown its place does.
        starts.reserveCapacity(range.count / 16 + 1)
        let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
        let lowBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let bytes = UnsafeRawPointer(buffer.start)
        for offset in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
            // SAFETY: behind the last byte there is padding of at least seven.
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) ^ lineFeeds
            // The high bit of each byte that was a line feed.
            var found = ~(word & lowBits &+ lowBits | word | lowBits)
            while found != 0 {
                let next = offset + found.trailingZeroBitCount / 8 + 1
                if next <= range.upperBound { starts.append(UInt32(next)) }
                found &= found &- 1
            }
        }
        return starts
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
