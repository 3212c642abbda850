import Diagnostics
import SourceText

extension PieceReader {
    /// The diagnostic as it is to be told: where an invisible character stands in what could not be read, that is what to mend.
    ///
    /// Not where a whole line is at fault, whatever it holds. Looks at the line once more, but only at a line with an error.
    func blamingInvisible(_ diagnostic: Diagnostic) -> Diagnostic {
        if ["syntax/line", "syntax/body"].contains(diagnostic.code) { return diagnostic }
        let start = diagnostic.primary.span.range.lowerBound
        let text = wordsAtFault(diagnostic.primary.span.range)
        guard let character = InvisibleCharacter(firstIn: text) else { return diagnostic }
        var blaming = diagnostic.blaming(character, from: start)
        blaming.help = []
        return blaming
    }

    /// What could not be read, up to the next blank: a keyword ends where the character stands that makes it unreadable.
    private func wordsAtFault(_ range: ByteRange) -> String {
        let start = LineBounds(base, at: range.lowerBound, limit: window.range.upperBound)
        var cursor = Cursor(base: base, position: range.lowerBound, end: start.textEnd)
        cursor.position = min(range.upperBound, cursor.end)
        _ = cursor.takeWord { $0 == Ascii.bar }
        return cursor.text(ByteRange(range.lowerBound, cursor.position))
    }
}
