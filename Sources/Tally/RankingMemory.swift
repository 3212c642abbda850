import Ledger
import Numerics
import SourceText

/// The rankings that were asked for, as long as they do not take too much memory.
struct RankingMemory {
    private struct Known {
        var measure: RankedBy
        var ranking: Ranking
    }

    /// By the first of those ranked, as siblings of a kind have it.
    private var known = KeyTable<CellKey, [Known]>()
    /// Of each unit, the first sibling of its kind.
    private var firsts = KeyTable<UnitID, UnitID>()
    /// By that first one, all siblings of the kind. Where each of thousands has its own, none goes over all of them.
    private var siblings = KeyTable<UnitID, [UnitID]>()
    private var scoreCount = 0

    subscript(key: CellKey, measure: RankedBy) -> Ranking? { known[key]?.first { $0.measure == measure }?.ranking }

    mutating func keep(_ ranking: Ranking, _ key: CellKey, _ measure: RankedBy) {
        if scoreCount > Self.mostScores { removeAll() }
        scoreCount += ranking.units.count
        known.change(key, from: []) { $0.append(Known(measure: measure, ranking: ranking)) }
    }

    mutating func removeAll() {
        known.removeAll()
        scoreCount = 0
    }

    mutating func first(ofKind unit: UnitID, below parent: UnitID, _ units: UnitTree) -> UnitID {
        if let first = firsts[unit] { return first }
        var firstOfKind = NameMap<UnitID>()
        var firstOfNone: UnitID?
        for part in units.parts(of: parent) {
            let first = units.units[part.index].kind.map { firstOfKind[$0, default: part] } ?? firstOfNone ?? part
            if let kind = units.units[part.index].kind { firstOfKind.set(kind, first) } else { firstOfNone = first }
            firsts.set(part, first)
            siblings.change(first, from: []) { $0.append(part) }
        }
        return firsts[unit] ?? unit
    }

    /// The unit and its siblings of the same kind, in the order of the tree.
    mutating func siblings(ofKind unit: UnitID, below parent: UnitID, _ units: UnitTree) -> [UnitID] {
        // In a step of its own: it may fill `siblings`.
        let first = first(ofKind: unit, below: parent, units)
        return siblings[first] ?? []
    }

    private static let mostScores = 1 << 17
}
