import Diagnostics
import SourceText
import Testing

/// Numbers that are the same in every run.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

struct AnyInputTests {
    private static let pieces: [[UInt8]] = [
        Array("出口额".utf8), Array("a".utf8), [0x20], [0x09], [0x0A], [0x0D, 0x0A], [0x0D], [0xFF], [0xE5, 0x87], [0x1B],
        Array("❤\u{FE0F}".utf8),
        Array("e\u{301}".utf8), Array("\u{FEFF}".utf8), [0x00], [UInt8](repeating: 0x78, count: 90), Array("👨\u{200D}👩".utf8),
    ]

    /// Any bytes and any places in them are rendered, each place with a mark, and no row holds what a terminal would obey.
    @Test(arguments: 1...300 as ClosedRange<UInt64>)
    func isRendered(seed: UInt64) {
        var generator = SeededGenerator(state: seed &* 0x9E37_79B9_7F4A_7C15)
        let bytes = (0..<Int.random(in: 0...30, using: &generator)).flatMap { _ in Self.pieces.randomElement(using: &generator) ?? [] }
        let sources = SourceMap(files: [SourceFile(id: FileID(0), path: "a", buffer: SourceBuffer(copying: bytes))])
        let annotations = (0...3).map { number in
            let start = Int.random(in: 0...bytes.count, using: &generator)
            let range = ByteRange(start, Int.random(in: start...bytes.count, using: &generator))
            return Annotation(SourceSpan(file: FileID(0), range: range), Localized(verbatim: "label\(number)"))
        }
        let diagnostic = Diagnostic(
            "c", .error, Localized(verbatim: "m"), at: annotations[0], related: Array(annotations.dropFirst()))
        let text = FullRenderer(sources: sources, language: .english).render(diagnostic)
        #expect(text.contains("^"))
        for number in 0...3 { #expect(text.contains("label\(number)")) }
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
        #expect(text.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= 4 + 162 + 7 })
        #expect(!JSONRenderer(sources: sources, language: .english).render([diagnostic]).isEmpty)
    }
}
