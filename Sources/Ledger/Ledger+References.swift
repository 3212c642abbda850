extension Ledger {
    /// The shortest tail of its path that means this unit alone, as a header may write it.
    public func shortestReference(to id: UnitID) -> String { units.shortestReference(to: id) }
}

extension UnitTree {
    /// The shortest tail of its path that means this unit alone.
    func shortestReference(to id: UnitID) -> String {
        var tail = ""
        for unit in lineage(of: id) {
            tail = tail.isEmpty ? self[unit].name : self[unit].name + ":" + tail
            if case .unit(let found) = find(tail), found == id { break }
        }
        return tail
    }
}
