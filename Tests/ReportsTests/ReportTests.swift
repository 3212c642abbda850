import Diagnostics
import Ledger
import Numerics
import Reports
import SourceText
import Tally
import Testing

@Suite struct ReportTests {
    /// A gap of one month in one firm: one note for every sum that it touches.
    static let gap = """
        unit 区
        units 区
            东镇  name-en East
                甲厂
                乙厂
            西镇  name-en West
        indicator 产值
            measure 亿元
            name-en Output
        2023 西镇
            产值 8.00
        2024-01 甲厂
            产值 1.10
        2024-02 甲厂
            产值 1.20
        2024-03 甲厂
            产值 1.30
        2024-01 乙厂
            产值 2.10
        2024-03 乙厂
            产值 2.30
        2024-Q2 东镇
            产值 9.00
        2024-Q1 西镇
            产值 2.00
        2024-Q2 西镇
            产值 2.50
        2024-H2 ! 西镇
            产值 4.50
        2024-H2 东镇
            产值 7.00
        """

    @Test func quarterlyRollUp() throws {
        let expected = """
            Output, 100m yuan                        区 2024

                        Q1      Q2  Q3  Q4    2024       yoy
            区      ≥10.00¹  11.50          ≥31.80!¹
            ├ East   ≥8.00¹   9.00          ≥22.80¹
            └ West    2.00    2.50            9.00!   +12.5%
            ¹ East: 1 of 2 in for 2024-02; without 乙厂
            ! preliminary

            """
        #expect(try page(of: Self.gap) == expected)
    }

    @Test func chinese() throws {
        let text = try page(of: Self.gap, in: .chinese)
        #expect(text.hasPrefix("产值, 亿元"))
        #expect(text.contains("一季度"))
        #expect(text.contains("全年"))
        #expect(text.contains("东镇：2024年2月应报2个，已报1个，缺乙厂"))
    }

    @Test func yearToDate() throws {
        let ledger = """
            unit 区
            indicator 投资
                measure 亿元
            2023-01..05 区
                投资 10.00
            2023 区
                投资 30.00
            2024-Q1 区
                投资 6.00
            2024-01..05 区
                投资 12.00
            """
        #expect(try grid(of: ledger) == [["", "Q1", "Apr–May", "Jan–May", "yoy"], ["区", "6.00", "6.00", "12.00", "+20.0%"]])
        #expect(try grid(of: ledger) { $0.period = .year(2023) } == [["", "2023"], ["区", "30.00"]])
        let known = Day(year: 2024, month: 4, day: 30)
        #expect(try grid(of: ledger, asOf: known) == [["", "Q1"], ["区", "6.00"]])
    }

    @Test func fiscalYear() throws {
        let ledger = """
            fiscal-year starts 04
            unit 区
            indicator 投资
                measure 亿元
            FY2023 区
                投资 10.0
            2024-Q2 区
                投资 3.0
            2024-07..09 区
                投资 4.0
            2024-Q4 区
                投资 4.0
            2025-Q1 区
                投资 1.0
            """
        #expect(
            try grid(of: ledger) == [["", "Q1", "Q2", "Q3", "Q4", "FY2024", "yoy"], ["区", "3.0", "4.0", "4.0", "1.0", "12.0", "+20%"]])
        let calendar = try grid(of: ledger) { $0.period = .year(2024) }
        #expect(calendar == [["", "Q1", "Q2", "Q3", "Q4", "2024"], ["区", "", "3.0", "4.0", "4.0", "≥11.0¹"]])
    }

    @Test func natures() throws {
        let ledger = """
            unit 区
            indicator 户数
                measure 家
                nature stock
            indicator 产销率
                measure %
            2023-12 区
                户数 40 家
                产销率 97.0
            2024-02 区
                户数 41 家
            2024-06 区
                户数 44 家
            2024-Q1 区
                产销率 98.1
            2024-12 区
                户数 42 家
            """
        let expected = [
            ["", "Q1", "Q2", "Q3", "Q4", "year-end", "yoy"], ["区", "41¹", "44", "", "42", "42", "+5.0%"],
            ["", "Q1"], ["区", "98.1"],
        ]
        #expect(try grid(of: ledger) == expected)
        #expect(try page(of: ledger).contains("¹ as of the end of 2024-02"))
    }

    @Test func kindsOfValues() throws {
        let ledger = """
            unit 区
            units 区
                甲
                乙
                丙
                丁
                戊
            indicator 投资
                measure 亿元
            2024-Q1 甲
                投资 > 350 亿元
            2024-Q1 乙
                投资 < 6 亿元
            2024-Q1 丙
                投资 n/a
            2024-Q1 丁
                投资 *
            2024-Q1 ? 戊
                投资 ~ 6 亿元
            2024 甲
                投资 400 亿元
            """
        #expect(
            try grid(of: ledger) { $0.period = .quarter(2024, 1) } == [
                ["", "Q1"], ["区", "~356¹"], ["  甲", "≥350"], ["  乙", "≤6"], ["  戊", "~6?"],
            ])
    }

    @Test func contradicted() throws {
        let ledger = Ledger.load(text: towns)
        let figure = try #require(ledger.figures.series.indices.flatMap { ledger.figures.figures(of: SeriesID($0)) }.last)
        let table = try #require(try tables(of: towns, contradicted: [ledger.valueSpan(of: figure.id)]) { $0.depth = 2 }.first)
        let marked = table.rows.flatMap { row in row.cells.filter { $0.marks.contains(.contradicted) }.map { _ in row.label.en } }
        #expect(Set(marked) == [ledger.units[.init(6)].name])
    }

    @Test func tidyRecords() throws {
        let csv = CSVRenderer().render(try records(of: towns))
        let lines = csv.split(separator: "\n")
        #expect(lines[0] == "period,unit,indicator,value,measure,low,high,state,reported,expected,yoy,pop,share,ytd,status")
        #expect(lines[1] == "2024-Q1,区,产值,10.7,亿元,10.5,10.9,derived,2,2,7,,,,reported")
        #expect(lines.count == 4)
    }
}
