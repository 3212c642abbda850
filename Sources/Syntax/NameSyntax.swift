import SourceText

/// What, after one blank, ends a name, besides what ends every name: two blanks, a tab, an ideographic space, `|` or the end.
enum NameContext {
    /// A body line: a value or a claim follows.
    case body
    /// A header: a status mark, `->`, `on DATE`.
    case header
    /// A declaration that may have a formula: `=`.
    case definition
    /// A rule: `warn`, `missing`.
    case rule
    /// A list of fields: only `,`.
    case list
    /// Nothing further.
    case plain
    /// Nothing further, in a path.
    case path

    /// Whether the name may be a path, any part of which may be quoted.
    var mayBePath: Bool { self == .header || self == .list || self == .path }
}

extension Cursor {
    /// Takes a name, quoted or not; nil where none stands here. A quote that is not closed runs to the end of the line.
    mutating func takeName(_ context: NameContext) -> Name? {
        if next.meaning == Ascii.quote, !context.mayBePath { return takeQuoted() }
        let start = position
        var quotes: [ByteRange] = []
        while !isAtEnd {
            let folded = next
            if folded.meaning == Ascii.quote, context.mayBePath, startsPart(of: start) {
                takeQuotedPart(&quotes)
                if next.meaning == Ascii.colon { continue } else { break }
            }
            if folded.meaning == Ascii.bar || folded.meaning == Ascii.comma && context == .list { break }
            // `measure 亿元＝10000万元`, as typed in Chinese: a name with an equals sign in it is quoted.
            if folded.meaning == Ascii.equals, context == .definition { break }
            if Ascii.isBlank(folded.meaning) {
                if folded.length > 1 || folded.meaning == Ascii.tab || endsName(context) { break }
            }
            position += folded.length
        }
        guard position > start else { return nil }
        let range = range(from: start)
        accept(.name, range)
        return Name(quotes.isEmpty ? text(range) : text(range, without: quotes), range)
    }

    /// Whether a part of the path that began at `start` begins here: only blanks lie between here and its start or a colon.
    private func startsPart(of start: Int) -> Bool {
        var before = position
        while before > start, base[before - 1] == Ascii.space { before -= 1 }
        if before == start || base[before - 1] == Ascii.colon { return true }
        let wide = fold(base + before - 3)
        return before - start >= 3 && wide.length == 3 && wide.meaning == Ascii.colon
    }

    /// Takes a quoted part of a path, and the blanks behind it where the path goes on. Notes where its quotes stand.
    private mutating func takeQuotedPart(_ quotes: inout [ByteRange]) {
        func takeQuote(_ cursor: inout Cursor) {
            let start = cursor.position
            cursor.skip()
            quotes.append(ByteRange(start, cursor.position))
        }
        takeQuote(&self)
        while !isAtEnd, next.meaning != Ascii.quote { skip() }
        if !isAtEnd { takeQuote(&self) }
        var ahead = self
        ahead.skipBlanks()
        if ahead.next.meaning == Ascii.colon { self = ahead }
    }

    private func text(_ range: ByteRange, without gaps: [ByteRange]) -> String {
        var (text, start) = ("", range.lowerBound)
        for gap in gaps {
            text += self.text(ByteRange(start, gap.lowerBound))
            start = gap.upperBound
        }
        return text + self.text(ByteRange(start, max(start, range.upperBound)))
    }

    private mutating func takeQuoted() -> Name? {
        let start = position
        skip()
        let inner = position
        while !isAtEnd, next.meaning != Ascii.quote { skip() }
        let innerRange = ByteRange(inner, position)
        _ = take(Ascii.quote)
        accept(.name, from: start)
        return Name(text(innerRange), range(from: start))
    }

    /// Whether nothing closes a quote of the name: it was cut off at the end of the line.
    func isQuoteOpen(_ name: Name) -> Bool {
        var rest = self
        rest.position = name.range.lowerBound
        guard name.range.count > name.text.utf8.count || rest.next.meaning == Ascii.quote else { return false }
        var text = name.text.utf8[...]
        var isOpen = false
        // Quotes that are not in the name's text stand around it or a part of it.
        while rest.position < name.range.upperBound {
            let folded = rest.next
            if folded.meaning == Ascii.quote, text.first != base[rest.position] {
                isOpen.toggle()
            } else {
                text = text.dropFirst(folded.length)
            }
            rest.skip()
        }
        return isOpen
    }

    /// Whether the blank at the position ends a name.
    private func endsName(_ context: NameContext) -> Bool {
        var ahead = self
        ahead.skip()
        if ahead.isAtEnd || ahead.isAtBlank || ahead.next.meaning == Ascii.bar { return true }
        switch context {
        case .body: return ahead.startsBoundedNumber || ahead.startsAbsence || ahead.startsClaim
        case .header: return ahead.startsStatus || ahead.takeArrow() || ahead.startsOnDate
        case .definition: return ahead.next.meaning == Ascii.equals
        case .rule: return ahead.take(.warn) || ahead.take(.missing)
        case .list: return ahead.next.meaning == Ascii.comma
        case .plain, .path: return false
        }
    }

    /// An absence mark that ends the line or is followed by a blank.
    var startsAbsence: Bool {
        var ahead = self
        return ahead.takeAbsence() != nil
    }

    mutating func takeAbsence() -> Absence? {
        let start = position
        let absence: Absence? =
            if take(Keyword.notApplicable) || take("N/A") {
                .notApplicable
            } else if take(Keyword.exempt) {
                .exempt
            } else if take(Ascii.minus) {
                .unavailable
            } else if take(Ascii.star) {
                .withheld
            } else {
                nil
            }
        if absence != nil, isAtEnd || isAtBlank || next.meaning == Ascii.bar {
            accept(.absence, from: start, absence?.keyword)
            return absence
        }
        position = start
        return nil
    }

    var startsClaim: Bool {
        for kind in ClaimKind.allCases {
            var ahead = self
            guard ahead.take(Keyword.claim(kind)) else { continue }
            ahead.skipBlanks()
            return ahead.startsBoundedNumber
        }
        return false
    }

    /// A status mark standing alone.
    var startsStatus: Bool {
        var ahead = self
        return ahead.takeStatus() != nil
    }

    mutating func takeStatus() -> Status? {
        let start = position
        let status: Status? =
            if take(Ascii.question) {
                .estimate
            } else if take(Ascii.exclamation) {
                .preliminary
            } else if take(Ascii.star) {
                .final
            } else {
                nil
            }
        if status != nil, isAtEnd || isAtBlank || next.meaning == Ascii.bar {
            accept(.status, from: start)
            return status
        }
        position = start
        return nil
    }

    var startsOnDate: Bool {
        var ahead = self
        guard ahead.take(Keyword.on) else { return false }
        ahead.skipBlanks()
        return ahead.isAtDigit || ahead.startsDayWord
    }

    /// A day as people speak of it, which no ledger can: told where a date is read.
    private var startsDayWord: Bool {
        for word in ["today", "yesterday", "tomorrow", "今天", "昨天", "明天", "今日", "昨日", "明日"] as [StaticString] {
            var ahead = self
            if ahead.takeWord(word), ahead.isAtEnd || ahead.isAtBlank || ahead.next.meaning == Ascii.bar { return true }
        }
        return false
    }
}

extension Absence {
    /// The word for it; nil where it is a sign.
    fileprivate var keyword: Keyword? {
        switch self {
        case .notApplicable: .notApplicable
        case .exempt: .exempt
        case .unavailable, .withheld: nil
        }
    }
}
