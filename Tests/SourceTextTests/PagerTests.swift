import Foundation
import SourceText
import Testing

/// Together, because a pager changes what an interrupt does to the whole process while it runs.
@Suite(.serialized) struct PagerTests {
    @Test func `the program gets the text, in a shell that knows how less is to behave`() throws {
        let folder = try Scratch()
        let pager = try #require(Pager("{ echo $LESSCHARSET; cat; } > '\(folder.path)/out'"))
        #expect(pager.write("一\n"))
        #expect(pager.write("二\n"))
        #expect(pager.finish())
        let text = try String(contentsOfFile: folder.path + "/out", encoding: .utf8)
        #expect(text.hasSuffix("一\n二\n"))
        #expect(text.hasPrefix((ProcessInfo.processInfo.environment["LESSCHARSET"] ?? "utf-8") + "\n"))
    }

    @Test(arguments: [("cat > /dev/null", true), ("exit 1", true), ("exit 127", false), ("no-such-pager 2> /dev/null", false)])
    func `whether anybody saw the text`(command: String, wasRun: Bool) throws {
        ignoreBrokenPipe()
        let pager = try #require(Pager(command))
        _ = pager.write("x")
        #expect(pager.finish() == wasRun)
    }

    @Test func `a reader who leaves is no error`() throws {
        ignoreBrokenPipe()
        let pager = try #require(Pager("head -c 1 > /dev/null"))
        #expect(!pager.write(String(repeating: "x", count: 1 << 20)))
        #expect(pager.finish())
    }

    @Test func `programs are found along the search path`() {
        #expect(hasProgram("sh", in: "/nowhere:/bin"))
        #expect(!hasProgram("sh", in: "/nowhere"))
        #expect(!hasProgram("no-such-program", in: "/bin:/usr/bin"))
    }
}
