import Foundation
import Testing

@testable import SourceText

struct FileTests {
    @Test(arguments: ["", "出口额 12\n", String(repeating: "x", count: 70_000)])
    func fileIsReadWithZerosBehindIt(text: String) throws {
        let folder = try Scratch()
        try folder.write("a", text)
        let buffer = try SourceBuffer.read(path: folder.path + "/a").get()
        #expect(buffer.text(ByteRange(0, buffer.count)) == text)
        #expect((0..<SourceBuffer.padding).allSatisfy { buffer.start[buffer.count + $0] == 0 })
    }

    @Test func aLargeFileIsReadWhole() throws {
        let folder = try Scratch()
        let text = String(repeating: "规上工业产值 202.5\n", count: 400_000)
        try folder.write("a", text)
        let buffer = try SourceBuffer.read(path: folder.path + "/a").get()
        #expect(buffer.bytes.elementsEqual(text.utf8))
        #expect((0..<SourceBuffer.padding).allSatisfy { buffer.start[buffer.count + $0] == 0 })
    }

    @Test func copyHoldsTheSameBytes() {
        let buffer = SourceBuffer(copying: [0x61, 0xFF, 0x62])
        #expect(buffer.text(ByteRange(0, 3)) == "a\u{FFFD}b")
        #expect(Array(buffer.bytes) == [0x61, 0xFF, 0x62])
        #expect(SourceBuffer(copying: []).count == 0)
    }

    @Test func aPipeIsReadToItsEnd() throws {
        let pipe = Pipe()
        let text = String(repeating: "出口额\n", count: 20_000)
        let writer = Thread {
            _ = writeAll(text, to: pipe.fileHandleForWriting.fileDescriptor); try? pipe.fileHandleForWriting.close()
        }
        writer.start()
        let buffer = try SourceBuffer.read(path: "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)").get()
        #expect(buffer.count == text.utf8.count)
        #expect(buffer.text(ByteRange(0, buffer.count)) == text)
    }

    @Test func failuresAreToldApart() throws {
        let folder = try Scratch()
        #expect(throws: FileError.notFound) { try SourceBuffer.read(path: folder.path + "/missing").get() }
        #expect(throws: FileError.isDirectory) { try SourceBuffer.read(path: folder.path).get() }
        try folder.write("huge", "")
        let handle = try #require(FileHandle(forWritingAtPath: folder.path + "/huge"))
        try handle.truncate(atOffset: (4 << 30) - 1)
        #expect(throws: FileError.tooLarge) { try SourceBuffer.read(path: folder.path + "/huge").get() }
    }

    @Test func writingReplacesTheWholeFileAndKeepsItsPermissions() throws {
        let folder = try Scratch()
        let path = folder.path + "/a"
        #expect(writeFile(path, "first, and longer") == nil)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "a")
        #expect(writeFile(folder.path + "/link", "second") == nil)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "second")
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
        #expect(listDirectory(folder.path)?.map(\.name) == ["a", "link"])
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/to-nothing", withDestinationPath: "new")
        #expect(writeFile(folder.path + "/to-nothing", "third") == nil)
        #expect(try String(contentsOfFile: folder.path + "/new", encoding: .utf8) == "third")
        #expect(writeFile(folder.path, "x") == .isDirectory)
        #expect(writeFile(folder.path + "/missing/a", "x") == .notFound)
    }

    @Test func `a file of another process beside it is neither used nor removed`() throws {
        let folder = try Scratch()
        let foreign = ["a.\(getpid()).tmp", "new.\(getpid()).tmp"]
        try folder.write("a", "first")
        for name in foreign { try folder.write(name, "foreign") }
        #expect(writeFile(folder.path + "/a", "second") == nil)
        #expect(writeFile(folder.path + "/new", "third") == nil)
        #expect(listDirectory(folder.path)?.map(\.name) == ["a", foreign[0], "new", foreign[1]])
        for name in foreign { #expect(try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8) == "foreign") }
    }

    @Test func writingToAClosedPipeFails() throws {
        ignoreBrokenPipe()
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        #expect(writeAll("x", to: pipe.fileHandleForWriting.fileDescriptor) == .closed)
        #expect(writeAll("", to: pipe.fileHandleForWriting.fileDescriptor) == .done)
        let reader = try #require(FileHandle(forReadingAtPath: "/dev/null"))
        guard case .failed = writeAll("x", to: reader.fileDescriptor) else { Issue.record("nothing can be written there"); return }
    }

    @Test func foldersAreListedByBytes() throws {
        let folder = try Scratch()
        for name in ["二", "b", "一", "B", "é"] { try folder.write(name, "") }
        #expect(listDirectory(folder.path)?.map(\.name) == ["B", "b", "é", "一", "二"])
        #expect(listDirectory(folder.path + "/b") == nil)
        #expect(isDirectory(folder.path) && !isDirectory(folder.path + "/b"))
        #expect(fileExists(folder.path + "/b") && !fileExists(folder.path + "/c"))
        #expect(canonicalPath(folder.path + "/./b") == canonicalPath(folder.path + "/b"))
        #expect(canonicalPath(folder.path + "/c") == nil)
    }

    @Test func `a new file never takes the place of one that is there`() throws {
        let folder = try Scratch()
        #expect(createFile(folder.path + "/a", "one") == nil)
        #expect(createFile(folder.path + "/a", "two") != nil)
        #expect(try String(contentsOfFile: folder.path + "/a", encoding: .utf8) == "one")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "nothing")
        #expect(createFile(folder.path + "/link", "two") != nil)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/nothing"))
        #expect(createFile(folder.path + "/b/c", "x") == .notFound)
    }

    @Test func `folders are made with those above them, but not in the place of a file`() throws {
        let folder = try Scratch()
        #expect(createFolder(folder.path + "/a/b/c") == nil)
        #expect(createFolder(folder.path + "/a/b/c/") == nil)
        #expect(isDirectory(folder.path + "/a/b/c"))
        try folder.write("file", "")
        #expect(createFolder(folder.path + "/file") != nil)
        #expect(createFolder(folder.path + "/file/below") != nil)
    }

    @Test func `a stamp changes with what is written, and with the file in the place`() throws {
        let folder = try Scratch()
        let path = folder.path + "/a"
        #expect(FileStamp(path: path) == nil)
        try folder.write("a", "one")
        let first = try #require(FileStamp(path: path))
        #expect(FileStamp(path: path) == first)
        try folder.write("a", "longer")
        #expect(FileStamp(path: path) != first)
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 5)], ofItemAtPath: path)
        let old = try #require(FileStamp(path: path))
        try FileManager.default.copyItem(atPath: path, toPath: folder.path + "/b")
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.moveItem(atPath: folder.path + "/b", toPath: path)
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 5)], ofItemAtPath: path)
        #expect(FileStamp(path: path) != old)
    }

    @Test func whatMayNotBeWrittenIsToldBefore() throws {
        let folder = try Scratch()
        try folder.write("a", "old")
        #expect(writeObstacle(folder.path + "/a") == nil)
        #expect(writeObstacle(folder.path + "/new") == nil)
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.path + "/a")
        // Permissions do not hold root back.
        #expect((writeObstacle(folder.path + "/a") == nil) == (geteuid() == 0))
    }
}
