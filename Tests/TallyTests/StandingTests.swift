import Ledger
import Numerics
import Tally
import Testing

/// Which figure stands, and what a unit's life, a stock's day and an estimate make of it.
struct StandingTests {
    private static let head = """
        unit 区
        unit 区:甲
        unit 区:乙
        unit 区:丙
            opened 2013-03
            closed 2014-06
        indicator 产值
            measure 万元
        indicator 贷款余额
            measure 万元
            nature stock
        indicator 占比
            measure %
        indicator 指数
            measure 万元
            over-time none

        """

    private static func ask(_ asks: String, _ expects: String, _ body: String) -> Question {
        Question(asks, expects, in: head + body)
    }

    static let statuses = [
        ask("2013 甲 产值", "6 5.5 6.5 reported 1/1", "2013 甲\n 产值 6\n2013 ! 甲\n 产值 5"),
        ask("2013 甲 产值", "7 6.5 7.5 reported 1/1", "2013 * 甲\n 产值 7\n2013 甲\n 产值 6\n2013 ! 甲\n 产值 5"),
        ask("2013 甲 产值", "8 7.5 8.5 reported 1/1", "revise 2013 甲 on 2014-06-30\n 产值 8\n2013 * 甲\n 产值 7"),
        ask(
            "2013 甲 产值", "9 8.5 9.5 reported 1/1",
            "revise 2013 甲 on 2015-06-30\n 产值 9\nrevise 2013 * 甲 on 2014-06-30\n 产值 8\n2013 * 甲\n 产值 7"
        ),
        // Two that agree: the narrower, in whatever order.
        ask("2013 甲 产值", "6.1 6.05 6.15 reported 1/1", "2013 甲\n 产值 6\n2013 甲\n 产值 6.1"),
        ask("2013 甲 产值", "6.1 6.05 6.15 reported 1/1", "2013 甲\n 产值 6.1\n2013 甲\n 产值 6"),
        // Two that do not: none, nor the weaker one.
        ask("2013 甲 产值", "- - - absent 0/12", "2013 甲\n 产值 6\n2013 甲\n 产值 8\n2013 ! 甲\n 产值 7"),
        // Three of which only neighbours agree.
        ask("2013 甲 产值", "- - - absent 0/12", "2013 甲\n 产值 1\n2013 甲\n 产值 2\n2013 甲\n 产值 3"),
        ask("2013 甲 产值", "- - - absent 0/12", "2013 甲\n 产值 2\n2013 甲\n 产值 1\n2013 甲\n 产值 3"),
        ask("2013 甲 产值", "- - - absent 0/12", "2013 甲\n 产值 n/a\n2013 甲\n 产值 3"),
        ask("2013 甲 产值", "3 2.5 3.5 reported 1/1", "2013 甲\n 产值 -\n2013 甲\n 产值 3"),
        // Where the stated one is out, others may still join.
        ask("2013-H1 甲 产值", "7 6 8 joinedFigures 1/1", "2013-H1 甲\n 产值 6\n2013-H1 甲\n 产值 9\n2013-Q1 甲\n 产值 3\n2013-Q2 甲\n 产值 4"),
    ]

    static let estimates = [
        ask("2013 甲 产值", "5 4.5 5.5 estimate 1/1", "2013 ? 甲\n 产值 5"),
        ask("2013 甲 产值", "6 5.5 6.5 reported 1/1", "2013 ? 甲\n 产值 5\n2013 甲\n 产值 6"),
        ask("2013 甲 产值", "6 5.5 6.5 reported 1/1", "revise 2013 ? 甲 on 2014-05-01\n 产值 5\n2013 甲\n 产值 6"),
        ask("2013 区 产值", "2 1.5 - someUnits 1/3", "2013 ? 甲\n 产值 5\n2013 乙\n 产值 2"),
        ask("2013 甲 产值", "5 4.5 5.5 estimate 1/1", "2013 ? 甲\n 产值 5\n2013-Q1 甲\n 产值 2"),
        ask("2013-Q1 甲 产值", "- - - absent 0/3", "2013-01 ? 甲\n 产值 5\n2013-02 ? 甲\n 产值 5\n2013-03 ? 甲\n 产值 5"),
        ask("2013 甲 占比", "5 4.5 5.5 estimate 1/1", "2013 ? 甲\n 占比 5%"),
    ]

    static let lives = [
        ask("2012 丙 产值", "0 0 0 outsideLife 0/0", "2013 丙\n 产值 5"),
        ask("2015 丙 产值", "0 0 0 outsideLife 0/0", ""),
        ask("2013 丙 产值", "5 4.5 5.5 reported 1/1", "2013 丙\n 产值 5"),
        // The year is what of it lies in the unit's life.
        ask("2013 丙 产值", "5 4.5 5.5 reported 1/1", "2013-03..12 丙\n 产值 5"),
        ask("2013-Q1 丙 产值", "5 4.5 5.5 reported 1/1", "2013-03 丙\n 产值 5"),
        ask("2013-H1 丙 产值", "2 1 - someTime 2/4", "2013-03 丙\n 产值 1\n2013-04 丙\n 产值 1"),
        ask("2012 区 产值", "3 2 4 units 2/2", "2012 甲\n 产值 1\n2012 乙\n 产值 2"),
        ask("2013 区 产值", "3 2 - someUnits 2/3", "2013 甲\n 产值 1\n2013 乙\n 产值 2"),
        ask("2012 丙 贷款余额", "0 0 0 outsideLife 0/0", "2013 丙\n 贷款余额 5"),
        ask("2014 丙 贷款余额", "0 0 0 outsideLife 0/0", "2014-06 丙\n 贷款余额 5"),
        ask("2014-H1 丙 贷款余额", "5 4.5 5.5 reported 1/1", "2014-06 丙\n 贷款余额 5"),
        // Rates say what they say; a life does not cut them.
        ask("2014 丙 占比", "5 4.5 5.5 reported 1/1", "2014 丙\n 占比 5%"),
        ask("2014-H1 丙 占比", "- - - absent 0/1", "2014 丙\n 占比 5%"),
    ]

    static let natures = [
        ask("2013-Q1 甲 贷款余额", "7 6.5 7.5 reported 1/1", "2013-02 甲\n 贷款余额 5\n2013-03 甲\n 贷款余额 7"),
        ask("2013 甲 贷款余额", "7 6.5 7.5 earlierReading 9/12", "2013-02 甲\n 贷款余额 5\n2013-09 甲\n 贷款余额 7"),
        ask("2013-Q4 甲 贷款余额", "- - - absent 0/3", "2013-02 甲\n 贷款余额 5\n2013-09 甲\n 贷款余额 7"),
        ask("2012 区 贷款余额", "12 11 13 units 2/2", "2012 甲\n 贷款余额 5\n2012-12 乙\n 贷款余额 7"),
        // A reading of another day says nothing of the sum at the end.
        ask("2012 区 贷款余额", "12 - - someUnits 1/2", "2012 甲\n 贷款余额 5\n2012-11 乙\n 贷款余额 7"),
        ask("2012 区 贷款余额", "12 11 13 earlierReading 11/12", "2012-11 甲\n 贷款余额 5\n2012-11 乙\n 贷款余额 7"),
        ask("2013-Q1 甲 占比", "- - - absent 0/1", "2013-01 甲\n 占比 5%\n2013-02..03 甲\n 占比 7%"),
        ask("2012 区 占比", "- - - absent 0/1", "2012 甲\n 占比 5%\n2012 乙\n 占比 7%"),
        ask("2012 甲 占比", "0.5 0.45 0.55 reported 1/1", "2012 甲\n 占比 5‰"),
        ask("2013-Q1 甲 指数", "- - - absent 0/3", "2013-01 甲\n 指数 5\n2013-02..03 甲\n 指数 7"),
        ask("2012 区 指数", "12 11 13 units 2/2", "2012 甲\n 指数 5\n2012 乙\n 指数 7"),
    ]

    @Test("statuses and revisions", arguments: statuses)
    func status(_ question: Question) throws { try expect(question) }

    @Test("estimates", arguments: estimates)
    func estimate(_ question: Question) throws { try expect(question) }

    @Test("lives of units", arguments: lives)
    func life(_ question: Question) throws { try expect(question) }

    @Test("stocks and rates", arguments: natures)
    func nature(_ question: Question) throws { try expect(question) }

    @Test(
        "as of a day",
        arguments: [
            ("2013-12-30", "- - - absent 0/12"), ("2013-12-31", "5 4.5 5.5 reported 1/1"), ("2014-05-01", "6 5.5 6.5 reported 1/1"),
            ("2014-06-30", "8 7.5 8.5 reported 1/1"),
        ])
    func asOf(_ day: String, _ expected: String) throws {
        let text = Self.head + "2013 ! 甲\n 产值 5\n2013 甲 on 2014-05-01\n 产值 6\nrevise 2013 甲 on 2014-06-30\n 产值 8"
        let numbers = day.split(separator: "-").compactMap { Int($0) }
        let tallied = Tallied(Ledger.load(text: text), asOf: Day(year: numbers[0], month: numbers[1], day: numbers[2]))
        let answer = try tallied.text("2013 甲 产值")
        #expect(answer == expected)
    }

    @Test func `a joined value is as weak as the weakest figure in it, and no weaker`() throws {
        let tallied = Tallied(Self.head + "2013-01 甲\n 产值 1\n2013-02 甲\n 产值 1\n2013-03 ! 甲\n 产值 1\n2013-01..04 甲\n 产值 4")
        #expect(try tallied.cell("2013-01..02 甲 产值").status == .reported)
        #expect(try tallied.cell("2013-Q1 甲 产值").status == .preliminary)
    }
}
