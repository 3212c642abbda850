import SourceText

extension Formula {
    /// A text that is one formula, as on a command line; nil where it cannot be read. The ranges in it are those of the text's UTF-8.
    public static func read(_ text: String) -> Formula? {
        let buffer = SourceBuffer(copying: text.utf8)
        // SAFETY: the buffer outlives the reader.
        return withExtendedLifetime(buffer) {
            var reader = FormulaReader(cursor: Cursor(base: buffer.start, position: 0, end: buffer.count))
            return try? reader.readFormula()
        }
    }
}
