import Foundation
import Testing

@testable import taizhang

/// `fmt` where it writes: recorded cases only look.
@Suite struct FmtCommandTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "taizhang-fmt-\(UUID().uuidString)")
    private let untidy = "2024 甲镇\r\n 产值 5亿元 ; 不动\r\n\r\n  出口额 １２"
    private let tidy = "2024  甲镇\r\n    产值  5 亿元   ; 不动\r\n\r\n    出口额  12"

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    private func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    private func run(_ line: String) -> CommandLineRun { CommandLineRun.run(line, in: folder.path()) }

    @Test func `files are rewritten in place, with their permissions, through links`() throws {
        try write("\u{FEFF}" + untidy, to: "a.taizhang")
        let manager = FileManager.default
        let real = folder.appending(path: "a.taizhang").path()
        try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
        try manager.createSymbolicLink(atPath: folder.appending(path: "link.taizhang").path(), withDestinationPath: "a.taizhang")
        let result = run("taizhang fmt link.taizhang")
        #expect(result.output == "1 of 1 file rewritten\n")
        #expect(try Array(read("a.taizhang").utf8) == Array(("\u{FEFF}" + tidy).utf8))
        #expect(try manager.attributesOfItem(atPath: real)[.posixPermissions] as? Int == 0o640)
        #expect(try manager.destinationOfSymbolicLink(atPath: folder.appending(path: "link.taizhang").path()) == "a.taizhang")
        #expect(try manager.contentsOfDirectory(atPath: folder.path()).sorted() == ["a.taizhang", "link.taizhang"])
    }

    @Test func `nothing is written where nothing changes`() throws {
        try write(tidy, to: "a.taizhang")
        let path = folder.appending(path: "a.taizhang").path()
        let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
        #expect(run("taizhang fmt a.taizhang").output == "0 of 1 file rewritten\n")
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int == before)
    }

    @Test func `without a name all files of the ledger are formatted, and only they`() throws {
        try write("include q1.taizhang\n" + untidy, to: "main.taizhang")
        try write(untidy, to: "q1.taizhang")
        try write(untidy, to: "other.taizhang")
        #expect(run("taizhang fmt").output == "2 of 2 files rewritten\n")
        #expect(try read("q1.taizhang") == tidy)
        #expect(try read("other.taizhang") == untidy)
        #expect(run("taizhang fmt --check").status == 0)
    }

    @Test func `a file that cannot be read keeps none from being formatted`() throws {
        try write(untidy, to: "a.taizhang")
        let result = run("taizhang fmt nowhere.taizhang a.taizhang a.taizhang")
        #expect(result.status == 2)
        #expect(try read("a.taizhang") == tidy)
    }

    @Test func `a file that may not be written is left as it is, and told`() throws {
        try write(untidy, to: "a.taizhang")
        try write(untidy, to: "b.taizhang")
        let result = CommandLineRun.run(["fmt", "a.taizhang", "b.taizhang"], in: folder.path()) { context in
            context.writeObstacle = { $0 == "a.taizhang" ? .other("Permission denied") : nil }
        }
        #expect(result.status == 2)
        #expect(result.errors == "error: a.taizhang cannot be written: Permission denied\n")
        #expect(try read("a.taizhang") == untidy)
        #expect(try read("b.taizhang") == tidy)
        #expect(
            CommandLineRun.run(["fmt", "--diff", "a.taizhang"], in: folder.path()) { $0.writeObstacle = { _ in .notFound } }.status == 0)
    }
}
