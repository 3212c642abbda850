import Ledger
import Tally
import Testing

/// The ways to a cell of “Where a value comes from”, each with its value, interval and how much is in.
struct WayTests {
    private static let head = """
        unit 区
        unit 区:甲
        unit 区:乙
        indicator 产值
            measure 万元
        indicator 总额
            measure 万元
            parts 出口 + 进口
            parts 国有 + 民营
        indicators   measure 万元
            出口
            进口
            国有
            民营

        """

    private static func ask(_ asks: String, _ expects: String, _ body: String) -> Question {
        Question(asks, expects, in: head + body)
    }

    static let overTimeCases = [
        ask("2013-Q1 甲 产值", "330 329.5 330.5 reported 1/1", "2013-Q1 甲\n 产值 330"),
        ask("2013-Q1 甲 产值", "330 328.5 331.5 joinedFigures 1/1", "2013-01 甲\n 产值 100\n2013-02 甲\n 产值 110\n2013-03 甲\n 产值 120"),
        ask("2013-05 甲 产值", "3 2 4 joinedFigures 1/1", "2013-01..05 甲\n 产值 15\n2013-01..04 甲\n 产值 12"),
        ask("2013-Q2 甲 产值", "2.5 2.4 2.6 joinedFigures 1/1", "2013-H1 甲\n 产值 5.0\n2013-Q1 甲\n 产值 2.5"),
        // The fewest figures, though three months say it more closely.
        ask(
            "2013-Q1 甲 产值", "4 3.45 4.55 joinedFigures 1/1",
            "2013-01 甲\n 产值 1.00\n2013-02 甲\n 产值 1.00\n2013-03 甲\n 产值 2.00\n2013-H1 甲\n 产值 9\n2013-Q2 甲\n 产值 5.0"
        ),
        // Of as many figures the narrowest.
        ask(
            "2013-Q1 甲 产值", "4 3.99 4.01 joinedFigures 1/1",
            "2013-01 甲\n 产值 1.00\n2013-02..03 甲\n 产值 3.00\n2013-H1 甲\n 产值 9\n2013-Q2 甲\n 产值 5"
        ),
        ask("2013-Q1 甲 产值", "6 5 7 joinedFigures 1/1", "2013-01 甲\n 产值 n/a\n2013-02 甲\n 产值 2\n2013-03 甲\n 产值 4"),
        ask("2013-Q1 甲 产值", "0 0 0 nothing 0/0", "2013-01 甲\n 产值 n/a\n2013-02..03 甲\n 产值 n/a"),
        ask("2013-Q1 甲 产值", "1 0 - someTime 2/3", "2013-01 甲\n 产值 0\n2013-02 甲\n 产值 1\n2013-03 甲\n 产值 -"),
        ask("2013-01..05 甲 产值", "1 0.5 - someTime 3/5", "2013-Q1 甲\n 产值 1"),
        ask("2013 甲 产值", "3 1.5 - someTime 3/4", "2013-Q1 甲\n 产值 1\n2013-Q2 甲\n 产值 1\n2013-Q4 甲\n 产值 1"),
        ask("2013-01 甲 产值", "- - - absent 0/1", "2013-01 甲\n 产值 *"),
        ask("2013-01 甲 产值", "- - - absent 0/0", "2013-01 甲\n 产值 exempt"),
        ask("2013-02 甲 产值", "- - - absent 0/1", "2013-01 甲\n 产值 5"),
        ask("2013-01 甲 产值", "350 350 - reported 1/1", "2013-01 甲\n 产值 > 350"),
        ask("2013-Q1 甲 产值", "360 359.5 - joinedFigures 1/1", "2013-01 甲\n 产值 > 350\n2013-02..03 甲\n 产值 10"),
        ask("2013-01 甲 产值", "600 - 600 reported 1/1", "2013-01 甲\n 产值 < 600"),
        ask("2013-01 甲 产值", "6 - - reported 1/1", "2013-01 甲\n 产值 ~ 6"),
    ]

    static let fromPartsCases = [
        ask("2013 甲 总额", "11 10 12 parts 1/1", "2013 甲\n 出口 5\n 进口 6"),
        ask("2013 甲 总额", "11 9.5 12.5 parts 1/1", "2013 甲\n 出口 5\n2013-H1 甲\n 进口 3\n2013-H2 甲\n 进口 3"),
        ask("2013 甲 进口", "6 5 7 parts 1/1", "2013 甲\n 出口 5\n 总额 11"),
        ask("2013 甲 总额", "11 10 12 parts 1/1", "2013 甲\n 国有 4\n 民营 7"),
        // Parts come from figures of their own, not from another breakdown.
        ask("2013 甲 进口", "- - - absent 0/12", "2013 甲\n 出口 5\n 国有 4\n 民营 7"),
        // Reported comes before parts, parts before sub-units.
        ask("2013 区 总额", "12 11 13 parts 2/2", "2013 区\n 出口 5\n 进口 7\n2013 甲\n 总额 5\n2013 乙\n 总额 7"),
        // (5): a quarter from parts joins one that is reported.
        ask("2013-H1 甲 总额", "9 7.5 10.5 joinedCells 1/1", "2013-Q1 甲\n 总额 4\n2013-Q2 甲\n 出口 2\n 进口 3"),
        ask("2013-Q2 甲 总额", "5 3.5 6.5 joinedCells 1/1", "2013-H1 甲\n 总额 9\n2013-Q1 甲\n 出口 2\n 进口 2"),
    ]

    static let fromUnitsCases = [
        ask("2013 区 产值", "11 10 12 units 2/2", "2013 甲\n 产值 5\n2013 乙\n 产值 6"),
        ask("2013 区 产值", "11 9.5 12.5 units 2/2", "2013 甲\n 产值 5\n2013-H1 乙\n 产值 3\n2013-H2 乙\n 产值 3"),
        ask("2013 区 产值", "12 11.5 12.5 reported 2/2", "2013 甲\n 产值 5\n2013 乙\n 产值 6\n2013 区\n 产值 12"),
        ask("2013 区 产值", "5 4.5 - someUnits 1/2", "2013 甲\n 产值 5"),
        ask("2013 区 产值", "5 4.5 - someUnits 1/1", "2013 甲\n 产值 5\n2013 乙\n 产值 exempt"),
        ask("2013 区 产值", "5 4.5 - someUnits 1/2", "2013 甲\n 产值 5\n2013 乙\n 产值 *"),
        ask("2013 区 产值", "5 4.5 5.5 units 1/1", "2013 甲\n 产值 5\n2013 乙\n 产值 n/a"),
        ask("2013 区 产值", "0 0 0 nothing 0/0", "2013 甲\n 产值 n/a\n2013 乙\n 产值 n/a"),
        ask("2013 区 产值", "8 7 - someUnits 1/2", "2013 甲\n 产值 5\n2013-H1 乙\n 产值 3"),
        // A unit is never inferred as the remainder of its parent.
        ask("2013 乙 产值", "- - - absent 0/12", "2013 区\n 产值 9\n2013 甲\n 产值 5"),
        // The whole of a sum of wholes: (5) over (4).
        ask(
            "2013-H1 区 产值", "14 12.5 15.5 joinedCells 1/1",
            "2013-Q1 区\n 产值 4\n2013-Q2 甲\n 产值 5\n2013-Q2 乙\n 产值 5"
        ),
        // Measures in one sum, each rounded as written.
        ask("2013 区 产值", "0.5 0.44995 0.55005 units 2/2", "2013 甲\n 产值 0.3\n2013 乙\n 产值 2000 元"),
    ]

    @Test("joined over time", arguments: overTimeCases)
    func overTime(_ question: Question) throws { try expect(question) }

    @Test("from parts", arguments: fromPartsCases)
    func fromParts(_ question: Question) throws { try expect(question) }

    @Test("from sub-units", arguments: fromUnitsCases)
    func fromUnits(_ question: Question) throws { try expect(question) }
}

func expect(_ question: Question, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let tallied = Tallied(question.ledger)
    let answer = try tallied.text(question.asks)
    #expect(answer == question.expects, sourceLocation: sourceLocation)
}
