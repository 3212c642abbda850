import Diagnostics
import Numerics
import SourceText

extension PieceReader {
    /// `units [PATH]  [SHARED FIELDS]`: after one blank a path, after two the fields that all lines share.
    mutating func openUnits(_ start: Cursor) {
        var cursor = start
        let keywordEnd = cursor.position
        if cursor.isAtBlank { cursor.skip() }
        let hasOneBlank = !cursor.isAtBlank
        cursor.skipBlanks()
        var root: Name?
        if hasOneBlank, !cursor.isAtEnd { root = cursor.takeName(.path) }
        if let root { cursor.accept(.path, root.range) }
        var shared = UnitDeclaration(path: Name("", cursor.range(from: keywordEnd)))
        readList(&cursor) { reader, item in reader.readUnitLine(item, into: &shared) }
        block = .units(Open(UnitGroup(root: root, shared: shared)))
        if let root {
            var implied = UnitDeclaration(path: root)
            implied.isImplied = true
            declare(.unit(implied), root.range)
        }
    }

    /// A line of a `units` block: a name, and its fields after it.
    mutating func readUnitOfGroup(_ start: Cursor, indent: Int, into group: inout UnitGroup) {
        var cursor = start
        guard let name = cursor.takeName(.list), !name.text.isEmpty else { return report(.trailing(span(cursor.rest))) }
        cursor.accept(.path, name.range)
        if cursor.isQuoteOpen(name) { report(.quoteNotClosed(span(name.range), "syntax/declaration")) }
        guard !name.hasEmptyPart else { return report(.emptyPathPart(span(name.range))) }
        let blanks = Array(UnsafeBufferPointer(start: base + name.range.lowerBound - indent, count: indent))
        let under: Name?
        switch group.place(blanks) {
        case .under(let path): under = path
        case .unclear:
            under = group.root
            report(.unclearIndentation(span(name.range)))
        }
        said.removeAll()
        var unit = group.shared
        unit.path = name
        unit.under = under
        readList(&cursor) { reader, item in reader.readUnitLine(item, into: &unit) }
        unit.fields.overrideShared(first: group.shared.fields.count)
        declare(.unit(unit), name.range)
        let path = under.map { Name("\($0.text):\(name.text)", name.range) } ?? name
        group.open(path, indent: blanks)
    }

    /// A line of a `unit` block, or an item of a list of fields.
    mutating func readUnitLine(_ start: Cursor, into unit: inout UnitDeclaration) {
        var cursor = start
        cursor.skipBlanks()
        let lineRange = cursor.rest
        if cursor.take(Keyword.alias) {
            readNames(cursor, lineRange) { unit.aliases.append($0) }
        } else if cursor.take(Keyword.nameEn) {
            unit.nameEn = readText(cursor, .nameEn, lineRange) ?? unit.nameEn
        } else if cursor.take(Keyword.nameZh) {
            unit.nameZh = readText(cursor, .nameZh, lineRange) ?? unit.nameZh
        } else if cursor.take(Keyword.opened) {
            unit.opened = readDated(cursor, .opened, lineRange) ?? unit.opened
        } else if cursor.take(Keyword.closed) {
            unit.closed = readDated(cursor, .closed, lineRange) ?? unit.closed
        } else if cursor.take(Keyword.succeededBy) {
            if let heir = takeName(&cursor, .path, lineRange) {
                cursor.accept(.path, heir.range)
                if saysFirst(.succeededBy, heir.text, lineRange) { unit.succeededBy = heir }
            }
            expectEnd(cursor)
        } else if cursor.take(Keyword.apart) {
            unit.isApart = true
            expectEnd(cursor)
        } else if cursor.take(Keyword.incomplete) {
            if saysFirst(.incomplete, "incomplete", lineRange, under: .complete) { unit.isComplete = false }
            expectEnd(cursor)
        } else if cursor.take(Keyword.complete) {
            if saysFirst(.complete, "complete", lineRange) { unit.isComplete = true }
            expectEnd(cursor)
        } else if let field = takeField(cursor, among: .unit), saysFirst(field, among: .unit) {
            unit.fields.append(field)
        }
    }

    private mutating func readDated(_ start: Cursor, _ keyword: Keyword, _ lineRange: ByteRange) -> UnitDeclaration.Dated? {
        var cursor = start
        guard let period = takePeriod(&cursor, lineRange) else { return nil }
        expectEnd(cursor)
        guard saysFirst(keyword, "\(period.start) \(period.end)", lineRange) else { return nil }
        return UnitDeclaration.Dated(period: period, range: lineRange)
    }

    /// A period on a line of a declaration; reports where there is none.
    mutating func takePeriod(_ cursor: inout Cursor, _ lineRange: ByteRange) -> Period? {
        cursor.skipBlanks()
        let start = cursor.position
        do throws(PeriodProblem) {
            let period = try cursor.takePeriod(fiscalStart: fiscalStart)
            if !cursor.isAtEnd, !cursor.isAtBlank, case .likely(let meant) = likelyPeriod(at: start, cursor) { throw .likely(meant) }
            notePeriod(cursor.range(from: start))
            return period
        } catch {
            let problem = likelyPeriod(at: start, cursor, else: error)
            cursor.position = start
            let word = cursor.takeWord()
            report(.header(.period(problem), span(word.isEmpty ? lineRange : word)))
            return nil
        }
    }

    private func likelyPeriod(at start: Int, _ cursor: Cursor, else problem: PeriodProblem = .notAPeriod) -> PeriodProblem {
        var first = cursor
        first.position = start
        return first.likelyPeriod(else: problem)
    }

    /// Names with commas between them; reports where there is none.
    mutating func readNames(_ start: Cursor, _ lineRange: ByteRange, _ take: (Name) -> Void) {
        var cursor = start
        var hasAny = false
        readList(&cursor) { reader, item in
            take(reader.value(item))
            hasAny = true
        }
        if !hasAny { report(.nothingAfterKeyword(span(lineRange))) }
    }
}
