import Ledger
import Numerics
import SourceText
import Syntax

/// Finds out what the names in a file stand for.
struct MentionReader {
    let ledger: Ledger
    let file: FileID
    private(set) var mentions: [Mention] = []

    init(_ ledger: Ledger, _ file: FileID) {
        self.ledger = ledger
        self.file = file
    }

    private var buffer: SourceBuffer { ledger.sources[file].buffer }

    /// The names of a header of figures or targets.
    mutating func read(_ header: HeaderLine) {
        for unit in [header.issuer, header.unit] { if let unit { addUnit(unit) } }
    }

    /// The names of a body line of figures or targets.
    mutating func read(_ line: BodyLine) {
        addIndicator(line.name)
        if let measure = line.measure { addMeasure(measure) }
        for claim in line.claims { if let whole = claim.of { addIndicator(whole) } }
    }

    /// The names of a declaration.
    mutating func read(_ declaration: Declaration) {
        switch declaration {
        case .include: break
        case .unit(let unit): read(unit)
        case .indicator(let indicator): read(indicator)
        case .measure(let measure):
            addMeasure(measure.name, isDeclaration: true)
            if let other = measure.equals?.measure { addMeasure(other) }
        case .phase(let phase): addIndicator(phase.indicator)
        case .decomposition(let names): for name in names { addIndicator(name) }
        case .rule(let rule): read(rule.formula)
        case .assertion(let assertion):
            addUnit(assertion.unit)
            read(assertion.formula)
        case .register(let register): read(register)
        case .item(let item): read(item)
        }
    }

    private mutating func read(_ unit: UnitDeclaration) {
        let place = SourceSpan(file: file, range: unit.path.range)
        let path = unit.under.map { "\($0.text):\(unit.path.text)" } ?? unit.path.text
        addUnit(unit.path, declared: unit.isImplied ? nil : ledger.unit(declaredAt: place, path: path))
        for alias in unit.aliases { addUnit(alias) }
        if let successor = unit.succeededBy { addUnit(successor) }
    }

    private mutating func read(_ indicator: IndicatorDeclaration) {
        addIndicator(indicator.name, isDeclaration: true)
        for alias in indicator.aliases { addIndicator(alias) }
        // A group's fields are read again with each of its lines; a place counts once.
        if let measure = indicator.measure { addMeasure(measure) }
        for part in indicator.parts.joined() { addIndicator(part) }
        for part in indicator.includes { addIndicator(part) }
        if let formula = indicator.formula { read(formula) }
        for expectation in indicator.expected {
            for case .unit(let unit) in expectation.from { addUnit(unit) }
        }
    }

    private mutating func read(_ formula: Formula) {
        for side in formula.sides { read(side) }
    }

    private mutating func read(_ expression: Expression) {
        switch expression {
        case .number(_, let measure): if let measure { addMeasure(measure) }
        case .name(let name): addIndicator(name)
        case .call(let function, let arguments, _, _):
            for argument in arguments {
                if function.readsRegister, case .name(let name) = argument { addRegisterState(name) } else { read(argument) }
            }
        case .negation(let inner, _): read(inner)
        case .binary(_, let left, let right):
            read(left)
            read(right)
        }
    }

    private mutating func read(_ register: RegisterDeclaration) {
        add(.register, register.name, .register(register.name.text), isDeclaration: true)
        for state in register.states {
            add(.state, state, .state(register: register.name.text, state.text), isDeclaration: true)
        }
        for due in register.dues {
            for state in [due.from, due.to] {
                if let state { add(.state, state, .state(register: register.name.text, state.text)) }
            }
        }
    }

    private mutating func read(_ item: ItemDeclaration) {
        let register = item.register.text
        add(.register, item.register, ledger.hasRegister(register) ? .register(register) : nil)
        add(.item, item.id, .item(register: register, item.id.text), isDeclaration: true)
        if let unit = item.unit { addUnit(unit) }
        for event in item.events {
            if let state = event.state { add(.state, state, .state(register: register, state.text)) }
            if let unit = event.movedTo { addUnit(unit) }
        }
    }

    /// `难题.办结`: a register and a state of it, each with quotes of its own or both in one pair.
    private mutating func addRegisterState(_ name: Name) {
        let (register, state) = ledger.registers.parts(of: name.text)
        let place = place(of: register, from: name.range.lowerBound)
        let known: Symbol? = ledger.hasRegister(register) ? .register(register) : nil
        mentions.append(Mention(kind: .register, symbol: known, text: register, range: place.range, isQuoted: place.isQuoted))
        guard let state else { return }
        var dot = place.range.upperBound
        dot += quoteLength(at: dot)
        dot += buffer.bytes[dot...].starts(with: "．".utf8) ? "．".utf8.count : 1
        let behind = self.place(of: state, from: dot)
        // Of `"难题.办".结` no part is a state by itself.
        guard behind.range.upperBound <= name.range.upperBound, buffer.text(behind.range) == state else { return }
        mentions.append(
            Mention(
                kind: .state, symbol: .state(register: register, state), text: state, range: behind.range, isQuoted: behind.isQuoted))
    }

    /// Where a text stands that starts here, or behind a quote here.
    private func place(of text: String, from start: Int) -> (range: ByteRange, isQuoted: Bool) {
        let quote = quoteLength(at: start)
        return (ByteRange(start + quote, start + quote + text.utf8.count), quote > 0)
    }

    /// How many bytes a quote here takes, in either width; 0 where there is none.
    private func quoteLength(at offset: Int) -> Int {
        guard offset < buffer.count else { return 0 }
        if buffer.bytes[offset] == UInt8(ascii: "\"") { return 1 }
        return buffer.bytes[offset...].starts(with: "＂".utf8) ? "＂".utf8.count : 0
    }

    private mutating func addIndicator(_ name: Name, isDeclaration: Bool = false) {
        add(.indicator, name, ledger.indicators.find(name.text).map { .indicator($0) }, isDeclaration: isDeclaration)
    }

    private mutating func addMeasure(_ name: Name, isDeclaration: Bool = false) {
        add(.measure, name, ledger.measures.find(name.text).map { .measure($0) }, isDeclaration: isDeclaration)
    }

    private mutating func add(_ kind: Mention.Kind, _ name: Name, _ symbol: Symbol?, isDeclaration: Bool = false) {
        let (range, isQuoted) = inner(name)
        if range.isEmpty { return }
        mentions.append(
            Mention(
                kind: kind, symbol: symbol, text: name.text, range: range, isQuoted: isQuoted, isDeclaration: isDeclaration))
    }

    /// A path names a unit and those above it, each by a part of its own.
    private mutating func addUnit(_ name: Name, declared: UnitID? = nil) {
        var unit = declared
        if unit == nil, case .unit(let found) = ledger.units.find(name.text) { unit = found }
        let hasQuotes = name.range.count > name.text.utf8.count
        for part in parts(of: name.range).reversed() {
            let bare = hasQuotes ? withoutQuotes(part) : part
            mentions.append(
                Mention(
                    kind: .unit, symbol: unit.map { .unit($0) }, text: buffer.text(bare), range: bare,
                    isQuoted: bare.lowerBound > part.lowerBound,
                    isDeclaration: declared != nil && unit == declared))
            unit = unit.flatMap { ledger.units[$0].parent }
        }
    }

    /// Between `:` and `：`, without blanks at either end.
    private func parts(of range: ByteRange) -> [ByteRange] {
        var parts: [ByteRange] = []
        var start = range.lowerBound
        func close(_ end: Int) {
            var (low, high) = (start, end)
            while low < high, buffer.bytes[low] == 0x20 { low += 1 }
            while low < high, buffer.bytes[high - 1] == 0x20 { high -= 1 }
            if low < high { parts.append(ByteRange(low, high)) }
        }
        var at = start
        while at < range.upperBound {
            let isWide = buffer.bytes[at] == 0xEF && buffer.bytes[at + 1] == 0xBC && buffer.bytes[at + 2] == 0x9A
            let length = buffer.bytes[at] == UInt8(ascii: ":") ? 1 : isWide ? 3 : 0
            if length > 0 {
                close(at)
                start = at + length
            }
            at += max(1, length)
        }
        close(range.upperBound)
        return parts
    }

    /// A part of a path without the quotes around it, or around the whole path.
    private func withoutQuotes(_ part: ByteRange) -> ByteRange {
        let start = part.lowerBound + quoteLength(at: part.lowerBound)
        let closing = ["\"", "＂"].first { buffer.bytes[start..<max(start, part.upperBound)].reversed().starts(with: $0.utf8.reversed()) }
        return ByteRange(start, max(start, part.upperBound - (closing?.utf8.count ?? 0)))
    }

    /// Where the name stands without its quotes.
    private func inner(_ name: Name) -> (ByteRange, isQuoted: Bool) {
        let place = place(of: name.text, from: name.range.lowerBound)
        guard name.range.count > 0, place.isQuoted else { return (name.range, false) }
        return (ByteRange(place.range.lowerBound, min(name.range.upperBound, place.range.upperBound)), true)
    }
}

extension Ledger {
    /// The unit that a declaration is of.
    func unit(declaredAt place: SourceSpan, path: String) -> UnitID? {
        guard case .unit(let id) = units.find(path) else {
            return units.ids.first { units[$0].declaredAt == place }
        }
        return id
    }

    /// Whether a register of that name is declared.
    func hasRegister(_ name: String) -> Bool { registers.find(name) != nil }
}
