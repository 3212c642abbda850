import Ledger
import Numerics
import Syntax

extension Tally {
    /// What a unit is to report: indicators whose `expected` lines ask it, and those of which it has figures; without either, all that
    /// are not computed. In the order of declaration.
    public func indicatorsToReport(by unit: UnitID) -> [IndicatorID] {
        var members = FieldMembers(ledger.units)
        let open = ledger.indicators.ids.filter { ledger.indicators[$0].formula == nil }
        let own = open.filter { id in
            ledger.figures.find(unit, id) != nil
                || !Reporters(ledger.indicators[id].expected, withFigures: KeySet(unitsWithFigures(of: id)), &members).lines(for: unit)
                    .isEmpty
        }
        return own.isEmpty ? open : own
    }
}
