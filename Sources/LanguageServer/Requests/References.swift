import Diagnostics
import SourceText

/// `textDocument/references`: every place that names what is named here.
let referencesRequest = RequestHandler("textDocument/references") { request throws(ProtocolError) in
    let subject = try request.subject()
    guard let symbol = subject.snapshot.mention(at: try request.offset(in: subject), in: subject.file)?.symbol else { return .null }
    let withDeclarations = request.parameters["context"]["includeDeclaration"].bool ?? true
    let found = subject.snapshot.references(to: symbol).filter { withDeclarations || !$0.mention.isDeclaration }
    return .array(found.map { subject.snapshot.location(SourceSpan(file: $0.file, range: $0.mention.range)) })
}

/// `textDocument/documentHighlight`: the same within the file.
let highlightRequest = RequestHandler("textDocument/documentHighlight") { request throws(ProtocolError) in
    let subject = try request.subject()
    guard let symbol = subject.snapshot.mention(at: try request.offset(in: subject), in: subject.file)?.symbol else { return .null }
    let found = subject.snapshot.references(to: symbol, in: subject.file)
    return .array(
        found.map { mention in
            .object([("range", subject.snapshot.json(mention.range, in: subject.file)), ("kind", .integer(mention.isDeclaration ? 3 : 2))])
        })
}
