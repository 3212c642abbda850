import SourceText

/// A reader of one line: a position between the line's start and the place where its text ends, before any comment.
///
/// SAFETY: `base` points at a `SourceBuffer`'s bytes, which outlive every cursor and are padded, so that `fold` may look ahead of `end`.
struct Cursor {
    let base: UnsafePointer<UInt8>
    var position: Int
    var end: Int
    /// Where what is accepted is noted; nil while nobody follows the reading.
    ///
    /// SAFETY: whoever sets it keeps it alive until the line is read.
    var trace: UnsafeMutablePointer<TokenTrace>?

    init(base: UnsafePointer<UInt8>, position: Int, end: Int) {
        self.base = base
        self.position = position
        self.end = end
    }

    var isAtEnd: Bool { position >= end }

    /// The folded character at the position; its meaning is 0 at the end.
    var next: Folded { isAtEnd ? Folded(meaning: 0, length: 0) : fold(base + position) }

    /// The folded character after `next`.
    var afterNext: Folded {
        var ahead = self
        ahead.skip()
        return ahead.next
    }

    var isAtBlank: Bool { Ascii.isBlank(next.meaning) }
    var isAtDigit: Bool { Ascii.isDigit(next.meaning) }

    /// What was passed since `start`, without blanks at its end.
    func range(from start: Int) -> ByteRange { ByteRange(start, trimmed(position, from: start)) }

    /// What is left of the line, without blanks at its end.
    var rest: ByteRange { ByteRange(position, trimmed(end, from: position)) }

    mutating func skip() { position += next.length }

    mutating func skipBlanks() {
        while isAtBlank { skip() }
    }

    /// Takes the character if it means `meaning`.
    mutating func take(_ meaning: UInt8) -> Bool {
        let folded = next
        guard folded.length > 0, folded.meaning == meaning else { return false }
        position += folded.length
        return true
    }

    /// Takes `->` or `→`.
    mutating func takeArrow() -> Bool {
        if take(Folded.arrow) { return true }
        guard next.meaning == Ascii.minus, afterNext.meaning == Ascii.greater else { return false }
        skip()
        skip()
        return true
    }

    /// Takes the bytes of `text` as they are.
    mutating func take(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= end else { return false }
        for index in 0..<count where base[position + index] != text.utf8Start[index] { return false }
        position += count
        return true
    }

    /// Takes a word: `text`, and then the end, a blank, or something that is no letter, digit, `-` or ideograph.
    mutating func takeWord(_ text: StaticString) -> Bool {
        let start = position
        guard take(text) else { return false }
        let first = text.utf8Start[0]
        if first < 0x80, !isAtWordEnd {
            position = start
            return false
        }
        return true
    }

    /// Whether an English word could end here.
    var isAtWordEnd: Bool {
        let folded = next
        if folded.length == 0 { return true }
        if folded.meaning == 0 { return false }
        return !Ascii.isLetter(folded.meaning) && !Ascii.isDigit(folded.meaning) && folded.meaning != Ascii.minus
    }

    /// A run of characters up to a blank, `stop` or the end.
    mutating func takeWord(until stop: (UInt8) -> Bool = { _ in false }) -> ByteRange {
        let start = position
        while !isAtEnd {
            let folded = next
            if Ascii.isBlank(folded.meaning) || stop(folded.meaning) { break }
            position += folded.length
        }
        return range(from: start)
    }

    func text(_ range: ByteRange) -> String {
        String(decoding: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count), as: UTF8.self)
    }

    private func trimmed(_ end: Int, from start: Int) -> Int {
        var last = max(start, end)
        while last > start {
            if Ascii.isBlank(base[last - 1]) {
                last -= 1
            } else if last - start >= 3, base[last - 3] == 0xE3, base[last - 2] == 0x80, base[last - 1] == 0x80 {
                last -= 3
            } else {
                break
            }
        }
        return last
    }
}
