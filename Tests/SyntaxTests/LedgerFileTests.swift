import Foundation
import SourceText
import Testing

@testable import Syntax

/// The hand-kept ledgers of the project, as bytes.
enum LedgerFiles {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "ledgers")

    static let paths: [String] = {
        let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(".taizhang") }.sorted()
    }()

    static func bytes(_ path: String) throws -> [UInt8] { try Array(Data(contentsOf: folder.appending(path: path))) }
}

@Suite struct LedgerFileTests {
    @Test func `there are ledgers`() {
        #expect(LedgerFiles.paths.count >= 10)
    }

    @Test(arguments: LedgerFiles.paths)
    func `the language reads every ledger without complaint`(path: String) throws {
        let reading = try Reading(bytes: LedgerFiles.bytes(path))
        #expect(reading.problems == [])
        #expect(!reading.piece.isEmpty)
    }

    @Test(arguments: LedgerFiles.paths)
    func `both paths read every ledger alike`(path: String) throws {
        let text = try String(decoding: LedgerFiles.bytes(path), as: UTF8.self)
        let plain = Reading(text)
        let general = Reading(text.replacing("\n", with: " ;\n"))
        #expect(plain.rows == general.rows)
        #expect(plain.headers == general.headers)
    }
}
