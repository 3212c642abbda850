import Diagnostics
import Numerics
import SourceText

extension PieceReader {
    /// `indicator NAME [= FORMULA]`
    mutating func openIndicator(_ start: Cursor, _ headerRange: ByteRange) {
        var cursor = start
        guard let name = takeName(&cursor, .definition, headerRange) else { return }
        var indicator = IndicatorDeclaration(name: name)
        cursor.skipBlanks()
        if cursor.take(Ascii.equals) {
            indicator.formula = readFormula(cursor)
        } else {
            expectEnd(cursor)
        }
        block = .indicator(Open(indicator), headerRange)
    }

    mutating func readFormula(_ cursor: Cursor) -> Formula? {
        var reader = FormulaReader(cursor: cursor)
        do throws(FormulaProblem) {
            return try reader.readFormula()
        } catch {
            report(.formula(error, piece.file))
            return nil
        }
    }

    /// A line of an `indicators` block: a name, and its fields after it.
    mutating func readIndicatorOfGroup(_ start: Cursor, _ shared: IndicatorDeclaration) {
        var cursor = start
        guard let name = cursor.takeName(.definition), !name.text.isEmpty else { return report(.trailing(span(cursor.rest))) }
        if cursor.isQuoteOpen(name) { report(.quoteNotClosed(span(name.range), "syntax/declaration")) }
        said.removeAll()
        var indicator = shared
        indicator.name = name
        cursor.skipBlanks()
        if cursor.take(Ascii.equals) {
            indicator.formula = readFormula(cursor)
        } else {
            readList(&cursor) { reader, item in reader.readIndicatorLine(item, into: &indicator) }
            indicator.fields.overrideShared(first: shared.fields.count)
        }
        declare(.indicator(indicator), name.range)
    }

    /// A line of an `indicator` block, or an item of a list of fields.
    mutating func readIndicatorLine(_ start: Cursor, into indicator: inout IndicatorDeclaration) {
        var cursor = start
        cursor.skipBlanks()
        let lineRange = cursor.rest
        if cursor.take(Keyword.measure) {
            let name = value(cursor)
            cursor.accept(.measure, name.range)
            let measure = Name(measureText(name.text), name.range)
            if name.text.isEmpty {
                report(.nothingAfterKeyword(span(lineRange)))
            } else if saysFirst(.measure, measure.text, lineRange) {
                indicator.measure = measure
            }
        } else if cursor.take(Keyword.nature) {
            let nature: Nature? = readChoice(cursor, .nature, lineRange, [(.flow, .flow), (.stock, .stock), (.rate, .rate)])
            indicator.nature = nature ?? indicator.nature
        } else if cursor.take(Keyword.better) {
            let better: Direction? = readChoice(cursor, .better, lineRange, [(.higher, .higher), (.lower, .lower), (.none, .none)])
            indicator.better = better ?? indicator.better
        } else if cursor.take(Keyword.growth) {
            let growth: GrowthBasis? = readChoice(
                cursor, .growth, lineRange, [(.nominal, .nominal), (.real, .real), (.comparable, .comparable)])
            indicator.growth = growth ?? indicator.growth
        } else if cursor.take(Keyword.overUnits) {
            let overUnits: OverUnits? = readChoice(
                cursor, .overUnits, lineRange,
                [(.sum, .sum), (.mean, .mean), (.maximum, .max), (.minimum, .min), (.notRolledUp, .none), (.cover, .cover)])
            indicator.overUnits = overUnits ?? indicator.overUnits
        } else if cursor.take(Keyword.overTime) {
            let addsUp: Bool? = readChoice(cursor, .overTime, lineRange, [(.notRolledUp, false), (.none, false), (.sum, true)])
            indicator.addsOverTime = addsUp ?? indicator.addsOverTime
        } else if cursor.take(Keyword.signed) {
            indicator.isSigned = true
            expectEnd(cursor)
        } else if cursor.take(Keyword.decomposeExactly) {
            indicator.decomposesExactly = true
            expectEnd(cursor)
        } else {
            readIndicatorNames(cursor, into: &indicator, lineRange)
        }
    }

    private mutating func readIndicatorNames(_ start: Cursor, into indicator: inout IndicatorDeclaration, _ lineRange: ByteRange) {
        var cursor = start
        if cursor.take(Keyword.alias) {
            readNames(cursor, lineRange) { indicator.aliases.append($0) }
        } else if cursor.take(Keyword.nameEn) {
            indicator.nameEn = readText(cursor, .nameEn, lineRange) ?? indicator.nameEn
        } else if cursor.take(Keyword.nameZh) {
            indicator.nameZh = readText(cursor, .nameZh, lineRange) ?? indicator.nameZh
        } else if cursor.take(Keyword.parts) {
            if let parts = readParts(cursor) { indicator.parts.append(parts) }
        } else if cursor.take(Keyword.includes) {
            readNames(cursor, lineRange) { indicator.includes.append($0) }
        } else if cursor.take(Keyword.expected) {
            if let expected = readExpectation(cursor, lineRange) { indicator.expected.append(expected) }
        } else if let field = takeField(cursor, among: .indicator), saysFirst(field, among: .indicator) {
            indicator.fields.append(field)
        }
    }

    /// `出口额 + 进口额`: a sum of names.
    private mutating func readParts(_ cursor: Cursor) -> [Name]? {
        guard let formula = readFormula(cursor) else { return nil }
        var parts: [Name] = []
        var rest = [formula.left]
        while let expression = rest.popLast() {
            switch expression {
            case .name(let name): parts.append(name)
            case .binary(.add, let left, let right): rest += [right, left]
            default:
                report(.partsNotASum(span(expression.range)))
                return nil
            }
        }
        guard formula.comparison == nil, parts.count > 1 else {
            report(.partsNotASum(span(formula.range)))
            return nil
        }
        return parts
    }

    /// `monthly by 10 from kind 园区, kind 乡镇 since 2013-Q3 until 2015`
    private mutating func readExpectation(_ start: Cursor, _ lineRange: ByteRange) -> Expectation? {
        var cursor = start
        cursor.skipBlanks()
        let frequency: Frequency? = cursor.takeFirst([(.monthly, .monthly), (.quarterly, .quarterly), (.yearly, .yearly)])
        guard let frequency else {
            report(.notAChoice(span(cursor.rest.isEmpty ? lineRange : cursor.rest), choices: [.monthly, .quarterly, .yearly]))
            return nil
        }
        var expectation = Expectation(frequency: frequency, from: [], range: lineRange)
        cursor.skipBlanks()
        if cursor.take(Keyword.by) {
            cursor.skipBlanks()
            expectation.dueDay = takeCount(&cursor, lineRange)
            _ = cursor.take("日")
        }
        cursor.skipBlanks()
        if cursor.take(Keyword.from) { readReporters(&cursor, into: &expectation) }
        cursor.skipBlanks()
        if cursor.take(Keyword.since) { expectation.since = takePeriod(&cursor, lineRange) }
        cursor.skipBlanks()
        if cursor.take(Keyword.until) { expectation.until = takePeriod(&cursor, lineRange) }
        expectEnd(cursor)
        return expectation
    }

    private mutating func readReporters(_ cursor: inout Cursor, into expectation: inout Expectation) {
        repeat {
            cursor.skipBlanks()
            let start = cursor.position
            while !cursor.isAtEnd, cursor.next.meaning != Ascii.comma, cursor.next.meaning != Ascii.bar {
                guard cursor.isAtBlank else {
                    cursor.skip()
                    continue
                }
                var ahead = cursor
                ahead.skipBlanks()
                let afterBlanks = ahead.position
                if ahead.take(Keyword.until) || ahead.startsSince { break }
                cursor.position = afterBlanks
            }
            var item = cursor
            item.position = start
            item.end = cursor.position
            if let reporter = readReporter(item) { expectation.from.append(reporter) }
        } while cursor.take(Ascii.comma)
    }

    /// `kind 园区`, or a unit.
    private func readReporter(_ start: Cursor) -> Expectation.Reporter? {
        var cursor = start
        cursor.skipBlanks()
        if cursor.rest.isEmpty { return nil }
        if let path = quotedPath(cursor) { return .unit(path) }
        let whole = value(cursor)
        let word = cursor.takeWord()
        let rest = value(cursor)
        if whole.range == word || rest.text.isEmpty || fold(cursor.base + word.lowerBound).meaning == Ascii.quote {
            cursor.accept(.path, whole.range)
            return .unit(whole)
        }
        let key = Name(cursor.text(word), word)
        cursor.acceptKey(key)
        cursor.accept(.name, rest.range)
        return .field(Field(key: key, value: rest))
    }

    /// `甲:"Top 10 firms"`: all that is left, where it is a path with quotes around some of its parts.
    private func quotedPath(_ start: Cursor) -> Name? {
        var cursor = start
        guard let path = cursor.takeName(.path), path.range.count > path.text.utf8.count else { return nil }
        cursor.skipBlanks()
        guard cursor.isAtEnd || cursor.next.meaning == Ascii.bar else { return nil }
        cursor.accept(.path, path.range)
        return path
    }

    /// A whole number; reports where there is none.
    mutating func takeCount(_ cursor: inout Cursor, _ lineRange: ByteRange) -> Int? {
        let start = cursor.position
        do throws(NumberProblem) {
            let number = try cursor.takeNumber()
            if number.decimal.scale == 0, number.decimal.mantissa >= 0, number.decimal.mantissa < 1_000_000 {
                return Int(number.decimal.mantissa)
            }
            report(.body(.number(.notANumber), span(number.range)))
        } catch {
            cursor.position = start
            let word = cursor.takeWord()
            report(.body(.number(error), span(word.isEmpty ? lineRange : word)))
        }
        return nil
    }

    /// One of a closed set of words; nil where none was read, or the declaration said its choice before.
    private mutating func readChoice<Choice: Equatable>(
        _ start: Cursor, _ keyword: Keyword, _ lineRange: ByteRange, _ choices: [(Keyword, Choice)]
    ) -> Choice? {
        var cursor = start
        cursor.skipBlanks()
        if let choice = cursor.takeFirst(choices) {
            expectEnd(cursor)
            // Several words may say the same.
            let said = choices.first { $0.1 == choice }?.0.en ?? ""
            return saysFirst(keyword, "\(said)", lineRange) ? choice : nil
        }
        report(.notAChoice(span(cursor.rest.isEmpty ? lineRange : cursor.rest), choices: choices.map(\.0)))
        return nil
    }
}

extension Cursor {
    /// Whether `since PERIOD` starts here. Names begin with 自 too: 自贸区.
    fileprivate var startsSince: Bool {
        var ahead = self
        ahead.trace = nil
        guard ahead.take(Keyword.since) else { return false }
        ahead.skipBlanks()
        return ahead.isAtDigit || ahead.next.meaning | 0x20 == UInt8(ascii: "f")
    }
}
