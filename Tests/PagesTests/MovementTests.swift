import Diagnostics
import Ledger
import Numerics
import Reports
import Tally
import Testing

@testable import Pages

@Suite struct MovementTests {
    static let ledger = """
        units 区
            甲
            乙
            丙
        indicator 产值
            measure 亿元
        target 2024  区 -> 甲
            产值  100
        target 2024  区 -> 乙
            产值  100
        target 2024  区 -> 丙
            产值  100
        2024-01..04  甲
            产值  30.0
        2024-01..04  乙
            产值  20.0
        2024-01..04  丙
            产值  10.0
        2024-01..05  甲
            产值  31.0
        2024-01..05  乙
            产值  40.0
        2024-01..05  丙
            产值  15.0

        """

    @Test func `a rank table tells the places gained and lost since the issue before`() {
        let text = bulletin(.month(2024, 5), of: Self.ledger, in: .chinese).bulletin.text()
        let rows = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(rows.contains(["乙", "1", "↑1", "40.0", "40.0%", "-1.7"]))
        #expect(rows.contains(["甲", "2", "↓1", "31.0", "31.0%", "-10.7"]))
        #expect(rows.contains(["丙", "3", "=", "15.0", "15.0%", "-26.7"]))
    }

    @Test func `of many units the furthest are named, and the others counted`() {
        let names = (10...29).map { "镇\($0)" }
        let units = "units 区\n" + names.map { "    \($0)\n" }.joined()
        let targets = names.map { "target 2024  区 -> \($0)\n    产值  100\n" }.joined()
        let figures = names.enumerated().map { "2024-01..06  \($1)\n    产值  \($0 + 1).0\n" }.joined()
        let ledger = units + "indicator 产值\n    measure 亿元\n" + targets + figures
        let issue = bulletin(.half(2024, 1), of: ledger, in: .chinese)
        let text = issue.bulletin.text()
        #expect(text.contains("慢于序时或未完成的有镇10（-49.0个百分点）、镇11"))
        #expect(text.contains("镇17（-42.0个百分点）等20个单位。"))
    }

    @Test(arguments: [
        (Period.month(2024, 5), Period.month(2024, 4)),
        (.quarter(2024, 2), .quarter(2024, 1)),
        (.year(2024), .year(2023)),
        (.half(2024, 1), .quarter(2024, 1)),
        (.months(from: (2024, 1), through: (2024, 5)), .months(from: (2024, 1), through: (2024, 4))),
    ])
    func `the issue before`(period: Period, before: Period) {
        #expect(Ledger.load(text: "").previousIssue(of: period) == before)
    }

    /// 30, 30, 20 and 20% of 100 fall on the quarters.
    @Test(arguments: [
        (Period.month(2024, 1), "10"), (.month(2024, 4), "10"), (.quarter(2024, 1), "30"), (.half(2024, 2), "40"),
        (.month(2024, 12), "6.666666667"),
    ])
    func `what a year's target asks of a part of it`(period: Period, amount: String) throws {
        let text = """
            unit 甲
            indicator 产值
                measure 亿元
            target 2024  甲
                产值  100
            phase 产值  30 30 20 20

            """
        #expect(try due(period, text) == amount)
    }

    @Test func `a target of the very part is what is asked of it`() throws {
        let text = """
            unit 甲
            indicator 产值
                measure 亿元
            target 2024  甲
                产值  100
            target 2024-Q1  甲
                产值  35

            """
        #expect(try due(.quarter(2024, 1), text) == "35")
    }

    private func due(_ period: Period, _ text: String) throws -> String? {
        let tally = Tally(Ledger.load(text: text))
        let id = try #require(tally.ledger.indicators.find("产值"))
        let unit = try #require(tally.ledger.units.ids.first)
        let factor = tally.ledger.measures[tally.ledger.indicators[id].measure].factor
        return Evaluator(tally).due(unit, id, in: period).map { MachineNumber($0, factor: factor).value }
    }
}
