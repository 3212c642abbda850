import Diagnostics
import Foundation
import Testing

@Suite struct ReplayTests {
    @Test func `the tutorial does what it says`() throws {
        try withTemporaryFolder { folder in
            var replay = Replay(folder: folder)
            let count = try replay.run("docs/tutorial.md")
            #expect(count >= 8)
            for failure in replay.failures { Issue.record("\(failure)") }
        }
    }

    /// They speak of the repository's ledgers, and write one of their own.
    @Test(arguments: [("README.md", Language.english), ("docs/README.zh.md", .chinese), ("docs/tables.md", .english)])
    func `the front pages show what is really printed`(path: String, language: Language) throws {
        try withTemporaryFolder { folder in
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/ledgers", withDestinationPath: Document.root + "/ledgers")
            var replay = Replay(folder: folder)
            #expect(try replay.run(path, language: language) >= 2)
            for failure in replay.failures { Issue.record("\(failure)") }
        }
    }
}
