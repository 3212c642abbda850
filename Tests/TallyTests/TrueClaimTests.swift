import Numerics
import Tally
import Testing

/// A world of true values, rounded anyhow, with claims worked out from the true values.
struct TrueClaimTests {
    /// True values of four units and two years, in thousandths of the measure.
    private struct World {
        var levels: [[Int]]
        var targets: [Int]

        init(_ random: inout SplitMix64) {
            levels = (0..<4).map { _ in (0..<2).map { _ in Int.random(in: 1...90_000, using: &random) } }
            targets = (0..<4).map { _ in Int.random(in: 1...90, using: &random) * 1000 }
        }
    }

    /// Numerator over denominator with so many decimals, halves either way.
    private func rounded(_ numerator: Int, _ denominator: Int, _ decimals: Int, _ random: inout SplitMix64) -> String {
        let power = (0..<decimals).reduce(1) { power, _ in power * 10 }
        let (n, d) = (numerator * power, denominator)
        var quotient = n.magnitude / d.magnitude
        let rest = n.magnitude % d.magnitude
        if rest * 2 > d.magnitude || rest * 2 == d.magnitude && Bool.random(using: &random) { quotient += 1 }
        let digits = String(quotient)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let text = decimals == 0 ? padded : padded.dropLast(decimals) + "." + padded.suffix(decimals)
        return (n < 0 ? "-" : "") + text
    }

    private func ledger(_ world: World, _ random: inout SplitMix64) -> String {
        let names = ["甲", "乙", "丙", "丁"]
        var text = "units 区\n" + names.map { "    \($0)\n" }.joined() + "indicator 产值\n    measure 亿元\n    over-units none\n"
        text += "indicator 总量\n    measure 亿元\n    over-units none\n"
        let whole = world.levels.reduce(0) { $0 + $1[1] }
        text += "2013 区\n    产值 \(rounded(whole, 1000, Int.random(in: 0...3, using: &random), &random))\n"
        for (index, name) in names.enumerated() {
            let (before, now) = (world.levels[index][0], world.levels[index][1])
            let target = world.targets[index]
            let rank = 1 + world.levels.count { $0[1] > now }
            func number(_ n: Int, _ d: Int) -> String { rounded(n, d, Int.random(in: 0...3, using: &random), &random) }
            text += "2012 \(name)\n    产值 \(number(before, 1000))\n"
            text +=
                "2013 \(name)\n    产值 \(number(now, 1000))   yoy \(number((now - before) * 100, before))%   done \(number(now * 100, target))%"
            text += "   lead \(number(now * 100 - target * 100, target)) pp"
            text += "   pop \(number((now - before) * 100, before))%   share \(number(now * 100, whole))%\n"
            text += "    产值   rank \(rank)/4   share \(number(now * 100, target * 7)) % of 总量\n"
            text += "    产值   yoy \(number((now - before) * 100, before))%   rank \(growthRank(index, world))/4\n"
            text += "    总量   \(number(target * 7, 1000))\n"
            text += "target 2013 \(name)\n    产值 \(target / 1000)\n"
        }
        return text
    }

    /// The place by growth, compared exactly.
    private func growthRank(_ index: Int, _ world: World) -> Int {
        let own = world.levels[index]
        return 1 + world.levels.count { $0[1] * own[0] > own[1] * $0[0] }
    }

    @Test("claims from true values are never contradicted", arguments: Array<UInt64>(1...40))
    func truth(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let world = World(&random)
        let text = ledger(world, &random)
        let tests = Tallied(text).tally.claimTests(threads: 1)
        #expect(tests.count == 36)
        // A base that rounds to zero has no growth to rank by; all else is held against something.
        let untested = tests.filter { if case .untested = $0.verdict { $0.claim.rankOf == nil } else { false } }
        #expect(untested.map { "\($0.claim.kind)" } == [], "\(text)")
        let wrong = tests.filter { $0.verdict == .contradicted }.map { "\($0.claim.kind) \($0.claim.number.decimal)" }
        #expect(wrong == [], "\(text)")
    }

    /// A claim a hundred points off is found out wherever the figures tell anything.
    @Test("claims far from the truth are contradicted", arguments: Array<UInt64>(1...10))
    func untruth(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let now = Int.random(in: 100...900, using: &random)
        let target = Int.random(in: 100...900, using: &random)
        let off = now * 100 / target + 100
        let tests = Tallied("2013 甲\n 产值 \(now) 亿元  done \(off)%\ntarget 2013 甲\n 产值 \(target) 亿元").tally.claimTests(threads: 1)
        #expect(tests.map(\.verdict) == [.contradicted])
    }
}
