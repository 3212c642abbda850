import Foundation
import Testing

@Suite struct LinkTests {
    static let documents = [
        "README.md", "docs/README.zh.md", "docs/format.md", "docs/tutorial.md", "docs/architecture.md", "docs/tables.md",
        "docs/pages.md",
    ]

    @Test(arguments: documents)
    func `a link leads to a file, and to a heading in it`(path: String) throws {
        let document = try Document(path)
        let folder = (path as NSString).deletingLastPathComponent
        for match in document.prose.matches(of: /\]\(([^)\s]+)\)/) {
            let target = String(match.output.1)
            if target.contains("://") { continue }
            let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let file = parts[0].isEmpty ? path : (((folder as NSString).appendingPathComponent(parts[0])) as NSString).standardizingPath
            #expect(FileManager.default.fileExists(atPath: Document.root + "/" + file), "\(path): \(target)")
            guard parts.count > 1, file.hasSuffix(".md") else { continue }
            #expect(Self.anchors(try Document(file)).contains(parts[1]), "\(path): \(target)")
        }
    }

    @Test func `the architecture names files that are there, and every module`() throws {
        let prose = try Document("docs/architecture.md").prose
        for match in prose.matches(of: /`((?:Sources|Tests|docs|ledgers)\/[^`\s]*)`/) {
            let path = String(match.output.1)
            #expect(FileManager.default.fileExists(atPath: Document.root + "/" + path), "\(path)")
        }
        for module in try FileManager.default.contentsOfDirectory(atPath: Document.root + "/Sources") {
            #expect(prose.contains("`\(module)`"), "\(module) is not described")
        }
    }

    /// As GitHub makes them from headings: small letters, digits and hyphens for blanks.
    private static func anchors(_ document: Document) -> Set<String> {
        Set(
            document.prose.components(separatedBy: "\n").filter { $0.hasPrefix("#") }.map { line in
                let title = line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
                return String(title.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }.map { $0 == " " ? "-" : $0 })
            })
    }
}
