import SourceText
import Testing

@testable import Syntax

/// Where a name ends, on body lines; in headers, declarations and formulas the tests of those say more.
@Suite struct NameSyntaxTests {
    @Test(arguments: [
        ("规上工业产值 202.5 亿元", "规上工业产值"), ("规上工业产值  202.5 亿元", "规上工业产值"), ("规上工业产值\t202.5", "规上工业产值"),
        ("规上工业产值　202.5", "规上工业产值"), ("规上工业产值 202.5亿元", "规上工业产值"), ("工业总产值 > 350 亿元", "工业总产值"),
        ("工业总产值 超350亿元", "工业总产值"), ("工业总产值 ＞ 350 亿元", "工业总产值"), ("工业总产值 -1.8", "工业总产值"),
        ("单位GDP能耗 yoy -5%", "单位GDP能耗"), ("单位GDP能耗 同比-5%", "单位GDP能耗"), ("小升规 rank 3/9", "小升规"),
        ("North Region  12", "North Region"), ("North Region 12", "North Region"), ("North Region - | late", "North Region"),
        ("Top-10 firms 5", "Top-10 firms"), ("产值（现价） 5", "产值（现价）"), ("产值 -", "产值"), ("产值 n/a", "产值"), ("产值 免报", "产值"),
        ("产值 exempt", "产值"), ("产值 * | secret", "产值"), ("产值 ＊", "产值"), ("\"Top 10 firms\" 5", "Top 10 firms"),
        ("＂Top 10 firms＂ 5", "Top 10 firms"), ("\"a | b ; c\" 5", "a | b ; c"), ("Firms on time 5", "Firms on time"),
        ("Firms * 2 5", "Firms"), ("近海 捕捞 5", "近海 捕捞"), ("完成 情况 5", "完成 情况"), ("甲;乙 5", "甲;乙"), ("甲#乙 5", "甲#乙"),
        ("5 firms 3", "5 firms"),
    ])
    func `a name ends where the value begins`(line: String, expected: String) {
        let reading = Reading("2013  某区\n    \(line)\n")
        #expect(reading.piece.indicatorNames.count == 1)
        #expect(reading.piece.indicatorNames.count == 0 || reading.piece.indicatorNames[NameID(0)] == expected)
    }

    @Test(arguments: ["甲 - 乙 3", "甲 5 乙 3", "甲  乙 3"])
    func `what needs quotes is reported, not guessed`(line: String) {
        #expect(Reading("2013  某区\n    \(line)\n").problems.count == 1)
    }

    @Test func `a quote that is not closed runs to the end of the line`() {
        #expect(Reading("2013  某区\n    \"Top 10  5\n    乙 3\n").problems == ["syntax/value at \"Top 10  5"])
    }
}
