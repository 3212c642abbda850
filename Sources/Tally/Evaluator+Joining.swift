import Ledger
import Numerics

/// Which of the ways (3) and (4) may be taken besides figures of the series itself.
struct AllowedWays {
    var parts = true
    var units = true
    /// A breakdown that way (3) leaves out.
    var besides: Tally.Breakdown?

    static let all = AllowedWays()
    /// For holding a unit against its sub-units.
    static let withoutUnits = AllowedWays(units: false)

    /// For holding an indicator against its parts. Over time only figures and sub-units are joined.
    static func besides(_ breakdown: Tally.Breakdown) -> AllowedWays { AllowedWays(besides: breakdown) }

    /// Whether joins over time may take cells that come from parts.
    var joinsParts: Bool { parts && besides == nil }
}

extension Evaluator {
    /// One leg of a join over cells.
    struct Leg {
        var period: Period
        var isSubtracted: Bool
    }

    /// Way (5): joined over time from cells known by ways (1) to (4).
    func joinedCells(_ unit: UnitID, _ id: IndicatorID, _ period: Period, by ways: AllowedWays = .all) -> Cell? {
        guard let legs = legs(unit, id, period, by: ways) else { return nil }
        var sum = Interval.zero
        var result = Cell(.joinedCells)
        for leg in legs {
            let cell = cellWithoutJoining(unit, id, leg.period, by: ways)
            guard let interval = cell.interval else { return nil }
            sum = leg.isSubtracted ? sum - interval : sum + interval
            result.status = min(result.status, cell.status)
        }
        result.interval = sum
        result.reported = 1
        result.expected = 1
        return result
    }

    /// The periods that join the ends of another, each known by ways (1) to (4); the fewest.
    func legs(_ unit: UnitID, _ id: IndicatorID, _ period: Period, by ways: AllowedWays = .all) -> [Leg]? {
        guard traits(id).isAdditiveOverTime, units.hasParts(unit) || hasOperands(id),
            let asked = clipped(period, unit, traits(id).nature), reach(unit, id).overlaps(asked)
        else { return nil }
        let known = knowledge(unit, id)
        guard known.all.knows(asked) else { return nil }
        let layers = [known.own] + (ways.joinsParts ? [known.parts] : []) + (ways.units ? [known.units] : [])
        let days = known.all.days
        guard let from = known.all.position(of: asked.start), let to = known.all.position(of: asked.end) else { return nil }
        var groups = layers.map { DayGroups($0, days) }
        var previous: [Int?] = Array(repeating: nil, count: days.count)
        var frontier = [from]
        previous[from] = from
        while previous[to] == nil, !frontier.isEmpty {
            var next: [Int] = []
            for day in frontier {
                var joined: [Int] = []
                for layer in groups.indices {
                    for other in groups[layer].takeGroup(of: day) where previous[other] == nil {
                        previous[other] = day
                        joined.append(other)
                    }
                }
                next += joined.sorted()
            }
            frontier = next
        }
        var legs: [Leg] = []
        var at = to
        while at != from {
            guard let before = previous[at] else { return nil }
            let isSubtracted = days[before] > days[at]
            legs.append(Leg(period: Period(min(days[before], days[at]), max(days[before], days[at])), isSubtracted: isSubtracted))
            at = before
        }
        return legs.reversed()
    }

    /// Ways (1) to (4), or those of them that are allowed.
    func cellWithoutJoining(_ unit: UnitID, _ id: IndicatorID, _ period: Period, by ways: AllowedWays = .all) -> Cell {
        var cell = ownCell(unit, id, period)
        if cell.way == .absent, ways.parts { cell = fromParts(unit, id, period, besides: ways.besides) ?? .absent }
        if cell.way == .absent, ways.units, units.hasParts(unit), rollsUp(id) { sumUnits(unit, id, period, into: &cell) }
        return cell
    }

    /// Ways (1) to (5), or those of them that are allowed.
    func complete(_ unit: UnitID, _ id: IndicatorID, _ period: Period, by ways: AllowedWays) -> Cell {
        let cell = cellWithoutJoining(unit, id, period, by: ways)
        return cell.way == .absent ? joinedCells(unit, id, period, by: ways) ?? cell : cell
    }
}

/// Days by the classes of one way of knowing, each class to be taken once: whatever it leads to was reached then.
private struct DayGroups {
    /// By day, its class; -1 where the way tells nothing of it.
    private var classes: [Int]
    private var members: [[Int]]

    init(_ knowledge: Knowledge, _ days: [Day]) {
        classes = days.map { knowledge.class(of: $0) ?? -1 }
        members = Array(repeating: [], count: (classes.max() ?? -1) + 1)
        for (day, number) in classes.enumerated() where number >= 0 { members[number].append(day) }
    }

    mutating func takeGroup(of day: Int) -> [Int] {
        guard classes[day] >= 0 else { return [] }
        defer { members[classes[day]] = [] }
        return members[classes[day]]
    }
}
