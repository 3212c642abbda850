import Diagnostics
import SourceText
import Testing

@testable import LanguageServer

@Suite struct CodeActionTests {
    /// The text that an action makes, by its title.
    private func fixed(_ text: String, _ title: String) throws -> String {
        let client = try Client(["main.taizhang": text])
        let end = EditorPosition(line: 999, character: 0).json
        let whole = JSON.object([("start", EditorPosition(line: 0, character: 0).json), ("end", end)])
        let actions = try client.ask(
            "codeAction", "main.taizhang", [("range", whole), ("context", .object([("diagnostics", .array([]))]))]
        ).elements
        let titles = actions.compactMap { $0["title"].text }
        let action = try #require(actions.first { $0["title"].text == title }, "\(titles)")
        return try client.apply(action["edit"], to: "main.taizhang")
    }

    @Test(arguments: [
        ("2024-Q1  金西圆区\n    规上企业  1 家\n", "Write 金西园区", "2024-Q1  金西园区\n"),
        ("2024-Q1  金西园区\n    规上企业数  1 家\n", "Write 规上企业", "    规上企业  1 家\n"),
        ("2024-Q1  金西园区\n    新指标  1 家\n", "Declare it: indicator 新指标", "    nature stock\n指标 新指标\n2024-Q1"),
        ("2024-Q1  新镇\n    规上企业  1 家\n", "Declare it: unit 新镇", "    白龙桥镇    kind 乡镇\n单位 新镇\n"),
        ("2024-Q1  金西园区\n    规上工业产值  1 亿园\n", "Write 亿元", "规上工业产值  1 亿元\n"),
        ("2024.3  金西园区\n    规上企业  1 家\n", "Write 2024-03", "2024-03  金西园区\n"),
        ("unit 新镇\n    closd 2020\n", "Write closed", "    closed 2020\n"),
        ("unit 新镇\n    closd 2020\n", "Put it in quotes", "    \"closd\" 2020\n"),
        ("2024-Q1  金西园区\n    规上企业　１２家\n", "Write full-width input in ASCII", "    规上企业  12 家\n"),
        ("unti 新镇\n", "Write unit", "unit 新镇\n"),
        ("2024-Q1  金西园区\n    规上企业  1 家\n  2024-Q2  金西园区\n    规上企业  2 家\n", "Move it to the margin", "1 家\n2024-Q2  金西园区\n"),
        (
            "2024-Q1  金西园区\n    规上工业产值  1.0 亿元\n2024-Q2  金西园区\n    规上工业产值  1.5 亿元\n2024-H1  金西园区\n    规上工业产值  2.8 亿元\n", "Write 2.5 here",
            "2024-H1  金西园区\n    规上工业产值  2.5 亿元\n"
        ),
        ("2024-Q1  金西园区\n    规上企业  1 家\n    规上企业  2 家\n", "Remove line 16", "    规上企业  1 家\n"),
        ("2023  金西园区\n    规上工业产值  10.0 亿元\n2024  金西园区\n    规上工业产值  12.0 亿元   yoy +10.0%\n", "Write yoy +20.0%", "12.0 亿元   yoy +20.0%\n"),
        (
            "2023  金西园区\n    规上工业产值  10.0 亿元\n2024  金西园区\n    规上工业产值  12.0 亿元   yoy +10.0%\n", "Declare it: growth comparable",
            "indicator 规上工业产值\n    增速 可比口径\n    measure"
        ),
        (
            "target 2023  金西园区\n    限额以上工业投资  10 亿元\n2023  金西园区\n    限额以上工业投资  12.0 亿元   done 110%\n", "Write a target of 10.91 亿元",
            "限额以上工业投资  10.91 亿元\n"
        ),
        (
            "indicator 月报\n    expected monthly by 10\n    measure 家\n2024-03  金西园区\n    月报  1 家\n", "Add a line for 2024-04",
            "    月报  1 家\n2024-04  金西园区\n    月报  -\n"
        ),
    ])
    func `What help names is carried out`(text: String, title: String, expected: String) throws {
        let text = Sample.declarations + text
        #expect(try fixed(text, title).contains(expected))
    }

    @Test func `Line ends of the file are kept`() throws {
        let text = (Sample.declarations + "2024-Q1  金西园区\n    新指标  1 家\n").replacingOccurrences(of: "\n", with: "\r\n")
        #expect(try fixed(text, "Declare it: indicator 新指标").contains("\r\n指标 新指标\r\n2024"))
    }
}
