import SourceText
import Testing

struct LineIndexTests {
    private func index(_ text: String) -> LineIndex { LineIndex(SourceBuffer(copying: text.utf8)) }

    @Test(arguments: [
        ("", [0..<0]), ("a", [0..<1]), ("a\n", [0..<1, 2..<2]), ("a\r\nbc\r\n", [0..<1, 3..<5, 7..<7]),
        ("a\n\n\r\nb", [0..<1, 2..<2, 3..<3, 5..<6]), ("a\rb\u{2028}c\nd", [0..<7, 8..<9]), ("\n", [0..<0, 1..<1]), ("a\r", [0..<2]),
    ])
    func linesEndAtLineFeedsOnly(text: String, ranges: [Range<Int>]) {
        let index = index(text)
        #expect(index.lineCount == ranges.count)
        #expect((1...index.lineCount).map { index.range(ofLine: $0) } == ranges.map { ByteRange($0.lowerBound, $0.upperBound) })
    }

    @Test(arguments: [
        ("", 0, 1, 1), ("abc", 0, 1, 1), ("abc", 3, 1, 4), ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\n", 2, 2, 1),
        ("出口额 1", 9, 1, 4), ("出口\r\n额", 6, 1, 3), ("出口\r\n额", 7, 1, 3), ("出口\r\n额", 8, 2, 1), ("出口\r\n额", 11, 2, 2),
        ("\u{FEFF}a", 0, 1, 1), ("\u{FEFF}a", 3, 1, 1), ("\u{FEFF}a", 4, 1, 2), ("a\n\u{FEFF}b", 5, 2, 2), ("e\u{301}x😀y", 8, 1, 5),
    ])
    func offsetHasLineAndColumn(text: String, offset: Int, line: Int, column: Int) {
        #expect(index(text).location(of: offset) == (line, column))
    }

    @Test func manyLinesAreFoundByHalving() {
        let text = (1...1000).map { String(repeating: "x", count: $0 % 7) }.joined(separator: "\n")
        let index = index(text)
        #expect(index.lineCount == 1000)
        for number in 1...1000 {
            let range = index.range(ofLine: number)
            #expect(range.count == number % 7)
            #expect(index.location(of: range.upperBound) == (number, number % 7 + 1))
        }
    }

    /// More than one share, with line feeds in every place of a word and at the ends of shares.
    @Test func linesOfALargeText() {
        var bytes = [UInt8](repeating: 0x61, count: 3 << 20)
        var starts = [0]
        var at = 0
        while at < bytes.count {
            bytes[at] = 0x0A
            starts.append(at + 1)
            at += at.isMultiple(of: 3) ? 61 : 1 + at % 97
        }
        for edge in [1 << 20, 2 << 20] where bytes[edge - 1] != 0x0A {
            bytes[edge - 1] = 0x0A
            starts.append(edge)
        }
        starts.sort()
        let index = LineIndex(SourceBuffer(copying: bytes), threads: 2)
        #expect(index.lineCount == starts.count)
        #expect((1...index.lineCount).map { index.range(ofLine: $0).lowerBound } == starts)
    }

    @Test func linesOfAFileAreBuiltOnceForAllThreads() {
        let file = SourceFile(id: FileID(0), path: "a", buffer: SourceBuffer(copying: "a\nb\n".utf8))
        parallelFor(64, threads: 4) { _ in #expect(file.lines.lineCount == 3) }
    }
}
