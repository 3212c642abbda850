import SourceText

/// A file with a block behind all that it holds. Every byte that was there stays: its order mark, its line endings, and whether its last
/// line ends.
struct Appending {
    /// The whole file.
    let bytes: [UInt8]
    /// Where the block's lines start and end in it, without the ending of each.
    let lines: [ByteRange]

    /// `lines` is the block, without line endings. An empty line parts it from what stands before.
    init(_ block: [String], to old: some Collection<UInt8>) {
        var bytes = Array(old)
        let ending: [UInt8] = Self.hasWindowsEndings(bytes) ? [0x0D, 0x0A] : [0x0A]
        let isEmpty = bytes.isEmpty || bytes == [0xEF, 0xBB, 0xBF]
        let isEnded = isEmpty || bytes.last == 0x0A
        if !isEnded { bytes += ending }
        if !isEmpty, !Self.endsInEmptyLine(bytes) { bytes += ending }
        var ranges: [ByteRange] = []
        for (index, line) in block.enumerated() {
            let start = bytes.count
            bytes += Array(line.utf8)
            ranges.append(ByteRange(start, bytes.count))
            if index < block.count - 1 || isEnded { bytes += ending }
        }
        self.bytes = bytes
        lines = ranges
    }

    private static func hasWindowsEndings(_ bytes: [UInt8]) -> Bool {
        guard let end = bytes.firstIndex(of: 0x0A), end > 0 else { return false }
        return bytes[end - 1] == 0x0D
    }

    /// Blanks alone make an empty line too.
    private static func endsInEmptyLine(_ bytes: [UInt8]) -> Bool {
        let line = bytes.dropLast().reversed().prefix { $0 != 0x0A }
        return line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }
}
