import Synchronization
import Testing

@testable import SourceText

@Suite struct EditDistanceTests {
    @Test(arguments: [
        ("chekc", ["check", "checks", "report"], ["check"]),
        ("CHECK", ["report", "check"], ["check"]),
        ("规上工业产直", ["规上工业总产值", "规上工业产值", "限上工业投资"], ["规上工业产值", "规上工业总产值"]),
        ("婺城", ["婺城区", "义乌", "金华"], ["婺城区"]),
        ("永康", ["永嘉", "武义"], ["永嘉"]),
        ("甲", ["乙", "丙"], []),
        ("check", ["check"], []),
        ("", ["a", "abc"], []),
        ("zzzzzz", ["check"], []),
    ])
    func `best first, nothing unrelated`(name: String, candidates: [String], expected: [String]) {
        #expect(nearest(name, in: candidates) == expected)
    }

    @Test func `names are listed when a suggestion is read, and the first so many get one`() {
        let listed = Atomic<Int>(0)
        var suggestions = Suggestions(limit: 1) {
            listed.wrappingAdd(1, ordering: .relaxed)
            return ["check", "report"]
        }
        let first = suggestions.near("chekc")
        for index in 1..<Suggestions.most { _ = suggestions.near("check\(index)") }
        let (again, late) = (suggestions.near("chekc"), suggestions.near("reprot"))
        #expect(listed.load(ordering: .relaxed) == 0)
        #expect(first.names == ["check"] && again === first && late.names == [])
        #expect(listed.load(ordering: .relaxed) == 1)
    }

    @Test func `as many as asked for, ties in the order of their names, each once`() {
        #expect(nearest("abc", in: ["abz", "abx", "aby", "abx"], limit: 2) == ["abx", "aby"])
    }

    @Test(arguments: [
        ("", "abc", 3), ("abcd", "abdc", 1), ("abcd", "badc", 2), ("ca", "abc", 3), ("kitten", "sitting", 3), ("same", "same", 0),
    ])
    func `distances are the known ones, and the cut-off is exact`(a: String, b: String, expected: Int) {
        let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        #expect(editDistance(a, b, atMost: expected) == expected)
        #expect(editDistance(b, a, atMost: 9) == expected)
        #expect(expected == 0 || editDistance(a, b, atMost: expected - 1) == nil)
    }
}
