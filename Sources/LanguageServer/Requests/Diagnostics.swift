import Diagnostics
import SourceText

/// `textDocument/diagnostic`: what `check` finds in one file.
let documentDiagnosticRequest = RequestHandler("textDocument/diagnostic") { request throws(ProtocolError) in
    let subject = try request.subject()
    return report(subject.snapshot.diagnosticItems(in: subject.file), previous: request.parameters["previousResultId"].text)
}

/// `workspace/diagnostic`: what `check` finds in every file of the ledgers.
let workspaceDiagnosticRequest = RequestHandler("workspace/diagnostic") { request in
    let known = request.parameters["previousResultIds"].elements
    let previous = Dictionary(known.map { ($0["uri"].text ?? "", $0["value"].text ?? "") }) { first, _ in first }
    var items: [JSON] = []
    var seen: Set<String> = []
    for (_, snapshot) in request.session.library.snapshots(request.settings) {
        for file in snapshot.ledger.sources.files {
            let uri = snapshot.uri(of: file.id)
            guard seen.insert(uri).inserted else { continue }
            guard case .object(let members) = report(snapshot.diagnosticItems(in: file.id), previous: previous[uri]) else { continue }
            items.append(.object(members + [("uri", .string(uri)), ("version", snapshot.version(of: file.id).map(JSON.integer) ?? .null)]))
        }
    }
    return .object([("items", .array(items))])
}

/// The items, unless the client has the very same already.
private func report(_ items: [JSON], previous: String?) -> JSON {
    let result = fingerprint(JSON.array(items).text())
    if result == previous { return .object([("kind", .string("unchanged")), ("resultId", .string(result))]) }
    return .object([("kind", .string("full")), ("resultId", .string(result)), ("items", .array(items))])
}

/// FNV-1a, in 64 bits.
private func fingerprint(_ text: String) -> String {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(state, radix: 16)
}

extension Snapshot {
    /// The diagnostics of a file as the protocol has them.
    func diagnosticItems(in file: FileID) -> [JSON] { (diagnosticsOfFiles[file] ?? []).map { item($0) } }

    func item(_ diagnostic: Diagnostic) -> JSON {
        let help = diagnostic.help.map { "\n" + $0.text(in: language) }.joined()
        let severity =
            switch diagnostic.severity {
            case .error: 1
            case .warning: 2
            case .note: 3
            }
        var members: [(String, JSON)] = [
            ("range", json(diagnostic.primary.span.range, in: diagnostic.primary.span.file)), ("severity", .integer(severity)),
            ("code", .string(diagnostic.code.text)), ("source", .string("taizhang")),
            ("message", .string(diagnostic.sentence(in: language) + help)),
        ]
        if !diagnostic.related.isEmpty {
            let related = diagnostic.related.map { annotation in
                JSON.object([
                    ("location", location(annotation.span)), ("message", .string(annotation.label?.text(in: language) ?? "")),
                ])
            }
            members.append(("relatedInformation", .array(related)))
        }
        return .object(members)
    }
}
