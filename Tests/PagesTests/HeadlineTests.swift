import Diagnostics
import Numerics
import Testing

@testable import Pages

@Suite struct HeadlineTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var period: Period
        var ledger: String
        var zh: String
        var en: String

        var testDescription: String { name }
    }

    private static let output = """
        unit 区
        indicator 产值
            measure 亿元
            growth comparable
            name-en Output

        """

    static let cases = [
        Case(
            name: "growth, completion, schedule", period: .month(2024, 5),
            ledger: output + "target 2024  区\n    产值  300\n2024-01..05  区\n    产值  143.75  yoy +3.5%\n",
            zh: "1-5月，完成产值143.75亿元，同比增长3.5%，完成年度目标的47.9%，快于序时进度6.3个百分点。",
            en: "Output came to 143.75 × 100m yuan in Jan–May 2024, up 3.5% on a year earlier: 47.9% of the year's target, "
                + "6.3 points ahead of schedule."),
        Case(
            name: "behind", period: .month(2024, 6),
            ledger: output + "target 2024  区\n    产值  100\n2024-01..06  区\n    产值  40.0  yoy -1.5%\n",
            zh: "上半年，完成产值40.0亿元，同比下降1.5%，完成年度目标的40.0%，慢于序时进度10.0个百分点。",
            en: "Output came to 40.0 × 100m yuan in H1 2024, down 1.5% on a year earlier: 40.0% of the year's target, "
                + "10.0 points behind schedule."),
        Case(
            name: "at the end of the year nothing is ahead", period: .year(2024),
            ledger: output + "target 2024  区\n    产值  100\n2024  区\n    产值  102.5  yoy 0.0%\n",
            zh: "全年，完成产值102.5亿元，同比持平，完成年度目标的102.5%。",
            en: "Output came to 102.5 × 100m yuan in 2024, unchanged on a year earlier: 102.5% of the year's target."),
        Case(
            name: "preliminary, with the month alone", period: .month(2024, 2),
            ledger: output + "2024-01  区\n    产值  10.0\n2024-02 !  区\n    产值  12.0\n",
            zh: "1-2月，产值为22.0亿元（初步数）；其中2月当月12.0亿元（初步数）。",
            en: "Output came to 22.0 × 100m yuan in Jan–Feb 2024 (preliminary). Feb 2024 alone: 12.0 × 100m yuan (preliminary)."),
        Case(
            name: "partial", period: .month(2024, 3),
            ledger: "units 区\n    甲\n    乙\nindicator 产值\n    measure 亿元\n    name-en Output\n2024-Q1  甲\n    产值  10.0\n",
            zh: "一季度，产值不少于10.0亿元（数据不齐，区：2024年一季度应报2个，已报1个，缺乙）。",
            en: "Output came to at least 10.0 × 100m yuan in Q1 2024 (not all in; 区: 1 of 2 in for 2024-Q1; without 乙)."),
        Case(
            name: "a bound", period: .year(2024), ledger: output + "2024  区\n    产值  > 350\n",
            zh: "全年，产值不少于350亿元。", en: "Output came to at least 350 × 100m yuan in 2024."),
        Case(
            name: "a difference that may as well be nothing", period: .year(2024),
            ledger: "unit 区\nindicator 外销\n    measure 亿元\n    name-en Exports\nindicator 内销\n    measure 亿元\n"
                + "indicator 产值\n    measure 亿元\n    parts 内销 + 外销\n2024  区\n    产值  11\n    内销  10.5\n",
            zh: "全年，外销约1亿元。", en: "Exports came to about 1 × 100m yuan in 2024."),
        Case(
            name: "growth alone", period: .month(2024, 5), ledger: output + "2024-01..05  区\n    产值  yoy +6.3%\n",
            zh: "1-5月，产值同比增长6.3%。", en: "Output was up 6.3% on a year earlier in Jan–May 2024."),
        Case(
            name: "a rate", period: .month(2024, 5),
            ledger: "unit 区\nindicator 产销率\n    measure %\n    name-en Ratio of sales\n2024-05  区\n    产销率  96.9 %  yoy -0.4 pp\n",
            zh: "5月，产销率为96.9%，同比下降0.4个百分点。", en: "Ratio of sales was 96.9% in May 2024, down 0.4 points on a year earlier."),
        Case(
            name: "a stock", period: .month(2024, 5),
            ledger: "unit 区\nindicator 户数\n    measure 家\n    nature stock\n    name-en Firms\n2024-05  区\n    户数  39 家\n",
            zh: "5月末，户数为39家。", en: "Firms stood at 39 firms at the end of May 2024."),
        Case(
            name: "a ceiling", period: .month(2024, 6),
            ledger: "unit 区\nindicator 能耗\n    measure 吨标准煤\n    better lower\n    name-en Energy\ntarget 2024  区\n    能耗  1000\n"
                + "2024-01..06  区\n    能耗  400\n",
            zh: "上半年，能耗为400吨标准煤，为年度控制目标的40.0%，低于序时进度10.0个百分点。",
            en: "Energy came to 400 tce in H1 2024: 40.0% of the year's ceiling, 10.0 points below schedule."),
    ]

    @Test(arguments: cases)
    func `a headline reads as the genre writes it`(example: Case) {
        #expect(headline(example.period, of: example.ledger, in: .chinese) == example.zh)
        #expect(headline(example.period, of: example.ledger, in: .english) == example.en)
    }

    @Test(arguments: [
        ("+8.2%", "8.2%", "", 1), ("-5.0%", "5.0%", "", -1), ("0.0%", "0.0%", "", 0), ("≥+1.8", "1.8", "≥", 1),
        ("≥-30.3", "30.3", "≥", -1), ("≥3%", "3%", "≥", 0), ("-0.4 pp", "0.4 pp", "", -1), ("-0.0", "0.0", "", 0),
    ])
    func `the sign of a number is said in words`(text: String, digits: String, bound: String, side: Int) {
        let spoken = Spoken(text)
        #expect(spoken.digits == digits)
        #expect(spoken.bound == bound)
        #expect((spoken.isUp ? 1 : 0) - (spoken.isDown ? 1 : 0) == side)
    }
}
