import SourceText
import Testing

@testable import LanguageServer

@Suite struct PositionTests {
    private let lines = LineIndex(SourceBuffer(copying: "a台𝌆b\r\n\n€x".utf8))

    @Test(arguments: [
        (0, 0, 0, 0), (1, 0, 1, 1), (4, 0, 2, 4), (8, 0, 4, 8), (9, 0, 5, 9), (10, 0, 5, 9), (11, 1, 0, 0), (12, 2, 0, 0), (15, 2, 1, 3),
        (16, 2, 2, 4),
    ])
    func `An offset has a place in either encoding`(offset: Int, line: Int, utf16: Int, utf8: Int) {
        #expect(lines.position(of: offset, in: .utf16) == EditorPosition(line: line, character: utf16))
        #expect(lines.position(of: offset, in: .utf8) == EditorPosition(line: line, character: utf8))
    }

    @Test(arguments: [
        // Inside a character of two units, behind the end of a line, behind the last line, before the start.
        (EditorPosition(line: 0, character: 3), PositionEncoding.utf16, 4), (EditorPosition(line: 0, character: 99), .utf16, 9),
        (EditorPosition(line: 9, character: 0), .utf16, 16), (EditorPosition(line: -1, character: 5), .utf16, 0),
        (EditorPosition(line: 0, character: 2), .utf8, 1), (EditorPosition(line: 0, character: 4), .utf16, 8),
        (EditorPosition(line: 1, character: 7), .utf8, 11), (EditorPosition(line: 2, character: 1), .utf16, 15),
    ])
    func `A place that does not exist is taken to the nearest that does`(
        position: EditorPosition, encoding: PositionEncoding, offset: Int
    ) {
        #expect(lines.offset(of: position, in: encoding) == offset)
    }

    @Test(arguments: ["file:///a/b", "file:///%E5%8F%B0%E8%B4%A6/x%20y.taizhang", "file:///a%23b%3Fc%25"])
    func `An address leads to a path and back`(uri: String) throws {
        #expect(DocumentURI.uri(of: try #require(DocumentURI.path(of: uri))) == uri)
    }

    @Test(arguments: ["untitled:Untitled-1", "http://x/y", "file:///a%zz", "file:///a%00b", "file://host/a", ""])
    func `What is no path of this machine is none`(uri: String) {
        #expect(DocumentURI.path(of: uri) == nil)
    }
}
