import Diagnostics
import SourceText
import Testing

@testable import LanguageServer

@Suite struct ProtocolTests {
    @Test(arguments: [
        #"{"a":[1,-2.5,1e3,true,false,null,"x\n\u53f0\ud834\udf06\"\\\/"],"b":{}}"#, "[]", " 0 ", #""台账""#, #"{"a":{"b":[[]]}}"#,
    ])
    func `What is JSON is read and written back the same`(text: String) throws {
        let once = try JSONReader.read(Array(text.utf8)).text()
        #expect(try JSONReader.read(Array(once.utf8)).text() == once)
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\"}", "{\"a\":}", "01", "1.", "-", "tru", "\"\u{1}\"", "\"a", #""\x""#, #""\u12g4""#, "1 2", "{'a':1}", "nan",
    ])
    func `What is not JSON is refused`(text: String) {
        #expect(throws: JSONReader.Failure.self) { try JSONReader.read(Array(text.utf8)) }
    }

    @Test func `Nesting without end is refused rather than followed`() {
        #expect(throws: JSONReader.Failure.self) { try JSONReader.read(Array(repeating: UInt8(ascii: "["), count: 1_000_000)) }
    }

    @Test func `Half of a pair becomes the sign for what is unreadable`() throws {
        #expect(try JSONReader.read(Array(#""\ud834x""#.utf8)).text == "\u{FFFD}x")
    }

    @Test(arguments: [1, 2, 3, 7, 64, 1000])
    func `Messages are found however the stream is cut`(size: Int) {
        let stream = Array("Content-Length: 2\r\n\r\n{}content-length:4\r\nContent-Type: x\r\n\r\n\"台\"Content-Length: 0\r\n\r\n".utf8)
        var reader = FrameReader()
        var frames: [FrameReader.Frame] = []
        for start in stride(from: 0, to: stream.count, by: size) {
            frames += reader.take(Array(stream[start..<min(stream.count, start + size)]))
        }
        #expect(frames.first == .message(Array("{}".utf8)))
        // Four bytes of the five that the text has: the rest stands before the next head and is passed over.
        #expect(frames.count == 3)
        #expect(frames.last == .message([]))
    }

    @Test(arguments: [
        "Content-Length: x\r\n\r\n", "Content-Length: -1\r\n\r\n", "Content-Length: 99999999999999999999\r\n\r\n", "Hello\r\n\r\n",
    ])
    func `A head without a length is told, and the next message is found`(head: String) {
        var reader = FrameReader()
        let frames = reader.take(Array((head + "Content-Length: 2\r\n\r\n{}").utf8))
        #expect(frames == [.malformed, .message(Array("{}".utf8))])
    }

    @Test func `A head without an end is not waited for for ever`() {
        var reader = FrameReader()
        #expect(reader.take(Array(repeating: UInt8(ascii: "x"), count: 1 << 16)) == [.malformed])
        #expect(reader.take(Array("Content-Length: 2\r\n\r\n{}".utf8)) == [.message(Array("{}".utf8))])
    }

    private func answers(_ texts: [String], initialize: Bool = true) throws -> [JSON] {
        let client = try Client(["main.taizhang": "2013  甲\n    乙  1 家\n"], initialize: initialize)
        return client.exchange(texts.map { Message(.message(Array($0.utf8))) })
    }

    @Test(arguments: [
        ("{", -32700), ("[]", -32600), ("1", -32600), (#"{"id":1}"#, -32600), (#"{"id":1.5,"method":"x"}"#, -32600),
        (#"{"id":7,"method":"nothing/known"}"#, -32601), (#"{"id":7,"method":"textDocument/hover"}"#, -32602),
        (
            #"{"id":7,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///nowhere"},"position":{"line":0,"character":0}}}"#,
            -32803
        ),
        (#"{"id":7,"method":"initialize","params":{}}"#, -32600),
    ])
    func `What cannot be answered is refused by its number`(text: String, code: Int) throws {
        let sent = try answers([text])
        #expect(sent.compactMap { $0["error"]["code"].integer } == [code])
    }

    @Test(arguments: [
        #"{"method":"nothing/known"}"#, #"{"method":"textDocument/didChange"}"#, #"{"method":"textDocument/didOpen","params":[]}"#,
        #"{"method":"textDocument/didClose","params":{"textDocument":{"uri":"x"}}}"#, #"{"id":1,"result":null}"#,
        #"{"method":"$/cancelRequest"}"#,
        #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///x"},"contentChanges":[{}]}}"#,
        #"{"method":"workspace/didChangeWorkspaceFolders","params":{"event":7}}"#,
    ])
    func `A notification without sense is passed over`(text: String) throws {
        let sent = try answers([text, #"{"id":9,"method":"workspace/symbol","params":{"query":""}}"#])
        #expect(sent.compactMap { $0["error"]["code"].integer } == [])
        #expect(sent.contains { $0["id"].integer == 9 })
    }

    @Test func `A request that is cancelled before its turn is not answered`() throws {
        let sent = try answers([
            #"{"id":"a","method":"workspace/symbol","params":{}}"#, #"{"id":2,"method":"workspace/symbol","params":{}}"#,
            #"{"method":"$/cancelRequest","params":{"id":"a"}}"#,
        ])
        #expect(sent.map { $0["error"]["code"].integer } == [-32800, nil])
    }

    @Test func `Before initialize nothing is answered, and exit still ends the session`() throws {
        let client = try Client(initialize: false)
        let early = client.exchange([.request(id: .integer(1), method: "workspace/symbol", parameters: .null)])
        #expect(early.map { $0["error"]["code"].integer } == [-32002])
        _ = client.exchange([.notification(method: "exit", parameters: .null)])
        #expect(client.session.isOver)
        #expect(!client.session.wasShutDown)
    }

    @Test func `After shutdown only exit is obeyed`() throws {
        let client = try Client()
        try client.request("shutdown", [])
        let late = client.exchange([.request(id: .integer(99), method: "workspace/symbol", parameters: .null)])
        #expect(late.map { $0["error"]["code"].integer } == [-32600])
        client.notify("exit", [])
        #expect(client.session.isOver && client.session.wasShutDown)
    }
}
