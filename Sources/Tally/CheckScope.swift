import Ledger
import Numerics
import Synchronization

/// Which units have to be looked at again after a change of the ledger, and which of them have anything wrong: where nothing was wrong
/// before and nothing has changed that could matter, nothing is wrong now.
public final class CheckScope: Sendable {
    /// By unit; nil where all have to be.
    private let scanned: [Bool]?
    private let related: [Bool]?
    private let noted = Mutex(KeySet<UnitID>())

    /// All units, whatever has changed.
    public init() {
        scanned = nil
        related = nil
    }

    /// After figures of `changed` have changed, and when there was something wrong with `troubled` before.
    ///
    /// A unit's figures bear on those of the units above it; by shares and ranks also on claims of the units beside any of these, and on
    /// those of the units that it was merged into. Rules and formulas may look at any unit above, and so at all.
    public init(_ tally: Tally, changed: Set<UnitID>, troubled: KeySet<UnitID>) {
        let units = tally.ledger.units
        var scanned = Array(repeating: false, count: units.count)
        var related = Array(repeating: tally.looksUpwards, count: units.count)
        for unit in troubled.keys { (scanned[unit.index], related[unit.index]) = (true, true) }
        var pending = Array(changed)
        var seen = changed
        while let unit = pending.popLast() {
            for upper in units.lineage(of: unit) {
                scanned[upper.index] = true
                related[upper.index] = true
                for lower in units.subUnits(of: upper) { related[lower.index] = true }
                if let successor = units[upper].succeededBy, seen.insert(successor).inserted { pending.append(successor) }
            }
        }
        self.scanned = scanned
        self.related = related
    }

    /// Whether the law has to be tested at the unit.
    func scans(_ unit: UnitID) -> Bool { scanned?[unit.index] ?? true }

    /// Whether what is claimed of the unit, and what rules ask of it, has to be tested.
    func relates(_ unit: UnitID) -> Bool { related?[unit.index] ?? true }

    /// Something is wrong there.
    func note(_ units: some Sequence<UnitID>) { noted.withLock { for unit in units { $0.insert(unit) } } }

    /// Units with something wrong, as far as they were looked at.
    public var troubled: KeySet<UnitID> { noted.withLock { $0 } }
}

extension Tally {
    /// Whether a rule or a computed indicator asks about units beside or above the one it is about.
    fileprivate var looksUpwards: Bool {
        let formulas = ledger.indicators.indicators.compactMap(\.formula) + ledger.statements.rules.map(\.0.formula)
        return formulas.contains { $0.sides.contains { $0.looksUpwards } }
    }
}
