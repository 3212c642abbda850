import Diagnostics
import SourceText
import Testing

@testable import LanguageServer

@Suite struct CompletionTests {
    private let figures = "2024-Q1  金西园区\n    规上工业产值  10.5 亿元\n    规上企业  12 家\n"

    private func labels(_ text: String, encoding: PositionEncoding = .utf16) throws -> [String] {
        try items(text, encoding: encoding).compactMap { $0["label"].text }
    }

    private func items(_ text: String, encoding: PositionEncoding = .utf16) throws -> [JSON] {
        let client = try Client(["main.taizhang": Sample.declarations + figures + text], encoding: encoding)
        return try client.ask("completion")["items"].elements
    }

    @Test(arguments: [
        // Units by the shortest tail, in a header, behind an issuer, in a declaration.
        ("2024-Q2  ‸", "白龙桥镇"), ("2024-Q2  白‸", "白龙桥镇"), ("target 2024  金华市 -> ‸", "婺城区"), ("2024-Q2 ! ‸", "金西园区"),
        ("修订 2024-Q1  ‸", "金西园区"), ("unit 婺‸", "婺城区"), ("unit 新镇\n    succeeded-by ‸", "白龙桥镇"), ("assert 2024  ‸", "婺城区"),
        // Periods: the next one, and those there are.
        ("‸", "2024-Q2"), ("20‸", "2024-Q1"), ("target ‸", "2024-Q1"),
        // Indicators, by name and alias, wherever an indicator may stand.
        ("2024-Q2  金西园区\n    ‸", "规上工业产值"), ("2024-Q2  金西园区\n    规‸", "规模以上工业产值"), ("indicator 总额\n    parts 规上企业 + ‸", "限额以上工业投资"),
        ("indicator 比 = ‸", "规上企业"), ("rule 甲  规上企业 >= ‸", "规上工业产值"), ("phase ‸", "规上工业产值"),
        ("assert 2024 婺城区  规‸", "规上企业"),
        // Measures that fit, claims, absences.
        ("2024-Q2  金西园区\n    规上工业产值  10 ‸", "万元"), ("2024-Q2  金西园区\n    规上工业产值  10 亿元  ‸", "同比"),
        ("2024-Q2  金西园区\n    规上工业产值  ‸", "免报"), ("2024-Q2  金西园区\n    规上工业产值  ‸", "完成"),
        // Keys, what they choose from, what others say.
        ("indicator 新\n    ‸", "计量"), ("indicator 新\n    nature ‸", "流量"), ("indicator 新\n    measure ‸", "家"),
        ("unit 新镇\n    ‸", "设立"), ("unit 新镇\n    kind ‸", "乡镇"), ("units 婺城区\n    新镇    类别 ‸", "园区"), ("‸", "指标"),
        ("register 难题\n    states 交办 -> 办结\nitem 难题 1\n    2024-01-01 ‸", "办结"), ("register 难题\n    states 交办 -> 办结\nitem ‸", "难题"),
        ("register 难题\n    states 交办 -> 办结\nitem 难题 1\n    unit ‸", "白龙桥镇"),
    ])
    func `What may stand at a place is offered`(text: String, expected: String) throws {
        #expect(try labels(text).contains(expected))
        #expect(try labels(text, encoding: .utf8).contains(expected))
    }

    @Test(arguments: [
        // Measures of another dimension, claims on a target, an indicator that the block has, names where a number stands, comments.
        ("2024-Q2  金西园区\n    规上工业产值  10 ‸", "家"), ("target 2024  金西园区\n    规上工业产值  10 亿元  ‸", "同比"),
        ("2024-Q2  金西园区\n    规上企业  3 家\n    ‸", "规上企业"), ("2024-Q2  金西园区 ; ‸", "白龙桥镇"), ("2024-Q2  ‸", "规上企业"),
        ("2024-Q2  金西园区\n    ‸", "白龙桥镇"), ("include ‸", "白龙桥镇"),
    ])
    func `What may not stand there is not`(text: String, unwanted: String) throws {
        #expect(try !labels(text).contains(unwanted))
    }

    @Test func `What the unit reports comes first`() throws {
        let labels = try labels("2024-Q2  金西园区\n    ‸")
        #expect(labels.first == "规上工业产值")
        #expect(try #require(labels.firstIndex(of: "规上企业")) < #require(labels.firstIndex(of: "限额以上工业投资")))
    }

    @Test(arguments: [PositionEncoding.utf8, .utf16])
    func `The whole name that was begun is replaced`(encoding: PositionEncoding) throws {
        let item = try #require(try items("2024-Q2  金西‸", encoding: encoding).first { $0["label"].text == "金西园区" })
        let range = item["textEdit"]["range"]
        #expect(range["start"]["character"].integer == 9)
        #expect(range["end"]["character"].integer == (encoding == .utf8 ? 15 : 11))
        #expect(item["detail"].text == "金华市:婺城区:金西园区")
        #expect(item["documentation"]["value"].text?.contains("园区") ?? false)
    }

    @Test func `A name that would end too early is put in quotes`() throws {
        let item = try #require(try items("indicator \"Top 10 firms\"\n2024-Q2  金西园区\n    ‸").first { $0["label"].text == "Top 10 firms" })
        #expect(item["textEdit"]["newText"].text == "\"Top 10 firms\"")
    }

    @Test func `Unsaved text counts, and so does what stands in other files`() throws {
        let client = try Client([
            "main.taizhang": "include *.txt\n", "a.txt": "unit 甲市:乙县\nindicator 产值\n    measure 亿元\n", "b.txt": "2024  ‸",
        ])
        try client.open("a.txt", "unit 甲市:丙县\nindicator 产值\n    measure 亿元\n")
        let labels = try client.ask("completion", "b.txt")["items"].elements.compactMap { $0["label"].text }
        #expect(labels.contains("丙县") && !labels.contains("乙县"))
    }
}
