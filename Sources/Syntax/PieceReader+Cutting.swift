import SourceText

/// What a look for the start of a block came to.
public enum BlockSearch: Sendable {
    case found(Int)
    /// None starts in the window; to be looked for from here, where the window is not at the end of the file.
    case goOn(Int)
}

extension PieceReader {
    /// The first place in the window, behind its first line, where a block starts: a line at the margin that is no comment.
    public static func blockStart(in window: SourceWindow) -> BlockSearch {
        let base = window.base
        let end = window.range.upperBound
        var at = window.range.lowerBound
        while at < end {
            while at < end, base[at] != Ascii.lineFeed { at += 1 }
            // The longest character that means something else has three bytes.
            guard at + 4 <= end else { return .goOn(at) }
            at += 1
            let folded = fold(base + at)
            let isBlock =
                !Ascii.isBlank(folded.meaning) && folded.meaning != Ascii.semicolon && folded.meaning != Ascii.hash
                && folded.meaning != Ascii.lineFeed && folded.meaning != Ascii.carriageReturn
            if isBlock { return .found(at) }
        }
        return .goOn(end)
    }
}

extension PieceReader {
    /// The same in a file that is in memory, from an offset; nil where none starts, unless in the last three bytes.
    public static func blockStart(in buffer: SourceBuffer, from offset: Int) -> Int? {
        withExtendedLifetime(buffer) {
            guard case .found(let start) = blockStart(in: buffer.window(min(offset, buffer.count)..<buffer.count)) else { return nil }
            return start
        }
    }
}
