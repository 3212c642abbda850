import Diagnostics

/// What a client sent.
enum Message: Sendable {
    case request(id: JSON, method: String, parameters: JSON)
    case notification(method: String, parameters: JSON)
    /// An answer to a request of the server's.
    case response(id: JSON)
    case malformed(ProtocolError, id: JSON)

    /// What one frame holds.
    init(_ frame: FrameReader.Frame) {
        guard case .message(let bytes) = frame else {
            self = .malformed(ProtocolError(.parseError, "a message without a Content-Length"), id: .null)
            return
        }
        do throws(JSONReader.Failure) {
            self.init(try JSONReader.read(bytes))
        } catch {
            self = .malformed(ProtocolError(.parseError, "the message is not JSON"), id: .null)
        }
    }

    init(_ json: JSON) {
        let id = json["id"]
        let hasID = id.text != nil || id.integer != nil
        guard let method = json["method"].text else {
            let isAnswer = hasID && (!json["error"].isNull || Self.hasMember("result", json))
            self = isAnswer ? .response(id: id) : .malformed(ProtocolError(.invalidRequest, "not a request"), id: hasID ? id : .null)
            return
        }
        if hasID {
            self = .request(id: id, method: method, parameters: json["params"])
        } else if id.isNull {
            self = .notification(method: method, parameters: json["params"])
        } else {
            self = .malformed(ProtocolError(.invalidRequest, "an id is a number or a string"), id: .null)
        }
    }

    private static func hasMember(_ key: String, _ json: JSON) -> Bool {
        guard case .object(let members) = json else { return false }
        return members.contains { $0.0 == key }
    }
}

/// Why a request cannot be answered.
struct ProtocolError: Error, Sendable {
    /// As JSON-RPC and the protocol number them.
    enum Code: Int, Sendable {
        case parseError = -32700
        case invalidRequest = -32600
        case methodNotFound = -32601
        case invalidParameters = -32602
        case serverNotInitialized = -32002
        case requestCancelled = -32800
        case requestFailed = -32803
    }

    var code: Code
    var message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    var json: JSON { .object([("code", .integer(code.rawValue)), ("message", .string(message))]) }
}

extension JSON {
    /// The answer to a request.
    static func answer(to id: JSON, _ result: JSON) -> JSON {
        .object([("jsonrpc", .string("2.0")), ("id", id), ("result", result)])
    }

    /// The refusal of a request.
    static func failure(of id: JSON, _ error: ProtocolError) -> JSON {
        .object([("jsonrpc", .string("2.0")), ("id", id), ("error", error.json)])
    }

    static func notification(_ method: String, _ parameters: JSON) -> JSON {
        .object([("jsonrpc", .string("2.0")), ("method", .string(method)), ("params", parameters)])
    }

    static func request(_ id: Int, _ method: String, _ parameters: JSON) -> JSON {
        .object([("jsonrpc", .string("2.0")), ("id", .integer(id)), ("method", .string(method)), ("params", parameters)])
    }
}
