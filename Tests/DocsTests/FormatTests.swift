import Checks
import Diagnostics
import Foundation
import Ledger
import Tally
import Testing

@testable import Syntax

@Suite struct FormatTests {
    /// A block of `docs/format.md` and the codes that it is said to give.
    struct Example: Sendable, CustomTestStringConvertible {
        var text: String
        var codes: [String]
        var severity: Severity
        var number: Int

        var testDescription: String { "docs/format.md:\(number)" }
    }

    static let examples: [Example] = blocks.filter { $0.value("file") == nil }.map { block in
        Example(
            text: block.text, codes: block.words.dropFirst().filter { $0 != "error" && $0 != "warning" }.sorted(),
            severity: block.words.contains("warning") ? .warning : .error,
            number: block.number)
    }

    private static let blocks = ((try? Document("docs/format.md"))?.blocks ?? []).filter { $0.kind == "taizhang" }

    @Test func `there are examples, right ones and wrong ones`() {
        #expect(Self.examples.count > 20)
        #expect(Self.examples.contains { !$0.codes.isEmpty })
    }

    /// What stands behind a fence is not shown to readers.
    @Test func `the text names the codes of wrong examples`() throws {
        let prose = try Document("docs/format.md").prose
        for code in Set(Self.examples.flatMap(\.codes)) { #expect(prose.contains("`\(code)`"), "\(code)") }
    }

    @Test(arguments: examples)
    func `an example says what the text says of it`(example: Example) throws {
        try withTemporaryFolder { folder in
            for block in Self.blocks {
                guard let name = block.value("file") else { continue }
                let url = URL(filePath: folder + "/" + name)
                try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try block.text.write(to: url, atomically: true, encoding: .utf8)
            }
            let ledger = Ledger.load(text: example.text, path: folder + "/main.taizhang")
            let found = ledger.diagnostics + runChecks(Tally(ledger), threads: 1)
            let renderer = ConciseRenderer(sources: ledger.sources, language: .english)
            let report = found.map { renderer.render($0) }.joined(separator: "\n")
            #expect(found.map(\.code.text).sorted() == example.codes, "\(report)")
            #expect(found.allSatisfy { $0.severity == example.severity }, "\(report)")
        }
    }

    /// Rows of the keyword tables: `` | `yoy` | `同比` | … ``.
    private static func rows(_ document: Document) -> [[String]] {
        document.lines.compactMap { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard line.hasPrefix("| `"), cells.count >= 2, cells[1].hasPrefix("`") else { return nil }
            return cells.prefix(2).map { $0.replacing("`", with: "") }
        }
    }

    @Test func `the keyword tables are those of the reader`() throws {
        let rows = Set(Self.rows(try Document("docs/format.md")))
        let keywords = Set(Self.keywords.map(\.spellings))
        #expect(rows.subtracting(keywords) == [])
        #expect(keywords.subtracting(rows) == [])
    }

    private static let keywords: [Keyword] =
        Keyword.blocks + Keyword.unitLines + Keyword.indicatorLines + Keyword.measureLines + Keyword.registerLines + [.days]
        + [.flow, .stock, .rate, .higher, .lower, .none, .nominal, .real, .comparable]
        + [.sum, .mean, .maximum, .minimum, .notRolledUp, .cover, .monthly, .quarterly, .yearly, .by, .from, .since, .until]
        + ClaimKind.allCases.map(Keyword.claim) + [.of, .on, .exempt, .notApplicable]
        + Function.allCases.filter { $0 != .nominal }.map(\.keyword)
        + [.where, .each, .month, .quarter, .year, .warn, .missing, .skip, .zero, .any]
}
