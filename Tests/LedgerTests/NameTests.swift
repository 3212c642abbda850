import Ledger
import Testing

struct NameTests {
    private static let head = "unit 市:东区\nunit 市:西区\nunit 市:东区:镇\nunit 市:西区:镇\nindicator 规上工业产值\n    measure 万元\n"

    static let wrong = [
        Wrong(head + "2013 东区\n    规上工业产直 5\n", ["name/undeclared at 规上工业产直"]),
        Wrong(head + "2013 东区\n    规上工业产直 5\n2014 东区\n    规上工业产直 5\n    规上工业产直  yoy 5%\n", ["name/undeclared at 规上工业产直"]),
        Wrong(head + "2013 北区\n    规上工业产值 5\n2014 北区\n    规上工业产值 5\n", ["name/undeclared at 北区"]),
        Wrong(head + "2013 镇\n    规上工业产值 5\n", ["name/ambiguous at 镇"]),
        Wrong(head + "2013 东区:镇\n    规上工业产值 5\n", []),
        Wrong(head + "target 2013 市 -> 北区\n    规上工业产值 5\n", ["name/undeclared at 北区"]),
        Wrong(head + "target 2013 北市 -> 东区\n    规上工业产值 5\n", ["name/undeclared at 北市"]),
        Wrong(head + "rule 甲  规上工业产值 <= 乙\n", ["name/undeclared at 乙"]),
        Wrong(head + "2013 东区\n    规上工业产值 5 万圆\n", ["measure/unknown at 万圆"]),
        Wrong(head + "2013 东区\n    规上工业产值 5  share 5% of 乙\n", ["name/undeclared at 乙"]),
        Wrong("indicator 甲\n2013 区\n    乙 5\n", ["name/undeclared at 乙"]),
        Wrong("unit 区\n2013 县\n    乙 5\n", ["name/undeclared at 县"]),
        Wrong("2013 区\n    甲 5 万元\n2014 市:区\n    甲 6 万元\n", []),
        Wrong("2013 区\n    ＧＤＰ 5\n2014 区\n    GDP 6\n", ["name/confusable at GDP"]),
        Wrong("2013 区\n    GDP 5\n2014 区\n    ＧＤＰ 6\n", ["name/confusable at ＧＤＰ"]),
        Wrong("2013 区\n    人均“值” 5\n2014 区\n    人均‘值’ 6\n", []),
        Wrong("2013 区\n    が値 5\n2014 区\n    か\u{3099}値 6\n", ["name/confusable at か\u{3099}値"]),
        Wrong("2013 区\n    \u{8C48} 5\n2014 区\n    \u{F900} 6\n", ["name/confusable at \u{F900}"]),
    ]

    @Test("names that mean nothing", arguments: wrong)
    func isWrong(_ wrong: Wrong) { #expect(Reading(wrong.text).problems == wrong.problems) }

    @Test func `suggestions, and how many more lines there are`() {
        let advice = Reading(Self.head + "2013 东区\n    规上工业产直 5\n2014 东区\n    规上工业产直 5\n2015 东去\n    规上工业产直 5\n").advice
        #expect(advice.contains("did you mean 规上工业产值?"))
        #expect(advice.contains("2 more lines of this file use it"))
        #expect(advice.contains("did you mean 东区"))
        #expect(Reading(Self.head + "2013 镇\n    规上工业产值 5\n").advice.contains("市:东区:镇, 市:西区:镇"))
    }

    @Test func `a ledger without declarations takes names as they come`() throws {
        let reading = Reading("2013 市:区\n    甲 5 万元\n    乙 5%\n2014 县\n    丙 5\n")
        #expect(reading.problems == [] && reading.ledger.units.isInformal && reading.ledger.indicators.isInformal)
        #expect(reading.paths == ["市", "市:区", "县"])
        let table = reading.ledger.indicators
        #expect(table.indicators.map(\.name) == ["甲", "乙", "丙"])
        #expect(table.indicators.map { reading.ledger.measures[$0.measure].name } == ["万元", "%", ""])
        #expect(table.indicators.map(\.nature) == [.flow, .rate, .flow])
        #expect(reading.ledger.figures.figureCount == 3)
    }
}
