import Diagnostics
import Numerics
import Reports
import Testing

@Suite struct ReportLayoutTests {
    static let two = """
        unit 区
        units 区
            东镇  kind 镇
            西镇  kind 镇
            新园  kind 园区
        indicators  measure 亿元
            产值
            投资
        indicator 产销率
            measure %
        2023 东镇
            产值 4.00
            投资 2.00
        2023 西镇
            产值 5.00
        2024 东镇
            产值 5.00
            投资 1.00
            产销率 97.5
        2024 西镇
            产值 5.50
            投资 1.50
        2024 新园
            产值 9.50
        """

    @Test func indicatorsOnRows() throws {
        let found = try grid(of: Self.two) {
            $0.rows = .indicator
            $0.units = ["东镇"]
        }
        #expect(
            found == [
                ["", "2024", "yoy"], ["产值, 100m yuan", "5.00", "+25.0%"], ["投资, 100m yuan", "1.00", "-50.0%"], ["产销率, %", "97.5", ""],
            ])
    }

    @Test func indicatorsOnColumns() throws {
        let found = try grid(of: Self.two) {
            $0.columns = .indicator
            $0.indicators = ["产值", "投资"]
            $0.conditions = [.init(field: "kind", value: "镇")]
        }
        #expect(found == [["", "产值, 100m yuan", "投资, 100m yuan"], ["东镇", "5.00", "1.00"], ["西镇", "5.50", "1.50"]])
    }

    @Test func unitsOnColumns() throws {
        let found = try grid(of: Self.two) {
            $0.columns = .unit
            $0.units = ["*镇"]
            $0.indicators = ["产值"]
            $0.period = Period(Period.year(2023).start, Period.year(2024).end)
        }
        #expect(found == [["", "东镇", "西镇"], ["2023", "4.00", "5.00"], ["2024", "5.00", "5.50"]])
    }

    @Test func oneAxisTwice() {
        #expect(throws: ReportProblem.self) {
            try tables(of: Self.two) {
                $0.rows = .unit
                $0.columns = .unit
            }
        }
    }

    @Test func severalInACell() throws {
        let found = try grid(of: Self.two) {
            $0.indicators = ["产值"]
            $0.shown = [.value, .share, .yoy]
        }
        #expect(
            found == [
                ["", "2024", "share", "yoy"], ["区", "20.00", "", ""], ["  东镇", "5.00", "25.0%", "+25.0%"],
                ["  西镇", "5.50", "27.5%", "+10.0%"], ["  新园", "9.50", "47.5%", ""],
            ])
    }

    @Test(arguments: [
        (ReportQuery.Order.name, ["东镇", "新园", "西镇"]), (.value, ["新园", "西镇", "东镇"]), (.growth, ["东镇", "西镇", "新园"]),
    ])
    func order(_ order: ReportQuery.Order, _ expected: [String]) throws {
        let table = try #require(
            try tables(of: Self.two) {
                $0.order = order
                $0.indicators = ["产值"]
            }.first)
        #expect(table.rows.dropFirst().map(\.label.zh) == expected)
        let first = try tables(of: Self.two) {
            $0.order = order
            $0.top = 1
            $0.indicators = ["产值"]
        }
        #expect(first[0].rows.map(\.label.zh) == ["区", expected[0]])
    }

    @Test(arguments: [
        (nil, ["2024"]), (ReportQuery.Step.month, ["2024"]),
    ])
    func partsWithoutValues(_ step: ReportQuery.Step?, _ expected: [String]) throws {
        let found = try grid(of: Self.two) {
            $0.step = step
            $0.indicators = ["产销率"]
        }
        #expect(found[0] == [""] + expected)
    }

    @Test func nothingToShow() throws {
        #expect(try tables(of: Self.two) { $0.period = .year(1999) }.isEmpty)
        #expect(try tables(of: "").isEmpty)
    }

    @Test func unknownNames() {
        let problem = #expect(throws: ReportProblem.self) { try tables(of: Self.two) { $0.indicators = ["产直"] } }
        #expect(problem?.help.first?.en == "did you mean 产值?")
        #expect(throws: ReportProblem.self) { try tables(of: Self.two) { $0.units = ["*县"] } }
    }

    /// A city of which the ledger follows one district has no row of its own.
    @Test func echoOfOneDistrict() throws {
        let ledger = """
            unit 市
                incomplete
            unit 市:区
            indicator 产值
                measure 亿元
            2024 区
                产值 5.0
            """
        #expect(try grid(of: ledger) == [["", "2024"], ["区", "5.0"]])
        let all = try #require(try records(of: ledger).first)
        let unit = try #require(all.keys.firstIndex(of: "unit"))
        #expect(Set((0..<all.count).map { Array(all[$0])[unit] }) == [.text("市"), .text("市:区")])
    }
}
