import Foundation
import Testing

/// Every folder of `Golden` is a case: the ledger's files, `command` with the lines to run, and `expected` with all that they print.
/// `TAIZHANG_RECORD=1 swift test` writes `expected` anew; look at the difference before you commit it.
@Suite struct GoldenTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    static let cases: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).filter { !$0.hasPrefix(".") }.sorted()

    @Test(arguments: cases)
    func `commands print what was recorded`(name: String) throws {
        let folder = Self.folder.appending(path: name)
        let commands = try String(contentsOf: folder.appending(path: "command"), encoding: .utf8)
        let actual = commands.split(separator: "\n").map { line in transcript(of: String(line), in: folder.path()) }.joined(separator: "\n")
        let file = folder.appending(path: "expected")
        if ProcessInfo.processInfo.environment["TAIZHANG_RECORD"] != nil {
            try actual.write(to: file, atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        #expect(actual == expected)
    }

    @Test func `there are cases`() {
        #expect(Self.cases.count > 20)
    }

    private func transcript(of line: String, in folder: String) -> String {
        let result = CommandLineRun.run(line, in: folder)
        var text = "$ \(line)\n" + result.output
        if !result.errors.isEmpty { text += "--- standard error\n" + result.errors }
        return text + "--- exit \(result.status)\n"
    }
}
