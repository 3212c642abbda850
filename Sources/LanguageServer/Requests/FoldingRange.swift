import Diagnostics
import SourceText
import Syntax

/// `textDocument/foldingRange`: blocks with lines of their own, and runs of comments.
let foldingRangeRequest = RequestHandler("textDocument/foldingRange") { request throws(ProtocolError) in
    let subject = try request.subject()
    let reader = subject.ledgerFile
    let lines = reader.source.lines
    func line(_ offset: Int) -> Int { lines.location(of: offset).line - 1 }
    var ranges: [(first: Int, last: Int, kind: String?)] = reader.blocks().map { block in
        (line(block.header.lowerBound), line(block.range.upperBound), nil)
    }
    var firstComment: Int?
    for number in 1...lines.lineCount + 1 {
        let isComment =
            number <= lines.lineCount && LineShape(reader.buffer, at: lines.range(ofLine: number).lowerBound).kind == .comment
        if isComment {
            firstComment = firstComment ?? number - 1
        } else if let first = firstComment {
            ranges.append((first, number - 2, "comment"))
            firstComment = nil
        }
    }
    return .array(
        ranges.filter { $0.first < $0.last }.sorted { $0.first < $1.first }.map { range in
            let kind: [(String, JSON)] = range.kind.map { [("kind", .string($0))] } ?? []
            return .object([("startLine", .integer(range.first)), ("endLine", .integer(range.last))] + kind)
        })
}
