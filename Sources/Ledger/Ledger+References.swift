extension Ledger {
    /// The shortest tail of its path that means this unit alone, as a header may write it.
    public func shortestReference(to id: UnitID) -> String {
        var tail = ""
        for unit in units.lineage(of: id) {
            tail = tail.isEmpty ? units[unit].name : units[unit].name + ":" + tail
            if case .unit(let found) = units.find(tail), found == id { break }
        }
        return tail
    }
}
