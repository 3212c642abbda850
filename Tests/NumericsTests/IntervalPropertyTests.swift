import Numerics
import Testing

/// A true ratio of small numbers, computed the long way.
private struct Ratio {
    var n: Int128
    var d: Int128
    static func + (a: Ratio, b: Ratio) -> Ratio { Ratio(n: a.n * b.d + b.n * a.d, d: a.d * b.d) }
    static func - (a: Ratio, b: Ratio) -> Ratio { Ratio(n: a.n * b.d - b.n * a.d, d: a.d * b.d) }
    static func * (a: Ratio, b: Ratio) -> Ratio { Ratio(n: a.n * b.n, d: a.d * b.d) }
    static func / (a: Ratio, b: Ratio) -> Ratio { b.n < 0 ? Ratio(n: -a.n * b.d, d: -a.d * b.n) : Ratio(n: a.n * b.d, d: a.d * b.n) }
}

extension Interval {
    /// Whether low ≤ ratio ≤ high, by 256-bit products.
    fileprivate func encloses(_ ratio: Ratio) -> Bool {
        let right = ratio.n.multipliedFullWidth(by: ten(Int(scale)))
        let least = low.multipliedFullWidth(by: ratio.d)
        let greatest = high.multipliedFullWidth(by: ratio.d)
        return (least.high, least.low) <= (right.high, right.low) && (right.high, right.low) <= (greatest.high, greatest.low)
    }
}

private func ten(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

/// An interval and a true number inside it.
private struct Sample {
    var interval: Interval
    var truth: Ratio

    init(using random: inout Seeded) {
        let scale = Int.random(in: 0...4, using: &random)
        let low = Int128(Int.random(in: -2000...2000, using: &random))
        let value = low + Int128(Int.random(in: 0...30, using: &random))
        let high = value + Int128(Int.random(in: 0...30, using: &random))
        interval = Interval(low: low, value: value, high: high, scale: UInt8(scale))
        truth = Ratio(n: low * 8 + (high - low) * Int128(Int.random(in: 0...8, using: &random)), d: ten(scale) * 8)
    }
}

@Suite struct IntervalPropertyTests {
    @Test(arguments: 1...8)
    func theTruthStaysInside(seed: UInt64) {
        var random = Seeded(state: seed)
        var quotients = 0
        for _ in 0..<500 {
            let a = Sample(using: &random)
            let b = Sample(using: &random)
            let n = Int128(Int.random(in: 1...999, using: &random))
            #expect((a.interval + b.interval).encloses(a.truth + b.truth))
            #expect((a.interval - b.interval).encloses(a.truth - b.truth))
            #expect(a.interval.times(-n).encloses(a.truth * Ratio(n: -n, d: 1)))
            #expect(a.interval.divided(by: -n).encloses(a.truth / Ratio(n: -n, d: 1)))
            #expect(a.interval.product(b.interval)?.encloses(a.truth * b.truth) == true)
            guard let quotient = a.interval.quotient(b.interval) else {
                #expect(b.interval.low <= 0 && b.interval.high >= 0)
                continue
            }
            quotients += 1
            #expect(quotient.encloses(a.truth / b.truth))
            #expect(quotient.low <= quotient.value && quotient.value <= quotient.high)
        }
        #expect(quotients > 400)
    }

    @Test(arguments: 1...8)
    func endsAreTheObviousOnes(seed: UInt64) {
        var random = Seeded(state: seed)
        for _ in 0..<500 {
            let a = Sample(using: &random).interval
            let b = Sample(using: &random).interval
            // Everything at four decimals, by hand.
            let p = ten(4 - Int(a.scale))
            let q = ten(4 - Int(b.scale))
            let sum = Interval(low: a.low * p + b.low * q, value: a.value * p + b.value * q, high: a.high * p + b.high * q, scale: 4)
            let difference = Interval(
                low: a.low * p - b.high * q, value: a.value * p - b.value * q, high: a.high * p - b.low * q, scale: 4)
            #expect((a + b).normalised() == sum.normalised())
            #expect((a - b).normalised() == difference.normalised())
            #expect(a.isBelow(b) == (a.high * p < b.low * q))
            #expect(a.contains(b) == (a.low * p <= b.low * q && b.high * q <= a.high * p))
            #expect(a.isNarrower(than: b) == ((a.high - a.low) * p < (b.high - b.low) * q))
        }
    }

    /// Numbers of every size: nothing traps, ends stay in order and within the limit.
    @Test(arguments: 1...8)
    func nothingTraps(seed: UInt64) {
        var random = Seeded(state: seed)
        func huge() -> Interval {
            let ends = (0..<3).map { _ in
                let bits = Int128(truncatingIfNeeded: random.next()) << 64 | Int128(random.next())
                return bits >> Int.random(in: 0...127, using: &random)
            }.sorted()
            return Interval(low: ends[0], value: ends[1], high: ends[2], scale: UInt8.random(in: 0...36, using: &random))
        }
        for _ in 0..<500 {
            let (a, b) = (huge(), huge())
            let n = a.value == 0 ? 1 : a.value
            let results = [
                a + b, a - b, -a, a.times(b.value), b.divided(by: n), a.product(b), a.quotient(b), a.intersection(b),
                Interval.max(a, b), Interval.min(a, b), a.normalised(), a.withoutHigh + b, a.withoutLow.product(b),
            ]
            for result in results.compactMap({ $0 }) {
                #expect(result.low <= result.value && result.value <= result.high && result.scale <= 36)
                #expect(!result.hasLow || result.low.magnitude <= Interval.limit.magnitude)
                #expect(!result.hasHigh || result.high.magnitude <= Interval.limit.magnitude)
                #expect(result.value.magnitude <= Interval.limit.magnitude)
            }
        }
    }
}
