import Numerics
import Reports
import Testing

@Suite struct ReportGroupTests {
    @Test func sumsByField() throws {
        let found = try grid(of: towns) { $0.groupField = "industry" }
        #expect(
            found == [
                ["", "Q1", "yoy"], ["装备", "4.6", "+15%"], ["  汽配", "1.5", "+50%"], ["  电机", "3.1", "+3%"], ["食品", "6.1", "+2%"],
            ])
    }

    @Test func firstLevelAndSomeUnits() throws {
        let found = try grid(of: towns) {
            $0.groupField = "industry"
            $0.depth = 0
            $0.units = ["东镇"]
        }
        #expect(found == [["", "Q1", "yoy"], ["装备", "1.5", "+50%"], ["食品", "2.2", "+10%"]])
    }

    /// A unit and its sub-unit of the same kind count once, and rates have no sum.
    @Test func topmostOnly() throws {
        let ledger = """
            unit 园
                kind 园区
            unit 园:一期
                kind 园区
            unit 园:二期
                kind 园区
            unit 城
                kind 园区
            unit 平均
                kind 园区
                apart
            indicator 产值
                measure 亿元
            indicator 产销率
                measure %
            2024 园
                产值 5.0
                产销率 98.0
            2024 一期
                产值 2.0
            2024 二期
                产值 3.0
            2024 城
                产值 1.0
            2024 平均
                产值 9.0
            """
        #expect(try grid(of: ledger) { $0.groupField = "kind" } == [["", "2024"], ["园区", "6.0"]])
    }

    @Test func partialGroup() throws {
        let ledger = """
            units 区
                甲  industry 食品
                乙  industry 食品
            indicator 产值
                measure 亿元
            2024 甲
                产值 5.0
            """
        let text = try page(of: ledger) { $0.groupField = "industry" }
        #expect(text.contains("≥5.0¹"))
        #expect(text.contains("¹ 食品: 1 of 2 in for 2024; without 乙"))
    }

    @Test(arguments: [("装备", ["甲厂", "丙厂"]), ("装备:汽配", ["甲厂"]), ("装备：汽配", ["甲厂"]), ("装", []), ("食品", ["乙厂", "丁厂"])])
    func whereTree(_ value: String, _ expected: [String]) throws {
        let found = try tables(of: towns) { $0.conditions = [.init(field: "industry", value: value)] }
        #expect(found.flatMap { $0.rows.map(\.label.zh) } == expected)
    }
}
