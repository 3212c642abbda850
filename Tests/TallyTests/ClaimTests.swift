import Ledger
import Numerics
import Tally
import Testing

/// What becomes of claims, by intervals worked out by hand.
struct ClaimTests {
    private static let head = """
        unit 区
            complete
        unit 区:甲
        unit 区:乙
        unit 区:丙
        indicators  measure 亿元
            产值
            投资
            可比   growth comparable
        indicators  measure 亿元, better lower
            能耗
        indicator 户数
            measure 家
            nature stock
        indicator 覆盖率
            measure %
        indicator 利润
            measure 亿元
            signed

        """

    /// The verdicts of all claims, in order.
    static let cases = [
        // 110.0 / 108.0: 101.76 … 101.95 %, so +1.76 … +1.95.
        Question("growth contradicted", "contradicted", in: "2012 甲\n 产值 108.0\n2013 甲\n 产值 110.0   yoy +8.0%"),
        Question("growth that holds", "holds", in: "2012 甲\n 产值 108.0\n2013 甲\n 产值 110.0   yoy +1.9%"),
        Question("growth at the very end of what rounding allows", "holds", in: "2012 甲\n 户数 200\n2013 甲\n 户数 209   yoy 4%"),
        Question("growth just beyond it", "contradicted", in: "2012 甲\n 户数 200\n2013 甲\n 户数 209   yoy 4.4%"),
        Question("growth of coarse figures", "tooCoarse", in: "2012 甲\n 产值 1\n2013 甲\n 产值 2   yoy 100.0%"),
        Question("coarse figures may still exclude a claim", "contradicted", in: "2012 甲\n 产值 1\n2013 甲\n 产值 2   yoy 500.0%"),
        Question("growth over zero", "tooCoarse", in: "2012 甲\n 户数 0\n2013 甲\n 户数 5   yoy 10%"),
        Question("growth over a loss", "tooCoarse", in: "2012 甲\n 利润 -5.0\n2013 甲\n 利润 5.0   yoy 200%"),
        Question("growth over what may be zero", "tooCoarse", in: "2012 甲\n 产值 0.0\n2013 甲\n 产值 5.0   yoy 200%"),
        Question("growth from a loss to a loss", "tooCoarse", in: "2012 甲\n 利润 -5.0\n2013 甲\n 利润 -4.0   yoy -20%"),
        Question("growth into a loss", "holds", in: "2012 甲\n 利润 5.00\n2013 甲\n 利润 -5.00   yoy -200%"),
        Question("growth without a year ago", "untested(missing)", in: "2013 甲\n 产值 5   yoy 20%"),
        Question("growth on a comparable basis", "untested(comparable)", in: "2012 甲\n 可比 5\n2013 甲\n 可比 5   yoy 20%"),
        Question("growth of a bound", "tooCoarse", in: "2012 甲\n 产值 > 350\n2013 甲\n 产值 400.0   yoy 5%"),
        Question("growth that a bound excludes", "contradicted", in: "2012 甲\n 产值 > 350\n2013 甲\n 产值 400.0   yoy 25%"),
        Question("growth of what is about", "tooCoarse", in: "2012 甲\n 产值 350\n2013 甲\n 产值 ~ 400   yoy 25%"),
        Question("growth of about", "tooCoarse", in: "2012 甲\n 产值 350.0\n2013 甲\n 产值 400.0   yoy ~ 25%"),
        Question("growth above a bound", "holds", in: "2012 甲\n 产值 350.0\n2013 甲\n 产值 400.0   yoy > 14%"),
        Question("growth not above a bound", "contradicted", in: "2012 甲\n 产值 350.0\n2013 甲\n 产值 400.0   yoy > 15%"),
        Question("growth of a percentage", "holds", in: "2012 甲\n 覆盖率 93.5%\n2013 甲\n 覆盖率 95.6%   yoy +2.1 pp"),
        Question("growth of a percentage contradicted", "contradicted", in: "2012 甲\n 覆盖率 93.5%\n2013 甲\n 覆盖率 95.6%   yoy +2.3 pp"),
        Question("growth in % of a percentage", "untested(measure)", in: "2012 甲\n 覆盖率 93.5%\n2013 甲\n 覆盖率 95.6%   yoy +2.1%"),
        Question("growth in per mille", "holds", in: "2012 甲\n 户数 1000\n2013 甲\n 户数 1005   yoy +5‰"),
        Question("growth of an estimate", "untested(estimate)", in: "2012 甲\n 产值 1.0\n2013 ? 甲\n 产值 2.0   yoy 5%"),
        Question("growth on the period before", "holds contradicted", in: "2013-Q1 甲\n 户数 100\n2013-Q2 甲\n 户数 112   pop 12%\n 户数 pop 13%"),
        Question(
            "growth of what sub-units make", "contradicted",
            in: "2012 区\n 产值 100.0\n2013 甲\n 产值 50.0\n2013 乙\n 产值 50.0\n2013 丙\n 产值 10.0\n2013 区\n 产值 yoy 12.0%"),
        // 47.5 of 48: 98.85 … 99.06.
        Question("completion", "contradicted", in: "2013 甲\n 产值 47.5   done 102.5%\ntarget 2013 甲\n 产值 48"),
        Question("completion that holds", "holds", in: "2013 甲\n 产值 47.5   done 99.0%\ntarget 2013 甲\n 产值 48"),
        Question(
            "completion of any issuer's target", "holds",
            in: "2013 甲\n 产值 47.5   done 95.0%\ntarget 2013 甲\n 产值 48\ntarget 2013 区 -> 甲\n 产值 50"),
        Question("completion of a target of zero", "tooCoarse", in: "2013 甲\n 户数 5   done 100%\ntarget 2013 甲\n 户数 0"),
        Question(
            "completion of a fall that was asked", "untested(comparable) holds",
            in: "2013 甲\n 可比  yoy -5.0%   done 119%\ntarget 2013 甲\n 可比 <= -4.2%"),
        Question(
            "completion of last year's amount by a factor", "contradicted",
            in: "2012 甲\n 产值 100.0\n2013 甲\n 产值 110.0   done 100%\ntarget 2013 甲\n 产值 +12%"),
        Question(
            "completion by the year to date", "holds", in: "2013-Q1 甲\n 产值 20.0\n2013-Q2 甲\n 产值 30.0   done 50%\ntarget 2013 甲\n 产值 100"),
        Question(
            "completion of the period's own target", "contradicted",
            in: "2013-Q1 甲\n 产值 20.0\n2013-Q2 甲\n 产值 30.0   done 50%\ntarget 2013-Q2 甲\n 产值 30\ntarget 2013 甲\n 产值 100"),
        // 99.96 of 100: 99.955 … 99.965.
        Question("completion near the whole", "holds", in: "2013 甲\n 覆盖率 99.96%   done 100.0%\ntarget 2013 甲\n 覆盖率 100%"),
        Question("completion short of the whole", "contradicted", in: "2013 甲\n 覆盖率 99.96%   done 99.9%\ntarget 2013 甲\n 覆盖率 100%"),
        Question("completion by a bound", "tooCoarse", in: "2013 甲\n 产值 > 48   done 105%\ntarget 2013 甲\n 产值 48"),
        Question("completion that a bound excludes", "contradicted", in: "2013 甲\n 产值 > 48   done 95%\ntarget 2013 甲\n 产值 48"),
        Question("completion by what is about", "tooCoarse", in: "2013 甲\n 产值 ~ 40   done 102%\ntarget 2013 甲\n 产值 48"),
        Question("completion above a bound", "contradicted", in: "2013 甲\n 产值 47.5   done > 100%\ntarget 2013 甲\n 产值 48"),
        Question("completion by a loss", "holds", in: "2013 甲\n 利润 -5.00   done -50.0%\ntarget 2013 甲\n 利润 10"),
        Question("completion without a target", "untested(noTarget)", in: "2013 甲\n 产值 11.9   done 119%"),
        Question(
            "completions that make one target", "untested(noTarget) untested(noTarget)",
            in: "2013-H1 甲\n 产值 5.0   done 50%\n2013 甲\n 产值 11.9   done 119%"),
        Question(
            "completions that make two", "untested(noTarget) contradicted",
            in: "2013-H1 甲\n 产值 5.0   done 60%\n2013 甲\n 产值 11.9   done 119%"),
        Question("completion of what is only partly in", "untested(missing)", in: "2013-Q2 甲\n 产值 30.0   done 10%\ntarget 2013 甲\n 产值 100"),
        Question("a lead", "holds contradicted", in: "2013-H1 甲\n 产值 52.0   lead 2.0 pp\n 产值 lead 5.0 pp\ntarget 2013 甲\n 产值 100"),
        Question("a lead under a ceiling", "holds", in: "2013-H1 甲\n 能耗 48.0   lead 2.0 pp\ntarget 2013 甲\n 能耗 100"),
        Question("a lead without a schedule", "untested(noSchedule)", in: "2013-H1 甲\n 户数 48   lead 2.0 pp\ntarget 2013 甲\n 户数 100"),
        Question("a share of the parent", "holds contradicted", in: "2013 区\n 产值 200.0\n2013 甲\n 产值 50.0   share 25%\n 产值 share 26%"),
        Question(
            "a share of another indicator", "holds contradicted", in: "2013 甲\n 投资 40.0\n 产值 10.0   share 25% of 投资\n 产值 share 30% of 投资"),
        // 199.85 … 199.95 of 199.95 … 200.05: 99.90 … 100.
        Question("a share near the whole", "holds", in: "2013 区\n 产值 200.0\n2013 甲\n 产值 199.9   share 100%"),
        Question("a share short of the whole", "contradicted", in: "2013 区\n 产值 200.0\n2013 甲\n 产值 199.9   share 99.8%"),
        Question("a share of a bound", "tooCoarse", in: "2013 区\n 产值 > 200\n2013 甲\n 产值 50.0   share 20%"),
        Question("a share that a bound excludes", "contradicted", in: "2013 区\n 产值 > 200\n2013 甲\n 产值 50.0   share 30%"),
        Question("a share of another measure", "untested(missing)", in: "2013 甲\n 户数 40\n 产值 10.0   share 25% of 户数"),
        Question("a share of zero", "tooCoarse", in: "2013 区\n 户数 0\n2013 甲\n 户数 0   share 25%"),
        Question("ranks", "holds holds contradicted", in: "2013 甲\n 户数 3   rank 1/3\n2013 乙\n 户数 2   rank 2\n2013 丙\n 户数 1   rank 2"),
        Question("equals share a place", "holds holds holds", in: "2013 甲\n 户数 3   rank 1\n2013 乙\n 户数 3   rank 1\n2013 丙\n 户数 1   rank 3"),
        Question(
            "a rank beside one who may stand anywhere", "tooCoarse contradicted", in: "2013 甲\n 户数 3   rank 2\n2013 乙\n 户数 2   rank 1"),
        Question("a rank among as many as there are not", "contradicted", in: "2013 甲\n 户数 3   rank 1/4\n2013 乙\n 户数 2\n2013 丙\n 户数 1"),
        Question(
            "a rank of growth where lower is better", "holds holds",
            in:
                "2012 甲\n 能耗 100.0\n2012 乙\n 能耗 100.0\n2012 丙\n 能耗 100.0\n2013 甲\n 能耗 90.0\n2013 乙\n 能耗 95.0\n2013 丙\n 能耗 99.0\n2013 甲\n 能耗 yoy -10%  rank 1"
        ),
    ]

    @Test("claims and their verdicts", arguments: cases)
    func verdicts(_ question: Question) {
        let tests = Tallied(Self.head + question.ledger).tally.claimTests(threads: 1)
        let verdicts = tests.map { test in
            if case .untested(let reason) = test.verdict { return "untested(\(reason))" }
            return "\(test.verdict)"
        }
        #expect(verdicts.joined(separator: " ") == question.expects)
    }

    @Test func `a contradiction with a figure of another status is a warning`() {
        let ledger = Self.head + "2012 * 甲\n 产值 108.0\n2013 甲\n 产值 110.0   yoy +8.0%"
        #expect(Tallied(ledger).problems == ["claim/yoy?: 产值 110.0 yoy +8.0% | 产值 110.0 yoy +8.0% | 产值 108.0"])
    }

    @Test func `a completion of a figure that has given way is a warning`() {
        let ledger = Self.head + "2013 ! 甲\n 产值 47.5   done 102.5%\n2013 甲\n 产值 48.0   done 100.0%\ntarget 2013 甲\n 产值 48"
        #expect(Tallied(ledger).problems == ["claim/done?: 产值 47.5 done 102.5% | 产值 47.5 done 102.5% | 产值 48"])
    }

    @Test func `completions of different status that make two targets are a warning`() {
        let ledger = Self.head + "2013-H1 ! 甲\n 产值 5.0   done 60%\n2013 甲\n 产值 11.9   done 119%"
        #expect(Tallied(ledger).problems == ["claim/done?: 产值 11.9 done 119% | 产值 11.9 done 119% | 产值 5.0 done 60%"])
    }

    @Test func `a place among figures of another status is a warning`() {
        let ledger = Self.head + "2013 ! 甲\n 户数 3   rank 2/3\n2013 乙\n 户数 2\n2013 丙\n 户数 1"
        #expect(Tallied(ledger).problems == ["claim/rank?: 户数 3 rank 2/3"])
    }
}
