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

    private func tokens(in range: ByteRange) -> [Token] {
        let reader = ledgerFile
        let declared = snapshot.declarationMentions(in: file)
        var at = reader.lineStart(range.lowerBound)
        var kind = reader.blockKind(at: at) ?? .unknown
        var tokens: [Token] = []
        var next = declared.partition { $0.range.lowerBound >= at }
        while at < min(buffer.count, range.upperBound + 1) {
            let shape = LineShape(buffer, at: at)
            var found: [Token] = []
            if shape.kind == .header { kind = BlockKind.read(buffer, shape.text).kind }
            if shape.kind == .header || shape.kind == .body {
                let isFigures = kind == .figures || kind == .targets
                if isFigures, shape.kind == .header {
                    found = headerTokens(at: at, shape)
                } else if isFigures, let line = BodyLine.reread(buffer, at: at) {
                    found = bodyTokens(line)
                } else {
                    while next < declared.count, declared[next].range.lowerBound < at { next += 1 }
                    var names: [Token] = []
                    while next < declared.count, declared[next].range.lowerBound < shape.next {
                        names.append(
                            Token(range: declared[next].range, type: declared[next].tokenType, isDeclaration: declared[next].isDeclaration))
                        next += 1
                    }
                    found = looseTokens(shape.text, beside: names)
                }
            }
            if let comment = shape.comment { found.append(Token(range: comment, type: .comment)) }
            tokens += found.sorted { $0.range.lowerBound < $1.range.lowerBound }
            at = shape.next
        }
        return tokens
    }

    private func headerTokens(at start: Int, _ shape: LineShape) -> [Token] {
        let header = HeaderLine.reread(buffer, at: start, fiscalStart: snapshot.ledger.fiscalStart)
        let keyword = BlockKind.read(buffer, shape.text).keyword
        var tokens = keyword.isEmpty ? [] : [Token(range: keyword, type: .keyword)]
        if header.period != nil { tokens.append(Token(range: header.periodRange, type: .period)) }
        if let mark = header.statusRange { tokens.append(Token(range: mark, type: .operator)) }
        for name in [header.issuer, header.unit] { if let name { tokens.append(Token(range: name.range, type: .unit)) } }
        if let unit = header.unit {
            let end = header.note?.lowerBound ?? shape.text.upperBound
            if unit.range.upperBound < end {
                tokens += looseTokens(ByteRange(max(unit.range.upperBound, header.statusRange?.upperBound ?? 0), end), beside: [])
            }
        }
        if let note = header.note { tokens.append(Token(range: note, type: .string)) }
        return tokens
    }

    private func bodyTokens(_ line: BodyLine) -> [Token] {
        var tokens = [Token(range: line.name.range, type: .indicator)]
        switch line.content {
        case .number(let number): tokens.append(Token(range: number.range, type: .number))
        case .absence(_, let range): tokens.append(Token(range: range, type: .keyword))
        case .nothing: break
        }
        if let measure = line.measure { tokens.append(Token(range: measure.range, type: .measure)) }
        for claim in line.claims {
            let keyword = ByteRange(claim.range.lowerBound, claim.number.range.lowerBound)
            let words = LooseToken.read(buffer, keyword)
            if let first = words.first { tokens.append(Token(range: first.range, type: .keyword)) }
            tokens.append(Token(range: claim.number.range, type: .number))
            if let measure = claim.measure { tokens.append(Token(range: measure.range, type: .measure)) }
            if let whole = claim.of { tokens.append(Token(range: whole.range, type: .indicator)) }
        }
        if let note = line.note { tokens.append(Token(range: note, type: .string)) }
        return tokens
    }

    /// The names that are known to stand there, and between them words by what they look like.
    private func looseTokens(_ range: ByteRange, beside names: [Token]) -> [Token] {
        var tokens = names
        var start = range.lowerBound
        for end in names.map(\.range) + [ByteRange(range.upperBound, range.upperBound)] where end.lowerBound >= start {
            for (token, range) in LooseToken.read(buffer, ByteRange(start, min(end.lowerBound, range.upperBound))) {
                let type: TokenType =
                    switch token {
                    case .keyword: .keyword
                    case .number: .number
                    case .text: .string
                    case .sign: .operator
                    }
                tokens.append(Token(range: range, type: type))
            }
            start = end.upperBound
            if start >= range.upperBound { break }
        }
        return tokens
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

extension Array {
    /// The index of the first element from which the predicate holds for all.
    fileprivate func partition(_ isAfter: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
