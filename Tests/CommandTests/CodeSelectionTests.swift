import Foundation
import Testing

/// A check that can say nothing of what is wanted is not run; what it is known to say has to be all that it says.
@Suite struct CodeSelectionTests {
    static let ledgers = GoldenTests.cases.filter {
        FileManager.default.fileExists(atPath: GoldenTests.folder.appending(path: "\($0)/main.taizhang").path())
    }

    @Test(arguments: ledgers)
    func `a code alone is told as it is among all`(name: String) {
        let folder = GoldenTests.folder.appending(path: name).path()
        func lines(_ flags: String) -> [Substring] {
            CommandLineRun.run("taizhang check --format concise \(flags) -f main.taizhang", in: folder).output.split(separator: "\n")
                .filter { $0.contains("[") }
        }
        let all = lines("")
        let codes = Set(all.compactMap { $0.split(separator: "[").dropFirst().first?.split(separator: "]").first })
        for code in codes {
            #expect(lines("--only \(family(code))").filter { $0.contains("[\(code)]") } == all.filter { $0.contains("[\(code)]") })
        }
        #expect(codes.isEmpty || lines("--skip \(codes.map { family($0) }.joined(separator: ","))").isEmpty)
    }

    /// The name of a ledger's own rule is no code.
    private func family(_ code: Substring) -> String {
        let family = code.prefix { $0 != "/" }
        return family == "rule" || family == "assert" ? String(family) : String(code)
    }
}
