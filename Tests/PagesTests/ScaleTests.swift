import Numerics
import Testing

@testable import Pages

@Suite struct ScaleTests {
    private func amount(_ mantissa: Int64, _ scale: UInt8 = 0) -> Interval {
        Interval(exact: Decimal(mantissa: mantissa, scale: scale), factor: 1)
    }

    @Test(arguments: [
        (0, 0), (100, 1000), (50, 500), (33, 330), (-5, 0), (200, 1000),
    ])
    func `a quantity has its place, and what lies outside is moved to the end`(value: Int64, tenths: Int) throws {
        let scale = try #require(Scale(low: amount(0), high: amount(100), length: Pixels(100)))
        #expect(scale.position(of: amount(value)).tenths == tenths)
    }

    @Test func `a place is rounded once`() throws {
        let scale = try #require(Scale(low: amount(0), high: amount(3), length: Pixels(10)))
        #expect(scale.position(of: amount(1)).tenths == 33)
        #expect(scale.position(of: amount(2)).tenths == 67)
    }

    @Test func `there is no scale where nothing lies between the ends`() {
        #expect(Scale(low: amount(1), high: amount(1), length: Pixels(10)) == nil)
        #expect(Scale(low: amount(2), high: amount(1), length: Pixels(10)) == nil)
    }

    @Test func `values of many digits have places too`() throws {
        let large = Interval(exact: Decimal(mantissa: 999_999_999_999_999_999, scale: 0), factor: 1_000_000_000)
        let scale = try #require(Scale(low: -large, high: large, length: Pixels(100)))
        #expect(scale.position(of: .zero).tenths == 500)
    }

    @Test(arguments: [(0, "0"), (123, "12.3"), (-5, "-0.5"), (120, "12")])
    func `pixels have one decimal at most`(tenths: Int, text: String) {
        #expect(Pixels(tenths: tenths).text == text)
    }

    struct Axis: Sendable {
        var low: Int64
        var high: Int64
        var scale: UInt8 = 0
        var factor: Int64 = 1
        var labels: [String]
    }

    @Test(arguments: [
        Axis(low: 0, high: 57, labels: ["0", "20", "40", "60"]),
        Axis(low: 0, high: 20, labels: ["0", "5", "10", "15", "20"]),
        Axis(low: -12, high: 21, labels: ["-20", "0", "20", "40"]),
        Axis(low: 0, high: 0, labels: ["0.000000000000", "0.000000000001"]),
        Axis(low: 0, high: 34, scale: 2, labels: ["0.0", "0.1", "0.2", "0.3", "0.4"]),
        Axis(low: 0, high: 123_456, labels: ["0", "50,000", "100,000", "150,000"]),
        Axis(low: 0, high: 450_000, factor: 10_000, labels: ["0", "20", "40", "60"]),
        Axis(low: -7, high: 0, labels: ["-8", "-6", "-4", "-2", "0"]),
    ])
    func `ticks are round numbers around the values`(axis: Axis) {
        let ticks = Ticks(from: amount(axis.low, axis.scale), to: amount(axis.high, axis.scale), factor: axis.factor)
        #expect(ticks.labels == axis.labels)
        #expect(ticks.values.count == ticks.labels.count)
    }

    @Test func `ticks of the greatest numbers are there, and in order`() throws {
        let large = Interval(exact: Decimal(mantissa: 999_999_999_999_999_999, scale: 0), factor: 1_000_000_000)
        let ticks = Ticks(from: .zero, to: large, factor: 1)
        let (first, last) = (try #require(ticks.values.first), try #require(ticks.values.last))
        #expect(first.compareValue(last) < 0)
        #expect(last.compareValue(large) >= 0)
    }
}
