import SourceText
import Testing

@testable import Diagnostics

struct PrintableTests {
    @Test func everyScalarIsShownAsItsPictureOrAsItself() {
        for value: UInt32 in [0...0x2FFF, 0xD7F0...0xD7FF, 0xE000...0xE00F, 0x1F600...0x1F60F].joined() {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let expected = scalar == "\n" || scalar == "\t" ? " " : Printable.picture(of: scalar, after: "a") ?? scalar
            #expect(Printable.text("a\(scalar)") == "a\(expected)")
        }
    }

    @Test(arguments: [
        ("产值\u{A0}", "产值␣"), ("\u{200B}产\u{AD}值\u{FEFF}", "\u{FFFD}产\u{FFFD}值\u{FFFD}"), ("a\u{202F}b\u{2009}c", "a␣b␣c"),
        ("产\u{200D}值\u{2060}", "产\u{FFFD}值\u{FFFD}"), ("👩\u{200D}💻", "👩\u{200D}💻"), ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("甲　乙", "甲　乙"),
    ])
    func `what nobody would see is shown, but joiners where they join`(text: String, shown: String) {
        #expect(Printable.text(text) == shown)
    }

    @Test(
        arguments: [
            ("产值\u{A0}", "\u{A0}", 6), ("产\u{200B}值", "\u{200B}", 3), ("a 甲\u{FEFF}", "\u{FEFF}", 5), ("甲", nil, 0), ("甲　乙", nil, 0),
            ("👩\u{200D}💻", nil, 0), ("\u{200D}甲", "\u{200D}", 0),
        ] as [(String, Unicode.Scalar?, Int)])
    func `the first invisible character of a text is found`(text: String, scalar: Unicode.Scalar?, offset: Int) {
        let found = InvisibleCharacter(firstIn: text)
        #expect(found?.scalar == scalar)
        #expect((found?.offset ?? 0) == offset)
        #expect(InvisibleCharacter(firstIn: "甲　乙", countsIdeographicSpace: .isInvisible)?.offset == 3)
    }

    @Test func `a diagnostic put down to one points at it and mends it`() {
        let span = SourceSpan(file: FileID(0), range: ByteRange(4, 12))
        let found = Diagnostic("name/undeclared", Localized(verbatim: "x"), at: Annotation(span, Localized(verbatim: "did you mean y?")))
        guard let character = InvisibleCharacter(firstIn: "产值\u{A0}") else {
            Issue.record("there is one")
            return
        }
        let blaming = found.blaming(character, from: 4)
        #expect(blaming.primary.span.range == ByteRange(10, 12))
        #expect(blaming.primary.label?.en == "U+00A0, a blank that does not break: write an ordinary blank")
        #expect(blaming.fixes.map(\.edits) == [[SourceEdit(blaming.primary.span, " ")]])
        #expect(found.blaming(character, from: nil).primary.span == span)
        #expect(found.blaming(character, from: nil).fixes.isEmpty)
    }
}
