import Diagnostics
import Numerics
import SourceText

extension PieceReader {
    /// A line of a `register` block: its states, due times or fields.
    mutating func readRegisterLine(_ start: Cursor, into register: inout RegisterDeclaration) {
        var cursor = start
        let lineRange = cursor.rest
        if cursor.take(Keyword.states) {
            readStates(cursor, into: &register)
        } else if cursor.take(Keyword.due) {
            if let due = readDue(cursor, lineRange) { register.dues.append(due) }
        } else if cursor.take(Keyword.fields) {
            readNames(cursor, lineRange) { name in
                // `?` as people type it, in either width.
                guard let mark = name.text.last, mark == "?" || mark == "？" else { return register.fields.append(name) }
                let text = String(name.text.dropLast())
                register.fields.append(Name(text, ByteRange(name.range.lowerBound, name.range.lowerBound + text.utf8.count)))
                register.optionalFields.insert(text)
            }
        } else if cursor.take(Keyword.nameEn) {
            register.nameEn = readText(cursor, .nameEn, lineRange) ?? register.nameEn
        } else if cursor.take(Keyword.nameZh) {
            register.nameZh = readText(cursor, .nameZh, lineRange) ?? register.nameZh
        } else {
            report(.notAChoice(span(cursor.takeWord()), choices: Keyword.registerLines))
        }
    }

    /// `A -> B -> C | D, C -> B`: chains with commas between them; `|` gives a step several ends.
    private mutating func readStates(_ start: Cursor, into register: inout RegisterDeclaration) {
        var cursor = start
        var isKnown = Array(repeating: false, count: Self.mostStates * Self.mostStates)
        for step in register.steps { isKnown[step.from * Self.mostStates + step.to] = true }
        repeat {
            var from: [Int] = []
            repeat {
                var ends: [Int] = []
                repeat {
                    guard let state = takeState(&cursor) else {
                        return report(.stateExpected(span(cursor.rest.isEmpty ? start.rest : cursor.rest)))
                    }
                    guard let index = index(of: state, in: &register) else { return report(.tooManyStates(span(state.range))) }
                    if !ends.contains(index) { ends.append(index) }
                    cursor.skipBlanks()
                } while cursor.take(Ascii.bar)
                for first in from {
                    for last in ends where !isKnown[first * Self.mostStates + last] {
                        isKnown[first * Self.mostStates + last] = true
                        register.steps.append((first, last))
                    }
                }
                from = ends
            } while cursor.takeArrow()
        } while cursor.take(Ascii.comma)
        expectEnd(cursor)
    }

    /// More states than any register has, few enough for every step between them.
    static let mostStates = 100

    private func takeState(_ cursor: inout Cursor) -> Name? {
        cursor.skipBlanks()
        if cursor.next.meaning == Ascii.quote { return cursor.takeName(.plain) }
        let start = cursor.position
        while !cursor.isAtEnd, !cursor.isAtBlank {
            var ahead = cursor
            if ahead.takeArrow() || cursor.next.meaning == Ascii.bar || cursor.next.meaning == Ascii.comma { break }
            cursor.skip()
        }
        let range = cursor.range(from: start)
        cursor.accept(.name, range)
        return range.isEmpty ? nil : Name(cursor.text(range), range)
    }

    private func index(of state: Name, in register: inout RegisterDeclaration) -> Int? {
        if let known = register.states.firstIndex(where: { $0.text == state.text }) { return known }
        guard register.states.count < Self.mostStates else { return nil }
        register.states.append(state)
        return register.states.count - 1
    }

    /// `60 days -> 办结`, or `60 days 办理 -> 办结`
    private mutating func readDue(_ start: Cursor, _ lineRange: ByteRange) -> RegisterDeclaration.Due? {
        var cursor = start
        cursor.skipBlanks()
        guard let days = takeCount(&cursor, lineRange) else { return nil }
        cursor.skipBlanks()
        guard cursor.take(Keyword.days) || cursor.take("day") || cursor.take("日") else {
            report(.notAChoice(span(cursor.rest.isEmpty ? lineRange : cursor.takeWord()), choices: [.days]))
            return nil
        }
        cursor.skipBlanks()
        _ = cursor.take(Keyword.from)
        cursor.skipBlanks()
        var ahead = cursor
        let from = ahead.takeArrow() ? nil : takeState(&cursor)
        cursor.skipBlanks()
        guard cursor.takeArrow(), let to = takeState(&cursor) else {
            report(.stateExpected(span(cursor.rest.isEmpty ? lineRange : cursor.rest)))
            return nil
        }
        expectEnd(cursor)
        return RegisterDeclaration.Due(days: days, from: from, to: to, range: lineRange)
    }

    /// `item REGISTER ID  TITLE`
    mutating func openItem(_ start: Cursor, _ headerRange: ByteRange) {
        var cursor = start
        guard let register = takeWordName(&cursor), let id = takeWordName(&cursor) else {
            return report(.itemWithoutID(span(headerRange)))
        }
        var item = ItemDeclaration(register: register, id: id)
        let title = value(cursor)
        if !title.text.isEmpty { item.title = title }
        block = .item(Open(item), headerRange)
    }

    private func takeWordName(_ cursor: inout Cursor) -> Name? {
        cursor.skipBlanks()
        if cursor.next.meaning == Ascii.quote { return cursor.takeName(.plain) }
        let word = cursor.takeWord()
        cursor.accept(.name, word)
        return word.isEmpty ? nil : Name(cursor.text(word), word)
    }

    /// A line of an `item` block: a dated state or move, its unit, its due day, or a field.
    mutating func readItemLine(_ start: Cursor, into item: inout ItemDeclaration) {
        var cursor = start
        let lineRange = cursor.rest
        if cursor.isAtDigit {
            if let event = readEvent(cursor) { item.events.append(event) }
        } else if cursor.take(Keyword.unit) {
            if let unit = takeName(&cursor, .path, lineRange) {
                cursor.accept(.path, unit.range)
                if saysFirst(.unit, unit.text, lineRange) { item.unit = unit }
            }
            expectEnd(cursor)
        } else if cursor.take(Keyword.due) {
            cursor.skipBlanks()
            if let due = takeDay(&cursor), saysFirst(.due, "\(due)", lineRange) { (item.due, item.dueRange) = (due, lineRange) }
            expectEnd(cursor)
        } else if let field = takeField(cursor, among: .item) {
            item.fields.append(field)
        }
    }

    /// `DATE STATE [| note]` or `DATE unit NEW`
    private mutating func readEvent(_ start: Cursor) -> ItemDeclaration.Event? {
        var cursor = start
        guard let day = takeDay(&cursor) else { return nil }
        var event = ItemDeclaration.Event(day: day, range: cursor.rest)
        cursor.skipBlanks()
        if cursor.take(Keyword.unit) {
            cursor.skipBlanks()
            event.movedTo = cursor.takeName(.path)
            if let unit = event.movedTo { cursor.accept(.path, unit.range) }
        } else {
            event.state = takeState(&cursor)
        }
        guard event.state != nil || event.movedTo != nil else {
            report(.stateExpected(span(start.rest)))
            return nil
        }
        event.range = ByteRange(start.position, cursor.position)
        cursor.skipBlanks()
        if cursor.take(Ascii.bar) {
            cursor.skipBlanks()
            event.note = cursor.rest
        } else {
            expectEnd(cursor)
        }
        return event
    }

    private mutating func takeDay(_ cursor: inout Cursor) -> Day? {
        let start = cursor.position
        do throws(PeriodProblem) {
            return try cursor.takeDay()
        } catch {
            cursor.position = start
            report(.header(.day(cursor.likelyDay(else: error)), span(cursor.takeWord())))
            return nil
        }
    }
}
