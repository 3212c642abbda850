import Checks
import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally

/// A ledger as it stands at one moment, with what has been worked out of it. What is asked for is worked out once.
final class Snapshot {
    let ledger: Ledger
    /// The day by which reports fall due.
    let today: Day
    let encoding: PositionEncoding
    let language: Language
    /// Texts that are open, by identity.
    private let versions: [String: (uri: String, version: Int)]
    private let identities: PathIdentities
    private let threads: Int

    private(set) lazy var tally = Tally(ledger)
    private(set) lazy var evaluator = Evaluator(tally)
    /// What `check` says, in its order.
    private(set) lazy var diagnostics: [Diagnostic] = {
        let (found, memory) = CheckMemory.check(tally, today: today, since: memory, threads: threads)
        self.memory = memory
        return DiagnosticList(ledger.diagnostics + found).sorted().diagnostics
    }()
    /// What checking came to, here or in the last snapshot that was checked.
    private(set) var memory: CheckMemory?
    /// By file.
    private(set) lazy var diagnosticsOfFiles: [FileID: [Diagnostic]] = Dictionary(grouping: diagnostics) { $0.primary.span.file }
    private lazy var fileByPath: [String: FileID] = {
        Dictionary(ledger.sources.files.map { (identities[$0.path], $0.id) }) { first, _ in first }
    }()
    private var mentionsOfFiles: [FileID: [Mention]] = [:]

    init(_ ledger: Ledger, _ settings: Settings, _ documents: [String: Document], _ identities: PathIdentities, memory: CheckMemory?) {
        self.ledger = ledger
        self.identities = identities
        self.memory = memory
        today = settings.today()
        encoding = settings.encoding
        language = settings.language
        threads = settings.threads
        versions = documents.mapValues { ($0.uri, $0.version) }
    }

    /// The file at a path, if the ledger reads it.
    func file(at path: String) -> FileID? { fileByPath[identities[path]] }

    /// The address of a file: as the editor that has it open calls it.
    func uri(of file: FileID) -> String {
        let path = ledger.sources[file].path
        if let open = versions[identities[path]] { return open.uri }
        return path.hasPrefix("/") ? DocumentURI.uri(of: path) : path
    }

    /// The version of the text that was read; nil for a file on the disk.
    func version(of file: FileID) -> Int? { versions[identities[ledger.sources[file].path]]?.version }

    /// The names in the declarations of a file.
    func declarationMentions(in file: FileID) -> [Mention] {
        if let known = mentionsOfFiles[file] { return known }
        let mentions = FileReader(ledger: ledger, file: file).declarationMentions()
        mentionsOfFiles[file] = mentions
        return mentions
    }

    /// The name at an offset, or ending there.
    func mention(at offset: Int, in file: FileID) -> Mention? {
        let reader = FileReader(ledger: ledger, file: file)
        let onLine = reader.mentions(onLineAt: reader.lineStart(offset), declarations: declarationMentions(in: file))
        return onLine.first { $0.range.lowerBound <= offset && offset < $0.range.upperBound }
            ?? onLine.first { $0.range.upperBound == offset }
    }
}

extension Snapshot {
    /// Editors do not show the byte order mark of a file that they read.
    private func markLength(_ file: FileID) -> Int {
        version(of: file) == nil && ledger.sources[file].buffer.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? (encoding == .utf8 ? 3 : 1) : 0
    }

    func position(of offset: Int, in file: FileID) -> EditorPosition {
        var position = ledger.sources[file].lines.position(of: offset, in: encoding)
        if position.line == 0 { position.character = max(0, position.character - markLength(file)) }
        return position
    }

    func offset(of position: EditorPosition, in file: FileID) -> Int {
        var position = position
        if position.line == 0 { position.character += markLength(file) }
        return ledger.sources[file].lines.offset(of: position, in: encoding)
    }

    func json(_ range: ByteRange, in file: FileID) -> JSON {
        .object([
            ("start", position(of: range.lowerBound, in: file).json), ("end", position(of: range.upperBound, in: file).json),
        ])
    }

    func location(_ span: SourceSpan) -> JSON {
        .object([("uri", .string(uri(of: span.file))), ("range", json(span.range, in: span.file))])
    }
}
