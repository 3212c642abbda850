import Checks
import Ledger
import Numerics
import Syntax
import Tally
import Testing

/// Registers that nobody would write: counting them must neither trap nor lose its balance.
struct RegisterMutationTests {
    @Test(arguments: 0..<4)
    func `whatever the text, what stands is what stood and what came less what went`(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let day = Period.year(2013).lastDay
        for _ in 0..<60 {
            let tallied = Tallied(mutated(&random), asOf: random.chance(20) ? day : nil)
            _ = runChecks(tallied.tally, today: day, threads: 1)
            for id in tallied.ledger.registers.ids {
                let counts = tallied.tally.counts(of: id)
                let states: [StateID?] = [nil] + tallied.ledger.registers[id].stateIDs.map { $0 }
                for unit in tallied.ledger.units.ids {
                    for state in states { #expect(reconciles(counts, state, unit, .year(2013))) }
                }
            }
        }
    }

    private func reconciles(_ counts: RegisterCounts, _ state: StateID?, _ unit: UnitID, _ period: Period) -> Bool {
        let before = counts.standing(state, unit, on: period.start.advanced(by: -1))
        let change = counts.entered(state, unit, period) - counts.left(state, unit, period)
        return counts.standing(state, unit, on: period.lastDay) == before + change && before + change >= 0
    }

    /// Some lines of a sound ledger taken away, told twice, exchanged or cut off.
    private func mutated(_ random: inout SplitMix64) -> String {
        var lines = RegisterCountTests.head.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let (a, b) = (Int.random(in: lines.indices, using: &random), Int.random(in: lines.indices, using: &random))
            switch Int.random(in: 0..<4, using: &random) {
            case 0: lines.remove(at: a)
            case 1: lines.insert(lines[a], at: b)
            case 2: lines.swapAt(a, b)
            default: lines[a] = String(lines[a].prefix(.random(in: 0...lines[a].count, using: &random)))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
