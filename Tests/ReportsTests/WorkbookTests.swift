import Diagnostics
import Testing

@testable import Reports

@Suite struct SheetNumberTests {
    @Test(arguments: [
        ("45.82", "45.82", "0.00"), ("48,259", "48259", "#,##0"), ("1,234,567.8", "1234567.8", "#,##0.0"), ("0", "0", "0"),
        ("-1.8", "-1.8", "0.0"), ("−12%", "-0.12", "0%"), ("8.2%", "0.082", "0.0%"), ("102.45%", "1.0245", "0.00%"),
        ("≥17.66", "17.66", "\"≥\"0.00;\"≥\"-0.00"), ("~6", "6", "\"~\"0;\"~\"-0"), ("0.05%", "0.0005", "0.00%"),
        ("2.1 pp", "2.1", "0.0\" pp\""), (">1,350%", "13.50", "\">\"#,##0%;\">\"-#,##0%"),
    ])
    func `a number and its format`(text: String, value: String, format: String) throws {
        let number = try #require(SheetNumber(shown: text))
        #expect(number.value == value)
        #expect(number.format(isSigned: false) == format)
    }

    @Test func `a plus is part of the format`() throws {
        let growth = try #require(SheetNumber(shown: "+8.2%"))
        #expect(growth.hasPlus)
        #expect(growth.value == "0.082")
        #expect(growth.format(isSigned: true) == "+0.0%;-0.0%;0.0%")
    }

    @Test(arguments: [
        "", "—", "–", "3/9", "2024-07-10", "1.", ".5", "12 家", "yoy +9.0%", "1,2", "12,34", "1,2345", "+", "≥", "1e5", "= 1",
        "1234567890.123456",
        "12.5 … 12.6",
    ])
    func `anything else stays text`(text: String) {
        #expect(SheetNumber(shown: text) == nil)
    }
}

@Suite struct SheetNamesTests {
    @Test(arguments: [
        (["规上工业产值, 亿元"], ["规上工业产值, 亿元"]), (["能耗, 吨标准煤/万元"], ["能耗, 吨标准煤／万元"]), (["a", "A", "a"], ["a", "A (2)", "a (3)"]),
        (["[x]:*?\\"], ["［x］：＊？＼"]), (["'q'"], ["’q’"]), (["", "  "], ["_", "_ (2)"]), (["history"], ["history_"]),
        (["_x0041_"], ["＿x0041_"]),
        (
            [String(repeating: "长", count: 40), String(repeating: "长", count: 41)],
            [String(repeating: "长", count: 31), String(repeating: "长", count: 27) + " (2)"]
        ),
        ([String(repeating: "😀", count: 20)], [String(repeating: "😀", count: 15)]),
    ])
    func `legal, short and each its own`(wanted: [String], given: [String]) {
        var names = SheetNames()
        #expect(wanted.map { names.name(for: $0) } == given)
    }
}

@Suite struct SheetXMLTests {
    @Test(arguments: [
        ("规上", "规上"), ("<a & \"b\">'", "&lt;a &amp; &quot;b&quot;&gt;&apos;"), ("\u{1}", "_x0001_"), ("_x0041_", "_x005F_x0041_"),
        ("a_b", "a_b"),
        ("_x00g1_", "_x00g1_"), ("\r", "_x000D_"), ("\n", "\n"),
    ])
    func `text as XML`(text: String, xml: String) {
        #expect(xmlText(text) == xml)
    }

    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
    func `columns have letters`(index: Int, letters: String) {
        #expect(columnLetters(index) == letters)
    }

    @Test func `a cell holds no more than it can`() {
        #expect(cellText(String(repeating: "数", count: 32_767)).utf16.count == 32_767)
        let cut = cellText(String(repeating: "数", count: 32_768))
        #expect(cut.utf16.count == 32_767)
        #expect(cut.hasSuffix("数…"))
    }
}

@Suite struct WorkbookRendererTests {
    private func parts(_ tables: [Table], language: Language = .english) throws -> [String: String] {
        Dictionary(uniqueKeysWithValues: readZip(try WorkbookRenderer(language: language).render(tables)).map { ($0.name, $0.text) })
    }

    @Test func `a sheet for each table, and one of records`() throws {
        let parts = try parts([quarterly, empty], language: .chinese)
        #expect(parts.keys.filter { $0.hasPrefix("xl/worksheets/") }.count == 3)
        let workbook = try #require(parts["xl/workbook.xml"])
        for name in ["规上工业产值（亿元）", "出口额", "数据"] { #expect(workbook.contains("<sheet name=\"\(name)\"")) }
        #expect(workbook.contains("localSheetId=\"0\">&apos;规上工业产值（亿元）&apos;!$A:$A,&apos;规上工业产值（亿元）&apos;!$1:$3<"))
        #expect(parts["docProps/core.xml"]?.contains("<dc:language>zh-CN</dc:language>") == true)
    }

    @Test func `numbers are numbers, signs have a column of their own`() throws {
        let sheet = try #require(try parts([quarterly])["xl/worksheets/sheet1.xml"])
        let row = try #require(sheet.split(separator: "<row r=\"5\">").last?.split(separator: "</row>").first)
        let cells = row.split(separator: "<c r=").map { cell in String(cell.drop { $0 != ">" }.dropFirst()) }
        #expect(
            cells == [
                "<is><t xml:space=\"preserve\">雅畈镇</t></is></c>", "<v>3.90</v></c>", "<is><t xml:space=\"preserve\">¹</t></is></c>",
                "<v>17.66</v></c>", "<is><t xml:space=\"preserve\">!¹,²</t></is></c>", "<v>-0.12</v></c>",
            ])
        let styles = try #require(try parts([quarterly])["xl/styles.xml"])
        #expect(styles.contains("formatCode=\"&quot;≥&quot;0.00;&quot;≥&quot;-0.00\""))
    }

    @Test(arguments: ["=1+1", "+8", "-8", "@SUM(A1)", "＝1+1", "\t=1"])
    func `what looks like a formula is text, and stays it`(text: String) throws {
        let table = Table(
            title: Localized(verbatim: text), columns: [Column(Localized(verbatim: text), alignment: .leading)],
            rows: [Row(Localized(verbatim: text), cells: [Cell(text, fields: [.text("k", text)])])], recordKeys: ["k"])
        let parts = try parts([table])
        for (name, part) in parts where name.hasPrefix("xl/worksheets/") {
            #expect(!part.contains("<f>"))
            #expect(!part.contains("<v>"))
        }
        #expect(parts["xl/styles.xml"]?.contains("quotePrefix") == true)
    }

    @Test func `a number that a spreadsheet would round is kept as text`() throws {
        let long = "123456789012345.678"
        let table = Table(
            title: Localized(verbatim: "t"), columns: [Column(Localized(verbatim: "c"))],
            rows: [Row(Localized(verbatim: "r"), cells: [Cell(long, fields: [.number("k", long)])])], recordKeys: ["k"])
        let parts = try parts([table])
        for sheet in ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"] {
            #expect(parts[sheet]?.contains("<t xml:space=\"preserve\">\(long)</t>") == true)
        }
    }

    @Test func `the same tables, the same bytes`() throws {
        let renderer = WorkbookRenderer(language: .english)
        #expect(try renderer.render([quarterly]) == renderer.render([quarterly]))
    }

    @Test func `no tables make a workbook with an empty sheet`() throws {
        #expect(try parts([])["xl/workbook.xml"]?.contains("<sheet name=\"data\"") == true)
    }

    @Test func `what is longer than a sheet goes on on the next`() throws {
        let count = Sheet.mostRows + 1
        let row = Row(Localized(verbatim: "r"), cells: [Cell("", fields: [])])
        let table = Table(title: Localized(verbatim: "t"), columns: [Column(Localized(verbatim: "c"))], rows: [], recordKeys: ["k"])
        var long = table
        long.rows = Array(repeating: row, count: count)
        let sheets = try WorkbookRenderer(language: .english).plan([long], RecordSheet(of: [long.records]))
        #expect(sheets.map(\.frame.name) == ["t", "t (2)", "data", "data (2)"])
    }

    @Test func `too many columns are refused`() {
        let columns = Array(repeating: Column(Localized(verbatim: "c")), count: Sheet.mostColumns)
        #expect(throws: WorkbookProblem.self) {
            try WorkbookRenderer(language: .english).render([Table(title: Localized(verbatim: "t"), columns: columns)])
        }
    }
}

@Suite struct SpreadsheetSafeTests {
    @Test func `texts get an apostrophe, numbers do not`() {
        var table = Table(title: Localized(verbatim: ""), columns: [Column(Localized(verbatim: ""))], recordKeys: ["t", "n"])
        for text in ["=1+1", "@x", "-a", "+b", "\t=c", "＝d", "\r", "plain", "a=b"] {
            table.rows.append(Row(Localized(verbatim: ""), cells: [Cell("", fields: [.text("t", text), .number("n", "-1.8")])]))
        }
        let expected = "t,n\n'=1+1,-1.8\n'@x,-1.8\n'-a,-1.8\n'+b,-1.8\n'\t=c,-1.8\n'＝d,-1.8\n\"'\r\",-1.8\nplain,-1.8\na=b,-1.8\n"
        #expect(CSVRenderer(isSpreadsheetSafe: true).render([table]) == expected)
        #expect(!CSVRenderer().render([table]).contains("'"))
    }
}
