import Numerics
import SourceText

/// Why a number could not be read.
enum NumberProblem: Error {
    case notANumber
    /// More than 18 significant digits.
    case tooManyDigits
    /// The same where some of them are decimals.
    case tooManyDecimals
    /// Commas that do not cut groups of three.
    case grouping
    /// `1.`, `1e5`, `1.2.3`
    case form
}

extension Cursor {
    /// Whether a number starts here: a digit, or a sign and a digit.
    var startsNumber: Bool {
        let first = next.meaning
        if Ascii.isDigit(first) { return true }
        return (first == Ascii.minus || first == Ascii.plus) && Ascii.isDigit(afterNext.meaning)
    }

    /// Whether a number starts here, or a bound with its number.
    var startsBoundedNumber: Bool {
        var ahead = self
        _ = ahead.takeBound()
        ahead.skipBlanks()
        return ahead.startsNumber
    }

    mutating func takeBound() -> Bound {
        if take(Folded.atLeast) { return .atLeast }
        if take(Folded.atMost) { return .atMost }
        if take(Ascii.greater) { return take(Ascii.equals) ? .atLeast : .above }
        if take(Ascii.less) { return take(Ascii.equals) ? .atMost : .below }
        if take(Ascii.tilde) || take("约") { return .about }
        if take("超") || take("逾") { return .above }
        if take("不足") || take("近") { return .below }
        return .exactly
    }

    /// A number with an optional bound and sign. Stands after it when it succeeds, and after all that looks like it when it fails.
    mutating func takeNumber() throws(NumberProblem) -> WrittenNumber {
        let start = position
        let bound = takeBound()
        if bound != .exactly {
            accept(.bound, from: start)
            skipBlanks()
        }
        let numberStart = position
        let isNegative = next.meaning == Ascii.minus
        let hasSign = isNegative || next.meaning == Ascii.plus
        if hasSign { skip() }
        guard isAtDigit else { throw .notANumber }
        let decimal: Decimal
        do {
            decimal = try takeDecimal(isNegative: isNegative)
        } catch {
            skipNumberLike()
            throw error
        }
        accept(.number, from: numberStart)
        return WrittenNumber(bound: bound, decimal: decimal, hasSign: hasSign, range: range(from: start))
    }

    private mutating func takeDecimal(isNegative: Bool) throws(NumberProblem) -> Decimal {
        var mantissa: Int64 = 0
        var digits = 0
        var scale = 0
        /// Digits since the start or the last comma.
        var run = 0
        var hasCommas = false
        var hasDot = false
        while true {
            let folded = next
            if Ascii.isDigit(folded.meaning) {
                digits += digits == 0 && folded.meaning == Ascii.zero ? 0 : 1
                guard digits <= 18, scale < 18 else { throw hasDot ? .tooManyDecimals : .tooManyDigits }
                mantissa = mantissa * 10 + Int64(folded.meaning - Ascii.zero)
                if hasDot { scale += 1 } else { run += 1 }
            } else if folded.meaning == Ascii.comma, !hasDot, Ascii.isDigit(afterNext.meaning) {
                guard hasCommas ? run == 3 : run <= 3 else { throw .grouping }
                hasCommas = true
                run = 0
            } else if folded.meaning == Ascii.dot, Ascii.isDigit(afterNext.meaning) {
                guard !hasDot else { throw .form }
                hasDot = true
            } else {
                break
            }
            skip()
        }
        guard !hasCommas || run == 3 else { throw .grouping }
        if next.meaning == Ascii.dot || next.meaning | 0x20 == UInt8(ascii: "e") && Ascii.isDigit(afterNext.meaning) { throw .form }
        return Decimal(mantissa: isNegative ? -mantissa : mantissa, scale: UInt8(scale))
    }

    /// Takes what belongs to the number before it in other countries' spellings, which are not read: `1.234,5`, `1 234.5`, `1'234`, `98。2`.
    mutating func takeMoreOfNumber() -> Bool {
        let start = position
        skipBlanks()
        let hasBlanks = position > start
        let isJoined = take(Ascii.comma) || take(UInt8(ascii: "'")) || take("’") || take("。") || hasBlanks && take(Ascii.dot)
        skipBlanks()
        guard isAtDigit, isJoined || hasBlanks else {
            position = start
            return false
        }
        while isAtDigit || next.meaning == Ascii.comma || next.meaning == Ascii.dot { skip() }
        // `12 100m`: a measure of that name.
        if isJoined && !hasBlanks || isAtEnd || isAtBlank || next.meaning == Ascii.bar { return true }
        position = start
        return false
    }

    private mutating func skipNumberLike() {
        while !isAtEnd {
            let meaning = next.meaning
            guard Ascii.isDigit(meaning) || meaning == Ascii.comma || meaning == Ascii.dot || Ascii.isLetter(meaning) else { return }
            skip()
        }
    }
}
