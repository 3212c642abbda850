import Numerics
import SourceText

extension Period {
    /// A text that is one period and nothing else, in any of its spellings, as on a command line; nil where it is not.
    /// `fiscalStart` is the month in which fiscal years start.
    public static func read(_ text: String, fiscalStart: Int) -> Period? {
        reading(text) { cursor in
            cursor.skipBlanks()
            guard let period = try? cursor.takePeriod(fiscalStart: fiscalStart) else { return nil }
            cursor.skipBlanks()
            return cursor.isAtEnd ? period : nil
        }
    }
}

extension Day {
    /// A text that is one day and nothing else; nil where it is not.
    public static func read(_ text: String) -> Day? {
        guard let period = Period.read(text, fiscalStart: 1), period.dayCount == 1 else { return nil }
        return period.start
    }
}

extension Formula {
    /// A text that is one formula, as on a command line; nil where it cannot be read. The ranges in it are those of the text's UTF-8.
    public static func read(_ text: String) -> Formula? {
        reading(text) { cursor in
            var reader = FormulaReader(cursor: cursor)
            return try? reader.readFormula()
        }
    }
}

private func reading<Result>(_ text: String, _ body: (inout Cursor) -> Result?) -> Result? {
    let buffer = SourceBuffer(copying: text.utf8)
    // SAFETY: the buffer outlives the cursor, which does not leave `body`.
    return withExtendedLifetime(buffer) {
        var cursor = Cursor(base: buffer.start, position: 0, end: buffer.count)
        return body(&cursor)
    }
}
