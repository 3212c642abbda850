import Foundation
import Testing

@testable import taizhang

/// What would be unwieldy as a golden file, or lies outside the folder of the project.
@Suite struct UnusualInputTests {
    /// An empty folder of its own, removed afterwards.
    private func inScratchFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "taizhang-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test func `where there is no ledger, the message says where it was looked for`() throws {
        try inScratchFolder { folder in
            let result = CommandLineRun.run(["check"], in: folder.path())
            #expect(result.status == 2)
            #expect(result.output.isEmpty)
            #expect(result.errors.hasPrefix("error: no ledger found from "))
            #expect(result.errors.contains("main.taizhang or ledgers/main.taizhang"))
            #expect(CommandLineRun.run(["check", "--lang", "zh"], in: folder.path()).errors.contains("向上未找到台账"))
        }
    }

    @Test func `a very long line is one error, and the rest is read`() throws {
        try inScratchFolder { folder in
            let text = "2013  North\n    Output  5 万元\n    " + String(repeating: "很长", count: 400_000) + "  1\n    Sales  7 万元\n"
            try text.write(to: folder.appending(path: "main.taizhang"), atomically: true, encoding: .utf8)
            let result = CommandLineRun.run(["check"], in: folder.path())
            #expect(result.status == 1)
            #expect(result.output.contains("error[syntax/line]: a line of 2400007 bytes is not read\n  ┌─ main.taizhang:3:"))
            #expect(result.output.contains("1 error in 1 file · 2 figures"))
            #expect(result.output.utf8.count < 2_000)
        }
    }

    @Test func `a file that may not be read ends the program with status 2`() throws {
        try inScratchFolder { folder in
            let file = folder.appending(path: "main.taizhang")
            try "2013  North\n    Output  5\n".write(to: file, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: file.path())
            // The administrator may read everything.
            guard !FileManager.default.isReadableFile(atPath: file.path()) else { return }
            let result = CommandLineRun.run(["check"], in: folder.path())
            #expect(result.status == 2)
            #expect(result.errors.hasPrefix("error: main.taizhang cannot be read: "))
        }
    }

    @Test func `time is told on a terminal only`() {
        #expect(duration(430_000).en == "0.4 ms")
        #expect(duration(999_999).en == "1 ms")
        #expect(duration(6_400_000).zh == "6 毫秒")
        #expect(duration(1_236_000_000).en == "1.24 s")
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")])
    func `counts are grouped by three`(count: Int, text: String) {
        #expect(grouped(count) == text)
    }

    @Test(arguments: ["main.taizhang", "./more.txt", "other.taizhang", "link.txt"], ["text", "xlsx"])
    func `no table is written over a ledger`(name: String, format: String) throws {
        let main = "unit A\nindicator x\n    measure items\ninclude more.txt\n"
        let folder = try TemporaryFolder(["main.taizhang": main, "more.txt": "2024 A\n    x 4\n", "other.taizhang": "unit B\n"])
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link.txt", withDestinationPath: "more.txt")
        let before = folder.read(name)
        let result = CommandLineRun.run(["report", "--format", format, "-o", name], in: folder.path)
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("error: \(name) is a file of a ledger\n"))
        #expect(folder.read(name) == before)
        #expect(CommandLineRun.run(["report", "--format", format, "-o", "new.txt"], in: folder.path).status == 0)
    }
}
