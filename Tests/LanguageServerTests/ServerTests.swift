import Diagnostics
import Foundation
import Numerics
import SourceText
import Testing

@testable import LanguageServer

/// The server over pipes, as an editor starts it.
@Suite struct ServerTests {
    /// What the server writes when it is sent these bytes, cut into pieces of a size, and then the end of its input.
    private func serve(_ text: String, pieces size: Int = .max) -> (output: String, wasShutDown: Bool) {
        let (input, output) = (Pipe(), Pipe())
        let bytes = Array(text.utf8)
        let sender = Thread {
            for start in stride(from: 0, to: bytes.count, by: min(size, max(1, bytes.count))) {
                input.fileHandleForWriting.write(Data(bytes[start..<min(bytes.count, start + min(size, bytes.count))]))
            }
            try? input.fileHandleForWriting.close()
        }
        sender.start()
        let server = Server(Server.Options(language: .english)) { Day.firstOfMonth(year: 2024, month: 6) }
        let wasShutDown = server.run(input: input.fileHandleForReading.fileDescriptor, output: output.fileHandleForWriting.fileDescriptor)
        try? output.fileHandleForWriting.close()
        // A pipe that nobody holds closes its ends, whoever has their numbers by then.
        withExtendedLifetime(input) {}
        return (String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self), wasShutDown)
    }

    private func frame(_ text: String) -> String { "Content-Length: \(text.utf8.count)\r\n\r\n" + text }

    private var hello: String { frame(#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#) }
    private var goodbye: String { frame(#"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#) + frame(#"{"jsonrpc":"2.0","method":"exit"}"#) }

    @Test(arguments: [1, 5, 1000])
    func `A session however the stream is cut`(size: Int) {
        let (output, wasShutDown) = serve(hello + goodbye, pieces: size)
        #expect(output.contains("\"positionEncoding\":\"utf-16\""))
        #expect(output.contains("\"id\":2,\"result\":null"))
        #expect(wasShutDown)
    }

    @Test func `The end of the input ends the server, as exit without shutdown does`() {
        #expect(!serve(hello).wasShutDown)
        #expect(!serve("").wasShutDown)
        #expect(!serve(hello + frame(#"{"jsonrpc":"2.0","method":"exit"}"#) + goodbye).wasShutDown)
        // In the middle of a message.
        #expect(!serve(hello + "Content-Length: 100\r\n\r\n{").wasShutDown)
    }

    @Test func `Bad messages between good ones are answered, and the session goes on`() {
        let (output, wasShutDown) = serve(hello + frame("{nonsense") + "No-Length: 1\r\n\r\n" + frame("[1,2]") + goodbye)
        #expect(output.components(separatedBy: "-32700").count == 3)
        #expect(output.contains("-32600"))
        #expect(wasShutDown)
    }

    @Test(arguments: 1...20)
    func `Random bytes never end a session before its input does`(seed: Int) {
        var state = UInt64(seed)
        var noise = ""
        for _ in 0..<60 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let methods = [
                "hover", "completion", "rename", "codeAction", "inlayHint", "semanticTokens/range", "selectionRange", "formatting",
            ]
            let method = methods[Int(state >> 40) % methods.count]
            let number = Int(state >> 33) % 7 - 2
            let parameters = [
                #"{"textDocument":{"uri":"untitled:x"},"position":{"line":\#(number),"character":\#(number * 3)},"newName":"x"}"#, "[]",
                "7",
                #"{"textDocument":{"uri":"untitled:x"},"range":{"start":{"line":\#(number),"character":9},"end":{"line":0}},"positions":[{}]}"#,
            ][Int(state >> 50) % 4]
            noise += frame(#"{"jsonrpc":"2.0","id":9,"method":"textDocument/\#(method)","params":\#(parameters)}"#)
        }
        let text = #"2024  甲\n    乙  1.5 亿元   yoy +3%\n    丙　－\ntarget 2024 甲\n    乙 +"#
        let open = frame(
            #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:x","version":1,"text":"\#(text)"}}}"#
        )
        #expect(serve(hello + open + noise + goodbye, pieces: 77).wasShutDown)
    }
}
