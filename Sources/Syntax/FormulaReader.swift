import Numerics
import SourceText

/// What can be wrong with a formula.
enum FormulaProblem: Error {
    case operandExpected(ByteRange)
    case bracketNotClosed(ByteRange)
    case trailing(ByteRange)
    case number(NumberProblem, ByteRange)
    case filter(ByteRange)
    case frequency(ByteRange)
    case argumentCount(Function, ByteRange)
    case notARegister(Function, ByteRange)
    case noItems(Function, ByteRange)
    case tooDeep(ByteRange)
    case tooLong(ByteRange)
}

/// Recursive descent: comparison, then sums, then products, then operands.
struct FormulaReader {
    var cursor: Cursor
    private var depth = 0
    private var operandCount = 0
    /// Deep enough for any formula a person writes, shallow enough for the stack of a reading thread.
    private static let deepest = 200
    /// A long sum is a deep tree too.
    private static let mostOperands = 1000

    init(cursor: Cursor) { self.cursor = cursor }

    /// A whole formula, up to the end of the line or a note.
    mutating func readFormula() throws(FormulaProblem) -> Formula {
        cursor.skipBlanks()
        let start = cursor.position
        let left = try readSum()
        var formula = Formula(left: left, range: left.range)
        cursor.skipBlanks()
        if let comparison = takeComparison() {
            formula.comparison = comparison
            formula.right = try readSum()
        }
        cursor.skipBlanks()
        formula.range = cursor.range(from: start)
        if let right = formula.right { formula.range = left.range.union(right.range) }
        if cursor.take(Keyword.where) { formula.filters = try readFilters() }
        cursor.skipBlanks()
        _ = cursor.take(Ascii.comma)
        cursor.skipBlanks()
        if let each = try readEach() { formula.each = each }
        cursor.skipBlanks()
        guard cursor.isAtEnd || cursor.next.meaning == Ascii.bar else { throw .trailing(cursor.rest) }
        return formula
    }

    private mutating func readSum() throws(FormulaProblem) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest else { throw .tooDeep(cursor.rest) }
        var sum = try readProduct()
        while true {
            cursor.skipBlanks()
            if cursor.take(Ascii.plus) {
                sum = .binary(.add, sum, try readProduct())
            } else if cursor.take(Ascii.minus) {
                sum = .binary(.subtract, sum, try readProduct())
            } else {
                return sum
            }
        }
    }

    private mutating func readProduct() throws(FormulaProblem) -> Expression {
        var product = try readOperand()
        while true {
            cursor.skipBlanks()
            if cursor.take(Ascii.star) || cursor.take("×") {
                product = .binary(.multiply, product, try readOperand())
            } else if cursor.take(Ascii.slash) || cursor.take("÷") {
                product = .binary(.divide, product, try readOperand())
            } else {
                return product
            }
        }
    }

    private mutating func readOperand() throws(FormulaProblem) -> Expression {
        cursor.skipBlanks()
        operandCount += 1
        guard operandCount <= Self.mostOperands else { throw .tooLong(cursor.rest) }
        let start = cursor.position
        if cursor.isAtDigit { return try readNumber() }
        if cursor.take(Ascii.plus) { return try readNested() }
        if cursor.take(Ascii.minus) {
            let inner = try readNested()
            return .negation(inner, range: cursor.range(from: start))
        }
        if cursor.take(Ascii.leftBracket) {
            let inner = try readSum()
            try closeBracket(from: start)
            return inner
        }
        for function in Function.allCases {
            if let call = try readCall(function, from: start) { return call }
            cursor.position = start
        }
        guard let name = takeName() else { throw .operandExpected(cursor.range(from: start)) }
        return .name(name)
    }

    private mutating func readNested() throws(FormulaProblem) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest else { throw .tooDeep(cursor.rest) }
        return try readOperand()
    }

    private mutating func readNumber() throws(FormulaProblem) -> Expression {
        let start = cursor.position
        let number: WrittenNumber
        do {
            number = try cursor.takeNumber()
        } catch {
            throw .number(error, cursor.range(from: start))
        }
        let afterNumber = cursor.position
        cursor.skipBlanks()
        let range = takeMeasure()
        guard !range.isEmpty else {
            cursor.position = afterNumber
            return .number(number, measure: nil)
        }
        cursor.accept(.measure, range)
        return .number(number, measure: Name(measureText(cursor.text(range)), range))
    }

    /// A measure ends at any operator but `/`, which may stand inside it.
    private mutating func takeMeasure() -> ByteRange {
        let start = cursor.position
        var ahead = cursor
        let isKeyword = ahead.take(Keyword.where) || ahead.take(Keyword.each) || ahead.takeEachChinese() != nil
        if isKeyword || cursor.next.meaning == Ascii.slash { return cursor.range(from: start) }
        while !cursor.isAtEnd, !cursor.isAtBlank {
            if startsSign(cursor) { break }
            let meaning = cursor.next.meaning
            if meaning != Ascii.slash, Self.endsName(meaning) || meaning == Ascii.minus { break }
            cursor.skip()
        }
        return cursor.range(from: start)
    }

    private mutating func readCall(_ function: Function, from start: Int) throws(FormulaProblem) -> Expression? {
        guard cursor.take(function.keyword), cursor.take(Ascii.leftBracket) else { return nil }
        var arguments = [try readSum()]
        while true {
            cursor.skipBlanks()
            guard cursor.take(Ascii.comma) else { break }
            arguments.append(try readSum())
        }
        var filters: [Filter] = []
        if cursor.take(Keyword.where) { filters = try readFilters() }
        try closeBracket(from: start)
        let range = cursor.range(from: start)
        guard arguments.count == 1 || function.acceptsSeveral else { throw .argumentCount(function, range) }
        if function.readsRegister {
            guard case .name = arguments[0] else { throw .notARegister(function, range) }
        } else if !filters.isEmpty {
            throw .noItems(function, range)
        }
        return .call(function, arguments, where: filters, range: range)
    }

    private mutating func closeBracket(from start: Int) throws(FormulaProblem) {
        cursor.skipBlanks()
        guard cursor.take(Ascii.rightBracket) else { throw .bracketNotClosed(cursor.range(from: start)) }
    }

    private mutating func readFilters() throws(FormulaProblem) -> [Filter] {
        var filters: [Filter] = []
        repeat {
            cursor.skipBlanks()
            let start = cursor.position
            var ahead = cursor
            if !filters.isEmpty, ahead.take(Keyword.each) || ahead.takeEachChinese() != nil { return filters }
            guard let field = takeName() else { throw .filter(cursor.rest) }
            cursor.acceptKey(field)
            cursor.skipBlanks()
            let isNegated = cursor.take(Ascii.exclamation)
            guard cursor.take(Ascii.equals) else { throw .filter(cursor.range(from: start)) }
            cursor.skipBlanks()
            guard let value = takeName() else { throw .filter(cursor.range(from: start)) }
            filters.append(Filter(field: field, value: value, isNegated: isNegated))
            cursor.skipBlanks()
        } while cursor.take(Ascii.comma)
        return filters
    }

    private mutating func readEach() throws(FormulaProblem) -> Frequency? {
        let start = cursor.position
        if let frequency = cursor.takeEachChinese() {
            cursor.accept(.keyword, from: start, .each(frequency))
            return frequency
        }
        guard cursor.take(Keyword.each) else { return nil }
        cursor.skipBlanks()
        let frequency: Frequency? = cursor.takeFirst([(.month, .monthly), (.quarter, .quarterly), (.year, .yearly)])
        guard let frequency else { throw .frequency(cursor.range(from: start).union(cursor.rest)) }
        cursor.accept(.keyword, from: start, .each(frequency))
        return frequency
    }

    private mutating func takeComparison() -> Comparison? {
        if cursor.take(Folded.atLeast) { return .atLeast }
        if cursor.take(Folded.atMost) { return .atMost }
        if cursor.take(Ascii.greater) { return cursor.take(Ascii.equals) ? .atLeast : .greater }
        if cursor.take(Ascii.less) { return cursor.take(Ascii.equals) ? .atMost : .less }
        if cursor.take(Ascii.exclamation) {
            guard cursor.take(Ascii.equals) else { return nil }
            return .notEqual
        }
        if cursor.take(Ascii.equals) {
            _ = cursor.take(Ascii.equals)
            return .equal
        }
        return nil
    }

    /// A name in a formula ends at any operator but `-`, and at `-` after a blank; a bracket directly behind it belongs to it.
    private mutating func takeName() -> Name? {
        if cursor.next.meaning == Ascii.quote { return cursor.takeName(.plain).map { takeState(after: $0) } }
        let start = cursor.position
        var isAfterDot = false
        while !cursor.isAtEnd {
            let folded = cursor.next
            if isAfterDot, folded.meaning == Ascii.quote { break }
            isAfterDot = folded.meaning == Ascii.dot
            if Ascii.isBlank(folded.meaning), folded.length > 1 || folded.meaning == Ascii.tab || blankEndsName { break }
            if folded.meaning == Ascii.leftBracket, cursor.position > start {
                guard skipBracketed() else { break }
                continue
            }
            if Self.endsName(folded.meaning) { break }
            cursor.skip()
        }
        guard cursor.position > start else { return nil }
        let range = cursor.range(from: start)
        cursor.accept(.name, range)
        let name = Name(cursor.text(range), range)
        guard isAfterDot, !cursor.isAtEnd, cursor.next.meaning == Ascii.quote, let state = cursor.takeName(.plain) else { return name }
        let whole = range.union(state.range)
        // One name: nothing may come between its parts.
        cursor.accept(.name, whole)
        return Name(name.text + state.text, whole)
    }

    /// `"重点 项目".开工`
    private mutating func takeState(after register: Name) -> Name {
        guard !cursor.isAtEnd, cursor.next.meaning == Ascii.dot else { return register }
        let dot = cursor.position
        cursor.skip()
        guard let state = takeName() else {
            cursor.position = dot
            return register
        }
        return Name(register.text + "." + state.text, register.range.union(state.range))
    }

    private static func endsName(_ meaning: UInt8) -> Bool {
        "+*/()=<>,|!".utf8.contains(meaning) || meaning == Folded.atLeast || meaning == Folded.atMost
    }

    private var blankEndsName: Bool {
        var ahead = cursor
        ahead.skip()
        if ahead.isAtEnd || ahead.isAtBlank { return true }
        let meaning = ahead.next.meaning
        if Self.endsName(meaning) || meaning == Ascii.minus || startsSign(ahead) { return true }
        if ahead.takeEachChinese() != nil { return true }
        return ahead.take(Keyword.where) || ahead.take(Keyword.each)
    }

    /// `×` or `÷`, which are letters inside a name.
    private func startsSign(_ cursor: Cursor) -> Bool {
        var ahead = cursor
        return ahead.take("×") || ahead.take("÷")
    }

    private mutating func skipBracketed() -> Bool {
        var ahead = cursor
        while !ahead.isAtEnd, ahead.next.meaning != Ascii.rightBracket { ahead.skip() }
        guard ahead.take(Ascii.rightBracket) else { return false }
        cursor = ahead
        return true
    }
}

extension Cursor {
    /// 每月, 每季, 每年, written in one.
    fileprivate mutating func takeEachChinese() -> Frequency? {
        if take("每月") { return .monthly }
        if take("每季度") || take("每季") { return .quarterly }
        if take("每年") { return .yearly }
        return nil
    }
}
