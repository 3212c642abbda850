import SourceText

/// Where a line lies and where its text ends: before its line ending, and before a comment.
struct LineBounds {
    /// The line's first byte.
    var start: Int
    /// After the line ending.
    var next: Int
    /// Before the line ending.
    var end: Int
    /// Before a comment that starts inside the line.
    var textEnd: Int

    init(_ buffer: SourceBuffer, at start: Int) {
        self.init(buffer.start, at: start, limit: buffer.count)
    }

    init(_ base: UnsafePointer<UInt8>, at start: Int, limit: Int) {
        self.start = start
        let rest = UnsafeRawBufferPointer(start: base + start, count: limit - start)
        let at = firstOffset(of: Ascii.lineFeed, in: rest).map { start + $0 } ?? limit
        next = min(limit, at + 1)
        end = at > start && at < limit && base[at - 1] == Ascii.carriageReturn ? at - 1 : at
        textEnd = end
        textEnd = commentStart(base)
    }

    func cursor(_ base: UnsafePointer<UInt8>) -> Cursor {
        Cursor(base: base, position: start, end: textEnd)
    }

    /// From a blank and `;` or `；` to the end, outside quotes.
    private func commentStart(_ base: UnsafePointer<UInt8>) -> Int {
        // Few lines have either: what both kinds of semicolon start with is looked for first.
        let text = UnsafeRawBufferPointer(start: base + start, count: end - start)
        if firstOffset(of: Ascii.semicolon, in: text) == nil, firstOffset(of: 0xEF, in: text) == nil { return end }
        var at = start
        var quoted = false
        while at < end {
            let byte = base[at]
            let meaning = byte == 0xEF ? fold(base + at).meaning : byte
            if meaning == Ascii.quote { quoted.toggle() }
            let isSemicolon = meaning == Ascii.semicolon
            if isSemicolon, !quoted, at > start, isBlank(base, before: at) { return at }
            at += 1
        }
        return end
    }

    private func isBlank(_ base: UnsafePointer<UInt8>, before at: Int) -> Bool {
        Ascii.isBlank(base[at - 1]) || at - start >= 3 && base[at - 3] == 0xE3 && base[at - 2] == 0x80 && base[at - 1] == 0x80
    }
}
