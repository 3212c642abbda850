import SourceText
import Testing

@testable import taizhang

@Suite struct AppendingTests {
    /// What was there, and what stands behind it afterwards.
    static let cases: [(String, String)] = [
        ("", "A\n    b\n"), ("x\n", "\nA\n    b\n"), ("x\n\n", "A\n    b\n"), ("x\n  \t\n", "A\n    b\n"), ("x", "\n\nA\n    b"),
        ("x\r\n", "\r\nA\r\n    b\r\n"), ("x\r\n\r\n", "A\r\n    b\r\n"), ("x\r\ny", "\r\n\r\nA\r\n    b"), ("\u{FEFF}", "A\n    b\n"),
        ("\u{FEFF}x\n", "\nA\n    b\n"), ("\n", "A\n    b\n"), ("x\n    y 1\n\n\n", "A\n    b\n"),
    ]

    @Test(arguments: cases)
    func `a block goes behind what is there, of which every byte stays`(old: String, behind: String) {
        let appending = Appending(["A", "    b"], to: old.utf8)
        #expect(appending.bytes == Array((old + behind).utf8))
        let buffer = SourceBuffer(copying: appending.bytes)
        #expect(appending.lines.map { buffer.text($0) } == ["A", "    b"])
    }
}
