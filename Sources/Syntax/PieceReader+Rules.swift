import Diagnostics
import Numerics
import SourceText

extension PieceReader {
    /// `phase INDICATOR  22 25 25 28`, or `phase INDICATOR last-year`
    mutating func readPhase(_ start: Cursor, _ headerRange: ByteRange) {
        var cursor = start
        cursor.skipBlanks()
        let nameStart = cursor.position
        guard let indicator = cursor.takeName(.body) else { return report(.nothingAfterKeyword(span(headerRange))) }
        var phase = PhaseDeclaration(indicator: indicator, shares: [], range: headerRange)
        cursor.skipBlanks()
        if let stripped = strippingLastYear(indicator, from: nameStart) {
            phase.indicator = stripped
            cursor.accept(.name, stripped.range)
            cursor.accept(.keyword, ByteRange(stripped.range.upperBound + 1, indicator.range.upperBound), .lastYear)
        } else if !cursor.take(Keyword.lastYear) {
            guard let shares = takeShares(&cursor) else { return }
            phase.shares = shares
            guard shares.count == 4 || shares.count == 12, sharesMakeAHundred(shares) else {
                return report(.phaseShares(span(headerRange)))
            }
        }
        expectEnd(cursor)
        declare(.phase(phase), headerRange)
    }

    /// `22 25 25 28`, with or without commas between them: no share has so many digits that they would group them. Nil after one that is no share.
    private mutating func takeShares(_ cursor: inout Cursor) -> [WrittenNumber]? {
        var shares: [WrittenNumber] = []
        while !cursor.isAtEnd, cursor.next.meaning != Ascii.bar {
            var item = cursor
            while !cursor.isAtEnd, cursor.next.meaning != Ascii.comma { cursor.skip() }
            item.end = cursor.position
            let numberStart = item.position
            do throws(NumberProblem) {
                let share = try item.takeNumber()
                guard share.bound == .exactly, share.decimal.mantissa >= 0 else {
                    report(.phaseShare(span(share.range)))
                    return nil
                }
                shares.append(share)
                _ = item.take(Ascii.percent)
            } catch {
                item.position = numberStart
                report(.body(.number(error), span(item.takeWord())))
                return nil
            }
            item.skipBlanks()
            cursor.position = item.position
            _ = cursor.take(Ascii.comma)
            cursor.skipBlanks()
        }
        return shares
    }

    /// `decompose exactly INDICATOR, INDICATOR`
    mutating func readDecomposition(_ start: Cursor, _ headerRange: ByteRange) {
        var cursor = start
        var names: [Name] = []
        readList(&cursor) { reader, item in
            var item = item
            guard let name = reader.takeName(&item, .list, headerRange) else { return }
            names.append(name)
            reader.expectEnd(item)
        }
        guard !names.isEmpty else { return report(.nothingAfterKeyword(span(headerRange))) }
        expectEnd(cursor)
        declare(.decomposition(names), headerRange)
    }

    /// `last-year` after one blank is no part of the name.
    private func strippingLastYear(_ name: Name, from start: Int) -> Name? {
        guard name.range.count == name.text.utf8.count else { return nil }
        for spelling in Keyword.lastYear.spellings where name.text.hasSuffix(" " + spelling) {
            let text = String(name.text.dropLast(spelling.count + 1))
            return Name(text, ByteRange(start, start + text.utf8.count))
        }
        return nil
    }

    private func sharesMakeAHundred(_ shares: [WrittenNumber]) -> Bool {
        let scale = shares.map(\.decimal.scale).max() ?? 0
        var sum: Int128 = 0
        for share in shares { sum += Int128(share.decimal.mantissa) * powerOfTen(Int(scale - share.decimal.scale)) }
        return sum == 100 * powerOfTen(Int(scale))
    }

    /// `rule NAME [warn] [missing POLICY] FORMULA`, the two in either order.
    mutating func readRule(_ start: Cursor, _ headerRange: ByteRange) {
        var cursor = start
        guard let name = takeName(&cursor, .rule, headerRange) else { return }
        cursor.skipBlanks()
        var warns = cursor.take(Keyword.warn)
        cursor.skipBlanks()
        var policy = MissingPolicy.skip
        if cursor.take(Keyword.missing) {
            cursor.skipBlanks()
            let choice: MissingPolicy? = cursor.takeFirst([(.skip, .skip), (.zero, .zero), (.any, .any)])
            guard let choice else {
                return report(.notAChoice(span(cursor.takeWord()), choices: [.skip, .zero, .any]))
            }
            policy = choice
            cursor.skipBlanks()
            warns = cursor.take(Keyword.warn) || warns
        }
        guard !reportsFormula(missingAt: cursor, after: name), let formula = readFormula(cursor) else { return }
        guard formula.comparison != nil else { return report(.comparisonMissing(span(formula.range))) }
        declare(.rule(RuleDeclaration(name: name, warns: warns, missing: policy, formula: formula)), headerRange)
    }

    /// A name goes on over single blanks, and may have taken the formula in.
    private mutating func reportsFormula(missingAt cursor: Cursor, after name: Name) -> Bool {
        var ahead = cursor
        ahead.skipBlanks()
        guard ahead.isAtEnd || ahead.next.meaning == Ascii.bar, name.text.contains(" ") else { return false }
        report(.formulaInName(span(name.range)))
        return true
    }

    /// `assert PERIOD UNIT FORMULA`
    mutating func readAssertion(_ start: Cursor, _ headerRange: ByteRange) {
        var cursor = start
        guard let period = takePeriod(&cursor, headerRange), let unit = takeName(&cursor, .path, headerRange) else { return }
        cursor.accept(.path, unit.range)
        guard !reportsFormula(missingAt: cursor, after: unit), let formula = readFormula(cursor) else { return }
        guard formula.comparison != nil else { return report(.comparisonMissing(span(formula.range))) }
        declare(.assertion(AssertionDeclaration(period: period, unit: unit, formula: formula, range: headerRange)), headerRange)
    }
}
