import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally

/// Which items are asked for, with every name looked up.
struct ItemsQuestion {
    /// Those in which every state and field that was named is known.
    var registers: [RegisterID]
    /// At the end of which they stand as shown.
    var today: Day
    /// Nil for no groups.
    var grouping: Grouping?
    var states: [String]
    var conditions: [FieldCondition]
    var units: [UnitID]
    var onlyLate: Bool
    /// Whether those in a final state are meant too.
    var withDone: Bool

    enum Grouping: Equatable {
        case unit
        case state
        case field(String)
    }

    init(_ arguments: ParsedArguments, _ ledger: Ledger, today: Day) throws(UsageError) {
        self.today = today
        registers = try ledger.registers(asked: arguments.argument(0))
        states = arguments.strings("state")
        conditions = try arguments.strings("where").map(FieldCondition.init)
        units = []
        for text in arguments.strings("unit") { units.append(try ledger.unit(asked: text)) }
        onlyLate = arguments.has("late")
        withDone = arguments.has("all") || !states.isEmpty
        try keepRegistersWithStates(ledger)
        for condition in conditions { try keepRegisters(ledger, withField: condition.field) }
        guard let by = arguments.string("by") else { return }
        grouping =
            switch by {
            case "unit", "单位": .unit
            case "state", "状态": .state
            default: .field(Unit.canonicalKey(by))
            }
        if arguments.has("summary"), grouping == .state { throw .statesAcross }
        if case .field(let field) = grouping, !registers.contains(where: { ledger.fieldNames(of: $0).contains(field) }) {
            throw .unknownField(field, registers, ledger, others: [Localized(en: "unit", zh: "单位"), Localized(en: "state", zh: "状态")])
        }
    }

    private mutating func keepRegistersWithStates(_ ledger: Ledger) throws(UsageError) {
        if states.isEmpty { return }
        for state in states where !registers.contains(where: { ledger.registers[$0].find(state) != nil }) {
            throw .unknownState(state, registers, ledger)
        }
        registers.removeAll { id in states.allSatisfy { ledger.registers[id].find($0) == nil } }
    }

    private mutating func keepRegisters(_ ledger: Ledger, withField field: String) throws(UsageError) {
        let having = registers.filter { ledger.fieldNames(of: $0).contains(field) }
        if having.isEmpty { throw .unknownField(field, registers, ledger, others: []) }
        registers = having
    }

    /// Items of the register that are asked for, whatever their state, in file order.
    func standings(_ id: RegisterID, _ tally: Tally) -> [ItemStanding] {
        let (register, items, book) = (tally.ledger.registers[id], tally.ledger.items, tally.registers)
        return items.items(of: id).compactMap { item in
            guard let standing = book.standing(of: item, register, on: today) else { return nil }
            let isMeant = units.isEmpty || units.contains { book.lies(standing.stay.unit, in: $0) }
            guard isMeant else { return nil }
            if conditions.isEmpty { return standing }
            let fields = items.fields(of: item)
            return conditions.allSatisfy { $0.holds(fields) } ? standing : nil
        }
    }
}

extension Ledger {
    /// The register of this name; all where none was named.
    fileprivate func registers(asked text: String?) throws(UsageError) -> [RegisterID] {
        guard let text else { return Array(registers.ids) }
        if let id = registers.find(text) { return [id] }
        let matching = registers.ids.filter { registers[$0].nameEn == text || registers[$0].nameZh == text }
        guard matching.isEmpty else { return matching }
        let near = nearest(
            text, in: registers.ids.flatMap { [registers[$0].name, registers[$0].nameEn, registers[$0].nameZh] }.compactMap { $0 })
        throw UsageError(
            message: Localized(en: "no register is called \(text)", zh: spaced("没有名为\(text)的台账")),
            help: [.didYouMean(near) ?? Localized(en: "all of them: taizhang list registers", zh: "全部台账：taizhang list registers")])
    }

    /// The fields that a register asks for, and those that its items have beside them.
    func fieldNames(of id: RegisterID) -> [String] {
        var names = registers[id].fields.map(\.name)
        var known = Set(names)
        for item in items.items(of: id) {
            for field in items.fields(of: item) where known.insert(field.key).inserted { names.append(field.key) }
        }
        return names
    }
}

extension UsageError {
    fileprivate static func unknownState(_ state: String, _ registers: [RegisterID], _ ledger: Ledger) -> UsageError {
        unknown(
            state, Localized(en: "state", zh: "状态"), among: registers.flatMap { ledger.registers[$0].states.map(Localized.init(verbatim:)) }
        )
    }

    fileprivate static func unknownField(
        _ field: String, _ registers: [RegisterID], _ ledger: Ledger, others: [Localized]
    ) -> UsageError {
        unknown(field, Localized(en: "field", zh: "字段"), among: registers.flatMap { ledger.fieldNames(of: $0).map(Unit.keyName) } + others)
    }

    private static func unknown(_ name: String, _ noun: Localized, among: [Localized]) -> UsageError {
        var names: [Localized] = []
        for candidate in among where !names.contains(candidate) { names.append(candidate) }
        let (english, chinese) = (names.map(\.en), names.map(\.zh))
        let list = Localized(en: "it is one of: \(english.joined(separator: ", "))", zh: "可取：\(chinese.joined(separator: "、"))")
        return UsageError(
            message: Localized(en: "no item has a \(noun.en) \(name)", zh: spaced("没有事项有\(noun.zh)\(name)")),
            help: [.didYouMean(oneOf: nearest(name, in: names)), names.isEmpty ? nil : list].compactMap { $0 })
    }

    fileprivate static var statesAcross: UsageError {
        UsageError(
            message: Localized(en: "--summary has the states across; --by takes a field or unit", zh: "--summary 的各列就是状态；--by 请用字段或 unit"))
    }
}
