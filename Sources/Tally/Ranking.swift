import Ledger
import Numerics

/// What those who are ranked against each other have, in order, so that the place of each is found by halving: a source may state the place
/// of every one of thousands.
final class Ranking {
    /// All of them, in the order of the tree.
    let units: [UnitID]
    private let ruler: Ruler
    private let scores: KeyTable<UnitID, Interval>
    /// By size; ends that are open lie at the end of all numbers.
    private let lows: [Int128]
    private let highs: [Int128]
    private let values: [Interval]
    /// Of the figures that state what is ranked, once asked for.
    fileprivate var firmnesses: [Firmness]?

    init(_ units: [UnitID], _ score: (UnitID) -> Interval?) {
        self.units = units
        var scores = KeyTable<UnitID, Interval>()
        for unit in units { if let score = score(unit) { scores.set(unit, score) } }
        self.scores = scores
        let known = scores.values
        let ruler = Ruler(known)
        self.ruler = ruler
        lows = known.map { ruler.ends(of: $0).low }.sorted()
        highs = known.map { ruler.ends(of: $0).high }.sorted()
        values = known.sorted { $0.compareValue($1) < 0 }
    }

    /// The place of one of them; nil where nothing is known of it. Who is not known may stand anywhere.
    func rank(of unit: UnitID, isHigherBetter: Bool) -> Rank? {
        guard let own = scores[unit] else { return nil }
        let (low, high) = ruler.ends(of: own)
        let surely: Int
        let maybe: Int
        let shown: Int
        if isHigherBetter {
            surely = lows.count - lows.partitioningIndex { $0 > high }
            maybe = highs.count - highs.partitioningIndex { $0 > low }
            shown = values.count - values.partitioningIndex { $0.compareValue(own) > 0 }
        } else {
            surely = highs.partitioningIndex { $0 >= low }
            maybe = lows.partitioningIndex { $0 >= high }
            shown = values.partitioningIndex { $0.compareValue(own) >= 0 }
        }
        // It may lie above or below itself, where it is not known exactly.
        let others = low < high ? maybe - 1 : maybe
        return Rank(
            best: 1 + surely, worst: 1 + others + units.count - lows.count, count: units.count, known: lows.count, shown: 1 + shown)
    }
}

extension Evaluator {
    /// Those that are ranked with a unit, by something of them. Kept, until figures are set free.
    func ranking(_ unit: UnitID, _ id: IndicatorID, _ period: Period, _ measure: RankedBy) -> Ranking? {
        guard let parent = units.parent(of: unit), !units.units[unit.index].isApart else { return nil }
        let key = CellKey(rankings.first(ofKind: unit, below: parent, units), id, period)
        if let known = rankings[key, measure] { return known }
        let ranking = Ranking(rankedSiblings(unit, period)) { score($0, id, period, measure) }
        rankings.keep(ranking, key, measure)
        return ranking
    }

    /// Each once: of what standing the figures are that state what a unit and its siblings have.
    func rankedFirmnesses(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> [Firmness] {
        guard let ranking = ranking(unit, id, period, .value) else { return [] }
        if let known = ranking.firmnesses { return known }
        var found: [Firmness] = []
        for rival in ranking.units {
            guard let figure = statedCell(rival, id, period).figure else { continue }
            let firmness = ledger.figures.firmness(of: figure)
            if !found.contains(firmness) { found.append(firmness) }
        }
        ranking.firmnesses = found
        return found
    }
}
