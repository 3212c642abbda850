import Ledger
import Numerics
import Testing

@testable import Tally

/// Places that are found by halving against those found by comparing each with each.
struct RankingTests {
    @Test(arguments: Array<UInt64>(1...40))
    func placesAreThoseOfComparingEachWithEach(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let units = (0..<Int.random(in: 1...12, using: &random)).map { UnitID($0) }
        let scores = units.map { _ in Int.random(in: 0...5, using: &random) == 0 ? nil : interval(&random) }
        let ranking = Ranking(units) { scores[$0.index] }
        for unit in units {
            for isHigherBetter in [true, false] {
                let rank = ranking.rank(of: unit, isHigherBetter: isHigherBetter)
                let expected = place(of: unit.index, scores, isHigherBetter)
                #expect(rank.map { [$0.best, $0.worst, $0.shown, $0.known, $0.count] } == expected, "\(scores)")
            }
        }
    }

    /// Small numbers, so that many are equal or touch; of different scales; with open ends.
    private func interval(_ random: inout SplitMix64) -> Interval {
        let scale = UInt8.random(in: 0...2, using: &random)
        let value = Int128(Int.random(in: -6...6, using: &random))
        let (below, above) = (Int128(Int.random(in: 0...3, using: &random)), Int128(Int.random(in: 0...3, using: &random)))
        let interval = Interval(low: value - below, value: value, high: value + above, scale: scale)
        switch Int.random(in: 0...7, using: &random) {
        case 0: return interval.withoutLow
        case 1: return interval.withoutHigh
        case 2: return interval.withoutLow.withoutHigh
        default: return interval
        }
    }

    private func place(of index: Int, _ scores: [Interval?], _ isHigherBetter: Bool) -> [Int]? {
        guard let own = scores[index] else { return nil }
        var (best, worst, shown) = (1, 1, 1)
        for (other, score) in scores.enumerated() where other != index {
            guard let score else {
                worst += 1
                continue
            }
            let difference = isHigherBetter ? score - own : own - score
            if difference.isPositive { best += 1 }
            if !difference.hasHigh || difference.high > 0 { worst += 1 }
            if difference.value > 0 { shown += 1 }
        }
        return [best, worst, shown, scores.count { $0 != nil }, scores.count]
    }
}
