import Foundation
import Testing

@testable import Syntax

/// The words in the editors' files are those of the reader. `TAIZHANG_RECORD=1 swift test` writes them anew.
@Suite struct EditorTests {
    /// A file, and how the list of that name stands in it.
    struct Place: Sendable, CustomTestStringConvertible {
        var file: String
        var start: @Sendable (String) -> String
        var end: String
        var render: @Sendable ([String]) -> String

        var testDescription: String { file }
    }

    static let places: [Place] = [
        Place(file: "vim/syntax/taizhang.vim", start: { "let s:\($0) = '" }, end: "'", render: alternatives),
        Place(file: "kate/taizhang.xml", start: { "<!ENTITY \($0) \"" }, end: "\"", render: alternatives),
        Place(file: "vscode/syntaxes/taizhang.tmLanguage.json", start: { "(?<\($0)>" }, end: ")", render: alternatives),
        Place(
            file: "emacs/taizhang-mode.el", start: { "(defconst taizhang--\($0) '(" }, end: ")",
            render: { $0.map { "\"\($0)\"" }.joined(separator: " ") }),
    ]

    @Test(arguments: places)
    func `the words are those of the reader`(place: Place) throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/editors/" + place.file)
        var text = try String(contentsOf: url, encoding: .utf8)
        for (name, keywords) in Self.lists {
            let start = try #require(text.range(of: place.start(name)), "no list \(name)")
            let end = try #require(text.range(of: place.end, range: start.upperBound..<text.endIndex))
            let list = start.upperBound..<end.lowerBound
            let expected = place.render(Self.words(keywords))
            if ProcessInfo.processInfo.environment["TAIZHANG_RECORD"] != nil, text[list] != expected {
                text.replaceSubrange(list, with: expected)
                try text.write(to: url, atomically: true, encoding: .utf8)
            } else {
                #expect(text[list] == expected, "\(name)")
            }
        }
    }

    @Test func `every keyword is in a list`() {
        let listed = Set(Self.lists.flatMap { Self.words($0.keywords) })
        let all = Keyword.blocks + Keyword.unitLines + Keyword.indicatorLines + Keyword.measureLines + Keyword.registerLines
        #expect(Set(all.flatMap(\.spellings)).isSubset(of: listed))
        #expect(Set(Function.allCases.flatMap(\.keyword.spellings)).isSubset(of: listed))
        #expect(Set(ClaimKind.allCases.flatMap { Keyword.claim($0).spellings }).isSubset(of: listed))
    }

    /// What an editor marks alike.
    static let lists: [(name: String, keywords: [Keyword])] = [
        ("blocks", Keyword.blocks),
        ("fields", Keyword.unitLines + Keyword.indicatorLines + Keyword.measureLines + Keyword.registerLines + [.unit, .due]),
        (
            "choices",
            [.flow, .stock, .rate, .higher, .lower, .none, .nominal, .real, .comparable, .sum, .mean, .maximum, .minimum, .notRolledUp]
                + [.cover, .monthly, .quarterly, .yearly, .by, .from, .since, .until, .days, .lastYear]
        ),
        ("claims", ClaimKind.allCases.map(Keyword.claim)),
        ("functions", Function.allCases.map(\.keyword)),
        ("clauses", [.where, .each, .eachMonth, .eachQuarter, .eachYear, .warn, .missing, .skip, .zero, .any, .on, .of]),
        ("absences", [.exempt, .notApplicable]),
    ]

    /// Longer words first: an editor takes the first that fits.
    private static func words(_ keywords: [Keyword]) -> [String] {
        Set(keywords.flatMap(\.spellings)).sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
    }

    @Sendable private static func alternatives(_ words: [String]) -> String { words.joined(separator: "|") }
}
