import SourceText
import Syntax

/// Cuts a line into items: its tokens, and what stands between them.
struct LineItems {
    let spelling: Spelling
    let line: SyntaxLine
    var items: [Item] = []

    static func of(_ line: SyntaxLine, tokens: ArraySlice<LineToken>, _ spelling: Spelling) -> [Item] {
        if line.content == .comment {
            let cutter = LineItems(spelling: spelling, line: line)
            return [spelling.verbatim(.comment, line.textStart, cutter.withoutBlanks(line.textStart, line.end))]
        }
        var cutter = LineItems(spelling: spelling, line: line)
        var at = line.textStart
        for token in tokens {
            cutter.cutBetween(at, token.range.lowerBound)
            cutter.items.append(spelling.item(token))
            at = token.range.upperBound
        }
        cutter.cutEnd(at)
        if line.textEnd < line.end {
            cutter.items.append(spelling.verbatim(.comment, line.textEnd, cutter.withoutBlanks(line.textEnd, line.end)))
        }
        return cutter.items
    }

    /// Behind the last token there may be a note.
    private mutating func cutEnd(_ start: Int) {
        let bar = firstBar(start, line.textEnd)
        cutBetween(start, bar ?? line.textEnd)
        guard let bar else { return }
        var noteStart = bar + scalar(bar).length
        items.append(spelling.sign(.bar, bar, noteStart, "|"))
        while noteStart < line.textEnd, isBlank(noteStart) { noteStart += scalar(noteStart).length }
        let end = withoutBlanks(noteStart, line.textEnd)
        if noteStart < end { items.append(spelling.verbatim(.note, noteStart, end)) }
    }

    private func firstBar(_ start: Int, _ end: Int) -> Int? {
        var at = start
        while at < end {
            if scalar(at).means("|") { return at }
            at += scalar(at).length
        }
        return nil
    }

    private mutating func cutBetween(_ start: Int, _ end: Int) {
        var at = start
        while at < end {
            if isBlank(at) {
                at += scalar(at).length
            } else if let (kind, text, length) = sign(at, end) {
                items.append(spelling.sign(kind, at, at + length, text))
                at += length
            } else {
                let wordStart = at
                while at < end, !isBlank(at), sign(at, end) == nil { at += scalar(at).length }
                items.append(spelling.verbatim(.word, wordStart, min(at, end)))
            }
        }
    }

    /// The sign that starts here, in ASCII, and its bytes in the file.
    private func sign(_ at: Int, _ end: Int) -> (Item.Kind, String, Int)? {
        let first = scalar(at)
        guard let ascii = first.ascii else { return nil }
        let next = at + first.length
        if next < end, let second = scalar(next).ascii, ["->", ">=", "<=", "!=", "=="].contains(ascii + second) {
            return (ascii == "-" ? .arrow : .sign, ascii + second, first.length + scalar(next).length)
        }
        let kind: Item.Kind
        switch ascii {
        case ",": kind = .comma
        case "(": kind = .open
        case ")": kind = .close
        case "|": kind = .bar
        case "%": kind = .percent
        case "->": kind = .arrow
        case "+", "-", "*", "/", "=", "<", ">", "!", ">=", "<=": kind = .sign
        default: return nil
        }
        return (kind, ascii, first.length)
    }

    private func scalar(_ at: Int) -> FoldedScalar { FoldedScalar(spelling.buffer, at: at) }

    private func isBlank(_ at: Int) -> Bool { scalar(at).isBlank }

    private func withoutBlanks(_ start: Int, _ end: Int) -> Int {
        let bytes = spelling.buffer.bytes
        var end = end
        while end > start {
            if bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 {
                end -= 1
            } else if end - start >= 3, bytes[end - 3] == 0xE3, bytes[end - 2] == 0x80, bytes[end - 1] == 0x80 {
                end -= 3
            } else {
                break
            }
        }
        return end
    }
}
