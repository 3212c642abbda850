import Numerics
import SourceText

/// Why a period could not be read.
enum PeriodProblem: Error {
    case notAPeriod
    /// Reads like one, but there is no such month, quarter or day.
    case noSuch(PeriodPart)
    case yearOutOfRange
    case endsBeforeItStarts
    /// `2024.03`, `2014/2/1` or `2024Q2`, which can hardly mean anything else.
    case likely(Period)
}

enum PeriodPart { case half, quarter, month, day }

/// Reads one period, in its ASCII and its Chinese forms. `fiscalStart` is the month in which a fiscal year starts.
struct PeriodReader {
    var cursor: Cursor
    var fiscalStart: Int

    /// One end of a range, as written: how far down it goes says what a range counts in.
    private enum Point: Equatable {
        case year(Int)
        case half(Int, Int)
        case quarter(Int, Int)
        case month(Int, Int)
        case day(Int, Int, Int)
        case fiscalYear(Int)
        case fiscalQuarter(Int, Int)
    }

    mutating func read() throws(PeriodProblem) -> Period {
        if cursor.takeFiscalMark() { return try readRange(from: readFiscal()) }
        let year = try readYear()
        if cursor.take("年") { return try readChinese(year) }
        return try readRange(from: readAfterYear(year))
    }

    private mutating func readYear() throws(PeriodProblem) -> Int {
        guard let (year, digits) = takeDigits(), digits == 4 else { throw .notAPeriod }
        guard (1900...2199).contains(year) else { throw .yearOutOfRange }
        return year
    }

    private mutating func readFiscal() throws(PeriodProblem) -> Point {
        let year = try readYear()
        let start = cursor.position
        if cursor.take(Ascii.minus), cursor.takeLetter("Q") {
            return .fiscalQuarter(year, try readNumber(upTo: 4, .quarter))
        }
        cursor.position = start
        return .fiscalYear(year)
    }

    /// `-H1`, `-Q1`, `-03`, `-03-15` or nothing.
    private mutating func readAfterYear(_ year: Int) throws(PeriodProblem) -> Point {
        let start = cursor.position
        guard cursor.take(Ascii.minus) else { return .year(year) }
        if cursor.takeLetter("H") { return .half(year, try readNumber(upTo: 2, .half)) }
        if cursor.takeLetter("Q") { return .quarter(year, try readNumber(upTo: 4, .quarter)) }
        guard cursor.isAtDigit else {
            cursor.position = start
            return .year(year)
        }
        let month = try readNumber(upTo: 12, .month)
        let afterMonth = cursor.position
        guard cursor.take(Ascii.minus), cursor.isAtDigit else {
            cursor.position = afterMonth
            return .month(year, month)
        }
        return .day(year, month, try readNumber(upTo: 31, .day))
    }

    /// `..` and the other end, whose year may be left out.
    private mutating func readRange(from first: Point) throws(PeriodProblem) -> Period {
        let start = cursor.position
        guard cursor.take(Ascii.dot), cursor.take(Ascii.dot) else {
            cursor.position = start
            return try period(first)
        }
        let last = try readRangeEnd(after: first)
        let (from, through) = (try period(first), try period(last))
        guard from.start < through.end, from.end <= through.end else { throw .endsBeforeItStarts }
        return Period(from.start, through.end)
    }

    private mutating func readRangeEnd(after first: Point) throws(PeriodProblem) -> Point {
        if cursor.takeFiscalMark() { return try readFiscal() }
        let start = cursor.position
        if let (_, digits) = takeDigits(), digits == 4 {
            cursor.position = start
            return try readAfterYear(readYear())
        }
        cursor.position = start
        switch first {
        case .half(let year, _):
            guard cursor.takeLetter("H") else { throw .notAPeriod }
            return .half(year, try readNumber(upTo: 2, .half))
        case .quarter(let year, _):
            guard cursor.takeLetter("Q") else { throw .notAPeriod }
            return .quarter(year, try readNumber(upTo: 4, .quarter))
        case .fiscalQuarter(let year, _):
            guard cursor.takeLetter("Q") else { throw .notAPeriod }
            return .fiscalQuarter(year, try readNumber(upTo: 4, .quarter))
        case .month(let year, _):
            return .month(year, try readNumber(upTo: 12, .month))
        case .day(let year, let month, _):
            let number = try readNumber(upTo: 31, .day)
            guard cursor.take(Ascii.minus) else { return .day(year, month, number) }
            guard number <= 12 else { throw .noSuch(.month) }
            return .day(year, number, try readNumber(upTo: 31, .day))
        case .year, .fiscalYear:
            throw .notAPeriod
        }
    }

    /// What may follow `2013年`.
    private mutating func readChinese(_ year: Int) throws(PeriodProblem) -> Period {
        if cursor.take("上半年") { return .half(year, 1) }
        if cursor.take("下半年") { return .half(year, 2) }
        if cursor.take("前三季度") || cursor.take("前3季度") { return .months(from: (year, 1), through: (year, 9)) }
        let ordinalStart = cursor.position
        if cursor.take("第"), !cursor.isAtDigit, !cursor.startsChineseQuarter { cursor.position = ordinalStart }
        for (quarter, word) in zip(1..., Cursor.chineseQuarters) where cursor.take(word) { return .quarter(year, quarter) }
        guard cursor.isAtDigit || cursor.next.meaning == Ascii.minus else { return .year(year) }
        if cursor.take(Ascii.minus) {
            // 2011年-2013年
            let last = try readYear()
            _ = cursor.take("年")
            guard year <= last else { throw .endsBeforeItStarts }
            return Period(Period.year(year).start, Period.year(last).end)
        }
        return try readChineseMonths(year)
    }

    private mutating func readChineseMonths(_ year: Int) throws(PeriodProblem) -> Period {
        let numberStart = cursor.position
        guard let (first, _) = takeDigits() else { throw .notAPeriod }
        if cursor.take("季度") {
            guard (1...4).contains(first) else { throw .noSuch(.quarter) }
            return .quarter(year, first)
        }
        guard (1...12).contains(first) else { throw .noSuch(.month) }
        if cursor.takeChineseThrough() { return try readChineseLastMonth(year, first) }
        guard cursor.take("月") else {
            cursor.position = numberStart
            throw .notAPeriod
        }
        if cursor.take("份") || cursor.take("末") { return .month(year, first) }
        if cursor.takeChineseThrough() { return try readChineseLastMonth(year, first) }
        guard cursor.isAtDigit else { return .month(year, first) }
        let day = try readNumber(upTo: 31, .day)
        guard cursor.take("日") else { throw .notAPeriod }
        return try period(.day(year, first, day))
    }

    /// `5月` in `2013年1-5月` and `2013年1月至5月`.
    private mutating func readChineseLastMonth(_ year: Int, _ first: Int) throws(PeriodProblem) -> Period {
        let last = try readNumber(upTo: 12, .month)
        guard cursor.take("月") else { throw .notAPeriod }
        _ = cursor.take("份")
        guard first <= last else { throw .endsBeforeItStarts }
        return .months(from: (year, first), through: (year, last))
    }

    private func period(_ point: Point) throws(PeriodProblem) -> Period {
        switch point {
        case .year(let year): return .year(year)
        case .half(let year, let half): return .half(year, half)
        case .quarter(let year, let quarter): return .quarter(year, quarter)
        case .month(let year, let month): return .month(year, month)
        case .fiscalYear(let year): return .fiscalYear(year, startMonth: fiscalStart)
        case .fiscalQuarter(let year, let quarter): return .fiscalQuarter(year, quarter, startMonth: fiscalStart)
        case .day(let year, let month, let day):
            guard let day = Day(year: year, month: month, day: day) else { throw .noSuch(.day) }
            return .day(day)
        }
    }

    private mutating func readNumber(upTo limit: Int, _ part: PeriodPart) throws(PeriodProblem) -> Int {
        guard let (number, digits) = takeDigits(), digits <= 2 else { throw .notAPeriod }
        guard (1...limit).contains(number) else { throw .noSuch(part) }
        return number
    }

    /// At most nine digits.
    private mutating func takeDigits() -> (number: Int, digits: Int)? {
        var number = 0
        var digits = 0
        while cursor.isAtDigit, digits < 9 {
            number = number * 10 + Int(cursor.next.meaning - Ascii.zero)
            digits += 1
            cursor.skip()
        }
        return digits > 0 ? (number, digits) : nil
    }
}

extension Cursor {
    /// Whether what stands here is meant as a period: a digit, or `FY` and a digit.
    var startsPeriod: Bool {
        if isAtDigit { return true }
        var ahead = self
        return ahead.takeFiscalMark() && ahead.isAtDigit
    }

    /// `FY`, which has no small form.
    fileprivate mutating func takeFiscalMark() -> Bool {
        let start = position
        if take(UInt8(ascii: "F")), take(UInt8(ascii: "Y")) { return true }
        position = start
        return false
    }

    /// The letter in either case, full-width or not.
    fileprivate mutating func takeLetter(_ capital: Unicode.Scalar) -> Bool {
        let capital = UInt8(ascii: capital)
        return take(capital) || take(capital | 0x20)
    }

    fileprivate mutating func takeChineseThrough() -> Bool { take(Ascii.minus) || take(Ascii.tilde) || take("至") }

    fileprivate static let chineseQuarters: [StaticString] = ["一季度", "二季度", "三季度", "四季度"]

    fileprivate var startsChineseQuarter: Bool {
        Self.chineseQuarters.contains { word in
            var ahead = self
            return ahead.take(word)
        }
    }

    mutating func takePeriod(fiscalStart: Int) throws(PeriodProblem) -> Period {
        var reader = PeriodReader(cursor: self, fiscalStart: fiscalStart)
        let period = try reader.read()
        let start = position
        position = reader.cursor.position
        accept(.period, from: start)
        return period
    }

    mutating func takeDay() throws(PeriodProblem) -> Day {
        let start = position
        let period = try takePeriod(fiscalStart: 1)
        guard period.dayCount == 1 else {
            position = start
            throw .notAPeriod
        }
        return period.start
    }
}
