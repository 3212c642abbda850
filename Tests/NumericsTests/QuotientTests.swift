import Numerics
import Testing

private func interval(_ low: Int128, _ value: Int128, _ high: Int128, _ scale: UInt8 = 0) -> Interval {
    Interval(low: low, value: value, high: high, scale: scale)
}

private func exact(_ n: Int128, _ scale: UInt8 = 0) -> Interval { interval(n, n, n, scale) }

@Suite struct QuotientTests {
    @Test(
        arguments: [
            (exact(1), exact(4), exact(25, 2)), (exact(-1), exact(4), exact(-25, 2)), (exact(1), exact(-4), exact(-25, 2)),
            (exact(-1), exact(-4), exact(25, 2)), (exact(0), exact(4), exact(0)), (exact(2025, 1), exact(5, 2), exact(4050)),
            (interval(4, 6, 8), interval(1, 2, 4), interval(1, 3, 8)), (interval(-8, -6, -4), interval(1, 2, 4), interval(-8, -3, -1)),
            (interval(-4, 2, 8), interval(1, 2, 4), interval(-4, 1, 8)), (interval(-4, 2, 8), interval(-4, -2, -1), interval(-8, -1, 4)),
            (interval(4, 6, .max), interval(1, 2, 4), interval(1, 3, .max)),
            (interval(.min, 6, 8), interval(1, 2, 4), interval(.min, 3, 8)),
            (interval(4, 6, 8), interval(1, 2, .max), interval(0, 3, 8)), (interval(-8, -6, -4), interval(1, 2, .max), interval(-8, -3, 0)),
            (interval(4, 6, 8), interval(.min, -2, -1), interval(-8, -3, 0)),
        ] as [(Interval, Interval, Interval)])
    func signsAndOpenEnds(a: Interval, b: Interval, expected: Interval) {
        #expect(a.quotient(b) == expected)
    }

    @Test(arguments: [exact(0), interval(0, 1, 2), interval(-2, -1, 0), interval(-1, 0, 1), interval(.min, 1, 2), interval(.min, 0, .max)])
    func nothingIsDividedByWhatMayBeZero(b: Interval) {
        #expect(exact(1).quotient(b) == nil)
    }

    @Test(
        arguments: [
            (exact(1), exact(3)), (exact(-2), exact(3)), (exact(1), exact(Interval.limit - 1)), (exact(Interval.limit - 1), exact(7)),
            (exact(1, 36), exact(7)), (exact(7), exact(123_456_789_012_345_678, 18)), (exact(5, 36), exact(Interval.limit - 1, 36)),
            (exact(Interval.limit / 100 - 2), exact(3, 2)), (exact(99), exact(Interval.limit - 1, 36)),
            (exact(Interval.limit - 3, 36), exact(9)),
        ] as [(Interval, Interval)])
    func endlessQuotientsAreEnclosedClosely(a: Interval, b: Interval) throws {
        let quotient = try #require(a.quotient(b))
        #expect(quotient.low < quotient.high && quotient.low <= quotient.value && quotient.value <= quotient.high)
        let back = try #require(quotient.product(b))
        #expect(back.contains(a))
        #expect(quotient.high - quotient.low == 1)
        let digits = String(quotient.high.magnitude).count
        #expect(digits >= 20 || quotient.scale == 36)
    }

    @Test func growthOfRoundedLevels() throws {
        let growth = try #require((interval(495, 500, 505, 1) - interval(455, 460, 465, 1)).quotient(interval(455, 460, 465, 1)))
        // 3 / 46.5 to 5 / 45.5, around 4 / 46, as the difference and the base vary apart.
        #expect(decimalText(growth.low, scale: growth.scale, dividedBy: 1, decimals: nil, rounding: .down) == "0.06451612903")
        #expect(decimalText(growth.value, scale: growth.scale, dividedBy: 1, decimals: nil, rounding: .nearest) == "0.08695652174")
        #expect(decimalText(growth.high, scale: growth.scale, dividedBy: 1, decimals: nil, rounding: .up) == "0.1098901099")
    }

    @Test(
        arguments: [
            (interval(1, 2, 3), interval(4, 5, 6), interval(4, 10, 18)), (interval(-1, 2, 3), interval(-4, 5, 6), interval(-12, 10, 18)),
            (interval(1, 2, 3), interval(-6, -5, -4), interval(-18, -10, -4)), (exact(15, 1), exact(25, 2), exact(375, 3)),
            (interval(1, 2, .max), interval(-6, -5, -4), interval(.min, -10, -4)), (interval(1, 2, .max), exact(0), exact(0)),
            (interval(0, 2, .max), interval(1, 2, .max), interval(0, 4, .max)), (exact(5, 36), exact(5, 36), interval(0, 0, 1, 36)),
            (exact(-5, 36), exact(5, 1), interval(-3, -3, -2, 36)), (exact(3, 36), exact(3, 3), interval(0, 0, 1, 36)),
        ] as [(Interval, Interval, Interval)])
    func products(a: Interval, b: Interval, expected: Interval) {
        #expect(a.product(b) == expected)
        #expect(b.product(a) == expected)
    }
}
