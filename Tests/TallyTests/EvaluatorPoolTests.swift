import Ledger
import Numerics
import Syntax
import Tally
import Testing

/// One evaluator answers many questions, and none of them for the worse.
struct EvaluatorPoolTests {
    /// What one question may cost is not used up by those before it.
    @Test func `the work of a formula is counted anew for every cell`() throws {
        let sum = Array(repeating: "甲", count: 300).joined(separator: " + ")
        let months = (2000..<2025).flatMap { year in (1...12).map { "\(year)-\($0 < 10 ? "0" : "")\($0)" } }
        let tallied = Tallied(
            "indicator 甲\n    measure 家\nindicator 总 = \(sum)\n    measure 家\nunit 区\n"
                + months.map { "\($0)  区\n    甲  1\n" }.joined())
        for month in months { #expect(try tallied.text("\(month) 区 总") == "300 300 300 formula 1/1") }
    }

    private static let text = """
        units 区
            东镇
                东一
                东二
            西镇
                西一
                西二
        indicators measure 万元
            甲
            乙
        indicator 比 = 甲 / 乙
            measure %
        rule 甲不超过乙    甲 <= 乙
        rule 各季不少于    甲 >= 30 万元   each quarter
        2023-Q1  东一
            甲  10.0
            乙  12.0
        2023-Q1  东二
            甲  14.0
            乙  12.0
        2023-Q1  西一
            甲  11.0
            乙  15.0
        2023-Q1  区
            甲  47.0   yoy +3.0%
        2024-Q1  东一
            甲  11.0   yoy +10.0%
            乙  12.0
        2024-Q1  东二
            甲  12.0   yoy +3.0%
            乙  12.5
        2024-Q1  西一
            甲  12.0
            乙  15.0
        2024-Q1  西二
            甲  12.0
            乙  15.0
        2024-Q1  东镇
            甲  23.0   share 40%
        2024-Q1  区
            甲  47.0   yoy +4.4%
            比  90.0%
        """

    /// Checks that come after others and use their evaluators find what they find by themselves.
    @Test(arguments: [1, 2])
    func `evaluators that others had say what new ones say`(threads: Int) throws {
        let tally = Tallied(Self.text).tally
        let lent = tally.findings(threads: threads).evaluators
        let claims = { (tests: [ClaimTest]) in tests.map { "\($0.key) \($0.verdict) \(String(describing: $0.computed))" } }
        #expect(claims(tally.claimTests(threads: threads, with: lent)) == claims(tally.claimTests(threads: threads)))
        var broken = 0
        for (rule, _) in tally.ledger.statements.rules {
            let formula = try tally.compile(rule.formula)
            let places = { (breaches: [Judgement]) in breaches.map { "\($0.unit) \($0.period)" } }
            let found = places(tally.breaches(of: rule, formula, threads: threads, with: lent))
            #expect(found == places(tally.breaches(of: rule, formula, threads: threads)))
            broken += found.count
        }
        #expect(broken > 0)
        let misstated = tally.misstatedValues(threads: threads, with: lent).map(\.key)
        #expect(misstated == tally.misstatedValues(threads: threads).map(\.key) && misstated.count == 1)
    }
}
