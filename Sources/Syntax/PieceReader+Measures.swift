import Diagnostics
import Numerics
import SourceText

extension PieceReader {
    /// `measure NAME`, `measure NAME = 10000 OTHER` or `measure 15 NAME = 10000 OTHER`
    mutating func openMeasure(_ start: Cursor, _ headerRange: ByteRange) {
        var cursor = start
        cursor.skipBlanks()
        var count: WrittenNumber?
        if cursor.startsNumber {
            guard let number = takeNumber(&cursor) else { return }
            count = number
        }
        guard let name = takeName(&cursor, .definition, headerRange) else { return }
        cursor.accept(.measure, name.range)
        var measure = MeasureDeclaration(name: Name(measureText(name.text), name.range))
        measure.count = count
        cursor.skipBlanks()
        if cursor.take(Ascii.equals) {
            cursor.skipBlanks()
            guard let number = takeNumber(&cursor), let other = takeName(&cursor, .plain, headerRange) else { return }
            cursor.accept(.measure, other.range)
            measure.equals = (number, Name(measureText(other.text), other.range))
        } else if let count {
            report(.measureWithoutEquals(span(count.range.union(name.range))))
        }
        expectEnd(cursor)
        block = .measure(Open(measure), headerRange)
    }

    private mutating func takeNumber(_ cursor: inout Cursor) -> WrittenNumber? {
        let start = cursor.position
        do throws(NumberProblem) {
            let number = try cursor.takeNumber()
            if number.bound == .exactly, number.decimal.mantissa > 0 { return number }
            report(.body(.number(.notANumber), span(number.range)))
        } catch {
            cursor.position = start
            report(.body(.number(error), span(cursor.takeWord())))
        }
        return nil
    }

    mutating func readMeasureLine(_ start: Cursor, into measure: inout MeasureDeclaration) {
        var cursor = start
        let lineRange = cursor.rest
        if cursor.take(Keyword.counting) {
            measure.isCounting = true
            expectEnd(cursor)
        } else if cursor.take(Keyword.nameEn) {
            measure.nameEn = readText(cursor, .nameEn, lineRange) ?? measure.nameEn
        } else if cursor.take(Keyword.nameZh) {
            measure.nameZh = readText(cursor, .nameZh, lineRange) ?? measure.nameZh
        } else {
            let word = cursor.takeWord()
            report(.notAChoice(span(word), choices: Keyword.measureLines))
        }
    }

    /// `fiscal-year starts 04`
    mutating func readFiscalYear(_ start: Cursor, _ headerRange: ByteRange) {
        var cursor = start
        cursor.skipBlanks()
        guard let month = takeCount(&cursor, headerRange) else { return }
        _ = cursor.take("月")
        guard (1...12).contains(month) else {
            return report(.header(.period(.noSuch(.month)), span(headerRange)))
        }
        expectEnd(cursor)
        if let earlier = piece.fiscalYear, earlier.month != month {
            return report(.twoFiscalYears(span(headerRange), first: span(earlier.range)))
        }
        piece.fiscalYear = (month, headerRange)
    }
}
