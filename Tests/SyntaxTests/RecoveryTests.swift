import Diagnostics
import Testing

@testable import Syntax

/// Every mistake of a text is reported, once, where `⟦…⟧` marks it, and what is right around it is read.
@Suite struct RecoveryTests {
    @Test(arguments: [
        "  ⟦产值 5⟧\n  投资 6\n2013  甲\n  产值 5\n",
        "2013  甲\n  ⟦产值⟧\n  投资 ⟦1e5⟧ 亿元\n  出口  ⟦about⟧ 5\n  进口 5 元 ⟦yeo⟧ 8%\n  用电 5  yoy 5%\n",
        "2013  甲\n  产值 5 元  ⟦yoy⟧\n  产值 5 元  ⟦rank⟧ | n\n  产值 rank ⟦2.5⟧\n  产值 rank 3/⟦0⟧\n",
        "⟦figure⟧ 2013 甲\n  产值 5\n  投资 6\n⟦indicater⟧ 乙\n  nature flow\n2013 甲\n  产值 5\n",
        "include a.taizhang\n  ⟦b.taizhang⟧\n  c.taizhang\nunit 甲\n",
        "⟦unit⟧\n  kind x\n⟦indicator⟧\n⟦include⟧\n⟦rule⟧\n⟦register⟧\n⟦item 难题⟧\n⟦phase⟧\n⟦measure⟧\n",
        "unit 甲\n  ⟦closd⟧ 2015-12\n  ⟦closed⟧\n  opened ⟦2013-13⟧\n  apart ⟦yes⟧\n  \"closd\" x\n  ⟦owner⟧\n",
        "indicator 甲\n  nature ⟦flw⟧\n  ⟦better⟧\n  ⟦measure⟧\n  parts ⟦a⟧\n  parts ⟦a - b⟧\n  expected ⟦weekly⟧\n  expected monthly by ⟦x⟧\n  over-time ⟦sometimes⟧\n",
        "⟦phase 甲  22 25 25⟧\n⟦phase 甲  22 25 25 29⟧\nrule 乙  ⟦a + b⟧\nrule 丙 missing ⟦some⟧ a = b\nassert ⟦x⟧ 甲  a = b\nassert 2013 甲  ⟦a⟧\n",
        "measure ⟦15 亩⟧\nmeasure 亩 = ⟦x⟧ 平方米\nmeasure 亩 = ⟦0⟧ 平方米\nmeasure 家\n  ⟦countin⟧\nfiscal-year starts ⟦x⟧\n⟦fiscal-year starts 13⟧\n",
        "fiscal-year starts 4\nfiscal-year starts 04\n⟦fiscal-year starts 7⟧\n",
        "register 甲\n  ⟦stats⟧ a -> b\n  states a -> ⟦-> b⟧\n  due 5 ⟦years⟧ -> b\n  due ⟦x⟧ days -> b\n  ⟦due 5 days⟧\nitem 甲 1\n  ⟦2013-02-30⟧ 交办\n  ⟦2013-02-20⟧\n  2013-02-20 交办 ⟦办理⟧\n",
        "2013  甲\n  a 5 元  rank ⟦0⟧/3\n  b 5 元  rank 1/⟦0⟧\n  c 5 元  ⟦rank 9/3⟧\n  d 5 元  yoy 3%  ⟦yoy 4%⟧\n  e 5 元  yoy 3%  rank 1  ⟦rank 1⟧\n",
        "2013  甲\n  a 5 ⟦# c d⟧\n  b 5 元  ⟦# c⟧\n  c  ⟦.98⟧\n  ⟦d (3.2)⟧\n  e  ⟦￥1234⟧\n  f  ⟦“5”⟧\n  g 5 元  ⟦同比下降⟧ 3.2%\n",
        "甲  ⟦2024-06⟧\n  a 5 元\n甲 ⟦2024-06⟧ !\n甲 ⟦2024-06⟧ on 2024-07-01\n甲\t⟦2024-06⟧\ta\t5\n2024-06\t甲\t⟦a\t5\t元⟧\n甲 乙 ⟦2024-06⟧\n⟦甲⟧ 2024-06 乙\n",
        "2024-06 甲 on ⟦yesterday⟧\n2024-06 Stratford on Avon\ntarget 2013 ⟦->⟧ 甲\n  a 5 元\nunit ⟦甲::乙⟧\nunit ⟦甲:⟧\nunits 甲\n  ⟦乙：⟧\n  丙\n",
        "⟦decompose exactly⟧\ndecompose exactly 甲, 乙 | 注\n足额分解 甲、乙\n",
        "2013  甲\n  产值 5 元 | yoy x\n  产值 6 元 ; yoy x\n; 注 ⟦⟧",
    ])
    func `each mistake once, at its place`(marked: String) {
        let marked = MarkedText(marked)
        let reading = Reading(marked.text)
        let places = reading.piece.diagnostics.map { reading.text($0.primary.span.range) }
        let expected = marked.ranges.filter { !$0.isEmpty }
        #expect(places == expected.map(reading.text))
        #expect(reading.piece.diagnostics.map(\.primary.span.range) == expected)
    }

    @Test func `a field that looks like a keyword is a warning, and kept`() {
        let reading = Reading("unit 甲\n  closd 2015-12\n")
        #expect(reading.piece.diagnostics.map(\.severity) == [.warning])
        #expect(reading.units.first?.fields.map(\.key.text) == ["closd"])
    }

    @Test func `blank lines and comments at the margin do not end a block`() {
        let reading = Reading("2013  甲\n  a 1\n\n; c\n# c\n；c\n　\n  b 2\n　；c\n  #c\n  c 3")
        #expect(reading.problems == [])
        #expect(reading.headers == ["甲 2013-01-01/2013-12-31 reported 3"])
    }

    @Test(arguments: ["", "\n", "; c", "\u{FEFF}", "\u{FEFF}; c\r\n", " \n\t\n　"])
    func `nothing is no mistake`(text: String) {
        let reading = Reading(text)
        #expect(reading.problems == [])
        #expect(reading.piece.isEmpty)
    }

    @Test func `more states than any register has are refused`() {
        let states = (0...200).map { "s\($0)" }
        #expect(Reading("register 甲\n  states " + states.joined(separator: " | ") + "\n").problems == ["syntax/declaration at s100"])
    }
}
