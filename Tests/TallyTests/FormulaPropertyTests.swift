import Numerics
import Testing

/// True values, rounded anyhow, with what is computed from them stated anyhow: no rule, no assertion and no stated value is contradicted.
struct FormulaPropertyTests {
    private static let rules = """
        unit 区
        unit 区:甲
        unit 区:乙
        indicators   measure 万元
            出口
            内销
            总额
        indicator 占比 = 出口 / 总额
            measure %
        indicator 增速 = yoy(出口)
            measure %
        rule 一   总额 = 出口 + 内销
        rule 二   出口 <= 总额
        rule 三   出口 < 总额 + 1
        rule 四   max(出口, 内销) >= 总额 / 2
        rule 五   abs(出口 - 内销) <= 总额
        rule 六   出口 / 总额 + 内销 / 总额 = 100%
        rule 七   占比 = 100% - 内销 / 总额
        rule 八   增速 = nominal(yoy(出口))
        rule 九   share(出口) <= 100%
        rule 十   parent(出口) >= 出口, each year
        rule 十一   总额 * 占比 = 出口

        """

    /// A number of 10^-6, rounded half up to so many decimals.
    private static func written(_ millionths: Int, _ decimals: Int) -> String {
        let step = [1_000_000, 100_000, 10_000, 1_000][decimals]
        let rounded = (millionths + step / 2) / step
        let digits = String(rounded)
        guard decimals > 0 else { return digits }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }

    /// In %, as millionths.
    private static func percent(_ part: Int, of whole: Int) -> Int { Int(Int128(part) * 100_000_000 / Int128(whole)) }

    @Test(arguments: 0..<60) func `what is true is never contradicted`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var text = Self.rules
        func number(_ millionths: Int, in random: inout SplitMix64) -> String {
            Self.written(millionths, Int.random(in: 0...3, using: &random))
        }
        var exports: [Int: [Int]] = [:]
        for year in 2012...2014 {
            var sums = (exports: 0, sales: 0)
            for unit in ["甲", "乙"] {
                let export = Int.random(in: 2_000_000...90_000_000, using: &random)
                let sale = Int.random(in: 2_000_000...90_000_000, using: &random)
                sums = (sums.exports + export, sums.sales + sale)
                text += "\(year) \(unit)\n 出口 \(number(export, in: &random))\n 总额 \(number(export + sale, in: &random))\n"
                if Bool.random(using: &random) { text += " 内销 \(number(sale, in: &random))\n" }
                if Bool.random(using: &random) { text += " 占比 \(number(Self.percent(export, of: export + sale), in: &random))%\n" }
                let before = exports[year - 1] ?? []
                let index = unit == "甲" ? 0 : 1
                if before.count > index, export > before[index], Bool.random(using: &random) {
                    text += " 增速 \(number(Self.percent(export, of: before[index]) - 100_000_000, in: &random))%\n"
                }
                exports[year, default: []].append(export)
            }
            if Bool.random(using: &random) {
                text += "\(year) 区\n 出口 \(number(sums.exports, in: &random))\n 总额 \(number(sums.exports + sums.sales, in: &random))\n"
                text += " 占比 \(number(Self.percent(sums.exports, of: sums.exports + sums.sales), in: &random))%\n"
            }
        }
        #expect(Tallied(text).problems == [])
    }
}
