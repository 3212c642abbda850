import Checks
import Diagnostics
import Foundation
import Ledger
import SourceText
import Tally
import Testing

@testable import LanguageServer

@Suite struct ServedDiagnosticsTests {
    private let files = [
        "main.taizhang": "include *.txt\n", "names.txt": Sample.declarations,
        "a.txt": "2024-Q1  金西园区\n    规上工业产值  10.0 亿元\n2024-Q1  白龙桥镇\n    规上工业产值  12.0 亿元\n",
        "b.txt": "2024-Q1  婺城区\n    规上工业产值  22.0 亿元\n",
    ]

    @Test func `An edit of one file is told of another, and taken back`() throws {
        let client = try Client(files)
        try client.open("a.txt")
        #expect(client.published("b.txt") ?? [] == [])
        client.change("a.txt", (1, 12, 1, 16), "11.0")
        #expect(client.published("b.txt") == ["tally/unit"])
        client.change("a.txt", (1, 12, 1, 16), "10.0")
        #expect(client.published("b.txt") == [])
    }

    @Test func `The first figure of an indicator without a measure is told of all that follow it`() throws {
        let text = """
            units 市
                甲
                丙区
                    丙
                    丁
            indicators
                产值
            2024  甲
                产值 5 亿元
            2024  丙
                产值 5
            2024  丁
                产值 6
            2024  丙区
                产值 11 亿元

            """
        let client = try Client(["main.taizhang": text])
        try client.open("main.taizhang")
        #expect(client.published("main.taizhang") ?? [] == [])
        client.change("main.taizhang", (8, 7, 8, 11), "50000 万元")
        #expect(client.published("main.taizhang") == ["tally/unit"])
    }

    @Test func `A text that is closed unsaved no longer counts`() throws {
        let client = try Client(files)
        try client.open("a.txt")
        client.change("a.txt", nil, "2024-Q1  无名镇\n    规上工业产值  1 亿元\n")
        #expect(client.published("a.txt") == ["name/undeclared"])
        client.notify("textDocument/didClose", [client.document("a.txt")])
        #expect(client.published("a.txt") == [])
    }

    @Test func `A file that was changed on the disk is read again`() throws {
        let client = try Client(files)
        try client.open("b.txt")
        let path = (client.folder as NSString).appendingPathComponent("a.txt")
        try "2024-Q1  金西园区\n    规上工业产值  1.0 亿元\n2024-Q1  白龙桥镇\n    规上工业产值  12.0 亿元\n".write(toFile: path, atomically: true, encoding: .utf8)
        client.notify("workspace/didChangeWatchedFiles", [("changes", .array([]))])
        #expect(client.published("b.txt") == ["tally/unit"])
    }

    @Test func `A new file that a pattern finds counts before it is saved`() throws {
        let client = try Client(files)
        try client.open("b.txt")
        try client.open("c.txt", "2024-Q1  婺城区\n    规上工业产值  30.0 亿元\n")
        #expect(client.published("c.txt") == ["cell/duplicate"])
    }

    @Test func `A file that no ledger reads is one by itself`() throws {
        let client = try Client(["main.taizhang": "2024  甲\n    乙  1 家\n", "other.taizhang": "2024  甲\n    乙  丙\n"])
        try client.open("other.taizhang")
        #expect(client.published("other.taizhang")?.contains("syntax/value") ?? false)
    }

    @Test func `Pulled diagnostics are those of check, and unchanged ones are not sent again`() throws {
        let pulls = JSON.object([("textDocument", .object([("diagnostic", .object([]))]))])
        let client = try Client(files, capabilities: pulls)
        try client.open("a.txt")
        client.change("a.txt", (1, 12, 1, 16), "11.0")
        #expect(client.published("b.txt") == nil)
        let report = try client.ask("diagnostic", "b.txt")
        #expect(report["items"].elements.compactMap { $0["code"].text } == ["tally/unit"])
        let again = try client.ask("diagnostic", "b.txt", [("previousResultId", report["resultId"])])
        #expect(again["kind"].text == "unchanged")
        let all = try client.request("workspace/diagnostic", [("previousResultIds", .array([]))])["items"].elements
        #expect(all.count == 4)
        #expect(all.flatMap { $0["items"].elements }.count == 1)
    }

    @Test func `A client that shows diagnostics of several files is told to ask again`() throws {
        let pulls = JSON.object([
            ("textDocument", .object([("diagnostic", .object([]))])),
            ("workspace", .object([("diagnostics", .object([("refreshSupport", .bool(true))]))])),
        ])
        let client = try Client(files, capabilities: pulls)
        try client.open("a.txt")
        client.change("a.txt", (1, 12, 1, 16), "11.0")
        #expect(client.sent.contains { $0["method"].text == "workspace/diagnostic/refresh" })
    }

    /// Every code of the recorded cases: what an editor is told is what `check` prints.
    @Test func `The golden ledgers get the diagnostics of check`() throws {
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("CommandTests/Golden").path
        var compared = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: golden).sorted().prefix(60) {
            let main = "\(golden)/\(name)/main.taizhang"
            guard let text = try? String(contentsOfFile: main, encoding: .utf8) else { continue }
            let client = try Client()
            let uri = DocumentURI.uri(of: main)
            client.notify(
                "textDocument/didOpen",
                [("textDocument", .object([("uri", .string(uri)), ("version", .integer(1)), ("text", .string(text))]))])
            let ledger = try Ledger.load(path: main)
            let expected = DiagnosticList(ledger.diagnostics + runChecks(Tally(ledger), today: client.session.settings.today())).sorted()
                .diagnostics
            let told = client.sent.filter { $0["method"].text == "textDocument/publishDiagnostics" }
                .flatMap { $0["params"]["diagnostics"].elements.compactMap { $0["code"].text } }
            #expect(told.sorted() == expected.map(\.code.text).sorted(), "\(name)")
            compared += 1
        }
        #expect(compared > 40)
    }
}
