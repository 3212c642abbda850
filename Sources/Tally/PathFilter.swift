import Ledger
import Syntax

extension Filter {
    /// The key under which units keep the field: those that are keywords under the English one.
    public var key: String { Unit.canonicalKey(field.text) }
}

/// A filter made ready to be held against many values: a value stands for those below it in the tree of the field's values.
struct PathFilter: Sendable {
    /// As units keep it.
    let key: String
    private let path: FieldPath
    private let isNegated: Bool

    init(_ filter: Filter) {
        key = filter.key
        path = FieldPath(filter.value.text)
        isNegated = filter.isNegated
    }

    /// Whether the unit's field says it: this value, or one below it.
    func holds(for unit: Unit) -> Bool { accepts(unit.value(ofCanonical: key) ?? "") }

    /// Whether a value is what is asked for or lies below it; an empty one is neither.
    func accepts(_ value: String) -> Bool { path.covers(value) != isNegated }
}
