import Foundation
import Testing

@testable import taizhang

@Suite struct WatchTests {
    /// Each step changes the files while `watch` waits; after the last one it is asked to end.
    private func watch(_ folder: TemporaryFolder, _ words: [String] = [], steps: [(TemporaryFolder) throws -> Void]) -> CommandLineRun {
        var next = 0
        return CommandLineRun.run(["watch"] + words, in: folder.path) { context in
            context.deferInterrupts = {}
            context.pause = { nanoseconds in
                if nanoseconds != 200_000_000 || next == steps.count { return false }
                try? steps[next](folder)
                next += 1
                return true
            }
        }
    }

    private static let figure = "2024-01 North\n    Output 5 kt\n"

    @Test func `a save is checked again, and no save is not`() throws {
        let folder = try TemporaryFolder(["main.taizhang": Self.figure])
        let result = watch(
            folder,
            steps: [
                { _ in }, { try $0.write("main.taizhang", Self.figure + "    Output 6 kt\n") }, { _ in },
                { try $0.write("main.taizhang", Self.figure) },
            ])
        #expect(result.status == 0)
        let summaries = result.output.split(separator: "\n").filter { $0.contains(" figure") }
        #expect(summaries == ["nothing wrong in 1 file · 1 figure", "1 error in 1 file · 2 figures", "nothing wrong in 1 file · 1 figure"])
        #expect(!result.output.contains("\u{1B}"))
    }

    @Test func `a file that an include will find is noticed, and so is one that goes`() throws {
        let folder = try TemporaryFolder(["main.taizhang": "include f/*.taizhang\n", "f/a.taizhang": Self.figure])
        let result = watch(
            folder,
            steps: [
                { try $0.write("f/b.taizhang", "2024-02 North\n    Output 5 kt\n") },
                { try FileManager.default.removeItem(atPath: $0.path + "/f/a.taizhang") },
                { try FileManager.default.removeItem(atPath: $0.path + "/main.taizhang") },
                { try $0.write("main.taizhang", Self.figure) },
            ])
        let summaries = result.output.split(separator: "\n").filter { $0.contains(" figure") }
        #expect(
            summaries == [
                "nothing wrong in 2 files · 1 figure", "nothing wrong in 3 files · 2 figures", "nothing wrong in 2 files · 1 figure",
                "nothing wrong in 1 file · 1 figure",
            ])
        #expect(result.errors.contains("there is no file main.taizhang") || result.errors.contains("no ledger found"))
    }

    /// Each check leaves its ledger behind for the end of the program; that of the last save gives way to it.
    @Test func `no more than one ledger is kept`() throws {
        let folder = try TemporaryFolder(["main.taizhang": Self.figure])
        var kept: [Int] = []
        _ = CommandLineRun.run(["watch"], in: folder.path) { context in
            context.deferInterrupts = {}
            context.pause = { nanoseconds in
                guard nanoseconds == 200_000_000, kept.count < 4 else { return false }
                kept.append(context.leftBehind.count)
                try? folder.write("main.taizhang", Self.figure + String(repeating: "; saved again\n", count: kept.count))
                return true
            }
        }
        #expect(kept.count == 4 && kept[0] > 0 && Set(kept).count == 1)
    }

    @Test func `flags are those of check, and a wrong one ends it`() throws {
        let folder = try TemporaryFolder(["main.taizhang": Self.figure + "    Output 6 kt\n"])
        #expect(watch(folder, ["--skip", "cell"], steps: []).output.hasPrefix("nothing wrong"))
        #expect(watch(folder, ["--skip", "cel"], steps: []).status == 2)
        #expect(watch(folder, ["-f", "-"], steps: []).errors.hasPrefix("error: standard input cannot be watched"))
    }
}
