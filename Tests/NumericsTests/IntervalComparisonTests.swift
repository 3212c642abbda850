import Numerics
import Testing

private func interval(_ low: Int128, _ value: Int128, _ high: Int128, _ scale: UInt8 = 0) -> Interval {
    Interval(low: low, value: value, high: high, scale: scale)
}

private func exact(_ n: Int128, _ scale: UInt8 = 0) -> Interval { interval(n, n, n, scale) }

@Suite struct IntervalComparisonTests {
    @Test(
        arguments: [
            (interval(1, 2, 3), interval(3, 4, 5), true, false), (interval(1, 2, 3), interval(4, 4, 5), false, true),
            (interval(1, 2, 3), interval(31, 40, 50, 1), false, true), (interval(1, 2, 3), interval(30, 40, 50, 1), true, false),
            (exact(1).withoutHigh, exact(100), true, false), (exact(100), exact(1).withoutHigh, true, false),
            (exact(0), exact(1).withoutHigh, false, true), (exact(-1), exact(1, 36), false, true),
            (exact(Interval.limit - 1), exact(Interval.limit, 0), false, true), (exact(1, 36), exact(Interval.limit), false, true),
            (exact(-5), exact(-49, 1), false, true), (exact(-49, 1), exact(-5), false, false),
        ] as [(Interval, Interval, Bool, Bool)])
    func orders(a: Interval, b: Interval, intersects: Bool, isBelow: Bool) {
        #expect(a.intersects(b) == intersects)
        #expect(b.intersects(a) == intersects)
        #expect(a.isBelow(b) == isBelow)
        #expect((a.intersection(b) != nil) == intersects)
    }

    @Test(
        arguments: [
            (interval(1, 2, 3), interval(10, 20, 30, 1), true), (interval(1, 2, 3), interval(10, 20, 31, 1), false),
            (interval(1, 2, 3), interval(9, 20, 30, 1), false), (exact(1).withoutHigh, exact(7, 0).withoutHigh, true),
            (exact(7).withoutHigh, exact(1).withoutHigh, false), (interval(.min, 0, .max), exact(1).withoutLow, true),
            (interval(1, 2, 3), exact(2).withoutHigh, false),
        ] as [(Interval, Interval, Bool)])
    func containing(a: Interval, b: Interval, expected: Bool) {
        #expect(a.contains(b) == expected)
    }

    @Test(
        arguments: [
            (exact(15, 1), exact(150, 2), 0), (exact(15, 1), exact(151, 2), -1), (exact(-15, 1), exact(-151, 2), 1),
            (exact(0, 5), exact(0), 0), (exact(Interval.limit), exact(Interval.limit, 36), 1), (exact(-1), exact(1, 3), -1),
        ] as [(Interval, Interval, Int)])
    func values(a: Interval, b: Interval, expected: Int) {
        #expect(a.compareValue(b).signum() == expected)
        #expect(b.compareValue(a).signum() == -expected)
    }

    @Test func narrowness() {
        #expect(interval(1, 2, 3).isNarrower(than: interval(1, 2, 4)))
        #expect(!interval(1, 2, 3).isNarrower(than: interval(2, 3, 4)))
        #expect(interval(1, 2, 3, 1).isNarrower(than: interval(1, 2, 3)))
        #expect(exact(1).isNarrower(than: exact(1).withoutLow))
        #expect(!exact(1).withoutHigh.isNarrower(than: interval(.min, 0, .max)))
        #expect(exact(0).isNarrower(than: interval(-Interval.limit, 0, Interval.limit)))
        #expect(!interval(-Interval.limit, 0, Interval.limit).isNarrower(than: exact(0)))
    }

    @Test func combining() {
        #expect(interval(1, 2, 9).intersection(interval(30, 40, 50, 1)) == interval(30, 30, 50, 1))
        #expect(exact(1).withoutHigh.intersection(exact(5).withoutLow) == interval(1, 1, 5))
        #expect(Interval.max(interval(1, 5, 6), interval(20, 30, 90, 1)) == interval(20, 50, 90, 1))
        #expect(Interval.min(interval(1, 5, 6), exact(2).withoutHigh) == interval(1, 2, 6))
        #expect(exact(1).isPositive && !exact(0).isPositive && exact(-1).isNegative && !exact(0).isNegative)
        #expect(!exact(1).withoutLow.isPositive && exact(-1).withoutLow.isNegative)
    }

    @Test func normalForms() {
        #expect(interval(100, 200, 300, 3).normalised() == interval(1, 2, 3, 1))
        #expect(interval(100, 210, 300, 3).normalised() == interval(10, 21, 30, 2))
        #expect(exact(100).normalised() == exact(100))
        #expect(exact(0, 36).normalised() == .zero)
        #expect(exact(10, 1).withoutHigh.normalised() == exact(1).withoutHigh)
    }
}
