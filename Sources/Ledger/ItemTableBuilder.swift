import Diagnostics
import Numerics
import SourceText
import Syntax

/// Makes columns of the items of a ledger, and reports what their registers do not allow. Linear in their lines.
struct ItemTableBuilder {
    let units: UnitTree
    let registers: RegisterTable
    var diagnostics: [Diagnostic] = []
    private var table = ItemTable()
    private var unitByName = NameMap<UnitTree.Reference>()
    private var valueNumbers = NameMap<UInt32>()
    /// By key, the last item that said something under it, and where.
    private var lastSaid: [(item: Int, range: ByteRange)] = []
    /// What a key is to a register, where it was asked.
    private var roles = KeyTable<RegisterKey, FieldRole>()
    /// Names that mean nothing, and units of which there are several; each is told once for a file.
    private var unmatched: [UnmatchedName: (span: SourceSpan, lines: Int)] = [:]
    private var unitSuggestions: Suggestions
    private var registerSuggestions: Suggestions
    /// Of the register whose items are gone through.
    private var fieldSuggestions = Suggestions { [] }

    private struct UnmatchedName: Hashable {
        var file: FileID
        var kind: Kind
        var name: String

        enum Kind { case unit, ambiguousUnit, register }
    }

    private enum FieldRole { case unknown, optional, required }

    private struct RegisterKey: TableKey {
        var register: RegisterID
        var key: UInt32

        var words: (UInt64, UInt64) { (UInt64(register.rawValue) << 32 | UInt64(key), 0) }
    }

    init(units: UnitTree, registers: RegisterTable) {
        self.units = units
        self.registers = registers
        unitSuggestions = Suggestions { Array(units.names) }
        registerSuggestions = Suggestions { Array(registers.names) }
    }

    mutating func build(_ declarations: [(ItemDeclaration, FileID)]) -> ItemTable {
        var rows: [[Int]] = Array(repeating: [], count: registers.count)
        for (index, (item, file)) in declarations.enumerated() {
            if let id = registers.find(item.register.text) {
                rows[id.index].append(index)
            } else {
                note(item.register, .register, file)
            }
        }
        for id in registers.ids {
            fieldSuggestions = registers[id].fieldSuggestions
            var first = NameMap<Int>()
            first.reserveCapacity(rows[id.index].count)
            for row in rows[id.index] {
                let (item, file) = declarations[row]
                if let earlier = first[item.id.text] {
                    let (before, place) = declarations[earlier]
                    diagnostics.append(
                        .itemTwice(
                            item, SourceSpan(file: file, range: item.id.range), first: SourceSpan(file: place, range: before.id.range)))
                } else {
                    first.set(item.id.text, row)
                    add(item, id, file)
                }
            }
            table.registerStart.append(UInt32(table.count))
        }
        // In their order, as only the first get suggestions.
        for (key, use) in unmatched.sorted(by: { SourceSpan.precedes($0.value.span, $1.value.span) }) {
            report(key, use.span, use.lines)
        }
        return table
    }

    private mutating func add(_ item: ItemDeclaration, _ id: RegisterID, _ file: FileID) {
        table.register.append(id)
        table.names.append(item.id.text)
        table.titles.append(item.title?.text ?? "")
        table.file.append(file)
        table.range.append(item.id.range)
        table.due.append(item.due?.rawValue ?? ItemTable.noDay)
        table.dueRange.append(item.dueRange ?? item.id.range)
        let unit = item.unit.flatMap { find(unit: $0, file) }
        table.unit.append(unit?.rawValue ?? ItemTable.noUnit)
        addFields(item, id, file)
        addEvents(item, registers[id], unit, file)
    }

    private mutating func addFields(_ item: ItemDeclaration, _ register: RegisterID, _ file: FileID) {
        var requiredCount = 0
        for field in item.fields {
            let key = Unit.canonicalKey(field.key.text)
            let number = Self.number(of: key, &table.keyNumbers, &table.keys)
            if lastSaid.count <= number { lastSaid.append((-1, field.key.range)) }
            let (last, first) = lastSaid[Int(number)]
            let span = SourceSpan(file: file, range: field.key.range)
            if last == table.count {
                diagnostics.append(.fieldTwice(key, item, span, first: SourceSpan(file: file, range: first)))
                continue
            }
            lastSaid[Int(number)] = (table.count, field.key.range)
            switch role(of: key, number, register) {
            case .unknown:
                let near = fieldSuggestions.near(field.key.text)
                diagnostics.append(.unknownField(field.key.text, of: registers[register], span, near: near))
            case .optional: break
            case .required: requiredCount += 1
            }
            table.fieldKey.append(number)
            table.fieldValue.append(Self.number(of: field.value.text, &valueNumbers, &table.values))
        }
        table.fieldStart.append(UInt32(table.fieldKey.count))
        if requiredCount < registers[register].requiredFieldCount { reportLacking(item, registers[register], file) }
    }

    private mutating func role(of key: String, _ number: UInt32, _ register: RegisterID) -> FieldRole {
        let place = RegisterKey(register: register, key: number)
        if let known = roles[place] { return known }
        let role: FieldRole =
            registers[register].requires(key) ? .required : registers[register].hasField(key) ? .optional : .unknown
        roles.set(place, role)
        return role
    }

    private mutating func reportLacking(_ item: ItemDeclaration, _ register: Register, _ file: FileID) {
        let lacking = register.fields.filter { field in
            !field.isOptional && (table.keyNumbers[field.name].map { lastSaid[Int($0)].item != table.count } ?? true)
        }
        if lacking.isEmpty { return }
        diagnostics.append(.fieldMissing(lacking.map(\.name), of: register, item, SourceSpan(file: file, range: item.id.range)))
    }

    private static func number(of text: String, _ known: inout NameMap<UInt32>, _ all: inout [String]) -> UInt32 {
        if let number = known[text] { return number }
        let number = UInt32(all.count)
        known.set(text, number)
        all.append(text)
        return number
    }
}

extension ItemTableBuilder {
    private mutating func addEvents(_ item: ItemDeclaration, _ register: Register, _ unit: UnitID?, _ file: FileID) {
        var walk = ItemWalk(item: item, register: register, units: units, unit: unit, file: file)
        for event in item.events {
            var moved: UnitID?
            if let name = event.movedTo {
                guard let found = find(unit: name, file) else { continue }
                moved = found
            }
            guard walk.take(event, movedTo: moved) else { continue }
            table.eventDay.append(event.day.rawValue)
            table.eventState.append(moved == nil ? walk.state?.rawValue ?? ItemTable.noState : ItemTable.noState)
            table.eventUnit.append(moved?.rawValue ?? ItemTable.noUnit)
            table.eventRange.append(event.range)
            table.eventNote.append(event.note ?? ByteRange(0, 0))
        }
        table.eventStart.append(UInt32(table.eventDay.count))
        diagnostics += walk.finish()
    }

    /// Nil, and noted, where no unit or several are called so.
    private mutating func find(unit name: Name, _ file: FileID) -> UnitID? {
        let known = unitByName[name.text]
        let reference = known ?? units.find(name.text)
        if known == nil { unitByName.set(name.text, reference) }
        switch reference {
        case .unit(let id): return id
        case .ambiguous: note(name, .ambiguousUnit, file)
        case .unknown:
            if !units.isInformal { note(name, .unit, file) }
        }
        return nil
    }

    private mutating func note(_ name: Name, _ kind: UnmatchedName.Kind, _ file: FileID) {
        let key = UnmatchedName(file: file, kind: kind, name: name.text)
        let span = SourceSpan(file: file, range: name.range)
        let known = unmatched[key]
        // Items are gone through register by register, not in the order of the file.
        let first = known.map { SourceSpan.precedes(span, $0.span) ? span : $0.span } ?? span
        unmatched[key] = (first, (known?.lines ?? 0) + 1)
    }

    private mutating func report(_ key: UnmatchedName, _ span: SourceSpan, _ lines: Int) {
        let further = lines - 1
        switch key.kind {
        case .unit:
            diagnostics.append(.undeclared(key.name, .unit, span, near: unitSuggestions.near(key.name), furtherLines: further))
        case .register:
            diagnostics.append(.undeclared(key.name, .register, span, near: registerSuggestions.near(key.name), furtherLines: further))
        case .ambiguousUnit:
            guard case .ambiguous(let candidates) = units.find(key.name) else { return }
            diagnostics.append(
                .ambiguousName(key.name, span, candidates: candidates.map { units.path(of: $0) }, furtherLines: further))
        }
    }
}
