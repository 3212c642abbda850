import Ledger
import Numerics

/// A `Cell`, for modules that have cells of their own.
public typealias KnownCell = Cell

extension Evaluator {
    /// Sums over units that belong together for another reason than the tree. None of them may lie below another; partial where one of
    /// them is not known.
    public func cells(over group: [UnitID], _ id: IndicatorID, _ periods: [Period]) -> [Cell] {
        let members = group.map { cells($0, id, periods) }
        return periods.indices.map { index in
            var sum = UnitSum(traits(id).overUnits)
            for cells in members {
                sum.add(cells[index], isExpected: !cells[index].isNothing && cells[index].absence != .exempt)
                if cells[index].isPartial { sum.include(partial: cells[index]) }
            }
            var cell = sum.whole ?? sum.known(isSigned: traits(id).isSigned) ?? .absent
            (cell.reported, cell.expected) = (sum.reported, sum.expected)
            return cell
        }
    }

    /// Growth of such a sum, on the same units another time: from the levels, as nobody publishes it.
    public func growth(over group: [UnitID], _ id: IndicatorID, _ period: Period, on before: Period) -> Growth? {
        guard traits(id).growth == .nominal else { return nil }
        let levels = cells(over: group, id, [period, before]).map { $0.isComplete && !$0.isNothing ? $0.interval : nil }
        guard let now = levels[0], let base = levels[1] else { return nil }
        return growth(id, from: base, to: now)
    }
}
