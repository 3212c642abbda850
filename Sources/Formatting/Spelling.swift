import SourceText
import Syntax

/// The text of items in their ASCII forms, and how wide it is.
struct Spelling {
    let buffer: SourceBuffer
    let options: FormattingOptions

    /// A token as it is to be written.
    func item(_ token: LineToken) -> Item {
        let (start, end) = (token.range.lowerBound, token.range.upperBound)
        let text: String? =
            if let keyword = token.keyword, token.kind != .key {
                spelling(of: keyword, from: start, to: end)
            } else {
                replacement(token.kind, start, end)
            }
        var item = Item(Item.Kind(token.kind), start, end, text: text, width: width(text, start, end), keyword: token.keyword)
        if token.kind == .number { item.point = point(text, start, end) }
        if token.kind == .measure { item.isPercent = ["%", "‰"].contains(text ?? buffer.text(token.range)) }
        return item
    }

    /// The bytes as they are.
    func verbatim(_ kind: Item.Kind, _ start: Int, _ end: Int) -> Item {
        Item(kind, start, end, text: nil, width: width(nil, start, end))
    }

    /// ASCII in place of whatever stands there.
    func sign(_ kind: Item.Kind, _ start: Int, _ end: Int, _ text: String) -> Item {
        var item = Item(kind, start, end, text: isWritten(text, start, end) ? nil : text, width: text.utf8.count)
        item.isPlusOrMinus = text == "+" || text == "-"
        return item
    }

    private func spelling(of keyword: Keyword, from start: Int, to end: Int) -> String? {
        let isEnglish = FoldedScalar(buffer, at: start).ascii != nil
        let text: String
        switch options.keywords {
        case .english: text = "\(keyword.en)"
        case .chinese: text = "\(keyword.zh)"
        case nil:
            guard isEnglish else { return nil }
            text = "\(keyword.en)"
        }
        return isWritten(text, start, end) ? nil : text
    }

    private func isWritten(_ text: String, _ start: Int, _ end: Int) -> Bool {
        text.utf8.count == end - start && text.utf8.elementsEqual(buffer.bytes[start..<end])
    }

    private func replacement(_ kind: LineToken.Kind, _ start: Int, _ end: Int) -> String? {
        // What reads as ASCII starts with one of these.
        guard buffer.bytes[start..<end].contains(where: { $0 == 0xEF || $0 == 0xE2 || $0 == 0xE3 }) else { return nil }
        switch kind {
        case .number, .bound, .period, .absence, .status: return rewritten(start, end) { $0.ascii }
        case .measure: return isQuoted(start) ? quoted(start, end) : rewritten(start, end) { $0.isFullWidth ? $0.ascii : nil }
        case .path: return isQuoted(start) ? quoted(start, end) : rewritten(start, end) { $0.isFullWidth && $0.ascii == ":" ? ":" : nil }
        case .name, .key, .pattern: return isQuoted(start) ? quoted(start, end) : nil
        case .keyword: return nil
        }
    }

    private func isQuoted(_ start: Int) -> Bool { FoldedScalar(buffer, at: start).means("\"") }

    /// The quotes are punctuation, what stands between them is not.
    private func quoted(_ start: Int, _ end: Int) -> String? { rewritten(start, end) { $0.ascii == "\"" ? "\"" : nil } }

    /// Nil where nothing changes.
    private func rewritten(_ start: Int, _ end: Int, _ replace: (FoldedScalar) -> String?) -> String? {
        var bytes: [UInt8] = []
        var at = start
        while at < end {
            let scalar = FoldedScalar(buffer, at: at)
            let next = min(end, at + scalar.length)
            if scalar.length > 1, let text = replace(scalar) { bytes += text.utf8 } else { bytes += buffer.bytes[at..<next] }
            at = next
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return isWritten(text, start, end) ? nil : text
    }

    private func width(_ text: String?, _ start: Int, _ end: Int) -> Int {
        if let text { return displayWidth(text) }
        let bytes = buffer.bytes
        // ASCII and U+4E00–U+9FFF, nearly all that there is, need no look into a table.
        var width = 0
        var at = start
        while at < end {
            if bytes[at] >= 0x20, bytes[at] < 0x7F {
                (width, at) = (width + 1, at + 1)
            } else if bytes[at] >= 0xE5 && bytes[at] <= 0xE9 || bytes[at] == 0xE4 && bytes[at + 1] >= 0xB8 {
                (width, at) = (width + 2, at + 3)
            } else {
                return bytesWidth(bytes[start..<end])
            }
        }
        return width
    }

    private func bytesWidth(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
        var meter = DisplayWidthMeter()
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { meter.add(scalar) }
        return meter.width
    }

    private func point(_ text: String?, _ start: Int, _ end: Int) -> Int {
        if let text { return text.utf8.firstIndex(of: 0x2E).map { text.utf8.distance(from: text.startIndex, to: $0) } ?? text.utf8.count }
        return (buffer.bytes[start..<end].firstIndex(of: 0x2E) ?? end) - start
    }
}
