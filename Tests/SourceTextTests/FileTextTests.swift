import Foundation
import SourceText
import Testing

struct FileTextTests {
    private static let line = "规上工业产值 202.5\n"
    private static let large = String(repeating: line, count: 10_000)

    private func file(_ text: String) throws -> (Scratch, path: String) {
        let folder = try Scratch()
        try folder.write("a", text)
        return (folder, folder.path + "/a")
    }

    @Test(arguments: [line, large])
    func aWindowHoldsItsPartAndZerosBehindIt(text: String) throws {
        let (folder, path) = try file(text)
        let opened = try FileText.open(path: path).get()
        #expect(opened.count == text.utf8.count)
        let pool = WindowPool()
        for range in [0..<opened.count, 5..<20, opened.count - 7..<opened.count, 3..<3] {
            let bytes = opened.withWindow(range, pool) { window in range.map { window.base[$0] } }
            #expect(bytes.elementsEqual(Array(text.utf8)[range]))
        }
        let behind = opened.withWindow(0..<opened.count, pool) { window in
            (0..<SourceBuffer.padding).map { window.base[window.range.upperBound + $0] }
        }
        #expect(behind.allSatisfy { $0 == 0 })
        #expect(opened.buffer.bytes.elementsEqual(text.utf8))
        #expect(!opened.hasChanged)
        withExtendedLifetime(folder) {}
    }

    /// What is done to the file between opening it and showing a line of it.
    enum Change: CaseIterable {
        case longer, shorter, other, gone
    }

    @Test(arguments: Change.allCases)
    func aLargeFileThatChangedIsBlankNotWrong(change: Change) throws {
        let (folder, path) = try file(Self.large)
        let opened = try FileText.open(path: path).get()
        switch change {
        case .longer: try folder.write("a", Self.large + Self.line)
        case .shorter: try folder.write("a", Self.line)
        case .other:
            try folder.write("b", String(Self.large.reversed()))
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.moveItem(atPath: folder.path + "/b", toPath: path)
        case .gone: try FileManager.default.removeItem(atPath: path)
        }
        let read = opened.withWindow(0..<100, WindowPool()) { window in (0..<100).map { window.base[$0] } }
        #expect(read.allSatisfy { $0 == 0x0A })
        #expect(opened.hasChanged)
        let later = opened.buffer
        #expect(later.count == opened.count)
        #expect(later.bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A })
        withExtendedLifetime(folder) {}
    }

    @Test func aSmallFileStaysAsItWasRead() throws {
        let (folder, path) = try file(Self.line)
        let opened = try FileText.open(path: path).get()
        try folder.write("a", "other")
        #expect(opened.buffer.bytes.elementsEqual(Self.line.utf8))
        #expect(!opened.hasChanged)
        withExtendedLifetime(folder) {}
    }

    @Test func whatIsNoRegularFileIsNeverCurrent() throws {
        #expect(try !FileText.open(path: "/dev/null").get().isCurrent("/dev/null"))
        let (folder, path) = try file(Self.line)
        #expect(try FileText.open(path: path).get().isCurrent(path))
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: ["nothing", "."])
    func whatCannotBeReadSaysSo(name: String) throws {
        let folder = try Scratch()
        let result = FileText.open(path: folder.path + "/" + name)
        #expect(throws: FileError.self) { try result.get() }
        withExtendedLifetime(folder) {}
    }
}
