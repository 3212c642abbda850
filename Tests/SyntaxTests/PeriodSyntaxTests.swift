import Numerics
import SourceText
import Testing

@testable import Syntax

@Suite struct PeriodSyntaxTests {
    @Test(arguments: [
        ("2013", "2013-01-01/2013-12-31"), ("1900", "1900-01-01/1900-12-31"), ("2199", "2199-01-01/2199-12-31"),
        ("2013-H1", "2013-01-01/2013-06-30"), ("2013-h2", "2013-07-01/2013-12-31"),
        ("2013-Q1", "2013-01-01/2013-03-31"), ("2013-q4", "2013-10-01/2013-12-31"),
        ("2013-03", "2013-03-01/2013-03-31"), ("2013-12", "2013-12-01/2013-12-31"), ("2012-02", "2012-02-01/2012-02-29"),
        ("2013-03-15", "2013-03-15/2013-03-15"), ("2012-02-29", "2012-02-29/2012-02-29"),
    ])
    func `plain periods`(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        ("2013-01..05", "2013-01-01/2013-05-31"), ("2013-Q1..Q3", "2013-01-01/2013-09-30"), ("2013-H1..H2", "2013-01-01/2013-12-31"),
        ("2012-11..2013-02", "2012-11-01/2013-02-28"), ("2011..2013", "2011-01-01/2013-12-31"),
        ("2012-Q4..2013-Q1", "2012-10-01/2013-03-31"), ("2013-01-05..20", "2013-01-05/2013-01-20"),
        ("2013-01-05..02-03", "2013-01-05/2013-02-03"), ("2012-12-30..2013-01-02", "2012-12-30/2013-01-02"),
        ("2013-01..2013-Q2", "2013-01-01/2013-06-30"), ("2013-03..03", "2013-03-01/2013-03-31"),
    ])
    func `ranges`(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        ("2013年", "2013-01-01/2013-12-31"), ("2013年上半年", "2013-01-01/2013-06-30"), ("2013年下半年", "2013-07-01/2013-12-31"),
        ("2013年一季度", "2013-01-01/2013-03-31"), ("2013年二季度", "2013-04-01/2013-06-30"),
        ("2013年三季度", "2013-07-01/2013-09-30"), ("2013年四季度", "2013-10-01/2013-12-31"),
        ("2013年第二季度", "2013-04-01/2013-06-30"), ("2013年1季度", "2013-01-01/2013-03-31"), ("2013年第4季度", "2013-10-01/2013-12-31"),
        ("2013年前三季度", "2013-01-01/2013-09-30"), ("2013年3月", "2013-03-01/2013-03-31"), ("2013年12月份", "2013-12-01/2013-12-31"),
        ("2013年1-5月", "2013-01-01/2013-05-31"), ("2013年1—5月份", "2013-01-01/2013-05-31"), ("2013年1至5月", "2013-01-01/2013-05-31"),
        ("2013年9月末", "2013-09-01/2013-09-30"), ("2013年3月15日", "2013-03-15/2013-03-15"), ("2011年-2013年", "2011-01-01/2013-12-31"),
    ])
    func `Chinese forms`(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        ("２０１３", "2013-01-01/2013-12-31"), ("２０１３－Ｑ１", "2013-01-01/2013-03-31"), ("２０１３－Ｈ２", "2013-07-01/2013-12-31"),
        ("２０１３－０１．．０５", "2013-01-01/2013-05-31"), ("２０１３年１－５月", "2013-01-01/2013-05-31"), ("2013–03–15", "2013-03-15/2013-03-15"),
        ("ＦＹ２０１３", "2013-04-01/2014-03-31"),
    ])
    func `full-width forms`(text: String, expected: String) {
        #expect(read(text, fiscalStart: 4) == expected)
    }

    @Test(arguments: [
        ("FY2013", "2013-04-01/2014-03-31"), ("FY2013-Q1", "2013-04-01/2013-06-30"), ("FY2013-Q4", "2014-01-01/2014-03-31"),
        ("FY2013-Q1..Q2", "2013-04-01/2013-09-30"), ("FY2012..FY2013", "2012-04-01/2014-03-31"),
        ("FY2199", "2199-04-01/2200-03-31"), ("2013-Q1", "2013-01-01/2013-03-31"),
    ])
    func `fiscal years start where the ledger says`(text: String, expected: String) {
        #expect(read(text, fiscalStart: 4) == expected)
    }

    @Test(arguments: [
        ("201", "notAPeriod"), ("20135", "notAPeriod"), ("99999999999999999999", "notAPeriod"), ("2011..13", "notAPeriod"),
        ("2013-Q1..3", "notAPeriod"), ("2013年1-5", "notAPeriod"), ("2013年3月15", "notAPeriod"), ("2013-123", "notAPeriod"),
        ("1899", "yearOutOfRange"), ("2200", "yearOutOfRange"), ("2013..2200", "yearOutOfRange"), ("FY1899", "yearOutOfRange"),
        ("2013-H3", "noSuch half"), ("2013-Q0", "noSuch quarter"), ("2013-Q5", "noSuch quarter"), ("2013年5季度", "noSuch quarter"),
        ("FY2013-Q5", "noSuch quarter"), ("2013-00", "noSuch month"), ("2013-13", "noSuch month"), ("2013年13月", "noSuch month"),
        ("2013-01..13", "noSuch month"), ("2013年1-13月", "noSuch month"), ("2013-02-30", "noSuch day"), ("2013-02-29", "noSuch day"),
        ("2013-01-32", "noSuch day"), ("2013年2月30日", "noSuch day"), ("2013-05..01", "endsBeforeItStarts"),
        ("2013-Q3..Q1", "endsBeforeItStarts"), ("2013..2011", "endsBeforeItStarts"), ("2013年5-1月", "endsBeforeItStarts"),
        ("2013年-2011年", "endsBeforeItStarts"),
    ])
    func `wrong ones say what is wrong`(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(arguments: ["2013-", "2013-Q1x", "2013.5", "2013-01..05-10", "2013年末尾", "FY2013-03"])
    func `what follows a period without a blank spoils it`(text: String) {
        #expect(Reading("\(text)  甲\n").problems == ["syntax/period at \(text)"])
    }

    @Test func `the first fiscal period is remembered, wherever it stands`() {
        let header = Reading("2013  甲\nFY2013-Q1  甲\nFY2014  甲\n")
        #expect(header.piece.firstFiscalPeriod.map(header.text) == "FY2013-Q1")
        let declared = Reading("unit 甲\n    closed FY2013\n2013  甲\n")
        #expect(declared.piece.firstFiscalPeriod.map(declared.text) == "FY2013")
        #expect(Reading("2013  甲\n").piece.firstFiscalPeriod == nil)
    }

    private func read(_ text: String, fiscalStart: Int = 1) -> String {
        let buffer = SourceBuffer(copying: text.utf8)
        var cursor = LineBounds(buffer, at: 0).cursor(buffer.start)
        do throws(PeriodProblem) {
            let period = try cursor.takePeriod(fiscalStart: fiscalStart)
            return cursor.isAtEnd ? describe(period) : "\(describe(period)) and \(cursor.text(cursor.rest))"
        } catch {
            if case .noSuch(let part) = error { return "noSuch \(part)" }
            return "\(error)"
        }
    }
}
