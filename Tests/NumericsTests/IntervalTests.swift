import Numerics
import Testing

private let limit = Interval.limit

private func interval(_ low: Int128, _ value: Int128, _ high: Int128, _ scale: UInt8 = 0) -> Interval {
    Interval(low: low, value: value, high: high, scale: scale)
}

private func exact(_ n: Int128, _ scale: UInt8 = 0) -> Interval { interval(n, n, n, scale) }

@Suite struct IntervalTests {
    @Test(
        arguments: [
            (Decimal(mantissa: 2025, scale: 1), Int64(1), interval(20245, 20250, 20255, 2)),
            (Decimal(mantissa: 20250, scale: 2), 1, interval(202_495, 202_500, 202_505, 3)),
            (Decimal(mantissa: -18, scale: 1), 1, interval(-185, -180, -175, 2)),
            (Decimal(mantissa: 12, scale: 0), 10_000, interval(1_150_000, 1_200_000, 1_250_000, 1)),
            (Decimal(mantissa: 0, scale: 0), 1, interval(-5, 0, 5, 1)),
        ] as [(Decimal, Int64, Interval)])
    func roundedNumbersStateHalfAUnitEitherSide(number: Decimal, factor: Int64, expected: Interval) {
        #expect(Interval(rounded: number, factor: factor) == expected)
    }

    @Test func countsAreExact() {
        let count = Interval(exact: Decimal(mantissa: 12, scale: 0), factor: 3)
        #expect(count == exact(36))
        #expect(count.isExact && !Interval(rounded: Decimal(mantissa: 12, scale: 0), factor: 3).isExact)
    }

    @Test func theLargestFactorsFit() {
        let number = Decimal(mantissa: 999_999_999_999_999_999, scale: 18)
        for factor in [Int64.max, Int64.min] {
            let value = Interval(rounded: number, factor: factor)
            #expect(value.low < value.value && value.value < value.high && value.high <= limit && value.low >= -limit)
        }
    }

    @Test func openEnds() {
        let more = exact(350).withoutHigh
        let less = exact(600).withoutLow
        #expect(more.hasLow && !more.hasHigh && !less.hasLow && less.hasHigh)
        #expect(more + exact(5) == interval(355, 355, .max))
        #expect(more + less == interval(.min, 950, .max))
        #expect(-more == interval(.min, -350, -350))
        #expect(more - more == interval(.min, 0, .max))
        #expect(exact(1, 2) - more == interval(.min, -34999, -34999, 2))
        #expect(interval(-limit - 1, 0, limit + 1) == interval(.min, 0, .max))
    }

    @Test func scalesAlign() {
        #expect(exact(15, 1) + exact(25, 2) == exact(175, 2))
        #expect(exact(25, 2) - exact(15, 1) == exact(-125, 2))
        #expect(interval(1, 2, 3) + interval(-5, 0, 5, 36) == interval(1 * ten(36) - 5, 2 * ten(36), 3 * ten(36) + 5, 36))
        var sum = Interval.zero
        sum.add(exact(15, 1))
        sum += exact(5, 1)
        sum -= exact(1)
        #expect(sum == exact(10, 1))
    }

    @Test func withoutRoomDecimalsAreDroppedOutward() {
        // 38 digits and one of 36 decimals: only the whole part of the second remains.
        #expect(exact(limit - 9) + exact(15 * ten(35), 36) == interval(limit - 8, limit - 7, limit - 7))
        #expect(exact(9 - limit) - exact(15 * ten(35), 36) == interval(7 - limit, 7 - limit, 8 - limit))
        let sum = exact(limit, 4) + exact(limit - 1, 4)
        #expect(sum == interval(2 * ten(37) - 1, 2 * ten(37), 2 * ten(37), 3))
    }

    @Test func beyondTheLimitEndsOpen() {
        #expect(exact(limit) + exact(1) == interval(limit, limit, .max))
        #expect(exact(-limit) - exact(1) == interval(.min, -limit, -limit))
        #expect(exact(limit).times(limit) == interval(limit, limit, .max))
        #expect(exact(limit).times(-2) == interval(.min, -limit, -limit))
        #expect(exact(limit).product(exact(2)) == nil)
        #expect(exact(limit).quotient(exact(1, 36)) == nil)
        #expect(exact(limit).times(.min).value == -limit)
        #expect((interval(0, limit, .max) + interval(0, limit, .max)).value == limit)
    }

    @Test(
        arguments: [
            (interval(1, 2, 3), Int128(5), interval(5, 10, 15)), (interval(1, 2, 3), -5, interval(-15, -10, -5)),
            (exact(3).withoutHigh, -1, interval(.min, -3, -3)), (exact(3).withoutHigh, 0, exact(0)),
            (exact(ten(37), 5), 1000, exact(ten(38), 3)),
            (exact(99 * ten(36) + 5, 1), 5, interval(495 * ten(35) + 2, 495 * ten(35) + 3, 495 * ten(35) + 3)),
        ] as [(Interval, Int128, Interval)])
    func multiples(of quantity: Interval, n: Int128, expected: Interval) {
        #expect(quantity.times(n).normalised() == expected.normalised())
    }

    @Test(
        arguments: [
            (interval(2, 4, 6), Int128(2), interval(1, 2, 3)), (exact(1), 8, exact(125, 3)), (exact(1), -8, exact(-125, 3)),
            (interval(1, 2, .max), 4, interval(25, 50, .max, 2)), (interval(1, 2, .max), -4, interval(.min, -50, -25, 2)),
            (exact(limit), 1, exact(limit)), (Interval.zero, 7, .zero),
        ] as [(Interval, Int128, Interval)])
    func fractions(of quantity: Interval, n: Int128, expected: Interval) {
        #expect(quantity.divided(by: n) == expected)
    }

    @Test(arguments: [Int128(3), -3, 7, 11, 1_000_003, .max, .min])
    func endlessFractionsAreEnclosed(n: Int128) {
        let part = exact(100, 2).divided(by: n)
        #expect(!part.isExact && part.scale <= 36)
        let back = part.times(n == .min ? -limit : max(-limit, min(limit, n)))
        #expect(back.contains(exact(1)))
    }
}

private func ten(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }
