import Testing

@testable import Syntax

@Suite struct HeaderTests {
    @Test(arguments: [
        ("2013  婺城区", "2013-01-01 reported 婺城区"), ("2013 婺城区", "2013-01-01 reported 婺城区"), ("2013年 婺城区", "2013-01-01 reported 婺城区"),
        ("2013-01..05 ! 永嘉县", "2013-01-01 preliminary 永嘉县"), ("2013 ? 永嘉县", "2013-01-01 estimate 永嘉县"),
        ("2013 * 永嘉县", "2013-01-01 final 永嘉县"),
        ("2013 ！ 永嘉县", "2013-01-01 preliminary 永嘉县"), ("2013 永嘉县 !", "2013-01-01 preliminary 永嘉县"),
        ("2013　永嘉县", "2013-01-01 reported 永嘉县"), ("2013  婺城区 on 2014-01-20", "2013-01-01 reported 婺城区 on 2014-01-20"),
        ("2013 婺城区 于2014年1月20日", "2013-01-01 reported 婺城区 on 2014-01-20"), ("2013  婺城区 | 年报", "2013-01-01 reported 婺城区 note 年报"),
        ("2013 ! 婺城区 on 2014-01-20 | 年报 ; 待核", "2013-01-01 preliminary 婺城区 on 2014-01-20 note 年报"),
        ("revise 2013 婺城区 on 2014-06-30 | 普查", "revise 2013-01-01 reported 婺城区 on 2014-06-30 note 普查"),
        ("修订 2013 婺城区", "revise 2013-01-01 reported 婺城区"), ("2013 于都县", "2013-01-01 reported 于都县"),
        ("2013  \"Park on 2014\"", "2013-01-01 reported Park on 2014"), ("2013  North Park", "2013-01-01 reported North Park"),
        ("2013  婺城区:金西园区", "2013-01-01 reported 婺城区:金西园区"), ("2013  婺城区：金西园区", "2013-01-01 reported 婺城区：金西园区"),
    ])
    func `figures`(line: String, expected: String) throws {
        let reading = Reading("\(line)\n    产值  5\n")
        #expect(reading.problems == [])
        let header = try #require(reading.piece.headers.first)
        let reread = HeaderLine.reread(reading.buffer, at: Int(header.line), fiscalStart: 1)
        let revise = header.isRevision ? "revise " : ""
        let day = header.reportedOn.map { " on \($0)" } ?? ""
        let note = reread.note.map { " note \(reading.text($0))" } ?? ""
        #expect("\(revise)\(header.period.start) \(header.status) \(reading.piece.unitNames[header.unit])\(day)\(note)" == expected)
        #expect(reread.unit?.text == reading.piece.unitNames[header.unit])
    }

    @Test(arguments: [
        ("target 2013  金华市 -> 婺城区", "final 金华市 -> 婺城区"), ("目标 2013年 金华市 → 婺城区", "final 金华市 -> 婺城区"),
        ("target 2013 ! 婺城区:金西园区", "preliminary 婺城区:金西园区"), ("target 2013 * 婺城区", "final 婺城区"),
        ("revise target 2013 金华市 -> 婺城区 on 2013-06-30", "revise final 金华市 -> 婺城区 on 2013-06-30"),
        ("修订 目标 2013 婺城区", "revise final 婺城区"), ("target 2013  金华市  ->  婺城区 | 文件", "final 金华市 -> 婺城区"),
    ])
    func `targets`(line: String, expected: String) throws {
        let reading = Reading("\(line)\n    产值  5\n")
        #expect(reading.problems == [])
        let header = try #require(reading.piece.targetHeaders.first)
        let revise = header.isRevision ? "revise " : ""
        let issuer = header.issuer.map { "\(reading.piece.unitNames[$0]) -> " } ?? ""
        let day = header.reportedOn.map { " on \($0)" } ?? ""
        #expect("\(revise)\(header.status) \(issuer)\(reading.piece.unitNames[header.unit])\(day)" == expected)
        #expect(reading.piece.targets.count == 1)
    }

    @Test(arguments: [
        "⟦2013-13⟧  婺城区", "⟦2013x⟧  婺城区", "⟦2013⟧", "⟦2013⟧  | 年报", "⟦2013⟧  on 2014-01-20", "2013  婺城区 on ⟦2014-02-30⟧",
        "2013  婺城区 on ⟦2014⟧", "2013  婺城区  ⟦永嘉县⟧", "2013 ! 婺城区 ⟦?⟧", "⟦2013-00⟧", "2013  ⟦金华市 -> 婺城区⟧", "target 2013  ⟦金华市⟧ ->",
        "⟦target⟧", "revise ⟦婺城区⟧",
    ])
    func `what is wrong with a header is reported once, and its figures are kept apart`(line: String) {
        let marked = MarkedText("\(line)\n    产值  5\n    投资  6\n")
        let reading = Reading(marked.text)
        #expect(reading.piece.diagnostics.map(\.primary.span.range) == marked.ranges, "\(reading.problems)")
    }

    @Test func `figures under a header without period or unit are broken`() {
        #expect(Reading("2013-13  婺城区\n    产值  5\n").rows == ["1900-01-01/1900-12-31 reported 婺城区 broken | 产值 | exactly 5 | "])
        #expect(Reading("2013\n    产值  5\n").rows == ["2013-01-01/2013-12-31 reported  broken | 产值 | exactly 5 | "])
    }
}
