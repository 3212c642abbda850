import Diagnostics
import Foundation
import Numerics
import SourceText
import Testing

@testable import LanguageServer

/// An editor in the same process: files in a folder of their own, messages as Swift values.
final class Client {
    let folder: String
    let session: Session
    private(set) var sent: [JSON] = []
    private var outbox: Outbox
    private var id = 0
    private var versions: [String: Int] = [:]

    private final class Outbox { var messages: [JSON] = [] }

    /// Files by name; a mark `‸` in a text is where `place` points, and is taken out.
    private(set) var texts: [String: String] = [:]
    private var marks: [String: EditorPosition] = [:]
    let encoding: PositionEncoding

    init(
        _ files: [String: String] = [:], encoding: PositionEncoding = .utf16, capabilities: JSON = .object([]),
        language: Language = .english,
        initialize: Bool = true
    ) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("lsp-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        self.encoding = encoding
        let outbox = Outbox()
        self.outbox = outbox
        var settings = Settings()
        settings.language = language
        settings.threads = 2
        settings.today = { Day.firstOfMonth(year: 2024, month: 6) }
        session = Session(settings) { outbox.messages.append($0) }
        for (name, text) in files {
            if let mark = text.range(of: "‸") {
                let before = text[..<mark.lowerBound]
                let line = before.components(separatedBy: "\n").last ?? ""
                marks[name] = EditorPosition(
                    line: before.components(separatedBy: "\n").count - 1, character: encoding == .utf8 ? line.utf8.count : line.utf16.count)
            }
            texts[name] = text.replacingOccurrences(of: "‸", with: "")
            let path = (folder as NSString).appendingPathComponent(name)
            try FileManager.default.createDirectory(atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try texts[name]?.write(toFile: path, atomically: true, encoding: .utf8)
        }
        guard initialize else { return }
        var all = capabilities
        if encoding == .utf8, case .object(let members) = capabilities {
            all = .object(members + [("general", .object([("positionEncodings", .array([.string("utf-16"), .string("utf-8")]))]))])
        }
        try request("initialize", [("rootUri", .string(DocumentURI.uri(of: folder))), ("capabilities", all)])
        notify("initialized", [])
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func uri(_ name: String) -> String { DocumentURI.uri(of: Path.normalised((folder as NSString).appendingPathComponent(name))) }

    func document(_ name: String) -> (String, JSON) { ("textDocument", .object([("uri", .string(uri(name)))])) }

    /// Where the mark of a file was.
    func place(_ name: String) throws -> EditorPosition { try #require(marks[name]) }

    @discardableResult
    func request(_ method: String, _ members: [(String, JSON)]) throws -> JSON {
        id += 1
        session.handle([.request(id: .integer(id), method: method, parameters: .object(members))])
        let answer = try #require(outbox.messages.first { $0["id"].integer == id && $0["method"].isNull })
        collect()
        if answer["error"].isObject {
            throw Refused(code: answer["error"]["code"].integer ?? 0, message: answer["error"]["message"].text ?? "")
        }
        return answer["result"]
    }

    struct Refused: Error {
        var code: Int
        var message: String
    }

    /// Handles raw messages at once and gives all that was sent.
    func exchange(_ messages: [Message]) -> [JSON] {
        session.handle(messages)
        let answers = outbox.messages
        collect()
        return answers
    }

    func notify(_ method: String, _ members: [(String, JSON)]) {
        session.handle([.notification(method: method, parameters: .object(members))])
        collect()
    }

    private func collect() {
        sent += outbox.messages
        outbox.messages = []
    }

    func open(_ name: String, _ text: String? = nil) throws {
        versions[name] = 1
        let text = try #require(text ?? texts[name])
        notify(
            "textDocument/didOpen",
            [("textDocument", .object([("uri", .string(uri(name))), ("version", .integer(1)), ("text", .string(text))]))])
    }

    /// One change of a range given in lines and characters; of the whole text where there is none.
    func change(_ name: String, _ range: (Int, Int, Int, Int)? = nil, _ text: String) {
        versions[name, default: 1] += 1
        var change: [(String, JSON)] = [("text", .string(text))]
        if let (a, b, c, d) = range {
            let start = EditorPosition(line: a, character: b).json
            change.append(("range", .object([("start", start), ("end", EditorPosition(line: c, character: d).json)])))
        }
        notify(
            "textDocument/didChange",
            [
                ("textDocument", .object([("uri", .string(uri(name))), ("version", .integer(versions[name] ?? 0))])),
                ("contentChanges", .array([.object(change)])),
            ])
    }

    /// A request about the mark of a file, which is opened first.
    func ask(_ method: String, _ name: String = "main.taizhang", _ more: [(String, JSON)] = []) throws -> JSON {
        if versions[name] == nil { try open(name) }
        var members = [document(name)] + more
        if let mark = marks[name] { members.append(("position", mark.json)) }
        return try request("textDocument/" + method, members)
    }

    /// The codes that the client was last told of a file.
    func published(_ name: String) -> [String]? {
        let last = sent.last { $0["method"].text == "textDocument/publishDiagnostics" && $0["params"]["uri"].text == uri(name) }
        return last.map { $0["params"]["diagnostics"].elements.compactMap { $0["code"].text } }
    }

    /// The text that edits of an answer make of a file.
    func apply(_ edit: JSON, to name: String) throws -> String {
        var edits: [JSON] = edit["changes"][uri(name)].elements
        for change in edit["documentChanges"].elements where change["textDocument"]["uri"].text == uri(name) {
            edits += change["edits"].elements
        }
        var document = Document(uri: uri(name), version: 1, text: try #require(texts[name]))
        let ordered = edits.sorted { EditorPosition($0["range"]["start"]) > EditorPosition($1["range"]["start"]) }
        document.apply(ordered.map { .object([("range", $0["range"]), ("text", $0["newText"])]) }, version: 2, encoding)
        return String(decoding: document.buffer.bytes, as: UTF8.self)
    }
}

extension EditorPosition {
    static func > (a: EditorPosition, b: EditorPosition) -> Bool { (a.line, a.character) > (b.line, b.character) }
}

/// A ledger with a bit of everything.
enum Sample {
    static let declarations = """
        unit 金华市:婺城区
        units 婺城区
            金西园区    kind 园区
            白龙桥镇    kind 乡镇
        indicator 规上工业产值
            measure 亿元
            alias 规模以上工业产值
        indicator 限额以上工业投资
            measure 亿元
            growth comparable
        indicator 规上企业
            measure 家
            nature stock

        """
}
