import Diagnostics
import SourceText

/// Why a text is no formula, as `check` would tell it.
public struct FormulaMistake: Error, Sendable {
    /// What is wrong.
    public var message: Localized
    /// What would mend it.
    public var help: [Localized]
    /// Where, in the text's UTF-8.
    public var range: ByteRange
}

extension Formula {
    /// A text that is one formula, as on a command line. The ranges in it are those of the text's UTF-8.
    public static func read(_ text: String) throws(FormulaMistake) -> Formula {
        let buffer = SourceBuffer(copying: text.utf8)
        // SAFETY: the buffer outlives the reader.
        let result: Result<Formula, FormulaProblem> = withExtendedLifetime(buffer) {
            var reader = FormulaReader(cursor: Cursor(base: buffer.start, position: 0, end: buffer.count))
            do throws(FormulaProblem) {
                return .success(try reader.readFormula())
            } catch {
                return .failure(error)
            }
        }
        switch result {
        case .success(let formula): return formula
        case .failure(let problem):
            let told = Diagnostic.formula(problem, FileID(0))
            throw FormulaMistake(message: told.message, help: told.help, range: told.primary.span.range)
        }
    }
}
