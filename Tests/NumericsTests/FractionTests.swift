import Numerics
import Testing

@Suite struct FractionTests {
    @Test(
        arguments: [
            (Int64(12), Int64(18), Int64?.some(6), Int64?.some(36)), (-12, 18, 6, 36), (0, 5, 5, 0), (0, 0, 0, 0), (.min, 1, 1, nil),
            (.min, .min, nil, nil), (.min, 0, nil, 0), (.max, 2, 1, nil), (.max, .max, .max, .max),
        ] as [(Int64, Int64, Int64?, Int64?)])
    func divisorsAndMultiples(a: Int64, b: Int64, divisor: Int64?, multiple: Int64?) {
        #expect(greatestCommonDivisor(a, b) == divisor)
        #expect(leastCommonMultiple(a, b) == multiple)
    }

    @Test func reduces() throws {
        let ratio = try #require(Fraction(numerator: 10_000, denominator: -15))
        #expect(ratio.numerator == -2000 && ratio.denominator == 3)
        #expect(Fraction(numerator: 0, denominator: -7) == Fraction(0))
        #expect(Fraction(numerator: 1, denominator: 0) == nil)
        #expect(Fraction(numerator: .min, denominator: -1) == nil)
        #expect(Fraction(numerator: .min, denominator: .min) == .one)
        #expect(Fraction.one.divided(by: ratio) == Fraction(numerator: 3, denominator: -2000))
    }

    @Test func multipliesAndDivides() throws {
        let big = try #require(Fraction(numerator: .max, denominator: 2))
        let half = try #require(Fraction(numerator: 1, denominator: 2))
        #expect(half.multiplied(by: Fraction(4)) == Fraction(2))
        #expect(half.divided(by: Fraction(-4)) == Fraction(numerator: -1, denominator: 8))
        #expect(big.multiplied(by: Fraction(4)) == nil)
        #expect(big.multiplied(by: Fraction(2)) == Fraction(.max))
        #expect(big.divided(by: big) == .one)
        #expect(half.divided(by: Fraction(0)) == nil)
        #expect(Fraction(.min).multiplied(by: Fraction(.min)) == nil)
        #expect(Fraction.one.divided(by: Fraction(.min)) == nil)
    }
}
