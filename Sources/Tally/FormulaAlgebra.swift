import Numerics

/// Why two quantities cannot be combined.
public enum TypeMismatch: Error, Sendable {
    /// Of two dimensions.
    case dimension
    /// A percentage and points.
    case points
    /// More measures multiplied and divided than `mostFactors`.
    case factors

    /// Nobody speaks of a quantity with more; a chain of formulas could double them at each step.
    public static let mostFactors = 16
}

/// What two operands make: each is multiplied by its factor first.
struct Combined {
    var type: QuantityType
    var left = Fraction.one
    var right = Fraction.one
}

extension QuantityType {
    private static let hundred = Fraction(100)
    private static let hundredth = Fraction(numerator: 1, denominator: 100) ?? .one

    /// Both as quantities of one type, to be compared: a bare number takes the other's measure, a ratio becomes a percentage.
    func unified(with other: QuantityType) throws(TypeMismatch) -> Combined {
        switch (kind, other.kind) {
        case (.amount, .amount):
            guard dimensions == other.dimensions else { throw .dimension }
            return Combined(type: self)
        case (let a, let b) where a == b: return Combined(type: self)
        case (.number, _), (.count, .amount): return Combined(type: other, left: other.scale)
        case (_, .number), (.amount, .count): return Combined(type: self, right: scale)
        case (.ratio, .percentage), (.ratio, .points): return Combined(type: other, left: Self.hundred)
        case (.percentage, .ratio), (.points, .ratio): return Combined(type: self, right: Self.hundred)
        case (.percentage, .points), (.points, .percentage): throw .points
        default: throw .dimension
        }
    }

    /// The sum: points change a percentage.
    func plus(_ other: QuantityType) throws(TypeMismatch) -> Combined {
        switch (kind, other.kind) {
        case (.percentage, .points): Combined(type: self)
        case (.points, .percentage): Combined(type: other)
        default: try unified(with: other)
        }
    }

    /// The difference: of two percentages it is in points, unless this is the literal whole, `100%`.
    func minus(_ other: QuantityType, isWhole: Bool) throws(TypeMismatch) -> Combined {
        if kind == .percentage, other.kind == .points { return Combined(type: self) }
        var difference = try unified(with: other)
        if difference.type.kind == .percentage, !isWhole { difference.type = .points }
        return difference
    }

    /// The product. A percentage of something is that many hundredths of it.
    func times(_ other: QuantityType) throws(TypeMismatch) -> Combined {
        if kind == .amount, other.kind == .amount {
            // So many 万元/户 of so many 户 are 万元.
            let under = "/" + other.measureName
            let name = measureName.hasSuffix(under) ? String(measureName.dropLast(under.count)) : "\(measureName)·\(other.measureName)"
            return Combined(type: try compound(other, exponent: 1, name: name))
        }
        let isLess = kind < other.kind
        let factor = Swift.min(kind, other.kind) >= .percentage ? Self.hundredth : .one
        return Combined(type: isLess ? other : self, left: factor)
    }

    /// The quotient. Amounts of one dimension make a ratio, others a ratio measure.
    func over(_ other: QuantityType) throws(TypeMismatch) -> Combined {
        switch (kind, other.kind) {
        case (.amount, .amount):
            let factor = "·" + other.measureName
            let name = measureName.hasSuffix(factor) ? String(measureName.dropLast(factor.count)) : "\(measureName)/\(other.measureName)"
            return Combined(type: try compound(other, exponent: -1, name: name))
        case (_, .amount):
            let factor = kind == .percentage || kind == .points ? Self.hundredth : .one
            let none = QuantityType(kind: .amount)
            return Combined(type: try none.compound(other, exponent: -1, name: "1/\(other.measureName)"), left: factor)
        case (.amount, .percentage), (.amount, .points): return Combined(type: self, left: Self.hundred)
        case (.percentage, .percentage), (.percentage, .points), (.points, .percentage), (.points, .points), (.count, .count):
            return Combined(type: .ratio)
        case (_, .percentage), (_, .points): return Combined(type: .ratio, left: Self.hundred)
        case (.number, _): return Combined(type: other.kind == .ratio ? .ratio : .number)
        default: return Combined(type: self)
        }
    }

    private func compound(_ other: QuantityType, exponent: Int, name: String) throws(TypeMismatch) -> QuantityType {
        var result = QuantityType(kind: .amount, dimensions: dimensions, measureName: name)
        for dimension in other.dimensions {
            let place = result.dimensions.partitioningIndex { $0.number >= dimension.number }
            let isThere = place < result.dimensions.count && result.dimensions[place].number == dimension.number
            if !isThere { result.dimensions.insert(QuantityType.Dimension(number: dimension.number, exponent: 0), at: place) }
            result.dimensions[place].exponent += dimension.exponent * exponent
            if result.dimensions[place].exponent == 0 { result.dimensions.remove(at: place) }
        }
        if result.dimensions.isEmpty { return .ratio }
        // Both: measures of one dimension may cancel in what is kept and pile up in the name.
        let named = name.count { $0 == "·" || $0 == "/" } + 1
        guard max(named, result.dimensions.reduce(0) { $0 + abs($1.exponent) }) <= TypeMismatch.mostFactors else { throw .factors }
        let scale = exponent > 0 ? scale.multiplied(by: other.scale) : scale.divided(by: other.scale)
        result.scale = scale ?? .one
        if scale == nil { result.measureName = "" }
        return result
    }
}
