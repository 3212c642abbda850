import SourceText

extension PieceReader {
    /// The first place at or after `offset` where a block starts: a line at the margin that is no comment. Nil where there is none.
    public static func blockStart(in buffer: SourceBuffer, from offset: Int) -> Int? {
        let base = buffer.start
        var at = offset
        while at < buffer.count {
            while at < buffer.count, base[at] != Ascii.lineFeed { at += 1 }
            at += 1
            guard at < buffer.count else { return nil }
            let folded = fold(base + at)
            let isBlock =
                !Ascii.isBlank(folded.meaning) && folded.meaning != Ascii.semicolon && folded.meaning != Ascii.hash
                && folded.meaning != Ascii.lineFeed && folded.meaning != Ascii.carriageReturn
            if isBlock { return at }
        }
        return nil
    }
}
