import Foundation
import Testing

/// Runs the cases of the language's contract, when they lie beside the project: `../shared/cases`, each a folder with `main.taizhang` and
/// `expect.json`. Only those that need what there is.
@Suite struct SharedCaseTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/cases")

    static let landed: Set<String> = ["figures", "targets", "registers"]

    static let cases: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).filter { name in
            (try? expectation(of: name)).map { Set($0.needs ?? []).isSubset(of: landed) } ?? false
        }.sorted()

    private static func expectation(of name: String) throws -> CaseExpectation {
        let data = try Data(contentsOf: folder.appending(path: "\(name)/expect.json"))
        return try JSONDecoder().decode(CaseExpectation.self, from: data)
    }

    @Test(arguments: cases)
    func `check reports what the case expects`(name: String) throws {
        let expected = try Self.expectation(of: name)
        let folder = Self.folder.appending(path: name).path()
        let result = CommandLineRun.run(["check", "-f", "main.taizhang", "--format", "json"], in: folder)
        #expect(result.status == expected.exit)
        let found = try JSONDecoder().decode([FoundDiagnostic].self, from: Data(result.output.utf8))
        let sources = CaseSources(folder: folder)
        for diagnostic in found { #expect(sources.flaw(of: diagnostic) == nil) }
        for wanted in expected.codes {
            #expect(found.contains { wanted.fits($0, sources) }, "not reported: \(wanted)")
        }
        let allowed = expected.codes + (expected.may ?? [])
        for diagnostic in found where diagnostic.severity == "error" {
            let isForbidden = expected.clean_of.contains { diagnostic.code.hasPrefix($0) }
            #expect(!isForbidden || allowed.contains { $0.fits(diagnostic, sources) }, "not to be reported: \(diagnostic)")
        }
    }
}

/// `expect.json`, without the values.
struct CaseExpectation: Decodable {
    var needs: [String]?
    var exit: Int32
    var codes: [WantedDiagnostic]
    var may: [WantedDiagnostic]?
    var clean_of: [String]
}

/// One text or several.
struct OneOrMore: Decodable {
    var texts: [String]

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) { texts = [text] } else { texts = try container.decode([String].self) }
    }
}

/// A diagnostic that must be there.
struct WantedDiagnostic: Decodable {
    var code: OneOrMore
    var severity: String?
    var line_contains: OneOrMore?
    var message_contains: OneOrMore?

    func fits(_ found: FoundDiagnostic, _ sources: CaseSources) -> Bool {
        let severity = severity ?? "error"
        guard severity == "any" || severity == found.severity else { return false }
        guard code.texts.contains(where: { $0.hasSuffix("/") ? found.code.hasPrefix($0) : found.code == $0 }) else { return false }
        let lines = sources.touched(by: found)
        let text = ([found.message, found.help ?? ""] + found.related.map(\.message)).joined(separator: "\n")
        return (line_contains?.texts ?? []).allSatisfy { part in lines.contains { $0.contains(part) } }
            && (message_contains?.texts ?? []).allSatisfy { text.contains($0) }
    }
}

/// A diagnostic as `check --format json` prints it; a key that is missing or of another kind fails the decoding.
struct FoundDiagnostic: Decodable {
    var code: String
    var severity: String
    var message: String
    var file: String
    var line: Int
    var column: Int
    var end_line: Int
    var end_column: Int
    var related: [Related]
    var help: String?

    struct Related: Decodable {
        var file: String
        var line: Int
        var column: Int
        var message: String
    }
}

/// The lines of a case's files.
struct CaseSources {
    var folder: String

    func lines(_ file: String) -> [String]? {
        guard let text = try? String(contentsOfFile: folder + "/" + file, encoding: .utf8) else { return nil }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    func touched(by found: FoundDiagnostic) -> [String] {
        let own = lines(found.file).map { Array($0[(found.line - 1)..<min($0.count, found.end_line)]) } ?? []
        return own + found.related.compactMap { related in lines(related.file).map { $0[related.line - 1] } }
    }

    /// What is wrong with its places; nil where they are sound.
    func flaw(of found: FoundDiagnostic) -> String? {
        if !["error", "warning", "note"].contains(found.severity) { return "severity \(found.severity)" }
        if (found.end_line, found.end_column) < (found.line, found.column) { return "it ends before it starts" }
        let places =
            [(found.file, found.line, found.column), (found.file, found.end_line, found.end_column)]
            + found.related.map { ($0.file, $0.line, $0.column) }
        for (file, line, column) in places {
            guard let lines = lines(file) else { return "there is no file \(file)" }
            guard line >= 1, line <= lines.count else { return "line \(line) lies outside \(file)" }
            guard column >= 1, column <= lines[line - 1].unicodeScalars.count + 1 else { return "column \(column) of line \(line)" }
        }
        return nil
    }
}
