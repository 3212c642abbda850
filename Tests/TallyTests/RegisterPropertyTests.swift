import Ledger
import Numerics
import Syntax
import Tally
import Testing

/// Random registers against a slow count that is plainly right: every item is led along its lines, for every question anew.
struct RegisterPropertyTests {
    @Test(arguments: 0..<12)
    func `counts are what leading every item along its lines gives, and stocks and flows reconcile`(seed: Int) throws {
        let world = RegisterWorld(seed: UInt64(seed))
        let tallied = Tallied(world.text)
        let counts = tallied.tally.counts(of: RegisterID(0))
        let periods = try ["2013", "2013-Q1", "2013-Q2", "2013-H2"].map { try period($0) } + (1...12).map { Period.month(2013, $0) }
        for (index, name) in RegisterWorld.units.enumerated() {
            let unit = try tallied.unit(name)
            for state in [nil, 0, 1, 2] {
                for period in periods {
                    let id = state.map { StateID($0) }
                    let now = counts.standing(id, unit, on: period.lastDay)
                    let before = counts.standing(id, unit, on: period.start.advanced(by: -1))
                    let (entered, left) = (counts.entered(id, unit, period), counts.left(id, unit, period))
                    #expect(now == before + entered - left)
                    #expect(now == world.standing(state, index, at: period.end))
                    #expect([entered, left] == world.flows(state, index, period), "\(name) \(String(describing: state)) \(period)")
                }
            }
        }
    }

    @Test(arguments: 0..<4)
    func `what is seen as of a day is what was there on it`(seed: Int) throws {
        let world = RegisterWorld(seed: UInt64(seed))
        let all = Tallied(world.text).tally.counts(of: RegisterID(0))
        for month in [3, 7, 11] {
            let day = Period.month(2013, month).lastDay
            let tallied = Tallied(world.text, asOf: day)
            let then = tallied.tally.counts(of: RegisterID(0))
            let end = Period.year(2013).lastDay
            for unit in tallied.ledger.units.ids {
                for state in 0..<3 { #expect(then.standing(StateID(state), unit, on: end) == all.standing(StateID(state), unit, on: day)) }
            }
        }
    }
}

/// Items with moves, reopenings, steps that are not allowed, several lines a day, and lines out of order.
private struct RegisterWorld {
    /// By index; each after its parent.
    static let units = ["市", "区", "东镇", "西镇", "县", "北镇"]
    static let parents = [nil, 0, 1, 1, 0, 4]
    static let states = ["甲", "乙", "丙"]

    struct Line {
        var day: Day
        /// One of the two.
        var state: Int?
        var unit: Int?
    }

    /// The first unit and the lines of each item, in the order in which they are written.
    var items: [(unit: Int, lines: [Line])] = []

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let start = Period.year(2013).start.advanced(by: -40)
        for _ in 0..<30 {
            var day = start.advanced(by: .random(in: 0..<300, using: &random))
            var state = random.chance(10) ? 1 : 0
            var lines: [Line] = random.chance(10) ? [Line(day: day, unit: .random(in: 1..<6, using: &random))] : []
            lines.append(Line(day: day, state: state))
            for _ in 0..<Int.random(in: 0..<7, using: &random) {
                if !random.chance(20) { day = day.advanced(by: .random(in: 1..<60, using: &random)) }
                if random.chance(30) {
                    lines.append(Line(day: day, unit: .random(in: 1..<6, using: &random)))
                } else {
                    state = random.chance(10) ? .random(in: 0..<3, using: &random) : state == 0 ? 1 : state == 1 ? 2 : 1
                    lines.append(Line(day: day, state: state))
                }
            }
            if random.chance(10) { lines.shuffle(using: &random) }
            items.append((.random(in: 1..<6, using: &random), lines))
        }
    }

    var text: String {
        var text = "units 市\n    区\n        东镇\n        西镇\n    县\n        北镇\nregister 台\n    states 甲 -> 乙 -> 丙 -> 乙\n"
        for (index, item) in items.enumerated() {
            text += "item 台 \(index)\n    unit \(Self.units[item.unit])\n"
            for line in item.lines {
                text += "    \(line.day) " + (line.state.map { Self.states[$0] } ?? line.unit.map { "unit \(Self.units[$0])" } ?? "") + "\n"
            }
        }
        return text
    }

    private static func lies(_ unit: Int, in upper: Int) -> Bool {
        unit == upper || parents[unit].map { lies($0, in: upper) } ?? false
    }

    /// Leads every item along its lines before `end`; `each` hears of every line: the place before it and the one after.
    private func lead(to end: Day, _ each: (_ line: Line, _ before: (Int?, Int), _ after: (Int?, Int)) -> Void) {
        for item in items {
            var place: (Int?, Int) = (nil, item.unit)
            let ordered = item.lines.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
            for line in ordered where line.day < end {
                let before = place
                if let state = line.state { place.0 = state }
                if let unit = line.unit { place.1 = unit }
                each(line, before, place)
            }
        }
    }

    private func holds(_ place: (Int?, Int), _ state: Int?, _ unit: Int) -> Bool {
        guard let own = place.0 else { return false }
        return (state.map { $0 == own } ?? true) && Self.lies(place.1, in: unit)
    }

    func standing(_ state: Int?, _ unit: Int, at end: Day) -> Int {
        var count = 0
        lead(to: end) { _, before, after in
            count += (holds(after, state, unit) ? 1 : 0) - (holds(before, state, unit) ? 1 : 0)
        }
        return count
    }

    /// A line that names a state leaves the one before, even for itself.
    func flows(_ state: Int?, _ unit: Int, _ period: Period) -> [Int] {
        var (entered, left) = (0, 0)
        lead(to: period.end) { line, before, after in
            guard line.day >= period.start else { return }
            let (was, isNow) = (holds(before, state, unit), holds(after, state, unit))
            if was, isNow, state == nil || line.state == nil { return }
            if was { left += 1 }
            if isNow { entered += 1 }
        }
        return [entered, left]
    }
}
