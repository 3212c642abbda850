import SourceText
import Syntax

/// A part of a line that keeps together: a token, a sign between tokens, a note.
struct Item {
    enum Kind: UInt8 {
        case keyword, name, path, key, number, bound, period, measure, absence, status, pattern
        case comma, open, close, arrow, bar
        /// `+`, `=`, `>=` and their like.
        case sign
        /// `%` where no measure was read.
        case percent
        /// Anything else between tokens: kept as it is.
        case word
        /// What follows `|`.
        case note
        /// From `;` on.
        case comment
    }

    var kind: Kind
    /// Where it stands in the file.
    var start: Int
    var end: Int
    /// What it becomes; nil where it stays as it is.
    var text: String?
    /// Columns that it takes when written.
    var width: Int
    /// Columns up to the decimal point of a number.
    var point: Int
    var keyword: Keyword?
    /// `+` or `-`, which may stand in front of an operand.
    var isPlusOrMinus = false
    /// `%` or `‰`, written directly behind its number.
    var isPercent = false
    /// Blanks before it, where it is not the first of its cell.
    var gap = 0

    init(_ kind: Kind, _ start: Int, _ end: Int, text: String?, width: Int, keyword: Keyword? = nil) {
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text
        self.width = width
        point = width
        self.keyword = keyword
    }

    func `is`(_ other: Keyword) -> Bool { keyword.map { $0 == other } ?? false }
}

extension Item.Kind {
    init(_ kind: LineToken.Kind) {
        switch kind {
        case .keyword: self = .keyword
        case .name: self = .name
        case .path: self = .path
        case .key: self = .key
        case .number: self = .number
        case .bound: self = .bound
        case .period: self = .period
        case .measure: self = .measure
        case .absence: self = .absence
        case .status: self = .status
        case .pattern: self = .pattern
        }
    }
}
