import Diagnostics
import SourceText
import Synchronization
import Testing

struct DiagnosticListTests {
    private func diagnostic(
        _ code: DiagnosticCode, _ severity: Severity = .error, file: Int = 0, at start: Int = 0, to end: Int? = nil
    ) -> Diagnostic {
        let span = SourceSpan(file: FileID(file), range: ByteRange(start, end ?? start))
        return Diagnostic(code, severity, Localized(verbatim: "m"), at: Annotation(span))
    }

    @Test func sortedIsInFileOrderAndOnce() {
        let expected = [
            diagnostic("b/x", at: 3), diagnostic("a/x", at: 3, to: 9), diagnostic("z/x", .error, at: 5), diagnostic("a/x", .warning, at: 5),
            diagnostic("b/x", .warning, at: 5), diagnostic("a/x", file: 1),
        ]
        let shuffled = [5, 2, 4, 0, 2, 1, 3, 5].map { expected[$0] }
        #expect(DiagnosticList(shuffled).sorted().diagnostics == expected)
        #expect(DiagnosticList(shuffled.reversed()).sorted().diagnostics == expected)
    }

    /// The order leaves it open which of two at one place comes first, if all that differs is what is said beside the message.
    @Test func identicalOnesAreDroppedAlsoFromBetweenOthers() {
        var (one, other) = (diagnostic("a/x", at: 4), diagnostic("a/x", at: 4))
        one.help = [Localized(verbatim: "one")]
        other.primary.label = Localized(verbatim: "other")
        let last = diagnostic("a/x", at: 5)
        #expect(DiagnosticList([one, other, last, one, other, one, last]).sorted().diagnostics == [one, other, last])
    }

    /// Comparing each with all before it took minutes.
    @Test func manyAtOnePlaceAreNotComparedInPairs() {
        let many = (0..<20_000).map { index in
            var one = diagnostic("a/x", at: 4)
            one.help = [Localized(verbatim: "\(index % 10_000)")]
            return one
        }
        #expect(DiagnosticList(many).sorted().diagnostics == Array(many[..<10_000]))
    }

    @Test func detailsAreMadeWhenAskedForAndOnce() {
        let made = Atomic<Int>(0)
        let expected = DiagnosticDetails(
            related: [Annotation(SourceSpan(file: FileID(0), range: ByteRange(7, 9)))], help: [Localized(verbatim: "help")])
        let place = Annotation(SourceSpan(file: FileID(0), range: ByteRange(0, 1)))
        let later = Diagnostic("a/x", .error, Localized(verbatim: "m"), at: place) {
            made.wrappingAdd(1, ordering: .relaxed)
            return expected
        }
        #expect(later.sentence(in: .english) == "m")
        #expect(DiagnosticList([later]).sorted().count(of: .error) == 1)
        #expect(made.load(ordering: .relaxed) == 0)
        let now = Diagnostic("a/x", Localized(verbatim: "m"), at: place, related: expected.related, help: expected.help)
        #expect(later == now)
        #expect(later.help == expected.help)
        #expect(made.load(ordering: .relaxed) == 1)
        var changed = later
        changed.help = []
        #expect(changed != later)
        #expect(changed.related == expected.related)
    }

    @Test func severitiesAreCounted() {
        var list = DiagnosticList([diagnostic("a"), diagnostic("b", .warning)])
        list.append(diagnostic("c"))
        list.append(contentsOf: [diagnostic("d", .note)])
        #expect([Severity.error, .warning, .note].map { list.count(of: $0) } == [2, 1, 1])
    }

    @Test(arguments: [
        ([], [], ["tally/time", "tally/unit", "tallying/x", "assert"]), (["tally"], [], ["tally/time", "tally/unit"]),
        (["tally/"], ["tally/unit"], ["tally/time"]), (["tally/time", "assert"], [], ["tally/time", "assert"]),
        ([], ["tally"], ["tallying/x", "assert"]), (["tally/t"], [], []),
    ])
    func selectorsTakeCodesAndPrefixes(only: [String], skip: [String], expected: [String]) {
        let list = DiagnosticList(["tally/time", "tally/unit", "tallying/x", "assert"].map { diagnostic(DiagnosticCode($0)) })
        #expect(list.filter(CodeSelection(only: only, skip: skip)).diagnostics.map(\.code.text) == expected)
    }

    @Test(
        arguments: [
            ([:], .english), (["LANG": "zh_CN.UTF-8"], .chinese), (["LANG": "zh_CN.UTF-8", "LC_ALL": "C"], .english),
            (["LANG": "en_US", "LC_MESSAGES": "zh"], .chinese), (["LC_ALL": "en_US", "TAIZHANG_LANG": "ZH-Hans"], .chinese),
            (["LC_ALL": "", "LANG": "zh@x"], .chinese), (["LANG": "zha_CN"], .english),
            (["LANG": "zh_CN", "TAIZHANG_LANG": "fr"], .chinese), (["LANG": "zh_CN", "TAIZHANG_LANG": "en"], .english),
        ] as [([String: String], Language)])
    func languageComesFromTheEnvironment(variables: [String: String], expected: Language) {
        #expect(Language.detect { variables[$0] } == expected)
    }
}
