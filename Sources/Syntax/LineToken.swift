import SourceText

/// A part of a line that a reader accepted, as the formatter and an editor see it.
///
/// What lies between two tokens is blanks and punctuation, and what lies behind the last one may be a note after `|`.
public struct LineToken: Sendable {
    /// What was read.
    public enum Kind: UInt8, Sendable {
        /// A word of the language; `keyword` says which.
        case keyword
        /// An indicator, a register, a state, a field's value, quotes included: kept as typed.
        case name
        /// A unit, with `:` or `：` between its parts.
        case path
        /// The key of a field that is no keyword.
        case key
        /// Digits with their sign, without a bound.
        case number
        /// `>`, `约`, before a number.
        case bound
        /// A period or a day.
        case period
        /// The measure behind a number, or one that is declared.
        case measure
        /// What stands where a value would; `keyword` says which, where it is a word.
        case absence
        /// `?`, `!` or `*` in a header.
        case status
        /// The pattern of an `include`.
        case pattern
    }

    /// What was read.
    public var kind: Kind
    /// Where it stands.
    public var range: ByteRange
    /// The word of the language that it is; nil for anything else.
    public var keyword: Keyword?
}

/// What the readers of one line have accepted so far.
///
/// Readers look ahead and come back. Whatever is accepted later says more, so it takes the place of all that was accepted at its start or
/// behind it.
struct TokenTrace {
    var tokens: [LineToken] = []
    /// Tokens before this one belong to lines before this one.
    var firstOfLine = 0

    mutating func accept(_ kind: LineToken.Kind, _ range: ByteRange, _ keyword: Keyword?) {
        while tokens.count > firstOfLine, let last = tokens.last, last.range.end > range.start { tokens.removeLast() }
        if !range.isEmpty { tokens.append(LineToken(kind: kind, range: range, keyword: keyword)) }
    }
}

extension Cursor {
    /// Whether anybody follows the reading.
    var isFollowed: Bool { trace != nil }

    /// Tells whoever follows the reading what stands from `start` to here.
    @inline(__always)
    func accept(_ kind: LineToken.Kind, from start: Int, _ keyword: Keyword? = nil) {
        // SAFETY: `trace` outlives the cursor; see there.
        if let trace { trace.pointee.accept(kind, range(from: start), keyword) }
    }

    /// Tells whoever follows the reading what stands there.
    @inline(__always)
    func accept(_ kind: LineToken.Kind, _ range: ByteRange, _ keyword: Keyword? = nil) {
        // SAFETY: `trace` outlives the cursor; see there.
        if let trace { trace.pointee.accept(kind, range, keyword) }
    }
}
