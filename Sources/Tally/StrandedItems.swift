import Ledger
import Numerics

extension Tally {
    /// Items that are not done with and are in a unit that closed before the day, register by register. There they count no more, and
    /// nothing says who has them.
    func strandedItems(on today: Day) -> [ItemStanding] {
        let hasClosed = ledger.units.units.map { unit in unit.closed.map { $0 <= today } ?? false }
        guard hasClosed.contains(true) else { return [] }
        return ledger.items.ids.compactMap { item in
            guard let stay = registers.stay(of: item, on: today), let unit = stay.unit, hasClosed[unit.index] else { return nil }
            let standing = registers.standing(of: item, ledger.registers[ledger.items.register(of: item)], on: today)
            // A line of a later day than the last of the unit is an error of its own.
            guard let standing, !standing.isDone, ledger.units.isAlive(unit, in: .day(stay.from)) else { return nil }
            return standing
        }
    }
}
