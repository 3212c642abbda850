import Diagnostics
import Ledger
import SourceText
import Syntax

/// `textDocument/prepareRename`: which name would be changed.
let prepareRenameRequest = RequestHandler("textDocument/prepareRename") { request throws(ProtocolError) in
    let subject = try request.subject()
    guard let mention = subject.snapshot.mention(at: try request.offset(in: subject), in: subject.file), mention.mayBeRenamed else {
        return .null
    }
    return .object([("range", subject.snapshot.json(mention.range, in: subject.file)), ("placeholder", .string(mention.text))])
}

/// `textDocument/rename`: gives something another name everywhere. Where it has several, those that are spelled as the one asked about.
let renameRequest = RequestHandler("textDocument/rename") { request throws(ProtocolError) in
    let subject = try request.subject()
    let snapshot = subject.snapshot
    guard let name = request.parameters["newName"].text else { throw ProtocolError(.invalidParameters, "no new name") }
    guard let mention = snapshot.mention(at: try request.offset(in: subject), in: subject.file), mention.mayBeRenamed,
        let symbol = mention.symbol
    else { throw ProtocolError(.requestFailed, "nothing here has a name that can be changed") }
    try snapshot.allow(name, for: mention)
    let places = snapshot.references(to: symbol).filter { $0.mention.text == mention.text }
    let edits = places.map { file, place in
        let buffer = snapshot.ledger.sources[file].buffer
        let written = place.written(name)
        let range = place.isQuoted && place.isWhole(in: buffer) ? place.outerRange(in: buffer) : place.range
        return SourceEdit(SourceSpan(file: file, range: range), place.isQuoted && !place.isWhole(in: buffer) ? name : written)
    }
    return snapshot.workspaceEdit(edits, request.settings)
}

extension Mention {
    /// Measures are the language's own more often than not; states are named by formulas that cannot all be seen.
    fileprivate var mayBeRenamed: Bool {
        switch symbol {
        case .unit, .indicator, .register, .item: true
        case .measure, .state, nil: false
        }
    }

    /// The new name as a line may hold it in this one's place.
    fileprivate func written(_ name: String) -> String {
        switch kind {
        case .unit, .indicator: nameAsWritten(name)
        case .register: registerAsWritten(name)
        case .item: itemAsWritten(name)
        case .state, .measure: name
        }
    }

    /// Whether quotes stand directly around it; a path as a whole may be quoted.
    fileprivate func isWhole(in buffer: SourceBuffer) -> Bool {
        guard isQuoted else { return false }
        return range.upperBound < buffer.count && buffer.bytes[range.upperBound] == UInt8(ascii: "\"")
    }
}

extension Snapshot {
    /// Refuses a name that is none, or that something else has already.
    fileprivate func allow(_ name: String, for mention: Mention) throws(ProtocolError) {
        let isBlank = name.allSatisfy { $0 == " " || $0 == "\u{3000}" }
        let holdsBreak = name.contains { $0.isNewline || $0 == "\t" || $0 == "\"" || $0 == "＂" }
        let holdsSeparator =
            switch mention.kind {
            case .unit: name.contains { $0 == ":" || $0 == "：" }
            case .register: name.unicodeScalars.contains { RegisterTable.dots.contains($0) }
            case .indicator, .item, .measure, .state: false
            }
        let isEdged = name.first == " " || name.last == " "
        if isBlank || holdsBreak || holdsSeparator || isEdged {
            throw ProtocolError(.invalidParameters, language == .chinese ? "这不能作名称" : "this cannot be a name")
        }
        let isTaken =
            switch mention.kind {
            case .indicator: ledger.indicators.find(name).map { Symbol.indicator($0) != mention.symbol } ?? false
            case .unit: mention.symbol.map { isOther(named: name, than: $0) } ?? false
            case .register: ledger.registers.names.contains { $0 != mention.text && isRegister($0, readAs: name) }
            case .item: name != mention.text && mention.symbol.map { isItem(named: name, beside: $0) } ?? false
            case .measure, .state: false
            }
        if isTaken { throw ProtocolError(.requestFailed, language == .chinese ? "已有同名者：\(name)" : "there is a \(name) already") }
    }

    /// Whether formulas that name a register would find one of the new name in its place: its own name, or what stands before a dot in it.
    private func isRegister(_ other: String, readAs name: String) -> Bool {
        other == name || RegisterTable.dots.contains { other.hasPrefix(name + String($0)) }
    }

    /// Whether the register of an item has one of that id already.
    private func isItem(named id: String, beside symbol: Symbol) -> Bool {
        guard case .item(let name, _) = symbol, let register = ledger.registers.find(name) else { return false }
        return ledger.items.find(id, in: register) != nil
    }

    /// Whether another unit has the name already: tails of paths that are unique now might not stay so.
    private func isOther(named name: String, than symbol: Symbol) -> Bool {
        switch ledger.units.find(name) {
        case .unit(let id): symbol != .unit(id)
        case .ambiguous: true
        case .unknown: false
        }
    }
}
