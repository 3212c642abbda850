import Ledger
import Syntax
import Testing

struct IndicatorTests {
    private func indicator(_ name: String, in text: String) throws -> Indicator {
        let reading = Reading(text)
        #expect(reading.problems == [])
        return reading.ledger.indicators[try #require(reading.ledger.indicators.find(name))]
    }

    static let natures: [(String, Nature, OverUnits)] = [
        ("measure 万元", .flow, .sum), ("measure %", .rate, .none), ("measure ‰", .rate, .none), ("measure 百分点", .rate, .none),
        ("measure 万元/户", .rate, .none), ("nature stock", .stock, .sum), ("measure %, nature flow", .flow, .sum),
        ("measure %, over-units mean", .rate, .mean), ("over-units cover", .flow, .cover),
    ]

    @Test("nature and over-units", arguments: natures)
    func nature(_ fields: String, _ nature: Nature, _ overUnits: OverUnits) throws {
        let one = try indicator("甲", in: "indicators\n    甲  \(fields)\n")
        #expect(one.nature == nature && one.overUnits == overUnits)
        #expect(one.growth == .nominal && one.better == .higher && !one.isSigned)
    }

    @Test func `a measure is adopted from the figures, and the nature with it`() throws {
        let text = "unit 区\nindicator 甲\nindicator 乙\n2013 区\n    甲 5\n2014 区\n    甲 5%\n    乙 7 万元\n"
        #expect(try indicator("甲", in: text).nature == .rate)
        #expect(try indicator("乙", in: text).nature == .flow)
    }

    @Test func `parts without a measure take the whole's, and a whole its parts'`() throws {
        let text = "indicator 甲\n    parts 乙 + 丙\nindicator 乙\n    measure 万元\nindicator 丙\n"
        let ledger = Reading(text).ledger
        let measures = Set(ledger.indicators.indicators.map { ledger.measures[$0.measure].name })
        #expect(measures == ["万元"])
    }

    static let inherited = [
        ("甲", OverUnits.max), ("乙", .max), ("丁", .max), ("丙", .min), ("戊", .min),
    ]

    @Test("over-units go down to the parts of parts", arguments: inherited)
    func overUnits(_ name: String, _ expected: OverUnits) throws {
        let text =
            "indicators\n    丁\n    戊\n    甲  over-units max, parts 乙 + 丙\n    乙  includes 丁\n    丙  over-units min, parts 戊 + 己\n    己\n"
        #expect(try indicator(name, in: text).overUnits == expected)
    }

    @Test("signed", arguments: [("甲", true), ("乙", true), ("丙", false), ("丁", true), ("戊", true)])
    func signed(_ name: String, _ isSigned: Bool) throws {
        let text =
            "unit 区\nindicators\n    甲  parts 乙 + 丙\n    乙  signed\n    丙\n    丁\n    戊  parts 丁 + 丙\n2013 区\n    丁 -1\n    丙 1\n"
        #expect(try indicator(name, in: text).isSigned == isSigned)
    }

    @Test("fields are kept under one key in both languages", arguments: [("类别 工业", "kind"), ("代码 工业", "code"), ("行业 工业", "行业")])
    func fields(_ line: String, _ key: String) throws {
        let one = try indicator("甲", in: "indicator 甲\n    \(line)\n")
        #expect(one.fields.map(\.key) == [key] && one.fields.map(\.value) == ["工业"])
    }

    @Test func `parts may lie as deep as they like`() throws {
        var text = "indicator 数0\n    signed\n    measure 万元\n"
        for index in 1..<50_000 { text += "indicator 数\(index)\n    parts 数\(index - 1) + 零\n" }
        let reading = Reading(text + "indicator 零\n    measure 万元\n")
        #expect(reading.problems == [])
        let last = reading.ledger.indicators[try #require(reading.ledger.indicators.find("数49999"))]
        #expect(last.isSigned && last.isDeclaredSigned && reading.ledger.measures[last.measure].name == "万元")
    }

    static let wrong = [
        Wrong("indicator 甲\nindicator 甲", ["name/duplicate at 甲"]),
        Wrong("indicator 甲\nindicator 乙\n    alias 甲", ["name/duplicate at 甲"]),
        Wrong("indicator 甲\n    alias 丙\nindicator 乙\n    alias 丙", ["name/duplicate at 丙"]),
        Wrong("indicator 甲\n    parts 乙 + 丙\nindicator 乙", ["name/undeclared at 丙"]),
        Wrong("indicator 甲\n    includes 丙", ["name/undeclared at 丙"]),
        Wrong("indicator 甲\n    parts 乙 + 丙\nindicator 乙\n    includes 甲\nindicator 丙", ["name/circle at 乙"]),
        Wrong("indicator ＧＤＰ\nindicator GDP", ["name/confusable at GDP"]),
        Wrong("indicator Cafe\u{301}\nindicator Caf\u{e9}", ["name/confusable at Caf\u{e9}"]),
        Wrong("indicator 甲\nindicator 乙\n    alias ＡＢ, AB", ["name/confusable at 乙"]),
    ]

    /// Which are told, and how many, does not depend on which is declared first.
    @Test func `circles are the same in every order`() {
        let blocks = [
            "indicator 甲\n    parts 乙 + 丙", "indicator 乙\n    parts 甲 + 丙", "indicator 丙\n    includes 甲", "indicator 丁\n    includes 丁",
        ]
        for shift in blocks.indices {
            for order in [blocks, blocks.reversed()] {
                let reading = Reading((order[shift...] + order[..<shift]).joined(separator: "\n"))
                #expect(
                    reading.sorted.map(\.message.en).sorted() == [
                        "the indicator 丁 would be a part of itself", "the indicator 甲 would be a part of itself",
                    ])
                #expect(reading.ledger.indicators.indicators.allSatisfy { $0.parts.isEmpty && $0.includes.isEmpty })
            }
        }
    }

    @Test("what is wrong with indicators", arguments: wrong)
    func isWrong(_ wrong: Wrong) { #expect(Reading(wrong.text).problems == wrong.problems) }
}
