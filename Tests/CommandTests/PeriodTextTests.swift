import Diagnostics
import Syntax
import Testing

@testable import taizhang

@Suite struct PeriodTextTests {
    @Test(arguments: [
        ("2013", "2013", "2013年"), ("2013年上半年", "2013-H1", "2013年上半年"), ("2013-01..03", "2013-Q1", "2013年一季度"),
        ("2013年1-5月", "2013-01..05", "2013年1-5月"), ("2013年前三季度", "2013-01..09", "2013年前三季度"),
        ("2013-03-15", "2013-03-15", "2013年3月15日"), ("2012-11..2013-02", "2012-11..2013-02", "2012-11..2013-02"),
        ("2011..2013", "2011..2013", "2011..2013"),
    ])
    func `a period that was typed is shown in either language`(typed: String, english: String, chinese: String) throws {
        let period = try #require(readPeriod(typed, fiscalStart: 1))
        #expect(period.spelled(in: .english) == english)
        #expect(period.spelled(in: .chinese) == chinese)
        #expect(readPeriod(english, fiscalStart: 1) == period)
    }

    @Test(arguments: [
        ("FY2013", 4, "FY2013"), ("FY2013-Q1", 4, "FY2013-Q1"), ("2013-Q1", 4, "FY2012-Q4"), ("FY2013-Q4", 3, "FY2013-Q4"),
        ("2013", 4, "2013"), ("2013-05", 4, "2013-05"),
    ])
    func `years and quarters of a fiscal ledger are shown as its own`(typed: String, start: Int, shown: String) throws {
        let period = try #require(readPeriod(typed, fiscalStart: start))
        #expect(period.spelled(in: .english, fiscalStart: start) == shown)
        #expect(readPeriod(shown, fiscalStart: start) == period)
    }

    @Test(arguments: ["", "2013-Q5", "2013 !", "2013  Y", "target 2013", "revise 2013", "2013-13", "13", "A -> 2013"])
    func `what is no period is refused`(typed: String) {
        #expect(readPeriod(typed, fiscalStart: 1) == nil)
    }
}
