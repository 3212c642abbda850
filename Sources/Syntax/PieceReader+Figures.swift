import Diagnostics
import Numerics
import SourceText

/// What the next line will probably hold. Files repeat themselves: the same units in the same order with the same indicators and
/// measures; comparing with the guess costs less than looking a name up.
struct Guesses {
    /// The name that followed each name, by `NameID`; a name is guessed only where its bytes before a number always mean it.
    var afterIndicator: [NameID?] = []
    var measureOfIndicator: [UInt32] = []
    var afterUnit: [NameID?] = []
    var lastIndicator: NameID?
    var lastUnit: NameID?
    var firstIndicator: NameID?
    /// The bytes of the last header's period.
    var period: (period: Period, range: ByteRange)?

    mutating func sawIndicator(_ name: NameID, measure: UInt32, isPlain: Bool) {
        if name.index >= afterIndicator.count {
            let more = name.index + 1 - afterIndicator.count
            afterIndicator.append(contentsOf: repeatElement(nil, count: more))
            measureOfIndicator.append(contentsOf: repeatElement(0, count: more))
        }
        measureOfIndicator[name.index] = measure
        let guess = isPlain ? name : nil
        if let last = lastIndicator { afterIndicator[last.index] = guess } else { firstIndicator = guess }
        lastIndicator = name
    }

    mutating func sawUnit(_ name: NameID, isPlain: Bool) {
        if name.index >= afterUnit.count { afterUnit.append(contentsOf: repeatElement(nil, count: name.index + 1 - afterUnit.count)) }
        if let last = lastUnit { afterUnit[last.index] = isPlain ? name : nil }
        lastUnit = name
        lastIndicator = nil
    }

    var nextIndicator: NameID? {
        if let last = lastIndicator { return afterIndicator[last.index] }
        return firstIndicator
    }

    var nextUnit: NameID? { lastUnit.flatMap { afterUnit[$0.index] } }
}

extension PieceReader {
    /// Reads the lines that hold no more than a name, a plain number and perhaps a measure, in ASCII punctuation: nearly all lines of
    /// a large ledger. Returns where the first line starts that is not so plain; `readFigureLine` reads that one.
    mutating func readPlainFigures(_ start: Int, _ limit: Int, _ header: Int) -> Int {
        var at = start
        while at < limit {
            if base[at] == Ascii.lineFeed {
                at += 1
                continue
            }
            guard Ascii.isBlank(base[at]) else { break }
            openRun(at: at, header)
            let next = readExpectedLines(at, limit)
            if next > at {
                at = next
            } else {
                guard let figure = readPlainFigure(at) else { break }
                append(figure)
                at = figure.next
            }
        }
        return at
    }

    @inline(__always)
    private mutating func readPlainFigure(_ start: Int) -> ReadFigure? {
        var at = start
        while Ascii.isBlank(base[at]) { at += 1 }
        if let guess = guesses.nextIndicator, case let length = piece.indicatorNames.length(of: guess, ifAt: base + at), length > 0,
            Ascii.isBlank(base[at + length]), let figure = readPlainValue(at + length, of: guess, line: start)
        {
            guesses.sawIndicator(guess, measure: figure.column.measure, isPlain: true)
            return figure
        }
        guard let (name, length) = takePlainName(at), let figure = readPlainValue(at + length, of: name, line: start) else { return nil }
        guesses.sawIndicator(name, measure: figure.column.measure, isPlain: true)
        return figure
    }

    /// What stands behind a name: a number, perhaps the measure that the indicator had last, and the end of the line.
    private func readPlainValue(_ nameEnd: Int, of name: NameID, line: Int) -> ReadFigure? {
        var at = nameEnd
        while Ascii.isBlank(base[at]) { at += 1 }
        guard let number = PlainNumber(base + at), case let tail = at + number.length, let (measure, next) = plainMeasure(tail, of: name),
            next - line <= Self.longestLine
        else { return nil }
        return ReadFigure(
            column: LayoutColumn(indicator: name.rawValue, measure: measure), mantissa: number.mantissa,
            form: FigureForm(rawValue: number.scale), next: next,
            expected: ExpectedLine(start: line, nameEnd: nameEnd, tail: tail, next: next))
    }

    /// A name that runs to two blanks, a tab, or a blank and a number, with no blank inside.
    private mutating func takePlainName(_ start: Int) -> (NameID, length: Int)? {
        let first = base[start]
        if first == Ascii.semicolon || first == Ascii.hash || first == Ascii.quote { return nil }
        var at = start
        while true {
            let byte = base[at]
            if byte == Ascii.space || byte == Ascii.tab { break }
            if byte < Ascii.space || byte == Ascii.bar || byte == 0xE3 && base[at + 1] == 0x80 || byte == 0xEF { return nil }
            at += 1
        }
        var after = at
        while Ascii.isBlank(base[after]) { after += 1 }
        let startsNumber = Ascii.isDigit(base[after]) || base[after] == Ascii.minus && Ascii.isDigit(base[after + 1])
        guard startsNumber, at > start else { return nil }
        let known = piece.indicatorNames.count
        let name = piece.indicatorNames.intern(base + start, at - start)
        if piece.indicatorNames.count > known {
            guard firstInvalidUTF8(in: UnsafeRawBufferPointer(start: base + start, count: at - start)) == nil else { return nil }
        }
        return (name, at - start)
    }

    /// The measure that this indicator had last, or none, and then the end of the line.
    private func plainMeasure(_ start: Int, of name: NameID) -> (measure: UInt32, next: Int)? {
        var at = start
        while Ascii.isBlank(base[at]) { at += 1 }
        if let next = lineEnd(at) { return (0, next) }
        guard name.index < guesses.measureOfIndicator.count else { return nil }
        let guess = guesses.measureOfIndicator[name.index]
        guard guess != 0 else { return nil }
        let length = piece.measureNames.length(of: NameID(Int(guess) - 1), ifAt: base + at)
        guard length > 0 else { return nil }
        at += length
        while Ascii.isBlank(base[at]) { at += 1 }
        guard let next = lineEnd(at) else { return nil }
        return (guess, next)
    }

    @inline(__always)
    private func lineEnd(_ at: Int) -> Int? {
        if base[at] == Ascii.lineFeed { return at + 1 }
        if base[at] == Ascii.carriageReturn, base[at + 1] == Ascii.lineFeed { return at + 2 }
        return nil
    }

    /// Reads any body line of a block of figures.
    mutating func readFigureLine(_ cursor: Cursor, _ line: LineBounds, _ header: Int) {
        guard let (body, name) = readBody(cursor) else { return }
        let measure = measureIndex(body.measure)
        var figure: ReadFigure?
        switch body.content {
        case .number(let number):
            figure = ReadFigure(
                column: LayoutColumn(indicator: name.rawValue, measure: measure), mantissa: number.decimal.mantissa,
                form: FigureForm(scale: number.decimal.scale, bound: number.bound), next: line.next)
        case .absence(let absence, _):
            figure = ReadFigure(
                column: LayoutColumn(indicator: name.rawValue, measure: 0), mantissa: 0, form: FigureForm(absence), next: line.next)
        case .nothing: break
        }
        let row = figure.map { _ in piece.figureCount }
        if let figure {
            openRun(at: line.start, header)
            append(figure)
            guesses.sawIndicator(name, measure: guessable(body.measure) ? measure : 0, isPlain: isPlain(body))
        }
        if !body.claims.isEmpty {
            piece.claims.append(
                ClaimRow(header: header, indicator: name, row: row, line: UInt32(line.start), claims: body.claims))
        }
    }

    /// Whether the name's bytes mean this name before any number: not in quotes, and where it has blanks inside, seen before a number,
    /// as `甲 yoy -` is a name and an absence, but `甲 yoy 5` a shorter name and a claim.
    private func isPlain(_ line: BodyLine) -> Bool {
        guard guessable(line.name) else { return false }
        if case .number(let number) = line.content, number.bound == .exactly { return true }
        return !line.name.text.utf8.contains(Ascii.space)
    }

    /// Whether the name stands in the file as it is stored: without quotes, in ASCII forms.
    private func guessable(_ name: Name?) -> Bool {
        name.map { $0.range.count == $0.text.utf8.count } ?? true
    }

    mutating func readTargetLine(_ cursor: Cursor, _ line: LineBounds, _ header: Int?) {
        guard let (body, name) = readBody(cursor) else { return }
        if let measure = body.measure { _ = measureIndex(measure) }
        if let claim = body.claims.first { report(.claimOnTarget(span(claim.range))) }
        guard let header else { return }
        if case .nothing = body.content { return }
        piece.targets.append(
            TargetRow(header: header, indicator: name, line: UInt32(line.start), content: body.content, measure: body.measure))
    }

    private mutating func readBody(_ cursor: Cursor) -> (BodyLine, NameID)? {
        var reader = BodyLineReader(cursor: cursor)
        let line = reader.read()
        if line == nil, readIndentedHeader(cursor) { return nil }
        for (problem, range) in reader.problems { report(.body(problem, span(range))) }
        guard let line else { return nil }
        return (line, piece.indicatorNames.intern(line.name.text))
    }

    /// A header that slipped from the margin. It is told, and taken for what it was meant to be, so that the figures below it do not join
    /// the block above.
    private mutating func readIndentedHeader(_ cursor: Cursor) -> Bool {
        guard cursor.startsPeriod else { return false }
        var reader = HeaderReader(cursor: cursor, fiscalStart: fiscalStart)
        let header = reader.read()
        guard reader.problems.isEmpty, header.unit != nil else { return false }
        var lineStart = cursor.position
        while lineStart > window.range.lowerBound, base[lineStart - 1] != Ascii.lineFeed { lineStart -= 1 }
        report(.indentedHeader(span(header.range), blanks: cursor.position - lineStart))
        closeBlock()
        readFiguresHeader(cursor)
        return true
    }

    private mutating func measureIndex(_ measure: Name?) -> UInt32 {
        guard let measure else { return 0 }
        return UInt32(piece.measureNames.intern(measure.text).index + 1)
    }
}
