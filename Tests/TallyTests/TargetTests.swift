import Ledger
import Numerics
import Tally
import Testing

/// Targets, completion, schedule and lead, by numbers worked out by hand.
struct TargetTests {
    private static let head = """
        unit 市
        unit 市:区
        unit 市:区:甲
        unit 市:区:乙
        indicators  measure 亿元
            产值
            可比   growth comparable
            分季
            照旧
        phase 分季  10 20 30 40
        phase 照旧  last-year
        indicators  measure 亿元, better lower
            能耗
        indicator 企业
            measure 家
            nature stock
        indicator 户
            measure 家
            nature stock
        phase 户  25 25 25 25
        indicator 覆盖率
            measure %
        indicator 强度
            measure 吨/万元
            better lower

        """

    /// `COMPLETION LOW HIGH / SCHEDULE BASIS / LEAD / REQUIRED / VERDICT`
    static let progressCases = [
        Question(
            "2013 区 产值", "98.958333… 98.854167… 99.0625 / 100 period / -1.041667… / - / missed",
            in: "2013 区\n 产值 47.5\ntarget 2013 市 -> 区\n 产值 48"),
        Question("2013-H1 区 产值", "52 51.95 52.05 / 50 calendar / 2 / 8 / ahead", in: "2013-H1 区\n 产值 52.0\ntarget 2013 区\n 产值 100"),
        Question(
            "2013-H1 区 产值", "50 49.95 50.05 / 50 calendar / 0 / 8.333333… / on-schedule", in: "2013-H1 区\n 产值 50.0\ntarget 2013 区\n 产值 100"),
        Question(
            "2013-01..05 区 分季", "25 24.95 25.05 / 23.333333… phase / 1.666667… / 10.714286… / ahead",
            in: "2013-01..05 区\n 分季 25.0\ntarget 2013 区\n 分季 100"),
        Question(
            "2013-Q1 区 照旧", "30 29.95 30.05 / 40 lastYear / -10 / 7.777778… / behind",
            in: "2012-Q1 区\n 照旧 20.00\n2012 区\n 照旧 50.00\n2013-Q1 区\n 照旧 30.0\ntarget 2013 区\n 照旧 100"),
        Question(
            "2013-H1 区 产值", "50 49.95 50.05 / 40 targets / 10 / 8.333333… / ahead",
            in: "2013-H1 区\n 产值 50.0\ntarget 2013 区\n 产值 100\ntarget 2013-Q1 区\n 产值 15\ntarget 2013-Q2 区\n 产值 25"),
        Question(
            "2013-Q2 区 产值", "120 119.8 120.2 / 100 period / 20 / - / done",
            in: "2013-Q2 区\n 产值 30.0\ntarget 2013 区\n 产值 100\ntarget 2013-Q2 区\n 产值 25"),
        Question("2013-H1 区 能耗", "40 39.9 40.1 / 50 calendar / 10 / 5 / ahead", in: "2013-H1 区\n 能耗 20.0\ntarget 2013 区\n 能耗 50"),
        Question("2013-H1 区 能耗", "104 103.9 104.1 / 50 calendar / -54 / - / missed", in: "2013-H1 区\n 能耗 52.0\ntarget 2013 区\n 能耗 50"),
        Question("2013 区 能耗", "96 95.9 96.1 / 100 period / 4 / - / done", in: "2013 区\n 能耗 48.0\ntarget 2013 区\n 能耗 50"),
        Question(
            "2013 区 产值", "100 99.981073… 100.018930… / 100 period / 0 / - / done",
            in: "2012 区\n 产值 50.00\n2013 区\n 产值 56.00\ntarget 2013 区\n 产值 +12%"),
        Question(
            "2013 区 可比", "119.047619… 117.857143… 120.238095… / - / - / - / done", in: "2013 区\n 可比 50   yoy 5.0%\ntarget 2013 区\n 可比 +4.2%"
        ),
        Question(
            "2013 区 强度", "119.047619… 117.857143… 120.238095… / - / - / - / done", in: "2013 区\n 强度   yoy -5.0%\ntarget 2013 区\n 强度 -4.2%"),
        Question("2013 区 强度", "- / - / - / - / missed", in: "2013 区\n 强度   yoy +5.0%\ntarget 2013 区\n 强度 +4.2%"),
        Question(
            "2013 区 覆盖率", "100 99.947917… 100.052083… / - / - / - / done", in: "2013 区\n 覆盖率 96.0%\ntarget 2013 区\n 覆盖率 >= 96%"),
        Question("2013 区 覆盖率", "150 149 151 / - / - / - / done", in: "2012 区\n 覆盖率 93.00%\n2013 区\n 覆盖率 94.50%\ntarget 2013 区\n 覆盖率 +1 pp"),
        Question("2013-H1 区 企业", "90 90 90 / - / - / - / not-yet", in: "2013-H1 区\n 企业 45\ntarget 2013 区\n 企业 50"),
        Question("2013-H1 区 户", "90 90 90 / 50 phase / 40 / - / ahead", in: "2013-H1 区\n 户 45\ntarget 2013 区\n 户 50"),
        Question("2013 区 产值", "- / 100 period / - / - / done", in: "2013 区\n 产值 5\ntarget 2013 区\n 产值 0"),
        Question("2013 区 产值", "100 98.667364… 101.348101… / 100 period / 0 / - / done", in: "2013 区\n 产值 11.9   done 100%"),
        Question("2013-H1 区 产值", "≥30 / 50 calendar / ≥-20 / - / partial", in: "2013-Q1 区\n 产值 30.0\ntarget 2013 区\n 产值 100"),
        Question("2013 区 产值", "-", in: "2013 区\n 产值 5\ntarget 2013 ! 区\n 产值 5"),
        Question("2013 区 产值", "-", in: "2013 ? 区\n 产值 5\ntarget 2013 区\n 产值 5"),
        // The unit's own target before its parent's, the newest revision, and none of two that differ.
        Question(
            "2013 区 产值", "50 49.5 50.5 / 100 period / -50 / - / missed",
            in: "2013 区\n 产值 50\ntarget 2013 市 -> 区\n 产值 50\ntarget 2013 区\n 产值 100"),
        Question(
            "2013 区 产值", "25 24.75 25.25 / 100 period / -75 / - / missed",
            in:
                "2013 区\n 产值 50\nrevise target 2013 区 on 2013-05-01\n 产值 200\nrevise target 2013 区 on 2013-03-01\n 产值 300\ntarget 2013 区\n 产值 100"
        ),
        Question("2013 区 产值", "-", in: "2013 区\n 产值 50\ntarget 2013 区\n 产值 100\ntarget 2013 区\n 产值 110"),
    ]

    @Test("how a unit stands with its target", arguments: progressCases)
    func progress(_ question: Question) throws {
        let tallied = Tallied(Self.head + question.ledger)
        let key = try tallied.key(question.asks)
        let progress = tallied.evaluator.progress(key.unit, key.indicator, key.period, step: .month)
        #expect(
            progress.map { text($0, tallied.ledger.measures[tallied.ledger.indicators[key.indicator].measure]) } ?? "-" == question.expects)
    }

    private func text(_ progress: Progress, _ measure: Measure) -> String {
        var parts = [progress.completion.percent.map(text) ?? "-"]
        parts.append(progress.schedule.map { "\(rounded($0.percent.value, $0.percent)) \($0.basis)" } ?? "-")
        parts.append(progress.lead.map { $0.hasHigh ? rounded($0.value, $0) : "≥\(rounded($0.value, $0))" } ?? "-")
        parts.append(
            progress.required.map { required in
                let inMeasure = required.divided(by: Int128(measure.factor))
                return rounded(inMeasure.value, inMeasure)
            } ?? "-")
        return (parts + [progress.verdict.rawValue]).joined(separator: " / ")
    }

    private func text(_ interval: Interval) -> String {
        guard interval.hasHigh else { return "≥" + rounded(interval.value, interval) }
        return [interval.value, interval.low, interval.high].map { rounded($0, interval) }.joined(separator: " ")
    }

    /// Six decimals, and a sign that there are more.
    private func rounded(_ number: Int128, _ interval: Interval) -> String {
        let exact = exactDecimals(number, scale: interval.scale, dividedBy: 1) ?? 99
        let text = decimalText(number, scale: interval.scale, dividedBy: 1, decimals: min(exact, 6), rounding: .nearest)
        return exact > 6 ? text + "…" : text
    }

    static let problemCases = [
        Findings("parts short of the whole", ["target/allocation: 产值 100 | 产值 50 | 产值 40"], in: Self.split(100, 50, 40)),
        Findings("parts that make the whole", [], in: Self.split(100, 50, 50)),
        Findings("a margin", [], in: Self.split(100, 60, 50)),
        Findings(
            "a margin of what is decomposed exactly", ["target/allocation: 产值 100 | 产值 60 | 产值 50"],
            in: "indicator 产值\n measure 亿元\n decompose exactly\n" + Self.split(100, 60, 50)),
        Findings(
            "a margin of what a block says is decomposed exactly", ["target/allocation: 产值 100 | 产值 60 | 产值 50"],
            in: "decompose exactly 能耗, 产值\n" + Self.split(100, 60, 50)),
        Findings(
            "decomposed exactly, of no indicator", ["name/undeclared: 足额分解 没有"], in: "足额分解 没有\n" + Self.split(100, 60, 50)),
        Findings("a ceiling handed on with more", ["target/allocation: 能耗 100 | 能耗 60 | 能耗 50"], in: Self.split(100, 60, 50, of: "能耗")),
        Findings("a ceiling handed on with less", [], in: Self.split(100, 50, 40, of: "能耗")),
        Findings("drafts", ["target/allocation?: 产值 100 | 产值 50 | 产值 40"], in: Self.split(100, 50, 40, mark: "! ")),
        Findings("an issued target above drafts", [], in: "target 2013 区\n 产值 100\n" + Self.split(10, 50, 40, mark: "! ")),
        Findings("one sub-unit of two with a target", [], in: "target 2013 区\n 产值 100\ntarget 2013 甲\n 产值 50"),
        Findings("a rate is not decomposed", [], in: Self.split(100, 50, 40, of: "覆盖率")),
        Findings(
            "a change becomes an amount", ["target/allocation: 产值 +20% | 产值 50 | 产值 40"],
            in: "2012 区\n 产值 100.0\n" + Self.split("+20%", 50, 40)),
        Findings("a change of an amount that the rounding leaves open", [], in: "2012 区\n 产值 75.0\n" + Self.split("+20%", 50, 40)),
        Findings(
            "quarters that do not make the year", ["target/phase: 产值 100 | 产值 20 | 产值 20 | 产值 20 | 产值 30"],
            in: Self.quarters(100, 20, 20, 20, 30)),
        Findings(
            "halves that do not make the year", ["target/phase: 产值 100 | 产值 45 | 产值 50"],
            in: "target 2013 区\n 产值 100\ntarget 2013-H1 区\n 产值 45\ntarget 2013-H2 区\n 产值 50"),
        Findings(
            "quarters that do not make the half", ["target/phase: 产值 45 | 产值 20 | 产值 30"],
            in: "target 2013-H1 区\n 产值 45\ntarget 2013-Q1 区\n 产值 20\ntarget 2013-Q2 区\n 产值 30"),
        Findings(
            "halves and quarters that tally", [],
            in:
                "target 2013-H1 区\n 产值 45\ntarget 2013-H2 区\n 产值 55\n" + Self.quarters(100, 20, 25, 25, 30)),
        Findings("quarters that make the year", [], in: Self.quarters(100, 20, 25, 25, 30)),
        Findings("quarters of a stock", [], in: Self.quarters(100, 20, 20, 20, 30, of: "企业")),
        Findings("twice", ["target/duplicate: 产值 90 | 产值 100"], in: "target 2013 区\n 产值 100\ntarget 2013 区\n 产值 90"),
        Findings("an issuer each", [], in: "target 2013 区\n 产值 100\ntarget 2013 市 -> 区\n 产值 90"),
        Findings("a draft and what was issued", [], in: "target 2013 ! 区\n 产值 100\ntarget 2013 区\n 产值 90"),
        Findings("a revision", [], in: "target 2013 区\n 产值 100\nrevise target 2013 区 on 2013-05-01\n 产值 90"),
    ]

    private static func split(_ whole: Any, _ a: Int, _ b: Int, of indicator: String = "产值", mark: String = "") -> String {
        "target 2013 \(mark)区\n \(indicator) \(whole)\ntarget 2013 \(mark)区 -> 甲\n \(indicator) \(a)\ntarget 2013 \(mark)区 -> 乙\n \(indicator) \(b)"
    }

    private static func quarters(_ year: Int, _ parts: Int..., of indicator: String = "产值") -> String {
        "target 2013 区\n \(indicator) \(year)\n"
            + parts.enumerated().map { "target 2013-Q\($0 + 1) 区\n \(indicator) \($1)" }.joined(separator: "\n")
    }

    @Test("decomposition, phases, duplicates", arguments: problemCases)
    func problems(_ findings: Findings) {
        let declares = findings.ledger.hasPrefix("indicator 产值")
        let head = declares ? Self.head.replacing("    产值\n", with: "") : Self.head
        #expect(Tallied(head + findings.ledger).problems == findings.expects)
    }

    @Test(
        "a rank lies between the best and the worst place that the figures allow",
        arguments: [
            ("甲", 1, 1, 1), ("乙", 2, 3, 2), ("丙", 2, 4, 3), ("丁", 3, 4, 4),
        ])
    func rank(_ name: String, _ best: Int, _ worst: Int, _ shown: Int) throws {
        let tallied = Tallied(
            """
            units 区
                甲
                乙
                丙
                丁
                戊  opened 2014-01
            indicator 产值
                measure 亿元
            2013 甲
             产值 12
            2013 乙
             产值 10.4
            2013 丙
             产值 10
            2013 丁
             产值 9.6
            """)
        let key = try tallied.key("2013 \(name) 产值")
        let rank = try #require(tallied.evaluator.rank(key.unit, key.indicator, key.period, by: .value))
        #expect([rank.best, rank.worst, rank.shown, rank.count] == [best, worst, shown, 4])
    }

    @Test func `a unit that stands apart has no rank, and is in none`() throws {
        let tallied = Tallied(
            """
            units 区
                甲
                乙
                丙  apart
            indicator 产值
                measure 亿元
            indicator 名次 = rank(产值)
            2013 甲
             产值 12
            2013 乙
             产值 10
            2013 丙
             产值 11   rank 2/3
            """)
        let counts = try ["甲", "乙", "丙"].map { name in
            let key = try tallied.key("2013 \(name) 产值")
            return tallied.evaluator.rank(key.unit, key.indicator, key.period, by: .value)?.count
        }
        #expect(counts == [2, 2, nil])
        #expect(tallied.tally.claimTests().map(\.verdict) == [.untested(.unnamed)])
        #expect(try ["甲", "乙", "丙"].map { try tallied.cell("2013 \($0) 名次").interval?.value } == [1, 2, nil])
    }
}
