import Diagnostics
import Testing

struct LocalizedTests {
    @Test(arguments: zip(Language.allCases, ["a sum", "合计"]))
    func `only the text of the language that is asked for is made`(language: Language, expected: String) {
        let text = Localized(later: { asked in
            #expect(asked == language)
            return asked.choose(en: "a sum", zh: "合计")
        })
        #expect(text.text(in: language) == expected)
    }

    @Test func `a text that is made later is the same as one that is there`() {
        let now = Localized(en: "a sum", zh: "合计")
        let later = Localized(later: { $0.choose(en: "a sum", zh: "合计") })
        #expect(now == later)
        #expect(now.hashValue == later.hashValue)
        #expect(later != Localized(verbatim: "a sum"))
    }

    @Test func `the other of two texts is not made`() {
        func unwanted() -> String {
            Issue.record("made without being asked for")
            return ""
        }
        #expect(Language.english.choose(en: "one", zh: unwanted()) == "one")
        #expect(Language.chinese.choose(en: unwanted(), zh: "一") == "一")
    }
}
