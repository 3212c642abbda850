import Diagnostics
import SourceText

/// Keeps the client's diagnostics up to date, for clients that do not ask for them: sends those of every file that has changed since.
struct DiagnosticsPublisher {
    /// What the client was told last, by address.
    private var told: [String: String] = [:]
    private var seen: [String: ObjectIdentifier] = [:]
    private var lastSnapshots: [Snapshot] = []
    private var refreshCount = 0

    mutating func publish(_ library: inout Library, _ settings: Settings, _ send: (JSON) -> Void) {
        if settings.pullsDiagnostics, !settings.refreshesDiagnostics { return }
        let snapshots = library.snapshots(settings)
        // What has been seen is kept, so that no new snapshot can be taken for it.
        let now = Dictionary(snapshots.map { ($0.root, ObjectIdentifier($0.snapshot)) }) { first, _ in first }
        if now == seen { return }
        let isFirst = seen.isEmpty
        seen = now
        lastSnapshots = snapshots.map(\.snapshot)
        if settings.pullsDiagnostics {
            // An edit of one file may change what is found in another; the client asks again for those it shows.
            if !isFirst {
                refreshCount += 1
                send(
                    .object([
                        ("jsonrpc", .string("2.0")), ("id", .string("refresh-\(refreshCount)")),
                        ("method", .string("workspace/diagnostic/refresh")),
                    ]))
            }
            return
        }
        var current: [String: (text: String, json: JSON)] = [:]
        for (_, snapshot) in snapshots {
            for file in snapshot.ledger.sources.files {
                let uri = snapshot.uri(of: file.id)
                let items = snapshot.diagnosticItems(in: file.id)
                if current[uri] != nil { continue }
                var members: [(String, JSON)] = [("uri", .string(uri))]
                if let version = snapshot.version(of: file.id) { members.append(("version", .integer(version))) }
                members.append(("diagnostics", .array(items)))
                // Of an open text each version is told of, so that the client knows what the list is for.
                let version = snapshot.version(of: file.id).map { "\($0) " } ?? ""
                current[uri] = (version + JSON.array(items).text(), .object(members))
            }
        }
        for (uri, text) in told.sorted(by: { $0.key < $1.key }) where current[uri] == nil && !text.hasSuffix("[]") {
            send(.notification("textDocument/publishDiagnostics", .object([("uri", .string(uri)), ("diagnostics", .array([]))])))
        }
        for (uri, entry) in current.sorted(by: { $0.key < $1.key }) where told[uri, default: "[]"] != entry.text {
            send(.notification("textDocument/publishDiagnostics", entry.json))
        }
        told = current.mapValues(\.text)
    }
}
