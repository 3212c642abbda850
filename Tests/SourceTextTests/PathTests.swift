import SourceText
import Testing

struct PathTests {
    @Test(arguments: [("a", "b", "a/b"), ("a/", "b", "a/b"), ("a", "/b", "/b"), ("", "b", "b"), ("a", "", "a"), ("/", "b", "/b")])
    func joins(directory: String, path: String, expected: String) {
        #expect(Path.join(directory, path) == expected)
    }

    @Test(arguments: [("a", "."), ("a/b", "a"), ("/a", "/"), ("a/b/c", "a/b"), ("", ".")])
    func directoryIsWhatStandsBeforeTheLastSlash(path: String, expected: String) {
        #expect(Path.directory(of: path) == expected)
    }

    @Test(arguments: [
        ("a/./b", "a/b"), ("a//b/", "a/b"), ("a/../b", "b"), ("../a", "../a"), ("a/../..", ".."), ("/..", "/"), ("/../a", "/a"), ("", "."),
        (".", "."), ("a/..", "."), ("../../a/../b", "../../b"), ("台账/../一季度", "一季度"),
    ])
    func normalises(path: String, expected: String) {
        #expect(Path.normalised(path) == expected)
    }

    @Test(arguments: [
        ("/w/a/b", "/w/a", "b"), ("/w/b", "/w/a", "../b"), ("/w", "/w", "."), ("/w", "/w/a/b", "../.."), ("a/b", "a", "b"), ("a", ".", "a"),
        ("../a", "b", "../../a"), ("a", "..", "a"), ("/a", "b", "/a"), ("/w/ab", "/w/a", "../ab"),
    ])
    func relativePathsLeadBack(path: String, base: String, expected: String) {
        #expect(Path.relative(path, to: base) == expected)
    }
}
