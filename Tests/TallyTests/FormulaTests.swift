import Ledger
import Numerics
import Syntax
import Tally
import Testing

/// What expressions come to, by intervals worked out by hand.
struct FormulaTests {
    static let head = """
        unit 区
        unit 区:甲
            kind 园区
        unit 区:乙
            kind 园区
        unit 区:丙
            kind 园区
        unit 区:丁
            kind 乡镇
        indicators   measure 万元
            出口
            总额
            投资
        indicator 可比
            measure 万元
            growth comparable
        indicator 利润
            measure 万元
            signed
        indicator 户数
            measure 户
            nature stock
        indicator 覆盖率
            measure %
        indicator 死亡率
            measure ‰
        indicator 能耗
            measure 吨标准煤
            better lower
        indicator 单耗
            measure 吨标准煤/万元
        indicator 占比 = 出口 / 总额
            measure %
        indicator 千分比 = 出口 / 总额
            measure ‰
        indicator 户均 = 总额 / 户数
            measure 元/户
        indicator 逆差 = 总额 - 2 * 出口
        indicator 余率 = 100% - 占比
            measure %
        indicator 再算 = 占比 * 总额
            measure 亿元
        2012 甲
         出口 100
         总额 200
         户数 10
         覆盖率 90%
         可比 100
        2013 甲
         出口 120
         总额 200.0
         户数 10
         覆盖率 96.0%
         死亡率 8.0
         能耗 30.0 吨标准煤
         利润 -5
         可比 120  yoy +10.0%
        2012 乙
         总额 300
        2013 乙
         总额 300
         能耗 20.0 吨标准煤
         户数 n/a
        2013 丙
         总额 500
         能耗 30.0 吨标准煤
        2013 丁
         总额 900
        2013-Q1 甲
         投资 10
        2013-Q2 甲
         投资 12
        2012-Q4 甲
         投资 8

        """

    /// `VALUE LOW HIGH MEASURE STATE`
    static let cases: [(String, String)] = [
        // A number in a formula is exact, and takes the other side's measure.
        ("2013 甲 出口 + 1", "121 120.5 121.5 万元 derived"),
        ("2013 甲 出口 + 1 亿元", "10120 10119.5 10120.5 万元 derived"),
        ("2013 甲 1 亿元 - 出口", "0.988 0.98795 0.98805 亿元 derived"),
        ("2013 甲 -出口 * 2", "-240 -241 -239 万元 derived"),
        ("2013 甲 (出口 + 总额) / 2", "160 159.725 160.275 万元 derived"),
        ("2013 甲 3 / 2", "1.5 1.5 1.5  derived"),
        // Amounts of one dimension make a ratio, others a ratio measure.
        ("2013 甲 出口 / 总额", "0.6 0.5973506623 0.6026506627  derived"),
        ("2013 甲 总额 / 户数", "20 19.995 20.005 万元/户 derived"),
        ("2013 甲 总额 / 户数 * 户数", "200 199.95 200.05 万元 derived"),
        ("2013 甲 1 / 户数", "0.1 0.1 0.1 1/户 derived"),
        ("2013 甲 能耗 / 总额 - 单耗", "- - - 吨标准煤/万元 absent"),
        ("2013 甲 覆盖率 * 总额", "192 191.852025 192.148025 万元 derived"),
        ("2013 甲 覆盖率 / 覆盖率", "1 0.9989588755 1.00104221  derived"),
        ("2013 甲 出口 / 50%", "240 239 241 万元 derived"),
        ("2013 甲 出口 / (出口 - 出口)", "- - -  absent"),
        // Percentages: their difference is in points, unless the one taken from is the whole.
        ("2013 甲 覆盖率 - 1%", "95 94.95 95.05 百分点 derived"),
        ("2013 甲 100% - 覆盖率", "4 3.95 4.05 % derived"),
        ("2013 甲 100 - 覆盖率", "4 3.95 4.05 % derived"),
        ("2013 甲 覆盖率 + 1 pp", "97 96.95 97.05 % derived"),
        ("2013 甲 覆盖率 + 死亡率", "96.8 96.745 96.855 % derived"),
        ("2013 甲 出口 / 总额 + 1%", "61 60.73506623 61.26506627 % derived"),
        // Growth.
        ("2013 甲 yoy(出口)", "20 18.90547263 21.10552764 % derived"),
        ("2013 甲 yoy(覆盖率)", "6 5.45 6.55 百分点 derived"),
        ("2013 甲 yoy(覆盖率) - parent(yoy(覆盖率))", "- - - 百分点 absent"),
        ("2013 甲 yoy(可比)", "10 9.95 10.05 % derived"),
        ("2013 甲 nominal(yoy(可比))", "20 18.90547263 21.10552764 % derived"),
        ("2013 甲 yoy(可比 + 出口)", "- - - % absent"),
        ("2013 甲 nominal(yoy(可比 + 出口))", "20 18.90547263 21.10552764 % derived"),
        ("2013 甲 yoy(2 * 出口)", "20 18.90547263 21.10552764 % derived"),
        ("2013 甲 yoy(利润)", "- - - % absent"),
        ("2013-Q2 甲 pop(投资)", "20 9.523809523 31.57894737 % derived"),
        ("2013-Q2 甲 previous(投资)", "10 9.5 10.5 万元 derived"),
        ("2013-Q1 甲 previous(投资)", "8 7.5 8.5 万元 derived"),
        ("2013-01..05 甲 previous(投资)", "- - - 万元 absent"),
        ("2013-04..05 甲 previous(投资)", "- - - 万元 absent"),
        ("2013-Q2 甲 ytd(投资)", "22 21 23 万元 derived"),
        ("2013-Q2 甲 ytd(2 * 投资)", "44 42 46 万元 derived"),
        ("2013 甲 last-year(户数)", "10 10 10 户 derived"),
        // The unit above, and the units beside.
        ("2013 甲 parent(总额)", "1900 1898.45 1901.55 万元 derived"),
        ("2013 区 parent(总额)", "- - - 万元 absent"),
        ("2013 甲 share(总额)", "10.52631579 10.51510609 10.53754379 % derived"),
        ("2013 甲 share(总额 + 0)", "10.52631579 10.51510609 10.53754379 % derived"),
        ("2013 甲 rank(总额)", "3 3 3  derived"),
        ("2013 丙 rank(总额)", "1 1 1  derived"),
        ("2013 甲 rank(能耗)", "2 2 3  derived"),
        ("2013 甲 rank(出口)", "1 1 3  derived"),
        ("2013 丁 rank(总额)", "- - -  absent"),
        ("2013 甲 abs(利润)", "5 4.5 5.5 万元 derived"),
        ("2013 甲 abs(出口 - 出口)", "0 0 1 万元 derived"),
        ("2013 甲 min(出口, 总额, 1 亿元)", "120 119.5 120.5 万元 derived"),
        ("2013 甲 max(出口, 1 亿元)", "10000 10000 10000 万元 derived"),
        // Computed indicators, from rolled-up operands; a partial operand bounds.
        ("2013 甲 占比", "60 59.73506623 60.26506627 % derived"),
        ("2013 甲 千分比", "600 597.3506623 602.6506627 ‰ derived"),
        ("2013 甲 户均", "200000 199950 200050 元/户 derived"),
        ("2013 甲 逆差", "-40 -41.05 -38.95 万元 derived"),
        ("2013 甲 逆差 + 1", "-39 -40.05 -37.95 万元 derived"),
        ("2013 甲 余率", "40 39.73493373 40.26493377 % derived"),
        ("2013 甲 再算", "0.012 0.01194402649 0.01205602651 亿元 derived"),
        ("2013 区 占比", "6.315789474 6.28434698 - % partial"),
        ("2013 区 余率", "93.68421053 - 93.71565302 % partial"),
        ("2013 区 户数 + 总额", "!"),
        ("2013 乙 总额 / 户数", "- - - 万元/户 absent"),
        ("2013 乙 占比", "- - - % absent"),
        ("2012 丙 占比", "- - - % absent"),
        // What does not go together.
        ("2013 甲 出口 + 5%", "!"),
        ("2013 甲 出口 + 户数", "!"),
        ("2013 甲 max(出口, 5%)", "!"),
        ("2013 甲 1 pp - 覆盖率", "!"),
    ]

    @Test("by hand", arguments: cases)
    func evaluates(_ question: String, _ expected: String) throws {
        let tallied = Tallied(Self.head)
        #expect(try Self.text(question, tallied) == expected)
    }

    /// `PERIOD UNIT EXPRESSION`; `!` where its operands do not go together.
    static func text(_ question: String, _ tallied: Tallied) throws -> String {
        let words = question.split(separator: " ", maxSplits: 2).map(String.init)
        let formula = try Formula.read(words[2])
        guard let compiled = try? tallied.tally.compile(formula) else { return "!" }
        let value = tallied.evaluator.evaluate(compiled, try tallied.unit(words[1]), try period(words[0]))
        func end(_ n: Int128?, _ rounding: Rounding) -> String {
            guard let n, let scale = value.interval?.scale else { return "-" }
            return decimalText(n, scale: scale, dividedBy: 1, decimals: nil, rounding: rounding)
        }
        let interval = value.interval
        let numbers = [
            end(interval?.value, .nearest), end(interval.flatMap { $0.hasLow ? $0.low : nil }, .down),
            end(interval.flatMap { $0.hasHigh ? $0.high : nil }, .up),
        ]
        return (numbers + [value.measure, value.state.rawValue]).joined(separator: " ")
    }

    @Test func `a stated value stands before the computed one`() throws {
        let tallied = Tallied(Self.head + "2014 甲\n 出口 1\n 总额 2\n 占比 55%\n")
        #expect(try tallied.text("2014 甲 占比") == "55 54.5 55.5 reported 1/1")
    }

    /// The second quarter is not in; what is, is 30 of 100 at least.
    @Test(arguments: [
        ("done(出口)", "30 30 - % partial"), ("lead(出口)", "-20 -20 - 百分点 partial"), ("target(出口)", "- - - 万元 absent"),
    ])
    func `completion by a year to date that is partly in is partial`(_ expression: String, _ expected: String) throws {
        let tallied = Tallied(Self.head + "2014-Q1 甲\n 出口 > 30\ntarget 2014 甲\n 出口 100\n")
        #expect(try Self.text("2014-H1 甲 " + expression, tallied) == expected)
    }

    /// 甲 has taken over 乙: 18 from 10 + 6, of 40 in all.
    @Test(arguments: [
        ("甲", "5 1.204819277 9.090909091 百分点 derived"), ("丙", "5 2.409638554 7.792207793 百分点 derived"),
    ])
    func `a contribution counts what was merged`(_ unit: String, _ expected: String) throws {
        let tallied = Tallied(
            """
            units 县
                甲
                乙   closed 2015-12, succeeded-by 甲
                丙
            indicator 产值
                measure 亿元
            2015 甲
                产值 10
            2015 乙
                产值 6
            2015 丙
                产值 24
            2016 甲
                产值 18
            2016 丙
                产值 26
            """)
        #expect(try Self.text("2016 \(unit) contribution(产值)", tallied) == expected)
    }

    @Test func `a product beyond all digits says so`() throws {
        let tallied = Tallied(Self.head)
        let long = try tallied.tally.compile(Formula.read("总额 * 总额 * 总额 * 总额 * 总额 * 总额 * 总额 * 总额"))
        let value = tallied.evaluator.evaluate(long, try tallied.unit("甲"), .year(2013))
        #expect(value.interval == nil && value.isTooLarge)
    }

    @Test func `growth of a computed indicator follows from its computed levels`() throws {
        let tallied = Tallied(Self.head)
        let key = try tallied.key("2013 甲 占比")
        let growth = try #require(tallied.evaluator.yearOnYear(key.unit, key.indicator, key.period))
        #expect(growth.isInPoints)
        #expect(growth.interval.compareValue(Interval(exact: Decimal(mantissa: 10, scale: 0), factor: 1)) == 0)
    }

    @Test("every circle is told, in whatever order its indicators are declared", arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2]])
    func circles(_ order: [Int]) throws {
        let blocks = [
            "indicator b = b / 2\n", "indicator a = a + b\n", "indicator c = d + a\n", "indicator d = 2 * c\n",
        ]
        let tallied = Tallied("unit 区\n" + order.map { blocks[$0] }.joined())
        #expect(tallied.problems.map { $0.prefix { $0 != ":" } } == ["name/circle", "name/circle", "name/circle"])
    }

    @Test func `nothing is computed in a circle or behind one`() throws {
        let tallied = Tallied(
            "unit 区\nindicator 数\n measure 万元\nindicator 甲 = 乙 + 数\n measure 万元\nindicator 乙 = 甲\n measure 万元\n"
                + "indicator 丙 = 乙 + 数\n measure 万元\n2013 区\n 数 5\n")
        for name in ["甲", "乙", "丙"] { #expect(try tallied.cell("2013 区 \(name)").way == .absent) }
        #expect(tallied.tally.formulaCircles.count == 1)
        #expect(tallied.problems.map { $0.prefix { $0 != ":" } } == ["name/circle"])
    }

    @Test(arguments: ["measure a/b = 2 a", "measure a = 2 a/b", "measure a/b = 2 b", "measure a/b = 2 c\nmeasure c/b = 3 a"])
    func `a measure that would be a ratio of itself is none`(_ conversion: String) {
        let tallied = Tallied(
            "measure a\nmeasure b\nmeasure c\n\(conversion)\nunit 区\nindicator x\n measure a\nindicator y = x * 2\n2013 区\n x 5\n")
        #expect(tallied.problems.map { $0.prefix { $0 != ":" } } == ["measure/conflict"])
    }

    @Test func `what is behind a formula is found through all the formulas between`() throws {
        let text = "unit 区\nregister 难题\n states 交办 -> 办结\nindicators\n 甲\n 乙\nindicator 丙 = 甲 + count(难题)\nindicator 丁 = 丙 + 乙\n"
        let tallied = Tallied(text + "indicator 戊 = 丁 * 2\n")
        let formula = try tallied.tally.compile(Formula.read("戊 + 1"))
        let behind = tallied.tally.behind([formula])
        #expect(behind.indicators.map { tallied.ledger.indicators[$0].name } == ["甲", "乙", "丙", "丁", "戊"])
        #expect(behind.registers.count == 1)
        #expect(tallied.tally.registers(behind: try tallied.indicator("戊")).count == 1)
        #expect(tallied.tally.registers(behind: try tallied.indicator("乙")).isEmpty)
    }

    /// Twice as many take twice the time, not four times.
    @Test func `a formula keeps what it names, not all that is behind`() throws {
        var text = "unit 区\nindicator 数0\n measure 万元\n"
        for index in 1..<20_000 { text += "indicator 数\(index) = 数\(index - 1) + 1\n" }
        let tallied = Tallied(text)
        let formula = try tallied.tally.compile(Formula.read("数19999"))
        #expect(formula.indicators.count == 1)
        #expect(tallied.tally.behind([formula]).indicators.count == 20_000)
    }

    @Test func `measures that double at each step are told, not multiplied without end`() {
        var text = "unit 区\nindicator 数0\n measure 万元\n"
        for index in 1..<70 { text += "indicator 数\(index) = 数\(index - 1) * 数\(index - 1)\n" }
        let problems = Tallied(text).problems
        #expect(problems.first == "measure/mismatch: indicator 数5 = 数4 * 数4 | indicator 数5 = 数4 * 数4")
        #expect(problems.allSatisfy { $0.hasPrefix("measure/mismatch: ") })
    }

    /// 双 and 个 are one dimension: what cancels in it would pile up in the name.
    @Test func `names of measures do not grow without end`() throws {
        let tallied = Tallied(
            "measure 双 = 2 个\nunit 区\nindicator 甲\n measure 双\nindicator 乙\n measure 个\nindicator 户\n measure 户\n")
        let once = "甲 * 户" + String(repeating: " * 甲 / 乙", count: 7)
        #expect(try Self.text("2013 区 \(once)", tallied) != "!")
        #expect(try Self.text("2013 区 \(once) * 甲 / 乙", tallied) == "!")
    }

    /// Each names the two before it: without memory that is a question for every path.
    @Test func `long chains of computed indicators end`() throws {
        var text = "unit 区\nindicators measure 万元\n 数0\n 数1\n"
        for index in 2..<400 { text += "indicator 数\(index) = 数\(index - 1) + 数\(index - 2)\n measure 万元\n" }
        let tallied = Tallied(text + "2013 区\n 数0 0\n 数1 1\n")
        #expect(try tallied.cell("2013 区 数30").interval?.value != nil)
        #expect(try tallied.cell("2013 区 数399").way != .reported)
        let nested = String(repeating: "yoy(", count: 150) + "数1" + String(repeating: ")", count: 150)
        #expect(try Self.text("2013 区 \(nested)", tallied).hasSuffix("absent"))
    }
}
