import Diagnostics
import Numerics
import SourceText

extension PieceReader {
    /// The header of a block of figures whose period is spelled as the last one's, and that names a unit and says nothing else. Returns
    /// where the next line starts; nil when the header must be read in full.
    mutating func readPlainHeader(_ start: Int, _ limit: Int) -> Int? {
        guard Ascii.isDigit(base[start]), let known = guesses.period else { return nil }
        let spelling = known.range
        guard start + spelling.count + 2 < limit else { return nil }
        for index in 0..<spelling.count where base[start + index] != base[spelling.lowerBound + index] { return nil }
        var at = start + spelling.count
        guard Ascii.isBlank(base[at]) else { return nil }
        while Ascii.isBlank(base[at]) { at += 1 }
        guard let (unit, length) = expectedUnit(at) ?? takePlainUnit(at, limit) else { return nil }
        at += length
        if base[at] == Ascii.carriageReturn { at += 1 }
        guard base[at] == Ascii.lineFeed, at + 1 - start <= Self.longestLine else { return nil }
        closeBlock()
        guesses.sawUnit(unit, isPlain: true)
        openFigures(period: known.period, unit: unit, line: start)
        return at + 1
    }

    /// The unit that came after this one before, where it does so again, with nothing behind it.
    private func expectedUnit(_ start: Int) -> (NameID, length: Int)? {
        guard let guess = guesses.nextUnit, case let length = piece.unitNames.length(of: guess, ifAt: base + start), length > 0 else {
            return nil
        }
        let after = base[start + length]
        return after == Ascii.lineFeed || after == Ascii.carriageReturn ? (guess, length) : nil
    }

    /// A name without blanks that runs to the end of the line and can be nothing else.
    private mutating func takePlainUnit(_ start: Int, _ limit: Int) -> (NameID, length: Int)? {
        var at = start
        while base[at] > Ascii.space {
            let byte = base[at]
            if byte == Ascii.bar || byte == Ascii.quote || byte == Ascii.semicolon { return nil }
            if byte == 0xE3 && base[at + 1] == 0x80 || byte == 0xEF { return nil }
            at += 1
        }
        let isLineEnd = base[at] == Ascii.lineFeed || base[at] == Ascii.carriageReturn && base[at + 1] == Ascii.lineFeed
        let cursor = Cursor(base: base, position: start, end: at)
        guard isLineEnd, at > start, at < limit, !cursor.startsStatus, !cursor.startsOnDate else { return nil }
        let known = piece.unitNames.count
        let bytes = UnsafeRawBufferPointer(start: base + start, count: at - start)
        let name = piece.unitNames.intern(base + start, at - start)
        if name.index == known, firstInvalidUTF8(in: bytes) != nil { return nil }
        return (name, at - start)
    }

    private mutating func openFigures(period: Period, unit: NameID, line: Int) {
        block = .figures(piece.headers.count)
        piece.headers.append(
            FigureHeader(
                period: period, unit: unit, line: UInt32(line), rowCount: 0, status: .reported, isRevision: false, isBroken: false))
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
