import Diagnostics
import SourceText
import Testing

struct FullRendererTests {
    @Test func aClaimPointsAtTheValueAndTheTarget() {
        let ledger = MarkedLedger(
            (
                "w.taizhang",
                """
                2013  婺城区
                    限额以上工业投资     ⟦47.5 亿元⟧   yoy +20.5%   ⟦done 102.5%⟧
                target 2013 婺城区
                    限额以上工业投资     ⟦48 亿元⟧
                """
            ))
        let diagnostic = Diagnostic(
            "claim/done", .error, Localized(en: "it is not 102.5% of its target", zh: "完成率不是 102.5%"),
            at: ledger.annotation(1, "stated 102.5% (102.45 … 102.55)"),
            related: [ledger.annotation(2, "the target"), ledger.annotation(0, "computed 98.96%")],
            help: [Localized(verbatim: "one of these would mend it: done 99.0%")])
        #expect(
            ledger.full(diagnostic) == """
                error[claim/done]: it is not 102.5% of its target
                  ┌─ w.taizhang:2:41
                 2│     限额以上工业投资     47.5 亿元   yoy +20.5%   done 102.5%
                  │                          ─────────                ^^^^^^^^^^^ stated 102.5% (102.45 … 102.55)
                  │                          computed 98.96%
                  ┆
                 4│     限额以上工业投资     48 亿元
                  │                          ─────── the target
                  = one of these would mend it: done 99.0%
                  = more: taizhang help claim/done

                """)
        #expect(ledger.full(diagnostic, .chinese).hasPrefix("错误[claim/done]：完成率不是 102.5%\n"))
        #expect(ledger.full(diagnostic, .chinese).hasSuffix("  = 详见 taizhang help claim/done\n"))
    }

    @Test func labelsInOneLineStack() {
        let ledger = MarkedLedger(("a", "⟦规上⟧ ⟦1.0⟧ + ⟦2⟧ = ⟦4⟧"))
        let diagnostic = Diagnostic(
            "tally/parts", .warning, Localized(verbatim: "m"), at: ledger.annotation(1, "B"),
            related: [ledger.annotation(3), ledger.annotation(0, "甲"), ledger.annotation(2, "C")])
        #expect(
            ledger.full(diagnostic) == """
                warning[tally/parts]: m
                  ┌─ a:1:4
                 1│ 规上 1.0 + 2 = 4
                  │ ──── ^^^   ─   ─
                  │ │    │     C
                  │ │    B
                  │ 甲
                  = more: taizhang help tally/parts

                """)
    }

    @Test func nestedPlacesKeepBothLabels() {
        let ledger = MarkedLedger(("a", "x ⟦⟦出口⟧额⟧"))
        let diagnostic = Diagnostic(
            "name/x", .note, Localized(verbatim: "m"), at: ledger.annotation(1, "inner"), related: [ledger.annotation(0, "outer")])
        #expect(
            ledger.full(diagnostic) == """
                note[name/x]: m
                  ┌─ a:1:3
                 1│ x 出口额
                  │   ^^^^── outer
                  │   inner
                  = more: taizhang help name/x

                """)
    }

    @Test func everyFileHasAFrameAndTheGutterIsShared() {
        let first = String(repeating: "\n", count: 98) + "⟦a⟧\n⟦b⟧ c"
        let ledger = MarkedLedger(("q1", first), ("q2", "x\n  ⟦y⟧"))
        let diagnostic = Diagnostic(
            "tally/time", .error, Localized(verbatim: "m"), at: ledger.annotation(1),
            related: [ledger.annotation(2, "other"), ledger.annotation(0)])
        #expect(
            ledger.full(diagnostic) == """
                error[tally/time]: m
                   ┌─ q1:100:1
                 99│ a
                   │ ─
                100│ b c
                   │ ^
                   ┌─ q2:2:3
                  2│   y
                   │   ─ other
                   = more: taizhang help tally/time

                """)
    }

    @Test func tabsControlsAndBadBytesKeepTheirColumns() {
        let buffer = SourceBuffer(copying: Array("\u{FEFF}出\ta\u{1B}[1m".utf8) + [0xFF] + Array("\u{202E}b\r\n".utf8))
        let sources = SourceMap(files: [SourceFile(id: FileID(0), path: "a", buffer: buffer)])
        let offset = buffer.count - 3
        let diagnostic = Diagnostic(
            "syntax/x", .error, Localized(verbatim: "name \u{1B}[2J"),
            at: Annotation(SourceSpan(file: FileID(0), range: ByteRange(offset, offset + 1))))
        #expect(
            FullRenderer(sources: sources, language: .english).render(diagnostic) == """
                error[syntax/x]: name ␛[2J
                  ┌─ a:1:10
                 1│ 出  a␛[1m\u{FFFD}\u{FFFD}b
                  │            ^
                  = more: taizhang help syntax/x

                """)
    }

    @Test(arguments: [("ab⟦⟧", "  ^"), ("⟦⟧", "^"), ("a ⟦b\nc⟧\n", "  ^"), ("ab⟦\n⟧", "  ^"), ("ab⟦\r\nc⟧", "  ^")])
    func emptyAndLongPlacesMarkTheirFirstLine(text: String, marker: String) {
        let ledger = MarkedLedger(("a", text))
        let rendered = ledger.full(Diagnostic("c", .error, Localized(verbatim: "m"), at: ledger.annotation(0)))
        let rows = rendered.split(separator: "\n").map { String($0) }
        #expect(rows.count == 5)
        #expect(rows[3] == "  │ \(marker)")
    }

    @Test func anEmptyListIsNothingAndTwoHaveALineBetween() {
        let ledger = MarkedLedger(("a", "⟦x⟧"))
        let renderer = FullRenderer(sources: ledger.sources, language: .english)
        let diagnostic = Diagnostic("c", .error, Localized(verbatim: "m"), at: ledger.annotation(0))
        #expect(renderer.render([]) == "")
        #expect(renderer.render([diagnostic, diagnostic]) == renderer.render(diagnostic) + "\n" + renderer.render(diagnostic))
    }

    @Test func coloursCloseWhatTheyOpen() {
        let ledger = MarkedLedger(("a", "⟦x⟧"))
        let diagnostic = Diagnostic("c", .warning, Localized(verbatim: "m"), at: ledger.annotation(0, "l"))
        #expect(
            ledger.full(diagnostic, .english, .ansi).replacing("\u{1B}", with: "!") == """
                ![1;33mwarning[c]![0m: m
                  ![34m┌─![0m a:1:1
                ![34m 1│![0m x
                  ![34m│![0m ![1;33m^![0m ![1;33ml![0m
                  ![34m=![0m more: taizhang help c

                """)
    }
}
