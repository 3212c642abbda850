import Diagnostics
import Reports
import Testing

@Suite struct CSVRendererTests {
    @Test func `one row per cell that machines can read`() {
        let expected = """
            indicator,unit,period,value,state
            规上工业产值,示范区,2024-Q1,45.82,reported
            规上工业产值,示范区,2024,202.55,reported
            规上工业产值,雅畈镇,2024-Q1,3.90,partial
            规上工业产值,雅畈镇,2024,17.66,partial
            规上工业产值,"East ""A"", 1|2",2024-Q1,,absent
            规上工业产值,"East ""A"", 1|2",2024,4,reported

            """
        #expect(CSVRenderer().render([quarterly]) == expected)
    }

    @Test func `an empty table has its header`() {
        #expect(CSVRenderer().render([empty]) == "indicator,unit,period,value,state\n")
    }

    @Test(arguments: [("a,b", "\"a,b\""), ("a\r\nb", "\"a\r\nb\""), ("a\nb", "\"a\nb\""), ("\"", "\"\"\"\""), (" a ", " a "), ("台账", "台账")])
    func `values are quoted where they must be`(value: String, quoted: String) {
        let table = Table(
            title: Localized(verbatim: ""), columns: [Column(Localized(verbatim: ""))],
            rows: [Row(Localized(verbatim: ""), cells: [Cell("", fields: [.text("k", value)])])], recordKeys: ["k"])
        #expect(CSVRenderer().render([table]) == "k\n\(quoted)\n")
    }

    @Test func `tables with other keys share one header`() {
        var other = empty
        other.recordKeys = ["unit", "target"]
        other.rows = [Row(Localized(verbatim: "x"), cells: [Cell("1", fields: [.text("unit", "x"), .number("target", "1")])])]
        #expect(CSVRenderer().render([empty, other]) == "indicator,unit,period,value,state,target\n,x,,,,1\n")
    }
}

@Suite struct JSONTableRendererTests {
    @Test func `an object per cell, absent values null`() {
        var table = quarterly
        table.rows = Array(table.rows.suffix(1))
        let expected = #"""
            [
              {"indicator":"规上工业产值","unit":"East \"A\", 1|2","period":"2024-Q1","value":null,"state":"absent"},
              {"indicator":"规上工业产值","unit":"East \"A\", 1|2","period":"2024","value":4,"state":"reported"}
            ]

            """#
        #expect(JSONTableRenderer().render([table]) == expected)
    }

    @Test func `no cells`() {
        #expect(JSONTableRenderer().render([empty]) == "[]\n")
    }
}

@Suite struct RecordTests {
    @Test func `what is nearer to the cell stands`() {
        let table = Table(
            title: Localized(verbatim: ""), columns: [Column(Localized(verbatim: ""), fields: [.text("k", "column"), .text("c", "1")])],
            rows: [
                Row(
                    Localized(verbatim: ""), cells: [Cell("", fields: [.text("k", "cell")]), Cell("beyond the columns", fields: [])],
                    fields: [])
            ],
            recordKeys: ["t", "c", "k", "none"], fields: [.text("t", "2"), .text("k", "table")])
        #expect(table.records.count == 1)
        #expect(Array(table.records[0]) == [.text("2"), .text("1"), .text("cell"), .absent])
    }
}

@Suite struct MarkdownRendererTests {
    @Test func `a tree with partial sums, marks and notes`() {
        let expected = #"""
            ### 规上工业产值, 亿元 — 示范区 2024

            | | Q1 | year | yoy |
            | :-- | --: | --: | --: |
            | 示范区 | 45.82 | 202.55° | +8.2% |
            | &emsp;雅畈镇 | ≥3.90¹ | ≥17.66!¹,² | −12% |
            | &emsp;East "A", 1\|2 | | 4 | — |

            - ¹ 雅畈镇: 4 of 5 enterprises reported in 2024-02
            - ² by area
            - ° derived from other figures, not reported
            - ! preliminary
            - as of 2025-01-20

            """#
        #expect(MarkdownRenderer(language: .english).render(quarterly) == expected)
    }

    @Test func `names show as they are, headings are bold`() {
        let table = Table(
            title: Localized(verbatim: "*a*"), columns: [Column(Localized(verbatim: "a|b"), alignment: .leading)],
            rows: [.heading(Localized(verbatim: "R&D\n<x>")), Row(Localized(verbatim: "a_b`"), cells: [])])
        #expect(
            MarkdownRenderer(language: .english).render(table)
                == "### \\*a\\*\n\n| | a\\|b |\n| :-- | :-- |\n| **R\\&D \\<x>** | |\n| a\\_b\\` | |\n")
    }
}
