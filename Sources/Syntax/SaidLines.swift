import Diagnostics
import SourceText

/// What one declaration has said of itself so far, to find lines that say otherwise. One look into a table for each line.
struct SaidLines {
    private var first = NameMap<(value: String, range: ByteRange)>()

    /// For the next declaration.
    mutating func removeAll() { first.removeAll() }

    /// What a line is beside those before it.
    enum Standing {
        case new
        /// The same again, which changes nothing.
        case repeated
        /// Something else than what was said here.
        case contradicting(ByteRange)
    }

    mutating func add(_ key: String, _ value: String, _ range: ByteRange) -> Standing {
        guard let earlier = first[key] else {
            first.set(key, (value, range))
            return .new
        }
        return earlier.value == value ? .repeated : .contradicting(earlier.range)
    }
}

extension PieceReader {
    /// Whether the declaration says this for the first time. The first stands; one that says otherwise is told.
    mutating func saysFirst(_ keyword: Keyword, _ value: String, _ range: ByteRange, under key: Keyword? = nil) -> Bool {
        isNew(said.add("\((key ?? keyword).en)", value, range), Localized(en: "\(keyword.en)", zh: "\(keyword.zh)"), range)
    }

    /// The same of a field, by its key in either language. One that looks like a keyword has been questioned, and may not be meant.
    mutating func saysFirst(_ field: Field, among lines: KeyedLines) -> Bool {
        let range = field.key.range.union(field.value.range)
        let standing = said.add(field.canonicalKey, field.value.text, range)
        if case .contradicting = standing, likelyKeyword(field.key.text, among: lines) != nil { return true }
        return isNew(standing, Localized(verbatim: field.key.text), range)
    }

    private mutating func isNew(_ standing: SaidLines.Standing, _ word: Localized, _ range: ByteRange) -> Bool {
        switch standing {
        case .new: return true
        case .repeated: return false
        case .contradicting(let first):
            report(.saidOtherwise(word, span(range), first: span(first)))
            return false
        }
    }

    /// What follows a keyword that takes any text; nil where there is none, which is told, or where it does not count.
    mutating func readText(_ cursor: Cursor, _ keyword: Keyword, _ lineRange: ByteRange) -> String? {
        let text = value(cursor).text
        guard !text.isEmpty else {
            report(.nothingAfterKeyword(span(lineRange)))
            return nil
        }
        return saysFirst(keyword, text, lineRange) ? text : nil
    }
}
