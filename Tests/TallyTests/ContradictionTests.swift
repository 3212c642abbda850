import Tally
import Testing

/// What is contradicted, by which lines, and what is not told again.
struct ContradictionTests {
    private static let head = """
        unit 区
        unit 区:甲
        unit 区:乙
        unit 区:丙
            opened 2013-03
            closed 2013-06
        unit 不全
            incomplete
        unit 不全:丁
        unit 不全:戊
        indicator 产值
            measure 万元
        indicator 户数
            measure 户
            nature stock
        indicator 利润
            measure 万元
            signed
        indicator 增减
            measure 万元
        indicator 不全含
            measure 万元
            over-units cover
        indicator 总额
            measure 万元
            parts 出口 + 进口
            parts 国有 + 民营
            includes 加工
        indicators   measure 万元
            出口
            进口
            国有
            民营
            加工

        """

    private static func finds(_ name: String, _ expects: [String], _ body: String) -> Findings {
        Findings(name, expects, in: head + body)
    }

    static let time = [
        finds(
            "months and their quarter", ["tally/time: 产值 340 | 产值 100 | 产值 110 | 产值 120"],
            "2013-01 甲\n 产值 100\n2013-02 甲\n 产值 110\n2013-03 甲\n 产值 120\n2013-Q1 甲\n 产值 340"),
        finds(
            "rounding is no contradiction", [],
            "2013-01 甲\n 产值 100\n2013-02 甲\n 产值 110\n2013-03 甲\n 产值 120\n2013-Q1 甲\n 产值 332"),
        finds(
            "the fewest lines of several sets", ["tally/time: 产值 9 | 产值 3 | 产值 3"],
            "2013-01 甲\n 产值 1\n2013-02 甲\n 产值 1\n2013-03 甲\n 产值 1\n2013-Q1 甲\n 产值 3\n2013-Q2 甲\n 产值 3\n2013-H1 甲\n 产值 9"),
        finds(
            "only what is not explained by what was told before",
            ["tally/time: 产值 5 | 产值 1 | 产值 1", "suspicious/falling?: 产值 3 | 产值 5"],
            "2013-01 甲\n 产值 1\n2013-02 甲\n 产值 1\n2013-01..02 甲\n 产值 5\n2013-03 甲\n 产值 1\n2013-Q1 甲\n 产值 3"),
        finds(
            "a cumulative figure", ["tally/time: 产值 30 | 产值 12 | 产值 12"],
            "2013-01..04 甲\n 产值 12\n2013-05 甲\n 产值 12\n2013-01..05 甲\n 产值 30"),
        finds(
            "a subtracted one", ["tally/time: 产值 20 | 产值 9 | 产值 9"],
            "2013-Q1 甲\n 产值 9\n2013-Q2 甲\n 产值 9\n2013-H1 甲\n 产值 20"),
        finds(
            "bounds", ["tally/time: 产值 10 | 产值 > 8 | 产值 > 6"],
            "2013-Q1 甲\n 产值 > 8\n2013-Q2 甲\n 产值 > 6\n2013-H1 甲\n 产值 10"),
        finds("about contradicts nothing", [], "2013-Q1 甲\n 产值 ~ 8\n2013-Q2 甲\n 产值 6\n2013-H1 甲\n 产值 10"),
        finds(
            "preliminary against final is a warning", ["tally/time?: 产值 20 | 产值 9 | 产值 9"],
            "2013-Q1 ! 甲\n 产值 9\n2013-Q2 甲\n 产值 9\n2013-H1 甲\n 产值 20"),
        finds(
            "so is a revision", ["tally/time?: 产值 20 | 产值 9 | 产值 9"],
            "2013-Q1 甲\n 产值 9\n2013-Q2 甲\n 产值 9\nrevise 2013-H1 甲 on 2014-01-01\n 产值 20"),
        finds(
            "estimates among estimates", ["tally/time: 产值 20 | 产值 9 | 产值 9"],
            "2013-Q1 ? 甲\n 产值 9\n2013-Q2 ? 甲\n 产值 9\n2013-H1 ? 甲\n 产值 20"),
        finds("and not among others", [], "2013-Q1 ? 甲\n 产值 9\n2013-Q2 甲\n 产值 9\n2013-H1 甲\n 产值 20"),
        finds(
            "stocks that end on one day", ["tally/time: 户数 7 | 户数 6"], "2013-12 甲\n 户数 6\n2013 甲\n 户数 7\n2013-11 甲\n 户数 9"),
        finds("stocks do not add", [], "2013-01 甲\n 户数 6\n2013-02 甲\n 户数 7\n2013-01..02 甲\n 户数 7"),
        finds(
            "two periods that are one within a life", ["tally/time: 产值 9 | 产值 5"],
            "2013-03..06 丙\n 产值 5\n2013-H1 丙\n 产值 9"),
        finds(
            "periods that begin before the life and meet within it", ["tally/time: 产值 20 | 产值 5 | 产值 4"],
            "2013-Q1 丙\n 产值 5\n2013-Q2 丙\n 产值 4\n2013-H1 丙\n 产值 20"),
        finds(
            "each year of a series by its own lines",
            ["tally/time: 产值 9 | 产值 1 | 产值 1", "tally/time: 产值 7 | 产值 2 | 产值 2"],
            "2013-Q1 甲\n 产值 1\n2013-Q2 甲\n 产值 1\n2013-H1 甲\n 产值 9\n2014-Q1 甲\n 产值 2\n2014-Q2 甲\n 产值 2\n2014-H1 甲\n 产值 7"),
        finds(
            "a quarter with a month that the sub-units make of other periods",
            ["tally/time: 产值 30 | 产值 9 | 产值 7 | 产值 4 | 产值 8 | 产值 5"],
            "2012-Q1 区\n 产值 30\n2012-01..02 区\n 产值 9\n2012-03..04 甲\n 产值 7\n2012-04 甲\n 产值 4\n2012-03..04 乙\n 产值 8"
                + "\n2012-04 乙\n 产值 5"),
        finds(
            "a quarter and the rest of a year that the sub-units make",
            ["tally/time: 产值 90 | 产值 40 | 产值 30 | 产值 1 | 产值 30 | 产值 1"],
            "2012-10..12 区\n 产值 90\n2012-01..09 区\n 产值 40\n2012-01..11 甲\n 产值 30\n2012-12 甲\n 产值 1\n2012-01..11 乙\n 产值 30"
                + "\n2012-12 乙\n 产值 1"),
    ]

    static let units = [
        finds(
            "sub-units and their unit", ["tally/unit: 产值 500 | 产值 330 | 产值 200"],
            "2012 甲\n 产值 330\n2012 乙\n 产值 200\n2012 区\n 产值 500"),
        finds(
            "by way of months", ["tally/unit: 产值 90 | 产值 30 | 产值 30 | 产值 40"],
            "2012-01 甲\n 产值 30\n2012-02 甲\n 产值 30\n2012-01..02 乙\n 产值 40\n2012-01..02 区\n 产值 90"),
        finds(
            "that there is nothing below", ["tally/unit: 产值 3 | 产值 n/a | 产值 n/a"],
            "2012 甲\n 产值 n/a\n2012 乙\n 产值 n/a\n2012 区\n 产值 3"),
        finds("all that are in may be less", [], "2012 甲\n 产值 330\n2012 区\n 产值 500"),
        finds("but not more", ["tally/unit: 产值 300 | 产值 330"], "2012 甲\n 产值 330\n2012 区\n 产值 300"),
        finds("unless it is signed", [], "2012 甲\n 利润 330\n2012 区\n 利润 300"),
        finds(
            "or has a negative figure anywhere", ["suspicious/sign?: 增减 -1"], "2012 甲\n 增减 330\n2012 区\n 增减 300\n2011 乙\n 增减 -1"),
        finds("an incomplete unit may be more", [], "2012 丁\n 产值 1\n2012 戊\n 产值 1\n2012 不全\n 产值 3"),
        finds(
            "and not less", ["tally/unit: 产值 1 | 产值 1 | 产值 2"], "2012 丁\n 产值 1\n2012 戊\n 产值 2\n2012 不全\n 产值 1"),
        finds(
            "nor one that is not covered", ["tally/unit: 不全含 1 | 不全含 1 | 不全含 2"],
            "2012 甲\n 不全含 1\n2012 乙\n 不全含 2\n2012 区\n 不全含 1"),
        finds("inequalities only where both are stated", [], "2012-H1 甲\n 产值 300\n2012-H2 甲\n 产值 300\n2012 区\n 产值 300"),
        finds(
            "a unit from its parts", ["tally/unit: 出口 5 | 总额 6 | 总额 9 | 进口 5"],
            "2012 区\n 出口 5\n 进口 5\n2012 甲\n 总额 6\n2012 乙\n 总额 9"),
        finds(
            "shortest first, and consequences are not told", ["tally/unit: 产值 9 | 产值 1 | 产值 2"],
            "2012-Q1 甲\n 产值 1\n2012-Q1 乙\n 产值 2\n2012-Q1 区\n 产值 9\n2012-Q2 甲\n 产值 1\n2012-Q2 乙\n 产值 2\n2012-Q2 区\n 产值 3"
                + "\n2012-H1 区\n 产值 12"),
    ]

    static let parts = [
        finds("parts and whole", ["tally/parts: 总额 11.0 | 出口 10.5 | 进口 0.7"], "2013 甲\n 总额 11.0\n 出口 10.5\n 进口 0.7"),
        finds("a part exceeds the whole", ["tally/parts: 总额 11 | 出口 13"], "2013 甲\n 总额 11\n 出口 13"),
        finds("a part may be less", [], "2013 甲\n 总额 11\n 出口 10"),
        finds("an included part exceeds it", ["tally/parts: 总额 11 | 加工 13"], "2013 甲\n 总额 11\n 加工 13"),
        finds("two breakdowns", ["tally/parts: 国有 4 | 出口 10 | 进口 1 | 民营 4"], "2013 甲\n 出口 10\n 进口 1\n 国有 4\n 民营 4"),
        finds(
            "a whole that the sub-units make", ["tally/unit: 出口 10 | 总额 9 | 总额 6 | 进口 1"],
            "2012 甲\n 总额 9\n2012 乙\n 总额 6\n2012 区\n 出口 10\n 进口 1"),
        finds(
            "the quarter of a part", ["tally/parts: 总额 7 | 出口 4 | 出口 9 | 进口 5"],
            "2013-H1 甲\n 出口 9\n2013-Q1 甲\n 出口 4\n2013-Q2 甲\n 总额 7\n 进口 5"),
    ]

    static let cells = [
        finds("the same twice", ["cell/duplicate: 产值 6 | 产值 5"], "2013 甲\n 产值 5\n2013 甲\n 产值 6"),
        finds("also where they agree", ["cell/duplicate: 产值 5 | 产值 5"], "2013 甲\n 产值 5\n2013 甲\n 产值 5"),
        finds("one block, twice", ["cell/duplicate: 产值 6 | 产值 5"], "2013 甲\n 产值 5\n 产值 6"),
        finds("two spellings of one quarter", ["cell/duplicate: 产值 6 | 产值 5"], "2013-Q1 甲\n 产值 5\n2013-01..03 甲\n 产值 6"),
        finds("another status", [], "2013 ! 甲\n 产值 5\n2013 甲\n 产值 6\n2013 * 甲\n 产值 7\n2013 ? 甲\n 产值 1"),
        finds("a revision", [], "2013 甲\n 产值 5\nrevise 2013 甲 on 2014-01-01\n 产值 9"),
        finds(
            "two revisions of one day", ["cell/duplicate: 产值 8 | 产值 9"],
            "2013 甲\n 产值 5\nrevise 2013 甲 on 2014-01-01\n 产值 9\nrevise 2013 甲 on 2014-01-01\n 产值 8"),
    ]

    @Test("over time", arguments: time)
    func overTime(_ findings: Findings) { expect(findings) }

    @Test("over units", arguments: units)
    func overUnits(_ findings: Findings) { expect(findings) }

    @Test("over parts", arguments: parts)
    func overParts(_ findings: Findings) { expect(findings) }

    @Test("twice", arguments: cells)
    func twice(_ findings: Findings) { expect(findings) }
}

func expect(_ findings: Findings, sourceLocation: SourceLocation = #_sourceLocation) {
    let problems = Tallied(findings.ledger).problems
    #expect(problems == findings.expects, sourceLocation: sourceLocation)
}
