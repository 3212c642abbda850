import SourceText
import Testing

@testable import Syntax

@Suite struct FormulaTests {
    @Test(arguments: [
        ("出口额 / 进出口总额", "(出口额 divide 进出口总额)"), ("a + b * c", "(a add (b multiply c))"), ("a - b - c", "((a subtract b) subtract c)"),
        ("(a + b) * c", "((a add b) multiply c)"), ("a / b / c", "((a divide b) divide c)"), ("a×b÷c", "a×b÷c"),
        ("-a + b", "(-a add b)"), ("a - -b", "(a subtract -b)"), ("出口额/进出口总额", "(出口额 divide 进出口总额)"), ("a+b", "(a add b)"),
        ("a-b", "a-b"), ("a -b", "(a subtract b)"), ("（a ＋ b）＊ c", "((a add b) multiply c)"), ("a × 5 ÷ 3", "((a multiply 5) divide 3)"),
        ("a / 5 / 3", "((a divide 5) divide 3)"), ("a ／ 5 ／ 3", "((a divide 5) divide 3)"), ("5 万元/户 * a", "(5 万元/户 multiply a)"),
        ("100% - a", "(100 % subtract a)"), ("5 家×a", "(5 家 multiply a)"), ("1,000 家", "1000 家"),
        ("North output * 2", "(North output multiply 2)"),
        ("产值（现价） / 产值（可比价）", "(产值（现价） divide 产值（可比价）)"), ("GDP(real) - 1", "(GDP(real) subtract 1)"),
        ("\"a + b\" + c", "(a + b add c)"), ("yoy(x) - parent(yoy(x))", "(yoy(x) subtract parent(yoy(x)))"),
        ("同比（x） - 上级（同比（x））", "(yoy(x) subtract parent(yoy(x)))"),
        ("last-year(x)", "last-year(x)"), ("上年(x) + 上期(x) + 累计(x)", "((last-year(x) add previous(x)) add ytd(x))"),
        ("min(a, b、c)", "min(a, b, c)"), ("最大(绝对值(a - b), 拉动(c))", "max(abs((a subtract b)), contribution(c))"),
        ("nominal(yoy(x))", "nominal(yoy(x))"),
        ("count(难题.办结) / count(难题)", "(count(难题.办结) divide count(难题))"), ("计(难题.办结 其中 类别 = 电)", "count(难题.办结 where 类别 = 电)"),
        ("entered(企业.在库 where kind = 园区, level != 2) - 退出(企业.在库)", "(entered(企业.在库 where kind = 园区, level != 2) subtract left(企业.在库))"),
        ("天数(难题.办结)", "days(难题.办结)"), ("计划投资 + 完成投资", "(计划投资 add 完成投资)"), ("target(x) | note", "target(x)"),
        ("a <= b", "a atMost b"), ("a ≥ b", "a atLeast b"), ("a ＜＝ b", "a atMost b"), ("a != b", "a notEqual b"), ("a = b", "a equal b"),
        ("a > 5 %, each quarter", "a greater 5 % each quarterly"), ("a > 5 每月", "a greater 5 each monthly"),
        ("a = b where kind = 园区, each year", "a equal b where kind = 园区 each yearly"),
        ("a = b 其中 类别 = 园区，每季度", "a equal b where 类别 = 园区 each quarterly"),
        ("a = b where industry = 装备制造:泵阀, kind = 企业", "a equal b where industry = 装备制造:泵阀, kind = 企业"),
    ])
    func `precedence, functions, names and filters`(text: String, expected: String) throws {
        #expect(try describe(read(text)) == expected)
    }

    @Test func `names that must be indicators, and names of registers`() throws {
        let formula = try read("count(难题.办结) / 户数 + yoy(产值) - min(a, entered(企业))")
        #expect(formula.left.indicatorNames.map(\.text) == ["户数", "产值", "a"])
        #expect(formula.left.registerNames.map(\.text) == ["难题.办结", "企业"])
    }

    @Test(arguments: [
        "甲 = ⟦⟧", "甲 = a + ⟦⟧", "甲 = ⟦(a + b⟧", "甲 = ⟦yoy(a⟧", "甲 = a ⟦)⟧", "甲 = a + ⟦1e5⟧", "甲 = ⟦yoy(a, b)⟧", "甲 = a where ⟦kind⟧",
        "甲 = a where kind = ⟦⟧", "甲 = a, ⟦each day⟧", "甲 = a  ⟦b⟧", "甲 = a + ⟦⟧* b", "甲 = min(a,⟦⟧)",
    ])
    func `what cannot be read is reported where it stands`(line: String) {
        let marked = MarkedText("indicator \(line)\n    nature flow\nunit 乙\n")
        let reading = Reading(marked.text)
        #expect(reading.piece.diagnostics.count == 1)
        #expect(reading.problems.allSatisfy { $0.hasPrefix("syntax/formula") || $0.hasPrefix("syntax/number") })
        #expect(reading.indicators.first?.nature == .flow)
        #expect(reading.units.count == 1)
        let place = reading.piece.diagnostics.first?.primary.span.range
        #expect(place == marked.ranges.first || marked.ranges.first?.isEmpty == true, "\(reading.problems)")
    }

    @Test(arguments: ["(", "-", "yoy(", "+", "abs((", "a + (", "- ("])
    func `nesting without end is refused, not a crash`(nest: String) {
        let text = "rule 甲  " + String(repeating: nest, count: 100_000) + "\n"
        #expect(Reading(text).problems.count == 1)
    }

    @Test func `a sum of a thousand is read, a longer one refused`() {
        let long = "indicator 甲\n    parts " + (0..<1000).map { "p\($0)" }.joined(separator: " + ")
        #expect(Reading(long + "\n").problems == [])
        #expect(Reading(long + "\n").indicators.first?.parts.first?.count == 1000)
        #expect(Reading(long + " + x\n").problems == ["syntax/formula at x"])
    }

    private func read(_ text: String) throws -> Formula {
        let buffer = SourceBuffer(copying: text.utf8)
        var reader = FormulaReader(cursor: LineBounds(buffer, at: 0).cursor(buffer.start))
        return try reader.readFormula()
    }
}
