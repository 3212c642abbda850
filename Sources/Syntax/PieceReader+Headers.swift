import Diagnostics
import Numerics
import SourceText

extension PieceReader {
    /// The header of a block of figures whose period is spelled as the last one's, or whose period is new but whose unit is known, and that
    /// says nothing else. Returns where the next line starts; nil when the header must be read in full.
    mutating func readPlainHeader(_ start: Int, _ limit: Int) -> Int? {
        guard Ascii.isDigit(base[start]), let known = guesses.period, let guess = guesses.nextUnit else { return nil }
        let spelling = known.range
        guard start + spelling.count + 2 < limit else { return nil }
        for index in 0..<spelling.count where base[start + index] != base[spelling.lowerBound + index] { return nil }
        var at = start + spelling.count
        guard Ascii.isBlank(base[at]) else { return nil }
        while Ascii.isBlank(base[at]) { at += 1 }
        let length = piece.unitNames.length(of: guess, ifAt: base + at)
        guard length > 0 else { return nil }
        at += length
        if base[at] == Ascii.carriageReturn { at += 1 }
        guard base[at] == Ascii.lineFeed else { return nil }
        guard at + 1 - start <= Self.longestLine else { return nil }
        closeBlock()
        guesses.sawUnit(guess, isPlain: true)
        openFigures(period: known.period, unit: guess, line: start)
        return at + 1
    }

    private mutating func openFigures(period: Period, unit: NameID, line: Int) {
        block = .figures(piece.headers.count)
        piece.headers.append(
            FigureHeader(
                period: period, unit: unit, line: UInt32(line), firstRow: UInt32(piece.figureCount), rowCount: 0, status: .reported,
                isRevision: false, isBroken: false))
    }

    /// Reads any header of figures or targets.
    mutating func readFiguresHeader(_ cursor: Cursor) {
        var reader = HeaderReader(cursor: cursor, fiscalStart: fiscalStart)
        let header = reader.read()
        for (problem, range) in reader.problems { report(.header(problem, span(range))) }
        if header.period != nil { notePeriod(header.periodRange) }
        let unit = piece.unitNames.intern(header.unit?.text ?? "")
        if header.isTarget {
            openTargets(header, unit)
        } else {
            openFigures(header, unit)
        }
    }

    private mutating func openFigures(_ header: HeaderLine, _ unit: NameID) {
        let nowhere = Period.year(1900)
        guesses.sawUnit(unit, isPlain: isPlain(header))
        openFigures(period: header.period ?? nowhere, unit: unit, line: header.range.lowerBound)
        let index = piece.headers.count - 1
        piece.headers[index].status = header.status ?? .reported
        piece.headers[index].isRevision = header.isRevision
        piece.headers[index].isBroken = header.period == nil || header.unit == nil
        piece.headers[index].reportedOn = header.reportedOn
        guesses.period = header.period.map { ($0, header.periodRange) }
    }

    /// Remembers the first fiscal period.
    mutating func notePeriod(_ range: ByteRange) {
        let start = Cursor(base: base, position: range.lowerBound, end: range.upperBound)
        if piece.firstFiscalPeriod == nil, start.next.meaning == UInt8(ascii: "F") { piece.firstFiscalPeriod = range }
    }

    /// Whether the unit's bytes mean this unit wherever they stand between a period and the end of a line.
    private func isPlain(_ header: HeaderLine) -> Bool {
        guard header.issuer == nil, let unit = header.unit, unit.range.count == unit.text.utf8.count else { return false }
        return !Cursor(base: base, position: unit.range.lowerBound, end: unit.range.upperBound + 1).startsStatus
    }

    private mutating func openTargets(_ header: HeaderLine, _ unit: NameID) {
        guard let period = header.period, header.unit != nil else {
            block = .targets(nil)
            return
        }
        block = .targets(piece.targetHeaders.count)
        piece.targetHeaders.append(
            TargetHeader(
                period: period, unit: unit, issuer: header.issuer.map { piece.unitNames.intern($0.text) },
                line: UInt32(header.range.lowerBound), status: header.status ?? .final, isRevision: header.isRevision,
                reportedOn: header.reportedOn))
    }
}
