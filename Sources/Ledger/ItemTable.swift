import Numerics
import SourceText

/// The items of all registers as columns: register by register, in file order within one. Events of an item are in the order of its lines.
public struct ItemTable: Sendable {
    /// Items of register r are `registerStart[r]..<registerStart[r + 1]`.
    var registerStart: [UInt32] = [0]
    var register: [RegisterID] = []
    var names = TextColumn()
    var titles = TextColumn()
    /// `noUnit` where none is known.
    var unit: [UInt32] = []
    /// `noDay` where it has none.
    var due: [Int32] = []
    var dueRange: [ByteRange] = []
    var file: [FileID] = []
    /// Of the id.
    var range: [ByteRange] = []

    /// Fields of item i are `fieldStart[i]..<fieldStart[i + 1]`; keys and values are numbered once for all items.
    var fieldStart: [UInt32] = [0]
    var fieldKey: [UInt32] = []
    var fieldValue: [UInt32] = []
    var keys: [String] = []
    var keyNumbers = NameMap<UInt32>()
    var values: [String] = []

    /// Events of item i are `eventStart[i]..<eventStart[i + 1]`.
    var eventStart: [UInt32] = [0]
    var eventDay: [Int32] = []
    /// `noState` for a move.
    var eventState: [UInt8] = []
    /// `noUnit` for a state.
    var eventUnit: [UInt32] = []
    var eventRange: [ByteRange] = []
    /// Empty where there is none.
    var eventNote: [ByteRange] = []

    static let noUnit = UInt32.max
    static let noDay = Int32.max
    static let noState = UInt8.max

    init() {}

    /// How many there are.
    public var count: Int { register.count }

    /// All of them, register by register.
    public var ids: some RandomAccessCollection<ItemID> { (0..<count).lazy.map { ItemID($0) } }

    /// Those of one register, in file order.
    public func items(of id: RegisterID) -> some RandomAccessCollection<ItemID> { rows(of: id).lazy.map { ItemID($0) } }

    func rows(of id: RegisterID) -> Range<Int> { Int(registerStart[id.index])..<Int(registerStart[id.index + 1]) }

    /// The item of this id. Looks at one after another.
    public func find(_ name: String, in id: RegisterID) -> ItemID? {
        names.firstIndex(of: name, in: rows(of: id)).map { ItemID($0) }
    }
}

/// A dated line of an item: a state, or a move to another unit.
public struct ItemEvent: Sendable {
    /// The day that the line is dated.
    public var day: Day
    /// The state that it enters; nil for a move.
    public var state: StateID?
    /// The unit that it moves to; nil for a state.
    public var unit: UnitID?
    /// From the day to the state or the unit.
    public var span: SourceSpan
    /// What follows `|`; nil where nothing does.
    public var note: SourceSpan?
}

extension ItemTable {
    /// The register that it belongs to.
    public func register(of id: ItemID) -> RegisterID { register[id.index] }

    /// What tells it from the register's other items.
    public func name(of id: ItemID) -> String { names[id.index] }

    /// Nil where it has none.
    public func title(of id: ItemID) -> String? { titles.isEmpty(id.index) ? nil : titles[id.index] }

    /// The unit it starts in; nil where it names none that there is.
    public func unit(of id: ItemID) -> UnitID? { Self.unit(unit[id.index]) }

    static func unit(_ raw: UInt32) -> UnitID? { raw == noUnit ? nil : UnitID(Int(raw)) }

    /// The day by which it is due, where it has one of its own.
    public func due(of id: ItemID) -> Day? { due[id.index] == Self.noDay ? nil : Day(rawValue: due[id.index]) }

    /// The line of its own due day.
    public func dueSpan(of id: ItemID) -> SourceSpan? {
        due(of: id).map { _ in SourceSpan(file: file[id.index], range: dueRange[id.index]) }
    }

    /// Where its id stands.
    public func span(of id: ItemID) -> SourceSpan { SourceSpan(file: file[id.index], range: range[id.index]) }

    /// What it says of itself, in the order of its lines; `kind` and `code` in English.
    public func fields(of id: ItemID) -> [UnitField] {
        fieldRows(of: id).map { UnitField(key: keys[Int(fieldKey[$0])], value: values[Int(fieldValue[$0])]) }
    }

    private func fieldRows(of id: ItemID) -> Range<Int> { Int(fieldStart[id.index])..<Int(fieldStart[id.index + 1]) }

    /// The value of its first field of that key; nil where it has none.
    public func value(of id: ItemID, field: String) -> String? {
        valueNumber(of: id, key: keyNumber(of: field)).map { values[$0] }
    }

    /// The number under which a field is kept; nil where no item has it.
    public func keyNumber(of field: String) -> Int? { keyNumbers[Unit.canonicalKey(field)].map { Int($0) } }

    /// The number of the item's value of a field; items with the same value have the same.
    public func valueNumber(of id: ItemID, key: Int?) -> Int? {
        guard let key else { return nil }
        return fieldRows(of: id).first { Int(fieldKey[$0]) == key }.map { Int(fieldValue[$0]) }
    }

    /// All values of all fields, each once, by their numbers.
    public var fieldValues: [String] { values }

    /// Its dated lines, in their order. What could not be understood is not among them.
    public func events(of id: ItemID) -> some RandomAccessCollection<EventID> {
        (Int(eventStart[id.index])..<Int(eventStart[id.index + 1])).lazy.map { EventID($0) }
    }

    /// A line of the item.
    public func event(_ id: EventID, of item: ItemID) -> ItemEvent {
        let (index, file) = (id.index, file[item.index])
        let note = eventNote[index]
        return ItemEvent(
            day: Day(rawValue: eventDay[index]), state: eventState[index] == Self.noState ? nil : StateID(Int(eventState[index])),
            unit: Self.unit(eventUnit[index]), span: SourceSpan(file: file, range: eventRange[index]),
            note: note.isEmpty ? nil : SourceSpan(file: file, range: note))
    }
}
