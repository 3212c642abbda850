import Diagnostics
import SourceText
import Testing

@testable import LanguageServer

@Suite struct DocumentTests {
    private func change(_ text: String, _ changes: [(Int, Int, Int, Int, String)], _ encoding: PositionEncoding = .utf16) -> String {
        var document = Document(uri: "file:///x", version: 1, text: text)
        let json = changes.map { change in
            JSON.object([
                (
                    "range",
                    .object([
                        ("start", EditorPosition(line: change.0, character: change.1).json),
                        ("end", EditorPosition(line: change.2, character: change.3).json),
                    ])
                ), ("text", .string(change.4)),
            ])
        }
        document.apply(json, version: 2, encoding)
        return String(decoding: document.buffer.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ([(0, 1, 0, 2, "X")], "aXc\n台𝌆d\n"), ([(1, 1, 1, 3, "")], "abc\n台d\n"), ([(0, 3, 1, 0, "")], "abc台𝌆d\n"),
        ([(2, 0, 2, 0, "end")], "abc\n台𝌆d\nend"), ([(7, 7, 9, 9, "end")], "abc\n台𝌆d\nend"), ([(0, 2, 0, 1, "-")], "ab-c\n台𝌆d\n"),
        // One after another, each counted in the text that the one before has made; and from the end to the start.
        ([(0, 0, 0, 0, "x"), (0, 1, 0, 1, "y")], "xyabc\n台𝌆d\n"), ([(1, 0, 1, 1, "T"), (0, 0, 0, 1, "A")], "Abc\nT𝌆d\n"),
        ([(1, 3, 1, 4, "e"), (0, 0, 1, 0, ""), (0, 0, 0, 0, "\n")], "\n台𝌆e\n"),
        ([(0, 1, 0, 1, "1"), (0, 1, 0, 1, "2")], "a21bc\n台𝌆d\n"),
    ])
    func `Changes of ranges are made in their order`(changes: [(Int, Int, Int, Int, String)], result: String) {
        #expect(change("abc\n台𝌆d\n", changes) == result)
    }

    @Test func `Characters count in bytes where that was agreed on`() {
        #expect(change("台账x", [(0, 6, 0, 7, "y")], .utf8) == "台账y")
    }

    @Test func `A change without a range is the whole text`() {
        var document = Document(uri: "file:///x", version: 1, text: "old")
        document.apply([.object([("text", .string("new\n"))])], version: 2, .utf16)
        #expect(String(decoding: document.buffer.bytes, as: UTF8.self) == "new\n")
    }

    @Test func `Random edits make what replacing characters makes`() {
        var state: UInt64 = 42
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, bound)
        }
        let alphabet = Array("ab台𝌆\n é")
        var expected = Array("start\n台账\n")
        var document = Document(uri: "file:///x", version: 1, text: String(expected))
        for step in 0..<300 {
            let start = random(expected.count + 1)
            let end = min(expected.count, start + random(4))
            let text = (0..<random(4)).map { _ in alphabet[random(alphabet.count)] }
            func place(_ index: Int) -> JSON {
                let before = String(expected[..<index])
                let line = before.split(separator: "\n", omittingEmptySubsequences: false)
                return EditorPosition(line: line.count - 1, character: line.last?.utf16.count ?? 0).json
            }
            let change = JSON.object([
                ("range", .object([("start", place(start)), ("end", place(end))])), ("text", .string(String(text))),
            ])
            document.apply([change], version: step, .utf16)
            expected = Array(String(expected[..<start]) + String(text) + String(expected[end...]))
            #expect(String(decoding: document.buffer.bytes, as: UTF8.self) == String(expected))
        }
    }
}
