/// How an editor counts within a line.
public enum PositionEncoding: String, Sendable {
    /// In bytes.
    case utf8 = "utf-8"
    /// In units of 16 bits, of which a character beyond U+FFFF takes two: what the Language Server Protocol counts unless told otherwise.
    case utf16 = "utf-16"
}

/// A place as an editor names it. The byte order mark at the start of a file counts as a character.
public struct EditorPosition: Hashable, Sendable {
    /// From 0.
    public var line: Int
    /// From 0, in units of a `PositionEncoding`.
    public var character: Int

    /// The place at these numbers, which need not exist in any file.
    public init(line: Int, character: Int) {
        self.line = line
        self.character = character
    }
}

extension LineIndex {
    /// Where an offset lies, for an editor; inside a character it is taken to its start. An offset in a line ending is at the line's end.
    public func position(of offset: Int, in encoding: PositionEncoding) -> EditorPosition {
        let number = location(of: offset).line
        let line = range(ofLine: number)
        let end = min(offset, line.upperBound)
        guard encoding == .utf16 else { return EditorPosition(line: number - 1, character: end - line.lowerBound) }
        var units = 0
        var index = line.lowerBound
        while index < end {
            let (length, width) = Self.scalar(buffer.bytes[index])
            if index + length > end { break }
            units += width
            index += length
        }
        return EditorPosition(line: number - 1, character: units)
    }

    /// The offset of a place. One behind the end of a line means that end, one behind the last line the end of the file, and one before
    /// the start the start, as the protocol asks; one inside a character means its start.
    public func offset(of position: EditorPosition, in encoding: PositionEncoding) -> Int {
        if position.line < 0 { return 0 }
        guard position.line < lineCount else { return buffer.count }
        let line = range(ofLine: position.line + 1)
        var left = position.character
        var index = line.lowerBound
        while index < line.upperBound, left > 0 {
            let (length, width) = Self.scalar(buffer.bytes[index])
            let size = encoding == .utf16 ? width : length
            if size > left { break }
            left -= size
            index += length
        }
        return min(index, line.upperBound)
    }

    /// How many bytes the scalar that starts with this byte has, and how many units of UTF-16. A byte that starts none counts by itself.
    private static func scalar(_ first: UInt8) -> (length: Int, width: Int) {
        switch first {
        case 0xF0...0xF7: (4, 2)
        case 0xE0...0xEF: (3, 1)
        case 0xC0...0xDF: (2, 1)
        default: (1, 1)
        }
    }
}
