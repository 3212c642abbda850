/// The greatest number that divides both, never negative; 0 for two zeros. Nil when it is 2^63, which only `Int64.min` can bring about.
public func greatestCommonDivisor(_ a: Int64, _ b: Int64) -> Int64? {
    Int64(exactly: greatestCommonDivisor(a.magnitude, b.magnitude))
}

/// The least positive number that both divide; 0 when either is 0. Nil on overflow.
public func leastCommonMultiple(_ a: Int64, _ b: Int64) -> Int64? {
    if a == 0 || b == 0 { return 0 }
    let quotient = a.magnitude / greatestCommonDivisor(a.magnitude, b.magnitude)
    let (product, overflow) = quotient.multipliedReportingOverflow(by: b.magnitude)
    return overflow ? nil : Int64(exactly: product)
}

func greatestCommonDivisor<Magnitude: UnsignedInteger>(_ a: Magnitude, _ b: Magnitude) -> Magnitude {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
}
