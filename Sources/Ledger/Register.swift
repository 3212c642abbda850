import SourceText

/// A kind of case that is tracked one by one, with the states that its items go through.
public struct Register: Named, Sendable {
    /// What items and formulas call it.
    public var name: String
    /// `name-en`
    public var nameEn: String?
    /// `name-zh`
    public var nameZh: String?
    /// In the order in which they are first named.
    public let states: [String]
    /// What its items say of themselves; empty where they may say anything.
    public let fields: [RegisterField]
    /// One per `due` line whose states it has.
    public var dues: [Due]
    /// The name in its declaration.
    public var declaredAt: SourceSpan
    /// By state, the states that may follow it.
    private var following: [[StateID]]
    /// By name, whether an item may leave the field out.
    private var isOptional = NameMap<Bool>()
    /// How many fields no item may leave out.
    let requiredFieldCount: Int
    private var stateByName = NameMap<StateID>()

    /// `due 60 days -> 办结`
    public struct Due: Sendable {
        /// How many days it may take.
        public var days: Int
        /// The state from which the days count; nil for the item's first.
        public var from: StateID?
        /// The state to be reached by then.
        public var to: StateID
        /// The line.
        public var span: SourceSpan
    }

    /// `steps` name states by their index.
    init(
        name: String, states: [String], steps: [(from: Int, to: Int)], fields: [RegisterField] = [], dues: [Due] = [],
        declaredAt: SourceSpan
    ) {
        self.name = name
        self.states = states
        self.fields = fields
        requiredFieldCount = fields.count { !$0.isOptional }
        self.dues = dues
        self.declaredAt = declaredAt
        for field in fields { isOptional.set(field.name, field.isOptional) }
        for (index, state) in states.enumerated().reversed() { stateByName.set(state, StateID(index)) }
        following = Array(repeating: [], count: states.count)
        for step in steps { following[step.from].append(StateID(step.to)) }
        for index in following.indices { following[index].sort() }
    }

    /// All of them, in their order.
    public var stateIDs: some RandomAccessCollection<StateID> { (0..<states.count).lazy.map { StateID($0) } }

    /// The name of a state.
    public subscript(state: StateID) -> String { states[state.index] }

    /// The state of this name.
    public func find(_ state: String) -> StateID? { stateByName[state] }

    /// The states that may follow, in their order.
    public func states(after state: StateID) -> [StateID] { following[state.index] }

    /// Suggests its fields.
    var fieldSuggestions: Suggestions { Suggestions { [fields] in fields.map(\.name) } }

    /// Whether its items may say it; the key of a unit's field, `kind` for `类别`.
    public func hasField(_ key: String) -> Bool { fields.isEmpty || isOptional[key] != nil }

    /// Whether each of its items must say it.
    func requires(_ key: String) -> Bool { isOptional[key] == false }

    /// Whether an item may go from one state to the other.
    public func allows(_ from: StateID, _ to: StateID) -> Bool { following[from.index].contains(to) }

    /// Whether an item may begin in it: no state named before it leads there. A step back to it does not count.
    public func isStart(_ state: StateID) -> Bool { !following[..<state.index].contains { $0.contains(state) } }

    /// Whether an item is done with in it: it leads to no state named after it. That it may be reopened does not count.
    public func isFinal(_ state: StateID) -> Bool { !following[state.index].contains { $0 > state } }
}

/// A field that the items of a register have.
public struct RegisterField: Hashable, Sendable {
    /// As written; `kind` and `code` in English.
    public var name: String
    /// Whether an item may leave it out.
    public var isOptional: Bool
}

/// The registers of a ledger, in the order of declaration.
public struct RegisterTable: Sendable {
    /// By number.
    public private(set) var registers: [Register] = []
    private var byName = NameMap<RegisterID>()

    init() {}

    /// The register of an earlier one's name is not taken in.
    mutating func add(_ register: Register) {
        guard byName[register.name] == nil else { return }
        byName.set(register.name, RegisterID(registers.count))
        registers.append(register)
    }

    /// How many there are.
    public var count: Int { registers.count }

    /// All of them.
    public var ids: some RandomAccessCollection<RegisterID> { (0..<registers.count).lazy.map { RegisterID($0) } }

    /// The register of this number.
    public subscript(id: RegisterID) -> Register { registers[id.index] }

    /// The register of this name.
    public func find(_ name: String) -> RegisterID? { byName[name] }

    /// Every name, for suggestions.
    public var names: some Sequence<String> { registers.lazy.map(\.name) }

    /// What `难题` or `难题.办结` in a formula means.
    public enum Reference: Sendable {
        /// A register, and one of its states where one was named.
        case found(RegisterID, StateID?)
        /// No register is called so.
        case unknownRegister(String)
        /// The register has no such state.
        case unknownState(RegisterID, String)
    }

    /// Looks up a register, or a register and a state with a dot between.
    public func find(reference: String) -> Reference {
        let (name, state) = parts(of: reference)
        guard let id = byName[name] else { return .unknownRegister(name) }
        guard let state else { return .found(id, nil) }
        return registers[id.index].find(state).map { .found(id, $0) } ?? .unknownState(id, state)
    }

    /// Cuts `难题.办结` at the dot. The whole as a register's name comes first, then the first dot that a register's name stands before; where
    /// there is none, the first dot.
    public func parts(of reference: String) -> (register: String, state: String?) {
        if byName[reference] != nil { return (reference, nil) }
        var first: (register: String, state: String?)?
        for dot in reference.unicodeScalars.indices where Self.dots.contains(reference.unicodeScalars[dot]) {
            let (name, state) = (String(reference[..<dot]), String(reference[reference.unicodeScalars.index(after: dot)...]))
            if byName[name] != nil { return (name, state) }
            if first == nil { first = (name, state) }
        }
        return first ?? (reference, nil)
    }

    /// What stands between a register and its state, in either width.
    public static let dots: [Unicode.Scalar] = [".", "．"]
}
