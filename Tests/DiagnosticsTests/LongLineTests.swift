import Diagnostics
import SourceText
import Testing

struct LongLineTests {
    /// The source row and the marker row.
    private func rows(_ text: String, primary: Int = 0, related: [Int] = []) -> [String] {
        let ledger = MarkedLedger(("a", text))
        let diagnostic = Diagnostic(
            "c", .error, Localized(verbatim: "m"), at: ledger.annotation(primary), related: related.map { ledger.annotation($0) })
        return ledger.full(diagnostic).split(separator: "\n").dropFirst(2).prefix(2).map { String($0.dropFirst(4)) }
    }

    private func text(_ pattern: String, _ count: Int) -> String { String(repeating: pattern, count: count) }

    @Test func aLineThatFitsIsWhole() {
        #expect(rows(text("x", 159) + "⟦y⟧") == [text("x", 159) + "y", text(" ", 159) + "^"])
    }

    @Test func theMiddleIsShownAroundThePlace() {
        #expect(rows(text("x", 300) + "⟦yy⟧" + text("z", 300)) == ["…" + text("x", 78) + "yy" + text("z", 78) + "…", text(" ", 79) + "^^"])
    }

    @Test func theStartAndTheEndAreShownWithoutAGap() {
        #expect(rows("⟦y⟧" + text("x", 300)) == ["y" + text("x", 157) + "…", "^"])
        #expect(rows(text("x", 300) + "⟦y⟧") == ["…" + text("x", 157) + "y", text(" ", 158) + "^"])
        #expect(rows(text("x", 300) + "⟦⟧") == ["…" + text("x", 158), text(" ", 159) + "^"])
    }

    @Test func wideCharactersAreNotCutInTwo() {
        let shown = rows(text("出", 200) + "⟦y⟧" + text("口", 200))
        #expect(shown == ["…" + text("出", 39) + "y" + text("口", 39) + "…", text(" ", 79) + "^"])
        #expect(displayWidth(shown[0]) <= 160)
    }

    @Test func placesThatDoNotFitGoToTheEdge() {
        let shown = rows("⟦a⟧" + text("x", 300) + "⟦y⟧" + text("z", 300) + "⟦b⟧", primary: 1, related: [0, 2])
        #expect(shown == ["…" + text("x", 78) + "y" + text("z", 79) + "…", "─" + text(" ", 78) + "^" + text(" ", 79) + "─"])
        #expect(rows(text("x", 200) + "⟦" + text("y", 300) + "⟧") == ["…" + text("y", 158) + "…", " " + text("^", 158)])
    }

    @Test func placesThatFitTogetherAreSeenTogether() {
        let shown = rows(text("x", 300) + "⟦a⟧" + text("-", 98) + "⟦b⟧" + text("x", 300), related: [1])
        #expect(
            shown == ["…" + text("x", 29) + "a" + text("-", 98) + "b" + text("x", 29) + "…", text(" ", 30) + "^" + text(" ", 98) + "─"])
    }

    @Test func aLineOfMegabytesIsNotReadWhole() {
        let shown = rows(text("出", 500_000) + "⟦y⟧" + text("口", 500_000))
        #expect(shown == ["…" + text("出", 39) + "y" + text("口", 39) + "…", text(" ", 79) + "^"])
    }
}
