import Diagnostics
import Testing

@testable import Reports

private func row(_ label: String, _ depth: Int = 0, _ texts: String...) -> Row {
    Row(Localized(verbatim: label), depth: depth, cells: texts.map { Cell($0) })
}

private func plain(_ text: String) -> Localized { Localized(verbatim: text) }

@Suite struct TextRendererTests {
    @Test func `a tree with partial sums, marks and notes`() {
        let expected = """
            规上工业产值, 亿元              示范区 2024

                                Q1     year         yoy
            示范区           45.82   202.55°      +8.2%
            ├ 雅畈镇         ≥3.90¹  ≥17.66!¹,²  −12%
            └ East "A", 1|2            4              —
            ¹ 雅畈镇: 4 of 5 enterprises reported in 2024-02
            ² by area
            ° derived from other figures, not reported
            ! preliminary
            as of 2025-01-20

            """
        #expect(TextRenderer(language: .english).render(quarterly) == expected)
    }

    @Test func `in Chinese`() {
        let expected = """
            规上工业产值（亿元）             示范区 2024

                             一季度     全年        同比
            示范区            45.82   202.55°      +8.2%
            ├ 雅畈镇          ≥3.90¹  ≥17.66!¹,²  −12%
            └ East "A", 1|2             4              —
            ¹ 雅畈镇：2024-02 应报5家，已报4家
            ² by area
            ° 由其他数据推算，非直接填报
            ! 初步数
            截至2025-01-20

            """
        #expect(TextRenderer(language: .chinese).render(quarterly) == expected)
    }

    @Test func `nothing to show`() {
        #expect(TextRenderer(language: .english).render(empty) == "出口额\n\n  year\nnothing to show\n")
        #expect(TextRenderer(language: .chinese).render(empty) == "出口额\n\n  全年\n没有可显示的内容\n")
    }

    @Test func `no columns`() {
        let table = Table(title: plain("units"), columns: [], rows: [row("市"), row("区", 1)])
        #expect(TextRenderer(language: .english).render(table) == "units\n\n市\n└ 区\n")
    }

    @Test func `one column, negative numbers and what is no number`() {
        let table = Table(
            title: plain("净增, 家"), stub: plain("unit"), columns: [Column(plain("2024"))],
            rows: [row("甲", 0, "−1,204"), row("乙", 0, "-0.5"), row("丙", 0, ""), row("丁", 0, "3/9"), row("戊", 0, "—"), row("己", 0, "12 家")])
        let expected = """
            净增, 家

            unit       2024
            甲    −1,204
            乙        -0.5
            丙
            丁          3/9
            戊            —
            己        12 家

            """
        #expect(TextRenderer(language: .english).render(table) == expected)
    }

    @Test func `headings name groups, and each group is a tree`() {
        let table = Table(
            title: plain("progress"),
            columns: [Column(plain("to date")), Column(plain("")), Column(plain("verdict"), alignment: .leading)],
            rows: [
                .heading(plain("限额以上工业投资  亿元")), row("示范区", 0, "19.90", "██▍", "on schedule"), row("金西园区", 1, "9.10", "█", "ahead"),
                .heading(plain("出口额  万美元")), row("示范区", 0, "7", "", "behind"),
            ])
        let expected = """
            progress

                          to date       verdict
            限额以上工业投资  亿元
              示范区        19.90  ██▍  on schedule
              └ 金西园区     9.10    █  ahead
            出口额  万美元
              示范区         7          behind

            """
        #expect(TextRenderer(language: .english).render(table) == expected)
    }

    @Test func `style dresses titles, trees, signs and notes, and moves nothing`() {
        let styled = TextRenderer(language: .english, style: .ansi).render(quarterly)
        #expect(styled.hasPrefix("\u{1B}[1m规上工业产值, 亿元\u{1B}[0m "))
        #expect(styled.contains("\u{1B}[2m├ \u{1B}[0m雅畈镇"))
        #expect(styled.contains("≥3.90\u{1B}[2m¹\u{1B}[0m"))
        var stripped = styled
        for code in ["\u{1B}[1m", "\u{1B}[2m", "\u{1B}[0m"] {
            stripped = stripped.split(separator: code, omittingEmptySubsequences: false).joined()
        }
        #expect(stripped == TextRenderer(language: .english).render(quarterly))
    }

    @Test func `tables are parted by an empty line`() {
        let renderer = TextRenderer(language: .english)
        #expect(renderer.render([empty, empty]) == renderer.render(empty) + "\n" + renderer.render(empty))
        #expect(renderer.render([]) == "")
    }
}

@Suite struct TreeTests {
    @Test(arguments: [
        ([0], [""]),
        ([0, 1, 1], ["", "├ ", "└ "]),
        ([0, 1, 2, 2, 1, 2], ["", "├ ", "│ ├ ", "│ └ ", "└ ", "  └ "]),
        ([0, 1, 0, 1], ["", "└ ", "", "└ "]),
        ([0, 1, 2, 0, 1], ["", "└ ", "  └ ", "", "└ "]),
        ([0, 2, 1], ["", "│ └ ", "└ "]),
    ])
    func `lines follow from depths`(depths: [Int], expected: [String]) {
        #expect(treeLines(of: depths.map { row("x", $0) }) == expected)
    }

    @Test func `a heading ends the tree above it`() {
        #expect(treeLines(of: [row("a"), row("b", 1), .heading(plain("h")), row("c", 1)]) == ["", "└ ", "", "└ "])
    }
}

@Suite struct DecimalPointTests {
    @Test(arguments: [
        ("202.5", "202", ".5"), ("≥3.90", "≥3", ".90"), ("+8.2%", "+8", ".2%"), ("−12%", "−12", "%"), ("48,259", "48,259", ""),
        ("4.", "4", "."),
    ])
    func `numbers split at the point`(text: String, whole: String, fraction: String) throws {
        let parts = try #require(splitAtDecimalPoint(text))
        #expect(parts.whole == whole)
        #expect(parts.fraction == fraction)
    }

    @Test(arguments: ["", "—", "3/9", "2024-05", "1.2.3", "ahead"])
    func `other texts do not`(text: String) {
        #expect(splitAtDecimalPoint(text) == nil)
    }
}

@Suite struct NoteTests {
    @Test(arguments: [(1, "¹"), (9, "⁹"), (10, "¹⁰"), (204, "²⁰⁴")])
    func `numbers in superscript`(number: Int, expected: String) {
        #expect(superscript(number) == expected)
    }
}
