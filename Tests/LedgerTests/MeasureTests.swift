import Ledger
import Testing

struct MeasureTests {
    static let conversions = [
        ("", "亿元", "万元", "100000000:10000"), ("", "CNY", "元", "1:1"), ("", "bnUSD", "亿美元", "1000000000:100000000"), ("", "元", "美元", ""),
        ("", "EUR", "USD", ""), ("", "千瓦时", "Wh", "1000:1"), ("", "Mt", "万吨", "1000000:10000"), ("", "tce", "万吨标准煤", "1:10000"),
        ("", "亩", "平方米", "2000:3"), ("", "公顷", "亩", "30000:2000"), ("", "万人", "persons", "10000:1"), ("", "%", "‰", "10:1"),
        ("", "%", "百分点", ""), ("", "pp", "百分点", "1:1"), ("", "家", "firms", "1:1"), ("", "家", "户", ""),
        ("measure 15 分地 = 1000 平方米", "分地", "平方米", "200:3"), ("measure 担 = 50 千克\nmeasure 吨 = 1000 千克\nmeasure 千克", "吨", "担", "1000:50"),
        ("measure 打 = 12 个", "打", "个", "12:1"), ("measure 甲 = 0.5 乙\nmeasure 乙 = 4 丙\nmeasure 丙", "甲", "丙", "2:1"),
        ("indicator 甲\n measure 万元/户\nindicator 乙\n measure 元/户", "万元/户", "元/户", "10000:1"),
        ("indicator 甲\n measure 吨标准煤/万元\nindicator 乙\n measure tce/亿元", "吨标准煤/万元", "tce/亿元", "10000:1"),
        ("measure 千元/户 = 1000 元/户\nindicator 甲\n measure 万元/户", "千元/户", "万元/户", "1000:10000"),
        ("unit 区\nindicator 甲\n measure 元/户\ntarget 2013 区\n 甲 5 万元/户", "万元/户", "元/户", "10000:1"),
    ]

    @Test("what converts into what", arguments: conversions)
    func converts(_ text: String, _ a: String, _ b: String, _ ratio: String) { #expect(Reading(text).ratio(a, b) == ratio) }

    static let wrong = [
        Wrong("measure 亿元 = 10000 万元\nmeasure 15 亩 = 10000 平方米\nmeasure CNY = 1 元\nmeasure 家", []),
        Wrong("measure 亿元 = 1000 万元", ["measure/conflict at 亿元 = 1000 万元"]),
        Wrong("measure 亩 = 666.67 平方米", ["measure/conflict at 亩 = 666.67 平方米"]),
        Wrong("measure 亿元 = 10000 亿元", ["measure/conflict at 亿元 = 10000 亿元"]),
        Wrong("measure 箱 = 1 箱\nmeasure 箱 = 2 箱", ["measure/conflict at 箱 = 2 箱"]),
        Wrong("measure 箱 = 12 瓶\nmeasure 瓶\nmeasure 箱 = 10 瓶", ["measure/conflict at 箱 = 10 瓶"]),
        Wrong("measure 美元 = 6.2 元", ["measure/conflict at 美元 = 6.2 元"]),
        Wrong("measure 美金 = 1 美元\nmeasure 美金 = 6.2 元", ["measure/conflict at 美金 = 6.2 元"]),
        Wrong("measure 箱 = 12 瓶子", ["measure/unknown at 瓶子"]),
        Wrong("measure 细 = 1.2345678901234 元", ["measure/conflict at 细"]),
        Wrong(
            "measure 甲 = 1000000000 乙\nmeasure 乙 = 1000000000 丙\nmeasure 丙 = 1000000000 丁\nmeasure 丁",
            ["measure/conflict at 甲", "measure/conflict at 乙"]),
        Wrong("measure a\nmeasure b\nmeasure a/b = 2 a", ["measure/conflict at a/b"]),
        Wrong("measure a\nmeasure b\nmeasure a = 2 a/b", ["measure/conflict at a/b"]),
        Wrong(
            "measure a\nmeasure b\nmeasure c\nmeasure d\nmeasure a/b = 2 c\nmeasure c/d = 3 a", ["measure/conflict at c/d"]),
        Wrong(
            "measure a\nmeasure b\nmeasure c = 1 a/b\nmeasure d = 1 c/b\nmeasure e = 1 d/b\nmeasure f = 1 e/b\nindicator x\n measure f", []),
        Wrong(
            "measure a\nmeasure b\nmeasure c = 1 a/b\nmeasure d = 1 c/b\nmeasure e = 1 d/b\nmeasure f = 1 e/b\nmeasure g = 1 f/b",
            ["measure/conflict at f/b"]),
        Wrong("indicator 甲\n measure 万圆", ["measure/unknown at 万圆"]),
        Wrong("unit 区\nindicator 甲\n measure 万元\n2013 区\n 甲 5 家", ["measure/mismatch at 家"]),
        Wrong("unit 区\nindicator 甲\n measure 万元\nindicator 乙\n measure 家\n2013 区\n 甲 5 share 3% of 乙", ["measure/mismatch at 乙"]),
        Wrong("unit 区\nindicator 甲\n measure 万元\nindicator 乙\n measure 亿元\n2013 区\n 甲 5 share 3% of 乙", []),
        Wrong("unit 区\nindicator 甲\n measure %\n2013 区\n 甲 5%  yoy 8.3 个百分点", []),
        Wrong("unit 区\nindicator 甲\n measure 万元\n2013 区\n 甲 5 美元", ["measure/mismatch at 美元"]),
        Wrong("unit 区\nindicator 甲\n measure %\n2013 区\n 甲 5 百分点", ["measure/points at 百分点"]),
        Wrong("unit 区\nindicator 甲\n measure pp\n2013 区\n 甲 5%", ["measure/points at %"]),
        Wrong("unit 区\nindicator 甲\n measure %\n2013 区\n 甲 5‰", []),
        Wrong("indicator 甲\n measure 万元\n parts 乙 + 丙\nindicators\n 乙  measure 亿元\n 丙  measure %", ["measure/mismatch at 丙"]),
        Wrong("indicator 甲\n measure %\n includes 乙\nindicators\n 乙  measure pp", ["measure/points at 乙"]),
        Wrong("unit 区\nindicator 甲\n measure 万元\ntarget 2013 区\n 甲 5 家", ["measure/mismatch at 家"]),
        Wrong("unit 区\nindicator 甲\n measure 万元\ntarget 2013 区\n 甲 +5%", []),
        Wrong("measure 吨\n counting\nunits 区\n 甲\n 乙\n2013 甲\n x 12 吨\n2013 乙\n x 13 吨\n2013 区\n x 26 吨", ["measure/conflict at 吨"]),
        Wrong("measure 家\n counting\nmeasure 座\nmeasure 座\n counting", []),
    ]

    @Test("what is wrong with measures", arguments: wrong)
    func isWrong(_ wrong: Wrong) { #expect(Reading(wrong.text).problems == wrong.problems) }

    @Test func `no measure is taken for another, however many there are`() throws {
        var text = "unit 区\n"
        for index in 0..<66_000 { text += "measure m\(index)\n" }
        text += "indicators\n    甲  measure m65999\n    乙\n2013 区\n    甲 5 m65999\n    乙 5 m65998\n"
        let reading = Reading(text)
        #expect(reading.problems == [])
        let measures = reading.ledger.indicators.indicators.map { reading.ledger.measures[$0.measure].name }
        #expect(measures == ["m65999", "m65998"])
    }

    @Test("a chain of conversions, in whatever order it is declared", arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]])
    func chain(_ order: [Int]) {
        let links = (0..<4).map { "measure 级\($0 + 1) = 10 级\($0)\n" }
        #expect(Reading("measure 级0\n" + order.map { links[$0] }.joined()).ratio("级4", "级0") == "10000:1")
    }

    @Test(
        "what stands behind a number", arguments: [("个", "", " 个"), ("家", " firms", " 家"), ("%", "%", "%"), ("亿元", " × 100m yuan", " 亿元")])
    func suffix(_ name: String, _ english: String, _ chinese: String) throws {
        let table = Reading("").ledger.measures
        let measure = table[try #require(table.find(name))]
        #expect([measure.suffix(in: .english), measure.suffix(in: .chinese), measure.suffix()] == [english, chinese, chinese])
    }

    @Test("which integers are exact", arguments: [("家", true), ("万人", false), ("人", true), ("万元", false), ("%", false), ("", false)])
    func exact(_ name: String, _ isExact: Bool) throws {
        let table = Reading("").ledger.measures
        let measure = try #require(table.find(name))
        #expect(table.interval(.init(mantissa: 12, scale: 0), in: measure).isExact == isExact)
        #expect(!table.interval(.init(mantissa: 120, scale: 1), in: measure).isExact)
    }
}
