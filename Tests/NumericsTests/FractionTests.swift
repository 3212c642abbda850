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
        let ratio = try #require(Fraction(10_000, -15))
        #expect(ratio.numerator == -2000 && ratio.denominator == 3)
        #expect(Fraction(0, -7) == Fraction(0))
        #expect(Fraction(1, 0) == nil)
        #expect(Fraction(.min, -1) == nil)
        #expect(Fraction(.min, .min) == .one)
        #expect(ratio.reciprocal == Fraction(3, -2000))
        #expect(Fraction(0).reciprocal == nil)
    }

    @Test func multipliesAndDivides() throws {
        let big = try #require(Fraction(.max, 2))
        let half = try #require(Fraction(1, 2))
        #expect(half.multiplied(by: Fraction(4)) == Fraction(2))
        #expect(half.divided(by: Fraction(-4)) == Fraction(-1, 8))
        #expect(big.multiplied(by: Fraction(4)) == nil)
        #expect(big.multiplied(by: Fraction(2)) == Fraction(.max))
        #expect(big.divided(by: big) == .one)
        #expect(half.divided(by: Fraction(0)) == nil)
        #expect(Fraction(.min).multiplied(by: Fraction(.min)) == nil)
        #expect(Fraction(.min).reciprocal == nil)
    }
}
