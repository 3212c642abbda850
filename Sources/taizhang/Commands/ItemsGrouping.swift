import Diagnostics
import Ledger
import Tally

/// Puts items into groups: units in the order of their tree, states in the order of the register, values of a field as they first come.
struct ItemsGrouping {
    private let tally: Tally
    private let question: ItemsQuestion

    init(_ tally: Tally, _ question: ItemsQuestion) {
        self.tally = tally
        self.question = question
    }

    struct Group {
        /// Nil where nothing is grouped.
        var label: Localized?
        /// The path of the unit, the state or the value; nil for those that have none.
        var key: String?
        var standings: [ItemStanding]
    }

    /// Without empty groups; those that lack what is asked for come last.
    func groups(_ standings: [ItemStanding], _ id: RegisterID) -> [Group] { groups(standings, id, by: question.grouping) }

    func groups(_ standings: [ItemStanding], _ id: RegisterID, by grouping: ItemsQuestion.Grouping?) -> [Group] {
        let (ledger, items, register) = (tally.ledger, tally.ledger.items, tally.ledger.registers[id])
        switch grouping {
        case nil: return [Group(label: nil, key: nil, standings: standings)]
        case .state:
            return gathered(standings, by: \.stay.state.index, order: <) { state in
                Group(label: Localized(verbatim: register.states[state]), key: register.states[state], standings: [])
            }
        case .unit:
            let order = treeOrder()
            return gathered(standings, by: { $0.stay.unit?.index ?? -1 }, order: { order[$0] ?? .max < order[$1] ?? .max }) { index in
                if index < 0 { return Group(label: Self.none, key: nil, standings: []) }
                let unit = UnitID(index)
                return Group(label: ledger.name(of: unit), key: ledger.units.path(of: unit), standings: [])
            }
        case .field(let field):
            let key = items.keyNumber(of: field)
            var firsts: [Int: Int] = [-1: .max]
            var same: [FieldPath: Int] = [:]
            var group: [Int: Int] = [:]
            for item in items.items(of: id) {
                guard let value = items.valueNumber(of: item, key: key), group[value] == nil else { continue }
                let path = FieldPath(items.fieldValues[value])
                let first = same[path, default: value]
                same[path] = first
                group[value] = first
                if firsts[first] == nil { firsts[first] = item.index }
            }
            let number = { (item: ItemID) in items.valueNumber(of: item, key: key).flatMap { group[$0] } ?? -1 }
            let order = { (a: Int, b: Int) in firsts[a] ?? .max < firsts[b] ?? .max }
            return gathered(standings, by: { number($0.item) }, order: order) { value in
                if value < 0 { return Group(label: Self.none, key: nil, standings: []) }
                return Group(label: Localized(verbatim: items.fieldValues[value]), key: items.fieldValues[value], standings: [])
            }
        }
    }

    private static let none = Localized(verbatim: "—")

    private func gathered(
        _ standings: [ItemStanding], by key: (ItemStanding) -> Int, order: (Int, Int) -> Bool, group: (Int) -> Group
    ) -> [Group] {
        let byKey = Dictionary(grouping: standings, by: key)
        return byKey.keys.sorted(by: order).map { key in
            var group = group(key)
            group.standings = byKey[key] ?? []
            return group
        }
    }

    /// By unit, its place when the tree is read from the top.
    private func treeOrder() -> [Int: Int] {
        let units = tally.ledger.units
        var order: [Int: Int] = [:]
        var waiting: [UnitID] = units.roots.reversed()
        while let unit = waiting.popLast() {
            order[unit.index] = order.count
            waiting += units.subUnits(of: unit).reversed()
        }
        return order
    }
}
