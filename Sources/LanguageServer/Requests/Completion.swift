import Diagnostics
import Ledger
import SourceText
import Syntax

/// `textDocument/completion`: what may stand at a place.
let completionRequest = RequestHandler("textDocument/completion") { request throws(ProtocolError) in
    let subject = try request.subject()
    let offset = try request.offset(in: subject)
    var completer = Completer(subject: subject, offset: offset)
    completer.complete()
    let items = completer.items.enumerated().map { index, item in completer.json(item, rank: index) }
    return .object([("isIncomplete", .bool(false)), ("items", .array(items))])
}

/// One candidate.
struct CompletionItem {
    /// As the protocol numbers the sorts that are shown with different signs.
    enum Kind: Int {
        case text = 1, function = 3, field = 5, variable = 6, unit = 9, measure = 11, value = 12, keyword = 14, state = 20, event = 23
    }

    var label: String
    var kind: Kind
    /// Beside the label.
    var detail: String?
    /// In Markdown, worked out when the list is short.
    var documentation: String?
    /// What is put in, where that is not the label.
    var inserted: String?
}

/// Finds the candidates for one place: by the block that it lies in, and by what stands before it on its line.
struct Completer {
    let subject: Request.Subject
    let offset: Int
    var items: [CompletionItem] = []
    /// What is replaced: from the start of the word or name that is being typed to the place itself.
    var start: Int
    /// Names offered, so that none comes twice.
    private var offered: Set<String> = []

    init(subject: Request.Subject, offset: Int) {
        self.subject = subject
        self.offset = offset
        start = offset
    }

    var ledger: Ledger { subject.snapshot.ledger }
    var buffer: SourceBuffer { subject.buffer }
    /// Whether keywords are offered in Chinese: as the line before the place, else the ledger, has them.
    var isChinese: Bool {
        ledger.units.units.first.map { $0.name.unicodeScalars.contains { $0.value > 0x2E7F } } ?? (subject.snapshot.language == .chinese)
    }

    mutating func complete() {
        let reader = subject.ledgerFile
        let lineStart = reader.lineStart(offset)
        let shape = LineShape(buffer, at: lineStart)
        if let comment = shape.comment, offset > comment.lowerBound { return }
        let line = ByteRange(lineStart, offset)
        let isIndented = offset > lineStart && LineShape.startsWithBlank(buffer, line)
        if !isIndented {
            completeHeader(line)
        } else if let header = reader.header(above: max(0, lineStart - 1)), lineStart > 0 {
            completeBody(line, header.start, BlockKind.read(buffer, header.shape.text).kind)
        }
    }

    mutating func offer(
        _ label: String, _ kind: CompletionItem.Kind, detail: String? = nil, documentation: String? = nil, inserted: String? = nil
    ) {
        guard !label.isEmpty, offered.insert(label).inserted else { return }
        items.append(CompletionItem(label: label, kind: kind, detail: detail, documentation: documentation, inserted: inserted))
    }

    mutating func offer(_ keywords: [Keyword], _ kind: CompletionItem.Kind = .keyword, then rest: String = " ") {
        for keyword in keywords {
            let word = isChinese ? "\(keyword.zh)" : "\(keyword.en)"
            offer(word, kind, detail: isChinese ? "\(keyword.en)" : "\(keyword.zh)", inserted: word + rest)
        }
    }

    func json(_ item: CompletionItem, rank: Int) -> JSON {
        let range = subject.snapshot.json(ByteRange(min(start, offset), offset), in: subject.file)
        let text = item.inserted ?? item.label
        let digits = String(rank)
        var members: [(String, JSON)] = [
            ("label", .string(item.label)), ("kind", .integer(item.kind.rawValue)),
            ("sortText", .string(String(repeating: "0", count: max(0, 6 - digits.count)) + digits)), ("filterText", .string(item.label)),
            ("textEdit", .object([("range", range), ("newText", .string(text))])),
        ]
        if let detail = item.detail { members.append(("detail", .string(detail))) }
        if let documentation = item.documentation {
            members.append(("documentation", .object([("kind", .string("markdown")), ("value", .string(documentation))])))
        }
        return .object(members)
    }
}
