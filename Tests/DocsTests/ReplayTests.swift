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

    @Test func `the front pages show what is really printed`() throws {
        var replay = Replay(folder: Document.root)
        #expect(try replay.run("README.md") >= 2)
        #expect(try replay.run("docs/README.zh.md", language: .chinese) >= 2)
        for failure in replay.failures { Issue.record("\(failure)") }
    }
}
