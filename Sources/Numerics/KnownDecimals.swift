/// How many decimals of a value mean something: its interval is narrower than ten of the last. Values known exactly get all that they have, up
/// to nine; a value with an open end those up to its other end.
public func knownDecimals(_ interval: Interval, factor: Int64) -> Int {
    let most = 9
    let width =
        switch (interval.hasLow, interval.hasHigh) {
        case (true, true): distance(interval.low, interval.high)
        case (true, false): distance(interval.low, interval.value).doubled
        case (false, true): distance(interval.value, interval.high).doubled
        case (false, false): Int128(0)
        }
    if width == 0 { return min(most, exactDecimals(interval.value, scale: interval.scale, dividedBy: factor) ?? most) }
    // width / 10^scale / factor < 10 × 10^-decimals
    var bound = Int128(factor)
    for _ in 0...interval.scale {
        let (raised, overflow) = bound.multipliedReportingOverflow(by: 10)
        bound = overflow ? .max : raised
    }
    var decimals = 0
    while decimals < most, width < bound / 10 { (bound, decimals) = (bound / 10, decimals + 1) }
    return decimals
}

/// Ends may lie further apart than the type can say.
private func distance(_ low: Int128, _ high: Int128) -> Int128 {
    let (width, overflow) = high.subtractingReportingOverflow(low)
    return overflow ? .max : width
}

extension Int128 {
    fileprivate var doubled: Int128 { self > .max / 2 ? .max : self * 2 }
}
