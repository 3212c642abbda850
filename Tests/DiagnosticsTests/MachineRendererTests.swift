import Diagnostics
import SourceText
import Testing

struct MachineRendererTests {
    private let ledger = MarkedLedger(("q1.taizhang", "2013 婺城区\r\n  出口额 ⟦12⟧ 亿元\n"), ("子/q2", "⟦x⟧ ⟦y\nz⟧"))

    private var diagnostics: [Diagnostic] {
        [
            Diagnostic(
                "tally/time", .error, Localized(en: "they \"disagree\"", zh: "不符"), at: ledger.annotation(0, "here"),
                related: [Annotation(ledger.spans[1], Localized(en: "there", zh: "那里")), ledger.annotation(2)],
                help: [Localized(verbatim: "a"), Localized(verbatim: "b")]),
            Diagnostic("missing/x", .warning, Localized(en: "late", zh: "迟报"), at: ledger.annotation(2)),
        ]
    }

    @Test func conciseIsALineForEach() {
        #expect(
            ConciseRenderer(sources: ledger.sources, language: .english).render(diagnostics) == """
                q1.taizhang:2:7: error[tally/time] they "disagree": here
                子/q2:1:3: warning[missing/x] late

                """)
        #expect(
            ConciseRenderer(sources: ledger.sources, language: .chinese).render(diagnostics[1]) == "子/q2:1:3: 警告[missing/x] 迟报\n")
    }

    @Test func jsonSaysEverything() {
        #expect(
            JSONRenderer(sources: ledger.sources, language: .english).render(diagnostics) == #"""
                [
                  {
                    "code": "tally/time",
                    "severity": "error",
                    "message": "they \"disagree\": here",
                    "file": "q1.taizhang",
                    "line": 2,
                    "column": 7,
                    "end_line": 2,
                    "end_column": 9,
                    "related": [
                      {
                        "file": "子/q2",
                        "line": 1,
                        "column": 1,
                        "message": "there"
                      },
                      {
                        "file": "子/q2",
                        "line": 1,
                        "column": 3,
                        "message": ""
                      }
                    ],
                    "help": "a\nb"
                  },
                  {
                    "code": "missing/x",
                    "severity": "warning",
                    "message": "late",
                    "file": "子/q2",
                    "line": 1,
                    "column": 3,
                    "end_line": 2,
                    "end_column": 2,
                    "related": [],
                    "help": null
                  }
                ]

                """#)
        #expect(JSONRenderer(sources: ledger.sources, language: .english).render([]) == "[]\n")
    }
}
