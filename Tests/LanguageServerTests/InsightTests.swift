import Diagnostics
import Numerics
import Reports
import SourceText
import Testing

@testable import LanguageServer

/// What the server says beside the text: hovers, hints, lenses.
@Suite struct InsightTests {
    private let text =
        Sample.declarations + """
            target 2024  金华市 -> 婺城区
                限额以上工业投资  48 亿元
            2023-Q1  婺城区
                规上工业产值  20.0 亿元
            2024-Q1  金西园区
                规上工业产值  10.0 亿元
                限额以上工业投资  5.0 亿元
            2024-Q1  白龙桥镇
                规上工业产值  12.0 亿元
                限额以上工业投资  7.0 亿元
            2024-Q1  婺城区
                限额以上工业投资  12.0 亿元   yoy +9%

            """

    private func hover(_ old: String, _ new: String, _ language: Language = .english) throws -> String {
        let client = try Client(["main.taizhang": text.replacingOccurrences(of: old, with: new)], language: language)
        return try client.ask("hover")["contents"]["value"].text ?? ""
    }

    @Test(arguments: [
        (
            "    限额以上工业投资  12.0", "    限额以上‸工业投资  12.0",
            [
                "亿元", "growth comparable", "12.0 ", "+9.0%, as published", "completion 25.0%", "schedule 25.0%", "target 48 亿元", "金华市",
                "main.taizhang:",
            ]
        ),
        ("unit 金华市:婺城区", "unit 金华市:婺‸城区", ["金华市:婺城区", "2 sub-units"]), ("    金西园区", "    金‸西园区", ["kind 园区"]),
        ("规上工业产值  10.0", "规上工业产值  1‸0.0", ["2024-Q1", "10.0 "]), ("    measure 家", "    measure ‸家", ["counting"]),
        ("alias 规模以上", "alias 规‸模以上", ["规上工业产值", "also 规模以上工业产值"]),
    ])
    func `A hover tells what was declared and what is known`(old: String, new: String, expected: [String]) throws {
        let hover = try hover(old, new)
        for part in expected { #expect(hover.contains(part), "\(part) in \(hover)") }
    }

    @Test func `A hover speaks Chinese where the client does`() throws {
        let hover = try hover("    限额以上工业投资  12.0", "    限额以上‸工业投资  12.0", .chinese)
        for part in ["指标", "同比 +9.0%，公布数", "完成 25.0%", "超序时 0.0"] { #expect(hover.contains(part), "\(part) in \(hover)") }
    }

    @Test func `A lead that rounds to nothing has no sign, as in tables`() throws {
        let hover = try hover("限额以上工业投资  12.0 亿元", "限额以上‸工业投资  12.001 亿元")
        #expect(hover.contains("lead 0.0"), "\(hover)")
        #expect(TargetText.lead(Interval(low: 1, value: 1, high: 1, scale: 3)) == "0.0")
    }

    @Test func `Nothing is said of blanks and comments`() throws {
        #expect(try hover("2023-Q1  婺城区\n", "‸\n; 2023-Q1  婺城区\n").isEmpty)
        #expect(try hover("2023-Q1  婺城区\n", "2023-Q1  婺城区 ; 婺‸城区\n").isEmpty)
    }

    @Test func `Hints stand beside figures and targets`() throws {
        let client = try Client(["main.taizhang": text])
        let hints = try client.ask("inlayHint", "main.taizhang", [("range", .null)]).elements
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let shown = hints.map { hint in
            (String(lines[hint["position"]["line"].integer ?? 0].drop { $0 == " " }.prefix(13)), hint["label"].text ?? "")
        }
        #expect(shown.map(\.0) == ["限额以上工业投资  48 ", "限额以上工业投资  12."])
        #expect(shown.map(\.1) == ["25.0%, lead 0.0 · 2024-Q1", "25.0%, lead 0.0"])
    }

    @Test func `A lens tells of each block whether it tallies`() throws {
        let client = try Client(["main.taizhang": text + "2024-Q1  婺城区\n    规上工业产值  25.0 亿元\n"])
        let lenses = try client.ask("codeLens").elements
        let titles = lenses.suffix(5).compactMap { $0["command"]["title"].text }
        #expect(titles.first == "✓ tallies (the unit does not elsewhere)")
        #expect(titles.last == "✗ 1 thing does not tally")
    }
}
