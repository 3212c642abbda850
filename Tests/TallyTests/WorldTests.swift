import Checks
import Diagnostics
import Foundation
import Ledger
import Numerics
import SourceText
import Tally
import Testing

/// Properties of many small random worlds.
struct WorldTests {
    private static let seeds = Array<UInt64>(1...4)
    /// Few in an ordinary run; `TAIZHANG_WORLDS` asks for more.
    private static let worldsPerSeed = ProcessInfo.processInfo.environment["TAIZHANG_WORLDS"].flatMap { Int($0) } ?? 1

    private func worlds(_ seed: UInt64, _ check: (RandomWorld, inout SplitMix64) throws -> Void) rethrows {
        var random = SplitMix64(seed: seed)
        for _ in 0..<Self.worldsPerSeed {
            let world = RandomWorld(&random, figureCount: Int.random(in: 5...60, using: &random))
            try check(world, &random)
        }
    }

    private func quanta(_ value: Int, _ ledger: Ledger) -> Interval {
        let yuan = ledger.measures.find("元").map { ledger.measures[$0].factor } ?? 0
        return Interval(exact: Decimal(mantissa: Int64(value), scale: 0), factor: yuan)
    }

    @Test("what is true is never contradicted, and lies in every interval", arguments: seeds)
    func truth(_ seed: UInt64) throws {
        try worlds(seed) { world, _ in
            let tallied = Tallied(world.text)
            #expect(tallied.problems.filter { !$0.hasPrefix("suspicious") } == [], "\(world.text)")
            for unit in world.units.indices {
                for indicator in RandomWorld.indicators.indices {
                    let lies = try RandomWorld.periods.filter { try !isTrue(world, tallied, unit, indicator, $0) }
                    #expect(lies == [], "\(world.units[unit].name) \(RandomWorld.indicators[indicator])\n\(world.text)")
                }
            }
        }
    }

    private func isTrue(_ world: RandomWorld, _ tallied: Tallied, _ unit: Int, _ indicator: Int, _ months: Range<Int>) throws -> Bool {
        let name = RandomWorld.indicators[indicator]
        let cell = tallied.evaluator.cell(
            try tallied.unit(world.units[unit].name), try tallied.indicator(name), RandomWorld.period(months))
        guard let interval = cell.interval else { return true }
        var asked = months
        if cell.way == .earlierReading, let through = cell.through {
            asked = months.lowerBound..<through.advanced(by: -1).civil.month
        }
        return interval.intersects(quanta(world.truth(unit, indicator, asked), tallied.ledger))
    }

    @Test("a number that others determine is found out when it is wrong", arguments: seeds)
    func slip(_ seed: UInt64) {
        var found = 0
        var random = SplitMix64(seed: seed)
        for _ in 0...Self.worldsPerSeed {
            let world = RandomWorld(&random, figureCount: Int.random(in: 50...80, using: &random))
            guard let wrong = overdetermined(world, &random) else { continue }
            var spoiled = world
            spoiled.blocks[wrong].number = "7" + world.blocks[wrong].number
            let line = spoiled.text(of: spoiled.blocks[wrong]).split(separator: "\n")[1].split(separator: " ").joined(separator: " ")
            let problems = Tallied(spoiled.text).problems.filter { $0.hasPrefix("tally/") }
            #expect(
                problems.contains { $0.contains(": \(line) |") || $0.hasSuffix("| \(line)") || $0.contains("| \(line) |") },
                "\(line)\n\(problems)\n\(spoiled.text)")
            found += 1
        }
        #expect(found > 0)
    }

    /// A figure that the others say as well, completely.
    private func overdetermined(_ world: RandomWorld, _ random: inout SplitMix64) -> Int? {
        for index in world.blocks.indices.shuffled(using: &random).prefix(10) {
            var without = world
            let block = without.blocks.remove(at: index)
            let tallied = Tallied(without.text)
            guard let unit = try? tallied.unit(world.units[block.unit].name),
                let indicator = try? tallied.indicator(RandomWorld.indicators[block.indicator])
            else { continue }
            let cell = tallied.evaluator.cell(unit, indicator, RandomWorld.period(block.months))
            if cell.isComplete { return index }
        }
        return nil
    }

    @Test("the order of blocks and of files changes nothing", arguments: seeds)
    func order(_ seed: UInt64) throws {
        try worlds(seed) { world, random in
            var spoiled = world
            let wrong = Int.random(in: 0..<world.blocks.count, using: &random)
            spoiled.blocks[wrong].number = "7" + world.blocks[wrong].number
            let plain = Tallied(spoiled.text)
            var shuffled = spoiled
            shuffled.blocks.shuffle(using: &random)
            let declarations = shuffled.declarations.shuffled(using: &random)
            let blocks = shuffled.blocks.map { shuffled.text(of: $0) }
            let cut = Int.random(in: 0...blocks.count, using: &random)
            let mixed = blocks[..<cut] + declarations + blocks[cut...]
            let other = Tallied(mixed.joined(separator: "\n") + "\n")
            #expect(sets(plain.problems) == sets(other.problems), "\(spoiled.text)")
            for unit in world.units.indices {
                for name in RandomWorld.indicators {
                    let questions = RandomWorld.periods.prefix(19).map { "\(RandomWorld.spelled($0)) \(world.units[unit].name) \(name)" }
                    let expected = try questions.map { try plain.text($0) }
                    let answers = try questions.map { try other.text($0) }
                    #expect(answers == expected)
                }
            }
        }
    }

    /// Every problem with its lines in no order.
    private func sets(_ problems: [String]) -> [String] {
        problems.map { problem in
            let parts = problem.split(separator: ":", maxSplits: 1)
            return parts[0]
                + (parts.last ?? "").split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }.sorted().joined(
                    separator: "|")
        }.sorted()
    }

    @Test("every cell is what a slow and obvious computation gives", arguments: seeds)
    func naive(_ seed: UInt64) throws {
        try worlds(seed) { world, _ in
            let tallied = Tallied(world.text)
            let naive = NaiveWorld(world)
            for unit in world.units.indices {
                for (indicator, name) in RandomWorld.indicators.enumerated() {
                    let (unitID, id) = (try tallied.unit(world.units[unit].name), try tallied.indicator(name))
                    let wrong = RandomWorld.periods.filter { months in
                        let cell = tallied.evaluator.cell(unitID, id, RandomWorld.period(months))
                        let expected = naive.cell(unit, indicator, months)
                        guard cell.isComplete, let interval = cell.interval else { return !expected.isEmpty }
                        return !expected.contains { span in
                            let (low, high) = (quanta(span.low, tallied.ledger), quanta(span.high, tallied.ledger))
                            let ends = Interval(low: low.low, value: low.value, high: high.high, scale: low.scale)
                            return ends.contains(interval) && interval.contains(ends)
                        }
                    }
                    #expect(wrong == [], "\(world.units[unit].name) \(name)\n\(world.text)")
                }
            }
        }
    }

    @Test("a derivation adds up to its cell", arguments: seeds)
    func derivation(_ seed: UInt64) throws {
        try worlds(seed) { world, _ in
            let tallied = Tallied(world.text)
            for unit in world.units.indices {
                for name in RandomWorld.indicators {
                    let wrong = try RandomWorld.periods.filter { months in
                        let derivation = tallied.evaluator.derivation(
                            try tallied.unit(world.units[unit].name), try tallied.indicator(name), RandomWorld.period(months))
                        return !addsUp(derivation)
                    }
                    #expect(wrong == [], "\(world.units[unit].name) \(name)\n\(world.text)")
                }
            }
        }
    }

    private func addsUp(_ derivation: Derivation) -> Bool {
        let cell = derivation.cell
        guard !derivation.operands.isEmpty else {
            return cell.way == .reported || cell.way == .absent || cell.way == .earlierReading
        }
        guard derivation.operands.allSatisfy({ addsUp($0.derivation) }) else { return false }
        var sum = Interval.zero
        for operand in derivation.operands {
            guard let interval = operand.derivation.cell.interval else { continue }
            sum = operand.isSubtracted ? sum - interval : sum + interval
        }
        guard let interval = cell.interval, interval.compareValue(sum) == 0 else { return false }
        return !cell.isComplete || interval.contains(sum) && sum.contains(interval)
    }
}
