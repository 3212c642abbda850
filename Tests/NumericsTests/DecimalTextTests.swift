import Numerics
import Testing

@Suite struct DecimalTextTests {
    @Test(
        arguments: [
            (Int128(20250), UInt8(2), Int64(1), Int?.none, "202.5"), (20250, 2, 1, 2, "202.50"), (20250, 2, 1, 0, "203"),
            (-20250, 2, 1, 0, "-203"), (0, 5, 1, nil, "0"), (0, 5, 1, 2, "0.00"), (-4, 1, 1, 0, "0"), (-4, 3, 1, 2, "0.00"),
            (5, 3, 1, 2, "0.01"), (-5, 3, 1, 2, "-0.01"), (995, 2, 1, 1, "10.0"), (1, 0, 3, nil, "0.3333333333"),
            (2, 0, 3, nil, "0.6666666667"), (1, 0, 300, nil, "0.003333333333"), (100, 0, 3, nil, "33.33333333"),
            (1, 0, 8, nil, "0.125"), (1, 12, 1, nil, "0.000000000001"), (1, 13, 1, nil, "0.0000000000001"),
            (123_456_789_012_345, 14, 1, nil, "1.23456789012345"), (100_000_000_000_000, 0, 3, nil, "33333333333333"),
            (1, 0, 3, 20, "0.33333333333333333333"),
            (1, 36, .max, nil, "0.0000000000000000000000000000000000000000000000000000001084202172"),
            (.min, 0, 1, nil, "-170141183460469231731687303715884105728"), (999_999_999_999, 0, 1, 3, "999999999999.000"),
            (9_999_999_999_999, 13, 1, nil, "0.9999999999999"),
        ] as [(Int128, UInt8, Int64, Int?, String)])
    func nearest(n: Int128, scale: UInt8, factor: Int64, decimals: Int?, expected: String) {
        #expect(decimalText(n, scale: scale, dividedBy: factor, decimals: decimals, rounding: .nearest) == expected)
    }

    @Test(
        arguments: [
            (Int128(2), Int?.none, "0.6666666666", "0.6666666667"), (-2, nil, "-0.6666666667", "-0.6666666666"),
            (1, 1, "0.3", "0.4"), (-1, 1, "-0.4", "-0.3"), (3, 1, "1.0", "1.0"), (-3, 1, "-1.0", "-1.0"), (-1, 0, "-1", "0"),
        ] as [(Int128, Int?, String, String)])
    func outward(thirds: Int128, decimals: Int?, down: String, up: String) {
        #expect(decimalText(thirds, scale: 0, dividedBy: 3, decimals: decimals, rounding: .down) == down)
        #expect(decimalText(thirds, scale: 0, dividedBy: 3, decimals: decimals, rounding: .up) == up)
    }

    /// A grouped number goes by way of its digits, another by way of 64 bits.
    @Test func bothWaysAgree() {
        var random: UInt64 = 7
        func next(_ bound: UInt64) -> UInt64 {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (random >> 16) % bound
        }
        let factors: [Int64] = [1, 2, 10_000, 3, 15, 1_000_000_007, 100_000_000, 666_670]
        for _ in 0..<20_000 {
            let magnitude = Int128(next(1 << 40)) << Int128(next(70)) / Int128(next(1000) + 1)
            let n = next(2) == 0 ? magnitude : -magnitude
            let (scale, factor) = (UInt8(next(20)), factors[Int(next(8))])
            guard let exact = exactDecimals(n, scale: scale, dividedBy: factor), exact <= 12 else { continue }
            for (decimals, rounding) in [(nil, Rounding.nearest), (exact, .down), (exact + 2, .up)] {
                let short = decimalText(n, scale: scale, dividedBy: factor, decimals: decimals, rounding: rounding)
                let long = decimalText(n, scale: scale, dividedBy: factor, decimals: decimals, rounding: rounding, grouped: true)
                #expect(short == long.filter { $0 != "," })
            }
        }
    }

    @Test(
        arguments: [
            (Int128(482_590), "48,259.0"), (-482_590, "-48,259.0"), (9_990, "999.0"), (10_000, "1,000.0"), (-9_990, "-999.0"),
            (12_345_678_901, "1,234,567,890.1"), (5, "0.5"),
        ] as [(Int128, String)])
    func groups(tenths: Int128, expected: String) {
        #expect(decimalText(tenths, scale: 1, dividedBy: 1, decimals: 1, rounding: .nearest, grouped: true) == expected)
    }

    @Test(
        arguments: [
            (Int128(20250), UInt8(2), Int64(1), Int?.some(1)), (1, 0, 8, 3), (1, 0, 3, nil), (3, 0, 3, 0), (6, 0, 15, 1), (0, 36, 7, 0),
            (5, 1, 5, 1), (10, 0, 4, 1), (1, 0, 10_000, 4), (20_000, 0, 10_000, 0), (1, 36, 1 << 62, 98), (-3, 2, 12, 4), (100, 1, 1, 0),
            (25, 1, 2, 2),
            (50, 2, 25, 2),
        ] as [(Int128, UInt8, Int64, Int?)])
    func decimalsNeeded(n: Int128, scale: UInt8, factor: Int64, expected: Int?) {
        #expect(exactDecimals(n, scale: scale, dividedBy: factor) == expected)
    }

    @Test(
        arguments: [
            (Decimal(mantissa: 20250, scale: 2), "202.50"), (Decimal(mantissa: -5, scale: 2), "-0.05"),
            (Decimal(mantissa: 0, scale: 2), "0.00"),
            (Decimal(mantissa: 12, scale: 0), "12"), (Decimal(mantissa: 999_999_999_999_999_999, scale: 18), "0.999999999999999999"),
        ] as [(Decimal, String)])
    func decimalsAsWritten(number: Decimal, expected: String) {
        #expect(number.description == expected)
    }
}
