import Numerics
import SourceText

/// The header of a block of figures or targets, with the places of its parts.
public struct HeaderLine: Sendable {
    /// Starts with `target`, after `revise` or not.
    public var isTarget = false
    /// Starts with `revise`.
    public var isRevision = false
    /// Nil where it could not be read.
    public var period: Period?
    /// Where the period stands or should stand.
    public var periodRange: ByteRange
    /// Nil where no mark was written.
    public var status: Status?
    /// Where the mark stands.
    public var statusRange: ByteRange?
    /// Of a target: who gave it out.
    public var issuer: Name?
    /// Nil where there is none.
    public var unit: Name?
    /// `on DATE`
    public var reportedOn: Day?
    /// What follows `|`.
    public var note: ByteRange?
    /// From the first character to the last before a comment.
    public var range: ByteRange

    /// Reads again the header that starts at `offset`.
    public static func reread(_ buffer: SourceBuffer, at offset: Int, fiscalStart: Int) -> HeaderLine {
        let line = LineBounds(buffer, at: offset)
        var reader = HeaderReader(cursor: line.cursor(buffer.start), fiscalStart: fiscalStart)
        return reader.read()
    }
}

/// What can be wrong with a header.
enum HeaderProblem {
    case period(PeriodProblem)
    case noUnit
    /// `->` with nobody before it.
    case noIssuer
    /// Only targets are given out by somebody.
    case issuerOfFigures
    case day(PeriodProblem)
    case trailing
    /// A row of a spreadsheet: cells between tabs.
    case spreadsheetRow
    case quoteNotClosed
}

/// `[revise] [target] PERIOD [STATUS] [ISSUER ->] UNIT [on DATE] [| note]`
struct HeaderReader {
    var cursor: Cursor
    var fiscalStart: Int
    var problems: [(problem: HeaderProblem, range: ByteRange)] = []

    init(cursor: Cursor, fiscalStart: Int) {
        self.cursor = cursor
        self.fiscalStart = fiscalStart
    }

    mutating func read() -> HeaderLine {
        let start = cursor.position
        var header = HeaderLine(periodRange: ByteRange(start, start), range: ByteRange(start, max(start, cursor.rest.upperBound)))
        header.isRevision = takeBlock(.revise)
        header.isTarget = takeBlock(.target)
        readPeriod(into: &header)
        readStatus(into: &header)
        readUnit(into: &header)
        readStatus(into: &header)
        readEnd(into: &header)
        return header
    }

    private mutating func takeBlock(_ keyword: Keyword) -> Bool {
        guard cursor.take(keyword) else { return false }
        cursor.skipBlanks()
        return true
    }

    private mutating func readPeriod(into header: inout HeaderLine) {
        let start = cursor.position
        do throws(PeriodProblem) {
            let period = try cursor.takePeriod(fiscalStart: fiscalStart)
            header.periodRange = cursor.range(from: start)
            if cursor.isAtEnd || cursor.isAtBlank {
                header.period = period
            } else {
                header.periodRange = header.periodRange.union(cursor.takeWord())
                cursor.position = start
                problems.append((.period(cursor.likelyPeriod(else: .notAPeriod)), header.periodRange))
                cursor.position = header.periodRange.upperBound
            }
        } catch {
            cursor.position = start
            let problem = cursor.likelyPeriod(else: error)
            header.periodRange = cursor.takeWord()
            problems.append((.period(problem), header.periodRange.isEmpty ? header.range : header.periodRange))
        }
        cursor.skipBlanks()
    }

    private mutating func readStatus(into header: inout HeaderLine) {
        cursor.skipBlanks()
        let start = cursor.position
        guard header.status == nil, let status = cursor.takeStatus() else { return }
        header.status = status
        header.statusRange = cursor.range(from: start)
        cursor.skipBlanks()
    }

    private mutating func readUnit(into header: inout HeaderLine) {
        let start = cursor.position
        if cursor.takeArrow() {
            problems.append((.noIssuer, cursor.range(from: start)))
            cursor.skipBlanks()
        }
        guard !cursor.startsOnDate, let first = cursor.takeName(.header) else {
            // What is no period may be anything; one message is enough then.
            if header.period != nil { problems.append((.noUnit, header.periodRange)) }
            return
        }
        header.unit = first
        cursor.accept(.path, first.range)
        if cursor.isQuoteOpen(first) { problems.append((.quoteNotClosed, first.range)) }
        let afterName = cursor.position
        cursor.skipBlanks()
        guard cursor.takeArrow() else {
            cursor.position = afterName
            return
        }
        cursor.skipBlanks()
        header.issuer = first
        header.unit = cursor.takeName(.header)
        if let unit = header.unit { cursor.accept(.path, unit.range) }
        if header.unit == nil {
            problems.append((.noUnit, first.range))
        } else if !header.isTarget {
            problems.append((.issuerOfFigures, ByteRange(first.range.lowerBound, cursor.position)))
        }
    }

    private mutating func readEnd(into header: inout HeaderLine) {
        cursor.skipBlanks()
        if cursor.startsOnDate, cursor.take(Keyword.on) {
            cursor.skipBlanks()
            let start = cursor.position
            do throws(PeriodProblem) {
                header.reportedOn = try cursor.takeDay()
            } catch {
                cursor.position = start
                problems.append((.day(cursor.likelyDay(else: error)), cursor.takeWord()))
            }
            cursor.skipBlanks()
        }
        if cursor.take(Ascii.bar) {
            cursor.skipBlanks()
            header.note = cursor.rest
        } else if !cursor.isAtEnd {
            let isRow = header.unit.map { cursor.base[$0.range.upperBound] == Ascii.tab } ?? false
            problems.append((isRow ? .spreadsheetRow : .trailing, cursor.rest))
        }
    }
}
