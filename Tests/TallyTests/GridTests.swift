import Ledger
import Numerics
import Tally
import Testing

/// Units whose blocks all list the same are summed and checked a block at a time. A comment inside a block, which means nothing, breaks it
/// in two and keeps its unit off that path; both must say the same.
struct GridTests {
    private static let declarations = """
        units 区
            甲镇
                甲一
                甲二
                甲三
            乙镇
                乙一
                乙二
        indicators measure 万元
            产值
            税收
        indicator 企业
            measure 家
        indicator 利润
            measure 万元
            signed
        indicator 增速
            measure %
        indicator 存款
            measure 万元
            nature stock

        """
    private static let units = ["区", "甲镇", "乙镇", "甲一", "甲二", "甲三", "乙一", "乙二"]
    private static let indicators = ["产值", "税收", "企业", "利润", "增速", "存款"]

    /// How the periods of the blocks of a year follow each other.
    enum Shape: CaseIterable {
        case monthly, cumulative, monthsAndQuarters, halfTheYear

        var periods: [String] {
            switch self {
            case .monthly: (1...12).map { "2023-\($0 < 10 ? "0" : "")\($0)" }
            case .cumulative: ["2023-01"] + (2...12).map { "2023-01..\($0 < 10 ? "0" : "")\($0)" }
            case .monthsAndQuarters: Shape.monthly.periods + ["2023-Q1", "2023-Q3"]
            case .halfTheYear: Array(Shape.monthly.periods.prefix(5))
            }
        }
    }

    private func text(_ shape: Shape, _ slips: Int, isBroken: Bool) -> String {
        var random = SplitMix64(seed: UInt64(slips))
        var text = Self.declarations
        var number = 0
        for period in shape.periods {
            for unit in Self.units.dropFirst(3) {
                text += "\(period)  \(unit)\n"
                for (index, indicator) in Self.indicators.enumerated() {
                    number += 1
                    if isBroken, (number / 7 + index) % 5 == 0 { text += "  ; a comment\n" }
                    let isSlip = Int.random(in: 0..<1000, using: &random) < slips
                    text += "    \(indicator)  \(value(index, number, isSlip, &random))\n"
                }
            }
        }
        return text
    }

    private func value(_ indicator: Int, _ number: Int, _ isSlip: Bool, _ random: inout SplitMix64) -> String {
        let value = Int.random(in: 100...199, using: &random)
        if isSlip {
            let slips = [
                "-", "n/a", "exempt", "\(value)0000.0", "> \(value)", "~ \(value)", "\(value).25", "-\(value).5", "\(value)00000000.5",
            ]
            return slips[number % slips.count]
        }
        return indicator == 2 ? "\(value)" : indicator == 3 ? "-\(value).5" : "\(value).5"
    }

    @Test(arguments: Shape.allCases, [0, 20, 200])
    func `blocks that list the same say what others say`(shape: Shape, slips: Int) throws {
        let (grid, general) = (Tallied(text(shape, slips, isBroken: false)), Tallied(text(shape, slips, isBroken: true)))
        #expect(grid.problems == general.problems)
        let periods = ["2023", "2023-Q1", "2023-Q2", "2023-Q4", "2023-H1", "2023-03", "2023-05..06"]
        let asked = try periods.map { try period($0) }
        for tallied in [grid, general] {
            tallied.evaluator.prepare(tallied.ledger.units.roots, Array(tallied.ledger.indicators.ids), asked)
        }
        for unit in Self.units {
            for indicator in Self.indicators {
                for period in periods {
                    let question = "\(period) \(unit) \(indicator)"
                    #expect(try grid.text(question) == general.text(question), "\(question)")
                }
            }
        }
    }

    @Test func `sums too large for 64 bits are sums all the same`() throws {
        let blocks = Self.units.dropFirst(3).map { unit in
            (1...12).map { "2023-\($0 < 10 ? "0" : "")\($0)  \(unit)\n    产值  999999999999999999\n" }.joined()
        }
        let tallied = Tallied(Self.declarations + blocks.joined())
        #expect(try tallied.text("2023 区 产值") == "59999999999999999940 59999999999999999910 59999999999999999970 units 2/2")
    }
}
