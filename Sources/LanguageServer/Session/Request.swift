import Diagnostics
import SourceText

/// A request by its method: how it is answered.
struct RequestHandler: Sendable {
    let method: String
    let answer: @Sendable (Request) throws(ProtocolError) -> JSON

    init(_ method: String, _ answer: @escaping @Sendable (Request) throws(ProtocolError) -> JSON) {
        self.method = method
        self.answer = answer
    }
}

/// Every request besides `initialize` and `shutdown`.
let allRequests: [RequestHandler] = [
    completionRequest, hoverRequest, definitionRequest, referencesRequest, highlightRequest, prepareRenameRequest, renameRequest,
    documentSymbolRequest, workspaceSymbolRequest, foldingRangeRequest, selectionRangeRequest, documentLinkRequest,
    semanticTokensRequest, semanticTokensRangeRequest, codeActionRequest, inlayHintRequest, codeLensRequest,
    documentDiagnosticRequest, workspaceDiagnosticRequest, formattingRequest, rangeFormattingRequest, onTypeFormattingRequest,
]

/// What a request asks, and the ledger that it asks about as it stands now.
struct Request {
    let parameters: JSON
    let session: Session

    /// The text that the request is about.
    struct Subject {
        let snapshot: Snapshot
        let file: FileID

        var ledgerFile: FileReader { FileReader(ledger: snapshot.ledger, file: file) }
        var buffer: SourceBuffer { snapshot.ledger.sources[file].buffer }
    }

    var settings: Settings { session.settings }

    /// The ledger of the text document, and which of its files it is.
    func subject() throws(ProtocolError) -> Subject {
        guard let uri = parameters["textDocument"]["uri"].text else { throw ProtocolError(.invalidParameters, "no text document") }
        let path = DocumentURI.path(of: uri) ?? uri
        guard let snapshot = session.library.snapshot(of: path, settings)?.snapshot, let file = snapshot.file(at: path) else {
            throw ProtocolError(.requestFailed, "the file cannot be read")
        }
        return Subject(snapshot: snapshot, file: file)
    }

    /// The offset of the position that is asked about.
    func offset(in subject: Subject) throws(ProtocolError) -> Int {
        guard parameters["position"].isObject else { throw ProtocolError(.invalidParameters, "no position") }
        return subject.snapshot.offset(of: EditorPosition(parameters["position"]), in: subject.file)
    }

    /// The range that is asked about; the whole file where none is.
    func range(in subject: Subject) -> ByteRange {
        guard parameters["range"].isObject else { return ByteRange(0, subject.buffer.count) }
        let start = subject.snapshot.offset(of: EditorPosition(parameters["range"]["start"]), in: subject.file)
        let end = subject.snapshot.offset(of: EditorPosition(parameters["range"]["end"]), in: subject.file)
        return ByteRange(start, max(start, end))
    }
}
