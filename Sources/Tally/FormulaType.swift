import Ledger
import Numerics

/// What sort of quantity a part of a formula is, and in what it is spoken of.
///
/// Values of a formula are kept in the base of their kind: percentages and points as numbers of % and of points, ratios and counts as plain
/// numbers, amounts in quanta of their dimensions (quanta of 元 over quanta of 户 for `亿元/户`).
public struct QuantityType: Hashable, Sendable {
    /// In the order in which the product of two takes the later.
    public enum Kind: Int, Comparable, Sendable {
        /// A number without a measure: takes the other side's.
        case number
        /// So many of something that is counted: items of a register, a place in a ranking.
        case count
        /// An amount over one of the same dimension.
        case ratio
        case percentage
        case points
        case amount

        /// Gives way in a product.
        public static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
    }

    /// What sort of quantity it is.
    public var kind: Kind
    /// Of an amount: its dimensions in their order, each with its exponent, none zero.
    var dimensions: [Dimension] = []
    /// What an amount is so many times multiplied by, or divided by.
    struct Dimension: Hashable, Sendable {
        var number: Int
        var exponent: Int
    }

    /// How much of the base one of the measure is.
    public var scale: Fraction = .one
    /// The measure in which it is shown; empty for plain numbers.
    public var measureName = ""
    /// Whether an integer written in it is exact.
    var isCounting = false

    static let number = QuantityType(kind: .number)
    static let count = QuantityType(kind: .count, isCounting: true)
    static let ratio = QuantityType(kind: .ratio)
    static let percentage = QuantityType(kind: .percentage, measureName: "%")
    static let points = QuantityType(kind: .points, measureName: "百分点")

    /// A value in the base as a number of its measure.
    public func number(_ interval: Interval) -> Interval { scale == .one ? interval : interval.dividing(by: scale) }
}

extension QuantityType {
    /// Of numbers in a measure of the ledger, looking so deep into ratios of ratios.
    init(_ id: MeasureID, _ measures: MeasureTable, depth: Int = RatioSides.deepest) {
        let measure = measures[id]
        switch measure.kind {
        case .percentage:
            self.init(kind: .percentage, scale: Self.parts(of: "%", in: measure, measures), measureName: measure.name)
        case .points:
            self.init(kind: .points, scale: Self.parts(of: "百分点", in: measure, measures), measureName: measure.name)
        case .amount, .counting, .ratio:
            self.init(kind: .amount, measureName: measure.name, isCounting: measure.isCounting)
            (dimensions, scale) = Self.dimensions(measure, measures, depth)
        }
    }

    /// How many of a built-in measure one of another of its dimension is.
    private static func parts(of name: String, in measure: Measure, _ measures: MeasureTable) -> Fraction {
        let one = measures.find(name).map { measures[$0].factor } ?? 1
        return Fraction(numerator: measure.factor, denominator: one) ?? .one
    }

    /// A measure of the dimension of `A/B` is amounts of A over amounts of B.
    private static func dimensions(_ measure: Measure, _ measures: MeasureTable, _ depth: Int) -> ([Dimension], Fraction) {
        let own = ([Dimension(number: measure.dimension, exponent: 1)], Fraction(measure.factor))
        let ratio = measure.sides == nil ? measures.measures.first { $0.dimension == measure.dimension && $0.sides != nil } : measure
        guard depth > 0, let ratio, let sides = ratio.sides else { return own }
        let (a, b) = (QuantityType(sides.over, measures, depth: depth - 1), QuantityType(sides.under, measures, depth: depth - 1))
        guard let quotient = try? a.over(b), quotient.type.kind == .amount,
            let size = Fraction(numerator: measure.factor, denominator: ratio.factor),
            let scale = quotient.type.scale.multiplied(by: size)
        else { return own }
        return (quotient.type.dimensions, scale)
    }
}

extension Interval {
    /// So many times the quantity, exact where it divides within 36 decimals.
    func multiplying(by factor: Fraction) -> Interval {
        if factor == .one { return self }
        let product = factor.numerator == 1 ? self : times(Int128(factor.numerator))
        return factor.denominator == 1 ? product : product.divided(by: Int128(factor.denominator))
    }

    /// The quantity over a factor, which is not zero.
    func dividing(by factor: Fraction) -> Interval {
        let product = factor.denominator == 1 ? self : times(Int128(factor.denominator))
        return factor.numerator == 1 ? product : product.divided(by: Int128(factor.numerator))
    }
}
