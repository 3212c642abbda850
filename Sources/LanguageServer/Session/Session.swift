import Diagnostics
import SourceText

/// One client's session: its open texts, what was agreed on, and what it has been told. Belongs to one thread.
final class Session {
    var settings: Settings
    var library = Library()
    /// Whether the client has said `exit`.
    private(set) var isOver = false
    /// Whether it had said `shutdown` before.
    private(set) var wasShutDown = false
    private var isInitialized = false
    private var publisher = DiagnosticsPublisher()
    private var requestCount = 0
    private let send: (JSON) -> Void

    init(_ settings: Settings, send: @escaping (JSON) -> Void) {
        self.settings = settings
        self.send = send
    }

    /// Handles messages in their order; those that arrive meanwhile, which `more` gives, are looked through for cancellations before
    /// each answer. When nothing is left to do the client is told what its changes have brought.
    func handle(_ messages: [Message], more: () -> [Message] = { [] }) {
        var queue = messages[...]
        while let message = queue.popFirst(), !isOver {
            if case .request(let id, _, _) = message {
                queue += more()
                if queue.contains(where: { $0.cancels(id) }) {
                    send(.failure(of: id, ProtocolError(.requestCancelled, "cancelled")))
                    continue
                }
            }
            handle(message)
            if queue.isEmpty { queue += more() }
            if queue.isEmpty, isInitialized, !wasShutDown { publisher.publish(&library, settings) { send($0) } }
        }
    }

    private func handle(_ message: Message) {
        switch message {
        case .response: break
        case .malformed(let error, let id): send(.failure(of: id, error))
        case .notification(let method, let parameters): notify(method, parameters)
        case .request(let id, let method, let parameters):
            do throws(ProtocolError) {
                send(.answer(to: id, try answer(method, parameters)))
            } catch {
                send(.failure(of: id, error))
            }
        }
    }

    private func answer(_ method: String, _ parameters: JSON) throws(ProtocolError) -> JSON {
        if wasShutDown { throw ProtocolError(.invalidRequest, "the session is shut down") }
        if method == "initialize" {
            guard !isInitialized else { throw ProtocolError(.invalidRequest, "initialized already") }
            isInitialized = true
            return initialize(parameters, &settings)
        }
        guard isInitialized else { throw ProtocolError(.serverNotInitialized, "not initialized") }
        if method == "shutdown" {
            wasShutDown = true
            return .null
        }
        guard let handler = allRequests.first(where: { $0.method == method }) else {
            throw ProtocolError(.methodNotFound, "there is no method \(method)")
        }
        return try handler.answer(Request(parameters: parameters, session: self))
    }

    private func notify(_ method: String, _ parameters: JSON) {
        if method == "exit" {
            isOver = true
            return
        }
        guard isInitialized, !wasShutDown else { return }
        let document = parameters["textDocument"]
        switch method {
        case "initialized": if settings.registersWatchers { request("client/registerCapability", watcherRegistration) }
        case "textDocument/didOpen":
            guard let uri = document["uri"].text, let text = document["text"].text else { return }
            library.put(Document(uri: uri, version: document["version"].integer ?? 0, text: text))
        case "textDocument/didChange":
            guard let uri = document["uri"].text, var open = library.document(at: DocumentURI.path(of: uri) ?? uri) else { return }
            open.apply(parameters["contentChanges"].elements, version: document["version"].integer ?? open.version + 1, settings.encoding)
            library.put(open)
        case "textDocument/didClose":
            guard let uri = document["uri"].text else { return }
            library.close(DocumentURI.path(of: uri) ?? uri)
        case "textDocument/didSave", "workspace/didChangeWatchedFiles": library.forgetAll()
        case "workspace/didChangeWorkspaceFolders": changeFolders(parameters["event"])
        default: break
        }
    }

    private func changeFolders(_ event: JSON) {
        let paths = { (json: JSON) in json.elements.compactMap { $0["uri"].text.flatMap(DocumentURI.path) } }
        let removed = Set(paths(event["removed"]))
        settings.folders = settings.folders.filter { !removed.contains($0) } + paths(event["added"])
        library.forgetAll()
    }

    /// Asks the client for something; its answer is of no consequence.
    private func request(_ method: String, _ parameters: JSON) {
        requestCount += 1
        send(.request(requestCount, method, parameters))
    }
}

extension Message {
    fileprivate func cancels(_ id: JSON) -> Bool {
        guard case .notification("$/cancelRequest", let parameters) = self else { return false }
        if let text = id.text { return parameters["id"].text == text }
        return id.integer != nil && parameters["id"].integer == id.integer
    }
}

/// Any file of a ledger, as clients that watch files are asked to.
private let watcherRegistration = JSON.object([
    (
        "registrations",
        .array([
            .object([
                ("id", .string("taizhang-files")), ("method", .string("workspace/didChangeWatchedFiles")),
                (
                    "registerOptions",
                    .object([("watchers", .array([.object([("globPattern", .string("**/*"))])]))])
                ),
            ])
        ])
    )
])
