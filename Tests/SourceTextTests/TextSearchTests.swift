import SourceText
import Testing

@Suite struct TextSearchTests {
    @Test(
        "a text is found wherever it stands",
        arguments: [
            ("", "", true), ("产值", "", true), ("", "产", false), ("产值", "产值", true), ("工业总产值", "总产", true), ("工业总产值", "产值", true),
            ("工业总产值", "工业", true), ("工业总产值", "产业", false), ("产值", "总产值", false), ("aab", "ab", true), ("aaa", "aab", false),
        ])
    func contains(text: String, part: String, isThere: Bool) {
        #expect(text.contains(text: part) == isThere)
        #expect(text[...].contains(text: part[...]) == isThere)
    }

    @Test("characters are compared, not their bytes: an accent is one with its letter, however it is written")
    func comparesCharacters() {
        #expect("caf\u{E9}".contains(text: "e\u{301}"))
        #expect(!"cafe\u{301}".contains(text: "e"))
    }

    @Test(
        "spelling is bytes, not characters",
        arguments: [
            ("", "", true), ("", "a", false), ("产值", "产值", true), ("产值", "产量", false), ("ab", "abc", false), ("\u{E9}", "e\u{301}", false),
            (String(repeating: "镇:企业", count: 20), String(repeating: "镇:企业", count: 20), true),
        ])
    func spelling(text: String, other: String, isSame: Bool) {
        #expect(text.isSpelled(as: other) == isSame)
        #expect(other.isSpelled(as: text) == isSame)
        #expect(String((text + "x").dropLast()).isSpelled(as: other) == isSame)
    }
}
