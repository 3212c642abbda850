import Diagnostics
import SourceText
import Syntax

/// `textDocument/documentLink`: the patterns of `include` lines, each leading to the file it names, or to the first of several.
let documentLinkRequest = RequestHandler("textDocument/documentLink") { request throws(ProtocolError) in
    let subject = try request.subject()
    return .array(
        subject.includes().compactMap { range, files in
            guard let first = files.first else { return nil }
            let paths = files.prefix(8).map { subject.snapshot.ledger.sources[$0].path }
            return .object([
                ("range", subject.snapshot.json(range, in: subject.file)), ("target", .string(subject.snapshot.uri(of: first))),
                ("tooltip", .string(paths.joined(separator: "\n") + (files.count > 8 ? "\n…" : ""))),
            ])
        })
}

extension Request.Subject {
    /// The patterns of the file's includes, and the files of the ledger that each names.
    func includes() -> [(range: ByteRange, files: [FileID])] {
        let folder = Path.directory(of: snapshot.ledger.sources[file].path)
        return snapshot.ledger.pieces(of: file).flatMap(\.declarations).compactMap { placed in
            guard case .include(let include) = placed.declaration else { return nil }
            let found = expandGlob(include.pattern.text, in: folder).compactMap { snapshot.file(at: Path.join(folder, $0)) }
            return (include.pattern.range, found.filter { $0 != file })
        }
    }
}
