import Ledger
import Numerics
import Syntax
import Tally
import Testing

/// Rules and assertions: what holds, what is contradicted, and what is too coarse to tell.
struct FormulaRuleTests {
    static let verdicts: [(String, Verdict)] = [
        ("出口 = 120", .tooCoarse), ("出口 = 120.0", .tooCoarse), ("出口 = 121", .tooCoarse), ("出口 = 122", .contradicted),
        ("出口 = 119.5", .tooCoarse), ("出口 = 119.4", .contradicted), ("出口 = 119.44", .contradicted), ("122 = 出口", .contradicted),
        ("出口 = 121 + 0", .contradicted),
        ("出口 != 122", .holds), ("户数 != 10", .contradicted), ("户数 = 10", .holds), ("户数 = 10 + 0", .holds), ("户数 = 11", .contradicted),
        ("出口 <= 120", .tooCoarse), ("出口 <= 119.5", .tooCoarse), ("出口 <= 119.4", .contradicted), ("出口 <= 120.5", .holds),
        ("出口 < 119.5", .contradicted), ("出口 < 120.5", .tooCoarse), ("出口 < 120.6", .holds),
        ("出口 >= 120.5", .tooCoarse), ("出口 >= 120.6", .contradicted), ("出口 >= 119.5", .holds),
        ("出口 > 120.5", .contradicted), ("出口 > 119.5", .tooCoarse), ("出口 > 119.4", .holds),
        ("出口 <= 0.012 亿元", .tooCoarse), ("出口 <= 0.011 亿元", .contradicted), ("出口 / 总额 >= 60.3%", .contradicted),
        ("出口 / 总额 >= 60.2%", .tooCoarse), ("出口 / 总额 >= 0.5", .holds), ("占比 >= 61", .contradicted), ("覆盖率 - 1% >= 95 pp", .tooCoarse),
        ("单耗 <= 5", .missing), ("parent(出口) <= 1", .tooCoarse), ("parent(总额) <= 1", .contradicted), ("yoy(出口) = 20%", .tooCoarse),
        ("yoy(出口) = 22%", .contradicted), ("rank(总额) <= 2", .contradicted), ("rank(出口) = 3", .tooCoarse),
        ("利润 = -5", .tooCoarse), ("利润 = -7", .contradicted),
    ]

    @Test("at one place", arguments: verdicts)
    func judges(_ text: String, _ expected: Verdict) throws {
        let tallied = Tallied(FormulaTests.head)
        let formula = try tallied.tally.compile(Formula.read(text))
        #expect(tallied.evaluator.judge(formula, try tallied.unit("甲"), .year(2013)).verdict == expected)
    }

    /// `UNIT PERIOD` of each breach.
    static let places: [(String, [String])] = [
        // A longer period is not told again where a shorter one inside it was.
        ("rule 数  产值 <= 5", ["甲 2013-Q1", "甲 2014", "乙 2013-Q1"]),
        ("rule 数  产值 <= 5 where kind = 园区", ["甲 2013-Q1", "甲 2014"]),
        ("rule 数  产值 <= 5 where kind != 园区", ["乙 2013-Q1"]),
        ("规则 数  产值 <= 5 其中 类别 = 园区", ["甲 2013-Q1", "甲 2014"]),
        ("规则 数  产值 <= 5 其中 类别 != 园区，每季", ["区 2013-Q1", "乙 2013-Q1"]),
        ("rule 数  产值 <= 5 where industry = 装备", ["甲 2013-Q1", "甲 2014"]),
        ("rule 数  产值 <= 5 where industry = 装备:汽摩配", ["甲 2013-Q1", "甲 2014"]),
        ("rule 数  产值 <= 5 where industry = 装", []),
        // `each` asks every unit and period that figures reach, rolled-up ones too.
        ("rule 数  产值 <= 5, each year", ["区 2014", "甲 2013", "甲 2014"]),
        ("rule 数  产值 <= 5, each quarter", ["区 2013-Q1", "甲 2013-Q1", "乙 2013-Q1"]),
        ("rule 数  产值 <= 5, each month", []),
        // What is missing, and what to make of it.
        ("rule 数  产值 = 出口", []),
        ("rule 数 missing any 产值 = 出口", []),
        ("rule 数 missing any 产值 = 出口 + 内销", ["乙 2013-Q1"]),
        ("rule 数 missing zero 产值 = 出口 + 内销, each quarter", ["区 2013-Q1", "甲 2013-Q1", "乙 2013-Q1"]),
        ("rule 数  parent(产值) <= 9, each quarter", ["甲 2013-Q1", "乙 2013-Q1"]),
        ("rule 数  parent(内销) <= 1, each quarter", []),
        ("rule 数 missing zero parent(内销) <= 1, each quarter", ["乙 2013-Q1"]),
    ]

    private static let ledger = """
        unit 区
        unit 区:甲
            kind 园区
            industry 装备:汽摩配
        unit 区:乙
            kind 乡镇
        indicators   measure 万元
            产值
            出口
            内销

        2013-Q1 甲
         产值 10
        2013 甲
         产值 60
        2014 甲
         产值 50
        2013-Q1 乙
         产值 8
         内销 3
        2014 乙
         产值 1

        """

    @Test("at all places", arguments: places)
    func breaches(_ text: String, _ expected: [String]) throws {
        let tallied = Tallied(Self.ledger + text + "\n")
        let (rule, _) = try #require(tallied.ledger.statements.rules.first)
        let formula = try tallied.tally.compile(rule.formula)
        let found = tallied.tally.breaches(of: rule, formula, threads: 2)
        #expect(found.map { "\(tallied.ledger.units[$0.unit].name) \($0.period.spelled(in: .english))" } == expected)
    }

    @Test func `a rule over each month reaches the last year that there is`() throws {
        let ledger = "unit 甲\nindicators   measure 万元\n    产值\n    出口\n2024-01 甲\n 产值 5\n 出口 9\n2199-12 甲\n 产值 9\n 出口 5\n"
        #expect(Tallied(ledger + "rule 数  出口 <= 产值, each month\n").problems.map { $0.prefix(6) } == ["rule/数"])
    }

    @Test func `the target behind a broken rule or assertion is shown`() {
        let ledger = """
            unit 甲
            indicator 产值
             measure 亿元
            2013 甲
             产值 47.5
            target 2013 甲
             产值 48
            rule 完成  done(产值) >= 100%
            assert 2013 甲  target(产值) = 50 亿元
            """
        #expect(
            Tallied(ledger).problems == [
                "rule/完成: 产值 47.5 | 产值 48 | rule 完成 done(产值) >= 100% | rule 完成 done(产值) >= 100%",
                "assert: assert 2013 甲 target(产值) = 50 亿元 | assert 2013 甲 target(产值) = 50 亿元 | 产值 48",
            ])
    }

    @Test func `two rules of one name`() {
        let ledger = "2013 甲\n 产值 5 元\nrule 数  产值 <= 6\nrule 数  产值 <= 7\n"
        #expect(Tallied(ledger).problems == ["name/duplicate: rule 数 产值 <= 7 | rule 数 产值 <= 6"])
    }
}
