import Diagnostics
import Numerics
import SourceText

extension PieceReader {
    /// Reads a line at the margin that is no header of figures or targets.
    mutating func readDeclarationHeader(_ start: Cursor) {
        var cursor = start
        let headerRange = cursor.rest
        block = .skipped
        said.removeAll()
        if cursor.take(Keyword.unit) {
            guard let path = takeName(&cursor, .header, headerRange) else { return }
            cursor.accept(.path, path.range)
            guard path.text.contains(where: { !":： ".contains($0) }) else { return report(.nothingAfterKeyword(span(headerRange))) }
            guard !path.hasEmptyPart else { return report(.emptyPathPart(span(path.range))) }
            block = .unit(Open(UnitDeclaration(path: path)), headerRange)
            expectEnd(cursor)
        } else if cursor.take(Keyword.units) {
            openUnits(cursor)
        } else if cursor.take(Keyword.indicator) {
            openIndicator(cursor, headerRange)
        } else if cursor.take(Keyword.indicators) {
            var shared = IndicatorDeclaration(name: Name("", headerRange))
            readList(&cursor) { reader, item in reader.readIndicatorLine(item, into: &shared) }
            block = .indicators(Open(shared))
        } else if cursor.take(Keyword.measure) {
            openMeasure(cursor, headerRange)
        } else if cursor.take(Keyword.register) {
            guard let name = takeName(&cursor, .plain, headerRange) else { return }
            let isQuoted = name.range.count > name.text.utf8.count
            if !isQuoted, name.text.contains(" ") { report(.registerOfTwoWords(span(name.range))) }
            block = .register(Open(RegisterDeclaration(name: name)), headerRange)
            expectEnd(cursor)
        } else if cursor.take(Keyword.item) {
            openItem(cursor, headerRange)
        } else {
            readOneLineBlock(cursor, headerRange)
        }
    }

    private mutating func readOneLineBlock(_ start: Cursor, _ headerRange: ByteRange) {
        var cursor = start
        if cursor.take(Keyword.include) {
            block = .closed(Keyword.include.en)
            cursor.skipBlanks()
            let pattern = value(cursor)
            guard !pattern.text.isEmpty else { return report(.nothingAfterKeyword(span(headerRange))) }
            if cursor.isQuoteOpen(pattern) { return report(.quoteNotClosed(span(pattern.range), "syntax/declaration")) }
            cursor.accept(.pattern, pattern.range)
            declare(.include(IncludeDeclaration(pattern: pattern)), headerRange)
        } else if cursor.take(Keyword.phase) {
            block = .closed(Keyword.phase.en)
            readPhase(cursor, headerRange)
        } else if cursor.take(Keyword.decomposeExactly) {
            block = .closed(Keyword.decomposeExactly.en)
            readDecomposition(cursor, headerRange)
        } else if cursor.take(Keyword.rule) {
            block = .closed(Keyword.rule.en)
            readRule(cursor, headerRange)
        } else if cursor.take(Keyword.assert) {
            block = .closed(Keyword.assert.en)
            readAssertion(cursor, headerRange)
        } else if cursor.take(Keyword.fiscalYearStarts) {
            block = .closed(Keyword.fiscalYearStarts.en)
            readFiscalYear(cursor, headerRange)
        } else {
            if let period = periodAfterName(start) { return report(.periodAfterUnit(span(period))) }
            let word = cursor.takeWord()
            report(.unknownBlock(span(word), word: cursor.text(word)))
        }
    }

    /// `示范区 2024-06`: the period of a header that starts with its unit.
    private func periodAfterName(_ start: Cursor) -> ByteRange? {
        var cursor = start
        guard cursor.takeName(.body) != nil else { return nil }
        cursor.skipBlanks()
        let periodStart = cursor.position
        guard cursor.startsPeriod, (try? cursor.takePeriod(fiscalStart: fiscalStart)) != nil else { return nil }
        let period = cursor.range(from: periodStart)
        // `figure 2013 甲` is a keyword of somebody's own.
        let isRow = cursor.next.meaning == Ascii.tab
        cursor.skipBlanks()
        let isWhole = cursor.isAtEnd || cursor.next.meaning == Ascii.bar || cursor.startsStatus || cursor.startsOnDate
        return isRow || isWhole ? period : nil
    }

    /// A body line of a block of declarations.
    mutating func readDeclarationLine(_ cursor: Cursor, indent: Int) {
        switch block {
        case .unit(let unit, _): readUnitLine(cursor, into: &unit.declared)
        case .units(let group): readUnitOfGroup(cursor, indent: indent, into: &group.declared)
        case .indicator(let indicator, _): readIndicatorLine(cursor, into: &indicator.declared)
        case .indicators(let shared): readIndicatorOfGroup(cursor, shared.declared)
        case .measure(let measure, _): readMeasureLine(cursor, into: &measure.declared)
        case .register(let register, _): readRegisterLine(cursor, into: &register.declared)
        case .item(let item, _): readItemLine(cursor, into: &item.declared)
        case .none, .skipped, .closed, .figures, .targets: break
        }
    }

    /// Hands over the declaration that is being read.
    mutating func closeBlock() {
        closeRun()
        switch block {
        case .unit(let unit, let range): declare(.unit(unit.declared), range)
        case .indicator(let indicator, let range): declare(.indicator(indicator.declared), range)
        case .measure(let measure, let range): declare(.measure(measure.declared), range)
        case .register(let register, let range): declare(.register(register.declared), range)
        case .item(let item, let range): declare(.item(item.declared), range)
        case .none, .skipped, .closed, .figures, .targets, .units, .indicators: break
        }
        block = .none
    }

    mutating func declare(_ declaration: Declaration, _ range: ByteRange) {
        piece.declarations.append(PlacedDeclaration(declaration: declaration, range: range))
    }

    /// The name after a keyword; reports where there is none.
    mutating func takeName(_ cursor: inout Cursor, _ context: NameContext, _ headerRange: ByteRange) -> Name? {
        cursor.skipBlanks()
        if let name = cursor.takeName(context), !name.text.isEmpty {
            if cursor.isQuoteOpen(name) { report(.quoteNotClosed(span(name.range), "syntax/declaration")) }
            return name
        }
        report(.nothingAfterKeyword(span(headerRange)))
        return nil
    }

    /// Reports what stands where the line should have ended. A note may.
    mutating func expectEnd(_ start: Cursor) {
        var cursor = start
        cursor.skipBlanks()
        if !cursor.isAtEnd, cursor.next.meaning != Ascii.bar { report(.trailing(span(cursor.rest))) }
    }

    /// Reads `key value, key value`: each item by `read`, with a cursor that ends before the comma.
    mutating func readList(_ cursor: inout Cursor, _ read: (inout PieceReader, Cursor) -> Void) {
        while true {
            cursor.skipBlanks()
            if cursor.isAtEnd || cursor.next.meaning == Ascii.bar { return }
            var item = cursor
            var quoted = false
            while !cursor.isAtEnd {
                let meaning = cursor.next.meaning
                if meaning == Ascii.quote { quoted.toggle() }
                if !quoted, meaning == Ascii.comma || meaning == Ascii.bar { break }
                cursor.skip()
            }
            item.end = cursor.position
            if !item.rest.isEmpty { read(&self, item) }
            if !cursor.take(Ascii.comma) { return }
        }
    }

    /// The rest of the line as a value: no comment, no note, no quotes around it.
    func value(_ cursor: Cursor) -> Name {
        var cursor = cursor
        cursor.skipBlanks()
        if cursor.next.meaning == Ascii.quote, let name = cursor.takeName(.plain) { return name }
        let start = cursor.position
        while !cursor.isAtEnd, cursor.next.meaning != Ascii.bar { cursor.skip() }
        let range = cursor.range(from: start)
        cursor.accept(.name, range)
        return Name(cursor.text(range), range)
    }

    /// A `key value` line that is no keyword's. Warns where the key looks like a mistyped keyword.
    mutating func takeField(_ start: Cursor, among lines: KeyedLines) -> Field? {
        var cursor = start
        let isQuoted = cursor.next.meaning == Ascii.quote
        let keyRange = cursor.position
        let key: Name
        if isQuoted, let quoted = cursor.takeName(.plain) {
            key = quoted
        } else {
            let word = cursor.takeWord { $0 == Ascii.bar }
            key = Name(cursor.text(word), word)
        }
        cursor.acceptKey(key)
        let value = value(cursor)
        if !isQuoted, let keyword = likelyKeyword(key.text, among: lines) {
            report(.mistypedField(key.text, span(key.range), keyword: keyword))
        } else if value.text.isEmpty {
            let meant = isQuoted ? nil : lines.keywords.lazy.compactMap { $0.line(choosing: key.text) }.first
            report(.fieldWithoutValue(span(ByteRange(keyRange, key.range.upperBound)), key: key.text, meant: meant))
            return nil
        }
        return Field(key: key, value: value)
    }

    /// The keyword that a key of a field was meant to be, if it looks like one. Fields repeat: each key is thought about once.
    mutating func likelyKeyword(_ key: String, among lines: KeyedLines) -> String? {
        // Of Chinese keywords none is so long that another word could be meant for it; nor are words of three letters.
        let isChinese = key.unicodeScalars.first.map { $0.value > 0x2E7F } ?? false
        if isChinese || key.utf8.count < 4 { return nil }
        if let known = likelyKeywords[lines.rawValue][key] { return known }
        let keyword = Self.likelyKeyword(key, among: lines.keywords)
        likelyKeywords[lines.rawValue].set(key, keyword)
        return keyword
    }

    private static func likelyKeyword(_ key: String, among keywords: [Keyword]) -> String? {
        let length = key.unicodeScalars.count
        if length < 4 { return nil }
        let most = 2
        // Most keys are fields of the ledger's own, and most keywords so much longer or shorter that no comparison is needed.
        let spellings = keywords.flatMap(\.spellings).filter { abs($0.unicodeScalars.count - length) <= most }
        return nearest(key, in: spellings, limit: 1).first { near in
            editDistance(Array(near.unicodeScalars), Array(key.unicodeScalars), atMost: most) != nil
        }
    }
}

/// Lines that start with a keyword, or with the key of a field.
enum KeyedLines: Int, CaseIterable {
    case unit, indicator, item

    var keywords: [Keyword] {
        switch self {
        case .unit: Keyword.unitLines
        case .indicator: Keyword.indicatorLines
        case .item: [.unit, .due]
        }
    }
}

extension Cursor {
    /// The key of a field, of which two are words of the language.
    func acceptKey(_ key: Name) {
        guard isFollowed else { return }
        let keyword = [Keyword.kind, .code].first { $0.spellings.contains(key.text) && key.range.count == key.text.utf8.count }
        accept(keyword == nil ? .key : .keyword, key.range, keyword)
    }
}
