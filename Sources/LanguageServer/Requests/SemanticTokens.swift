import Diagnostics
import SourceText
import Syntax

/// The sorts of words that are coloured; their order is the legend that the client is told.
enum TokenType: String, CaseIterable {
    case keyword, number, string, comment, `operator`
    case unit = "namespace"
    case indicator = "variable"
    case measure = "type"
    case register = "class"
    case state = "enumMember"
    case period = "event"
    case field = "property"

    fileprivate var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// `textDocument/semanticTokens/full`
let semanticTokensRequest = RequestHandler("textDocument/semanticTokens/full") { request throws(ProtocolError) in
    let subject = try request.subject()
    return subject.semanticTokens(in: ByteRange(0, subject.buffer.count))
}

/// `textDocument/semanticTokens/range`
let semanticTokensRangeRequest = RequestHandler("textDocument/semanticTokens/range") { request throws(ProtocolError) in
    let subject = try request.subject()
    return subject.semanticTokens(in: request.range(in: subject))
}

private struct Token {
    var range: ByteRange
    var type: TokenType
    var isDeclaration = false
}

extension Request.Subject {
    fileprivate func semanticTokens(in range: ByteRange) -> JSON {
        var data: [JSON] = []
        var last = EditorPosition(line: 0, character: 0)
        for token in tokens(in: range) {
            let start = snapshot.position(of: token.range.lowerBound, in: file)
            let end = snapshot.position(of: token.range.upperBound, in: file)
            guard start.line == end.line, end.character > start.character else { continue }
            let isSameLine = start.line == last.line
            let numbers = [
                start.line - last.line, isSameLine ? start.character - last.character : start.character, end.character - start.character,
                token.type.index, token.isDeclaration ? 1 : 0,
            ]
            data += numbers.map(JSON.integer)
            last = start
        }
        return .object([("data", .array(data))])
    }

    /// The readers' own tokens, of the blocks that the range touches; what a declaration's names stand for tells them apart.
    private func tokens(in range: ByteRange) -> [Token] {
        let start = ledgerFile.header(above: ledgerFile.lineStart(range.lowerBound))?.start ?? 0
        let end = PieceReader.blockStart(in: buffer, from: min(range.upperBound, buffer.count)) ?? buffer.count
        let read = SyntaxLines.read(buffer, range: start..<end, fiscalStart: snapshot.ledger.fiscalStart)
        let declared = Dictionary(
            snapshot.declarationMentions(in: file).map { ($0.range.end, $0) }, uniquingKeysWith: { first, _ in first })
        var tokens: [Token] = []
        for line in read.lines where line.end >= range.lowerBound && line.start <= range.upperBound {
            let isFigures = line.block == .figures || line.block == .targets
            var last = line.textStart
            for token in read.tokens(of: line) where token.range.lowerBound >= last {
                let mention = isFigures ? nil : declared[token.range.end]
                tokens.append(
                    Token(range: token.range, type: token.type(mention, isFigures), isDeclaration: mention?.isDeclaration ?? false))
                last = token.range.upperBound
            }
            if line.textEnd < line.end { tokens.append(Token(range: ByteRange(max(last, line.textEnd), line.end), type: .comment)) }
        }
        return tokens
    }
}

extension LineToken {
    fileprivate func type(_ mention: Mention?, _ isFigures: Bool) -> TokenType {
        switch kind {
        case .keyword, .absence: .keyword
        case .name: isFigures ? .indicator : mention?.tokenType ?? .string
        case .path: .unit
        case .key: .field
        case .number: .number
        case .bound, .status: .operator
        case .period: .period
        case .measure: .measure
        case .pattern: .string
        }
    }
}

extension Mention {
    fileprivate var tokenType: TokenType {
        switch kind {
        case .unit: .unit
        case .indicator: .indicator
        case .measure: .measure
        case .register: .register
        case .state: .state
        case .item: .field
        }
    }
}
