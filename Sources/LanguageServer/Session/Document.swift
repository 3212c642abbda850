import Diagnostics
import SourceText

/// A text that an editor has open: what it says counts, whatever is on the disk.
struct Document {
    /// As the editor calls it.
    let uri: String
    /// The path it means; for a text without one, its address.
    let path: String
    private(set) var version: Int
    /// What it says; its lines are found once, however many readings of the ledger use it.
    private(set) var text: FileText

    var buffer: SourceBuffer { text.buffer }

    init(uri: String, version: Int, text: String) {
        self.uri = uri
        path = DocumentURI.path(of: uri) ?? uri
        self.version = version
        self.text = FileText(SourceBuffer(copying: text.utf8))
    }

    /// The text of one change, in place of a range or of everything.
    private struct Change {
        var range: ByteRange
        var text: String
    }

    /// Applies the changes of one notification in their order. A range that does not exist is taken to the nearest one that does.
    mutating func apply(_ changes: [JSON], version: Int, _ encoding: PositionEncoding) {
        self.version = version
        var pending: [Change] = []
        for change in changes {
            guard let text = change["text"].text else { continue }
            guard change["range"].isObject else {
                pending = []
                self.text = FileText(SourceBuffer(copying: text.utf8))
                continue
            }
            // Changes from the end of the text towards its start do not move each other, so that they can be made in one go.
            var range = range(change["range"], encoding)
            if let last = pending.last, range.upperBound > last.range.lowerBound {
                make(pending)
                pending = []
                range = self.range(change["range"], encoding)
            }
            pending.append(Change(range: range, text: text))
        }
        make(pending)
    }

    private func range(_ json: JSON, _ encoding: PositionEncoding) -> ByteRange {
        let start = text.lines.offset(of: EditorPosition(json["start"]), in: encoding)
        return ByteRange(start, max(start, text.lines.offset(of: EditorPosition(json["end"]), in: encoding)))
    }

    /// The changes stand in the text from its end to its start.
    private mutating func make(_ changes: [Change]) {
        if changes.isEmpty { return }
        text = FileText(buffer.replacing(changes.reversed().map { ($0.range, $0.text) }))
    }
}

extension EditorPosition {
    /// As a message has it; a missing number is 0, and one out of all bounds is taken to the nearest.
    init(_ json: JSON) {
        self.init(line: max(0, json["line"].integer ?? 0), character: max(0, json["character"].integer ?? 0))
    }

    var json: JSON { .object([("line", .integer(line)), ("character", .integer(character))]) }
}
