import Foundation
import SourceText
import Testing

struct GlobTests {
    @Test(arguments: [
        ("出口*", "出口占比", true), ("出口*", "进出口总额", false), ("*口*", "进出口总额", true), ("?", "额", true), ("?", "", false), ("*", "", true),
        ("", "", true), ("", "a", false), ("a*b*c", "aXbYc", true), ("a*b*c", "aXcYb", false), ("[ab]c", "bc", true),
        ("[!ab]c", "bc", false),
        ("[!ab]c", "xc", true), ("[0-9][0-9]", "42", true), ("[0-9]", "a", false), ("[一-龥]", "额", true), ("[]]", "]", true),
        ("[a", "[a", true),
        ("[z-a]", "b", false), ("[a-]", "-", true), ("**", "ab", true), ("*.taizhang", "q1.taizhang", true), ("a?c", "a出c", true),
        ("[!", "[!", true), ("*a", "aaa", true), ("*ab", "aab", true), ("a", "A", false),
    ])
    func nameMatches(pattern: String, text: String, expected: Bool) {
        #expect(globMatches(pattern, text) == expected)
    }

    @Test(.timeLimit(.minutes(1))) func manyStarsDoNotExplode() {
        let pattern = String(repeating: "*a", count: 200) + "b"
        #expect(!globMatches(pattern, String(repeating: "a", count: 2000)))
    }

    @Test(arguments: [
        ("*.tz", ["a.tz", "b.tz"]), ("**/*.tz", ["2013/old/q0.tz", "2013/q1.tz", "2013/q2.tz", "a.tz", "b.tz"]),
        ("2013/**", ["2013/note.txt", "2013/old/q0.tz", "2013/q1.tz", "2013/q2.tz"]), ("2013/q[!2].tz", ["2013/q1.tz"]), ("a.tz", ["a.tz"]),
        ("./a.tz", ["a.tz"]), ("missing.tz", []), ("*/q?.tz", ["2013/q1.tz", "2013/q2.tz"]), (".h*", [".hidden.tz"]), ("201?", []),
        ("**/old/**/*.tz", ["2013/old/q0.tz"]), ("**/**/q0.tz", ["2013/old/q0.tz"]), ("2013/../a.tz", ["2013/../a.tz"]), ("2013", ["2013"]),
        ("", []),
    ])
    func filesAreFoundInOrder(pattern: String, expected: [String]) throws {
        let folder = try Scratch()
        for path in ["b.tz", "a.tz", ".hidden.tz", "2013/q2.tz", "2013/q1.tz", "2013/note.txt", "2013/old/q0.tz", "2013/.git/x.tz"] {
            try folder.write(path, "")
        }
        #expect(expandGlob(pattern, in: folder.path) == expected)
    }

    @Test(arguments: [("*", ["a.tz"]), ("**", ["a.tz"]), ("p.tz", ["p.tz"])])
    func pipesAreNoFilesToAWildcard(pattern: String, expected: [String]) throws {
        let folder = try Scratch()
        try folder.write("a.tz", "")
        #expect(mkfifo(folder.path + "/p.tz", 0o600) == 0)
        #expect(expandGlob(pattern, in: folder.path) == expected)
    }

    @Test func linksToFoldersAreNotDescended() throws {
        let folder = try Scratch()
        try folder.write("a/x.tz", "")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/loop", withDestinationPath: "..")
        #expect(expandGlob("**/*.tz", in: folder.path) == ["a/x.tz"])
    }

    @Test func absolutePatternsStayAbsolute() throws {
        let folder = try Scratch()
        try folder.write("x.tz", "")
        #expect(expandGlob(folder.path + "/*.tz", in: "/nowhere") == [folder.path + "/x.tz"])
    }

    /// What is found on disk matches, and so would a file still to be written.
    @Test(arguments: [
        ("*.tz", "a.tz", true), ("*.tz", "2013/a.tz", false), ("**/*.tz", "a.tz", true), ("**/*.tz", "2013/old/q0.tz", true),
        ("**/*.tz", "2013/.git/x.tz", false), ("*.tz", ".hidden.tz", false), (".h*", ".hidden.tz", true),
        ("2013/**", "2013/old/q0.tz", true),
        ("2013/**", "2014/q0.tz", false), ("2013/../a.tz", "a.tz", true), ("./a.tz", "a.tz", true),
        ("**/old/**/*.tz", "2013/old/q0.tz", true),
        ("**", "a.tz", true), ("*", "", false), ("/x/*.tz", "/x/a.tz", true), ("/x/*.tz", "x/a.tz", false), ("../*.tz", "../b.tz", true),
    ])
    func `a path matches a pattern`(pattern: String, path: String, expected: Bool) {
        #expect(globMatches(path: path, pattern: pattern) == expected)
    }
}
