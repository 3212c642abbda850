import Checks
import Diagnostics
import Foundation
import Testing

@testable import taizhang

@Suite struct CheckPageTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Codes as string literals in the sources of the modules that find things.
    private static func codesInSources() throws -> Set<String> {
        let code = /"((?:syntax|name|measure|cell|tally|target|claim|missing|register|suspicious)\/[a-z-]+)"/
        var codes: Set<String> = []
        for module in ["Syntax", "Ledger", "Checks"] {
            let folder = root.appending(path: "Sources/\(module)")
            for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path()) where file.hasSuffix(".swift") {
                let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
                codes.formUnion(text.matches(of: code).map { String($0.1) })
            }
        }
        return codes
    }

    @Test func `every code has a page, and every page a code`() throws {
        let codes = try Self.codesInSources()
        #expect(codes.count > 20)
        // The ledger's own: a rule has the name that it gives it.
        let own: Set = ["rule", "assert"]
        #expect(codes.union(own) == Set(CheckPage.all.map(\.code)))
        #expect(CheckPage.all.count == codes.count + own.count)
    }

    @Test(arguments: CheckPage.all.map(\.code), Language.allCases)
    func `the example of a page shows its mistake`(code: String, language: Language) throws {
        let page = try #require(CheckPage.named(code))
        guard case .ledger(let example) = page.example else { return }
        let message = page.message(about: example.text(in: language), in: language)
        #expect(message.contains("[\(code)]") || message.contains("[\(code)/"))
    }

    @Test(arguments: CheckPage.all.map(\.code))
    func `the page is in the documentation`(code: String) throws {
        let page = try #require(CheckPage.named(code))
        try expectRecorded(page.text(in: .english) + "\n---\n\n" + page.text(in: .chinese), in: "docs/checks/\(code).md")
    }

    @Test func `the documentation has a list of the pages`() throws {
        var text = "# Checks · 检查\n"
        var family: Substring = ""
        for page in CheckPage.all {
            let own = page.code.prefix { $0 != "/" }
            if own != family { text += "\n## \(own)\n\n" }
            family = own
            text += "- [`\(page.code)`](\(page.code).md): \(page.title.en) · \(page.title.zh)\n"
        }
        try expectRecorded(text, in: "docs/checks/README.md")
    }

    private func expectRecorded(_ text: String, in path: String) throws {
        let file = Self.root.appending(path: path)
        if ProcessInfo.processInfo.environment["TAIZHANG_RECORD"] != nil {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }
}
