import Numerics
import Tally
import Testing

/// Growth, shares, and what is suspicious.
struct GrowthTests {
    private static let head = """
        unit 区
        unit 区:甲
            opened 2010-01
            closed 2014-12
            succeeded-by 区:新
        unit 区:乙
            closed 2014-06
            succeeded-by 区:新
        unit 区:新
        indicator 产值
            measure 万元
        indicator 可比
            measure 万元
            growth comparable
        indicator 占比
            measure %
        indicator 户数
            measure 户

        """

    static let cases = [
        Question("2013 区 户数", "8 8 8", in: "2012 区\n 户数 100\n2013 区\n 户数 108"),
        Question("2013 区 户数", "25 25 25", in: "2012 区\n 户数 100\n2013 甲\n 户数 100\n2013 乙\n 户数 n/a\n2013 新\n 户数 25"),
        Question("2013 区 户数", "-", in: "2012 区\n 户数 100\n2013 甲\n 户数 100"),
        Question("2013 区 户数", "-", in: "2012 区\n 户数 0\n2013 区\n 户数 100   yoy 5%"),
        Question("2013 区 户数", "-", in: "2012 区\n 户数 -5\n2013 区\n 户数 100"),
        Question("2013 区 产值", "-", in: "2012 区\n 产值 0\n2013 区\n 产值 5"),
        Question("2013 区 户数", "5 4.5 5.5", in: "2013 区\n 户数 100   yoy 5%"),
        // What was said beside a number that has been replaced was said of that.
        Question("2013 区 户数", "-", in: "2013 区\n 户数 100   yoy 5%\nrevise 2013 区 on 2014-08-01\n 户数 90"),
        Question(
            "2013 区 户数", "4 3.5 4.5", in: "2013 区\n 户数 100   yoy 5%\nrevise 2013 区 on 2014-08-01\n 户数 90\n 户数 yoy 4%"),
        Question(
            "2013 区 户数", "-",
            in: "revise 2013 区 on 2014-07-01\n 户数 95   yoy 5%\nrevise 2013 区 on 2014-08-01\n 户数 90"),
        Question("2013 区 户数", "6 5.5 6.5", in: "2013 ! 区\n 户数 90   yoy 5%\n2013 区\n 户数 100   yoy 6%"),
        Question(
            "2013 区 户数", "4 3.5 4.5",
            in: "revise 2013 区 on 2014-09-01\n 户数 90   yoy 4%\nrevise 2013 区 on 2014-08-01\n 户数 90   yoy 5%\n2013 * 区\n 户数 100   yoy 6%"),
        Question("2013 区 可比", "17.1 17.05 17.15", in: "2012 区\n 可比 42481.2\n2013 区\n 可比 39038.1   yoy +17.1%"),
        Question("2013 区 可比", "-", in: "2012 区\n 可比 42481.2\n2013 区\n 可比 39038.1"),
        Question("2013 区 占比", "2 1 3", in: "2012 区\n 占比 5%\n2013 区\n 占比 7%"),
        // Merged: last year's figures of all compare with this year's; from the day of the merger, not before.
        Question("2015 新 户数", "50 50 50", in: "2014 甲\n 户数 40\n2014 乙\n 户数 10\n2014 新\n 户数 50\n2015 新\n 户数 150"),
        Question("2014-H1 新 户数", "20 20 20", in: "2013-H1 甲\n 户数 40\n2013-H1 乙\n 户数 10\n2013-H1 新\n 户数 50\n2014-H1 新\n 户数 60"),
        // Within the year: what the merged unit still stated by itself counts on both sides.
        Question("2014 新 户数", "50 50 50", in: "2013 乙\n 户数 10\n2014-H1 乙\n 户数 5\n2013 新\n 户数 50\n2014 新\n 户数 85"),
        Question("2015 新 户数", "-", in: "2014 乙\n 户数 10\n2014 新\n 户数 50\n2015 新\n 户数 150"),
    ]

    @Test("on a year ago", arguments: cases)
    func yearOnYear(_ question: Question) throws {
        let tallied = Tallied(Self.head + question.ledger)
        let key = try tallied.key(question.asks)
        let growth = tallied.evaluator.yearOnYear(key.unit, key.indicator, key.period)
        #expect(text(growth?.interval) == question.expects)
    }

    @Test func `growth of a percentage is in points`() throws {
        let tallied = Tallied(Self.head + "2012 区\n 占比 5%\n2013 区\n 占比 7%")
        let key = try tallied.key("2013 区 占比")
        #expect(tallied.evaluator.yearOnYear(key.unit, key.indicator, key.period)?.isInPoints == true)
    }

    @Test func `period on period, and the share of the parent`() throws {
        let tallied = Tallied(Self.head + "2013-Q1 甲\n 户数 40\n2012-Q4 甲\n 户数 50\n2013-Q1 区\n 户数 80\n2012-Q4 区\n 户数 0")
        let key = try tallied.key("2013-Q1 甲 户数")
        #expect(text(tallied.evaluator.periodOnPeriod(key.unit, key.indicator, key.period)?.interval) == "-20 -20 -20")
        #expect(text(tallied.evaluator.share(key.unit, key.indicator, key.period)) == "50 50 50")
        #expect(text(tallied.evaluator.share(key.unit, key.indicator, .quarter(2012, 4))) == "-")
        let rates = Tallied(Self.head + "2013 区\n 占比 96%\n2013 甲\n 占比 48%")
        let rate = try rates.key("2013 甲 占比")
        #expect(rates.evaluator.share(rate.unit, rate.indicator, rate.period) == nil)
    }

    @Test("year to date by fiscal years", arguments: [("", "2013-06", "6 6 6"), ("fiscal-year starts 04\n", "2013-06", "3 3 3")])
    func yearToDate(_ head: String, _ asked: String, _ expected: String) throws {
        let months = (1...6).map { "2013-0\($0) 区\n 户数 1\n" }.joined()
        let tallied = Tallied(head + Self.head + months)
        let key = try tallied.key("\(asked) 区 户数")
        #expect(text(tallied.evaluator.yearToDate(key.unit, key.indicator, key.period).interval) == expected)
    }

    private func text(_ interval: Interval?) -> String {
        guard let interval else { return "-" }
        return [interval.value, interval.low, interval.high].map {
            decimalText($0, scale: interval.scale, dividedBy: 1, decimals: nil, rounding: .nearest)
        }.joined(separator: " ")
    }
}

/// `suspicious/*`, and the ordinary series that are not.
struct SuspicionTests {
    private static func finds(_ name: String, _ expects: [String], _ values: [String], from period: Int = 1) -> Findings {
        let head = "unit 区\nindicator 产值\n    measure 万元\nindicator 利润\n    measure 万元\n    signed\n"
        let body = values.enumerated().map { index, value in "\(2010 + index / 12)-\(pad(index % 12 + period)) 区\n \(value)\n" }
        return Findings(name, expects, in: head + body.joined())
    }

    private static func pad(_ month: Int) -> String { month < 10 ? "0\(month)" : "\(month)" }

    static let cases = [
        finds("steady", [], (0..<24).map { "产值 \(100 + $0)" }),
        finds("seasonal", [], (0..<36).map { "产值 \([5, 3, 20, 30, 40, 45, 50, 40, 30, 20, 10, 6][$0 % 12])" }),
        finds("a peak every year", [], (0..<36).map { "产值 \($0 % 12 == 11 ? 95 : 10)" }.dropFirst(6).map { $0 }),
        finds("ten times", ["suspicious/jump?: 产值 1010 | 产值 100 | 产值 102"], ["产值 100", "产值 1010", "产值 102"]),
        finds("a tenth", ["suspicious/jump?: 产值 10 | 产值 100 | 产值 102"], ["产值 100", "产值 10", "产值 102"]),
        finds("万 for 亿", ["suspicious/jump?: 产值 101 亿元 | 产值 100 | 产值 102"], ["产值 100", "产值 101 亿元", "产值 102"]),
        finds("another measure, same amount", [], ["产值 10000", "产值 1.01 亿元", "产值 10200"]),
        finds("growth to a new level", [], ["产值 10", "产值 100", "产值 1000", "产值 1000"]),
        finds("a sign", ["suspicious/sign?: 产值 -5"], ["产值 100", "产值 -5", "产值 102", "产值 -6"]),
        finds("a sign that may be", [], ["利润 100", "利润 -5", "利润 102"]),
    ]

    @Test("jumps and signs", arguments: cases)
    func jumps(_ findings: Findings) { expect(findings) }

    @Test func `a cumulative figure that falls`() {
        let head = "unit 区\nindicator 产值\n    measure 万元\n"
        expect(
            Findings(
                "", ["suspicious/falling?: 产值 50 | 产值 60"],
                in: head + "2013-01..02 区\n 产值 40\n2013-01..03 区\n 产值 60\n2013-01..04 区\n 产值 50\n"))
        expect(Findings("", [], in: head + "2013-01..03 区\n 产值 60\n2013-01..04 区\n 产值 60.2\n2013-01..05 区\n 产值 60\n"))
    }
}
