import Numerics

/// One scale for all bounds, so that they compare and add as integers: the finest written, but so coarse that thousands of them add up
/// without overflow. What is finer is rounded outward, which can hide a contradiction among numbers of 30 digits and never make one.
struct Ruler {
    private let scale: Int

    init(_ intervals: [Interval]) {
        var finest = 0
        var wholeDigits = 0
        for interval in intervals {
            finest = max(finest, Int(interval.scale))
            if interval.hasLow { wholeDigits = max(wholeDigits, digitCount(interval.low.magnitude) - Int(interval.scale)) }
            if interval.hasHigh { wholeDigits = max(wholeDigits, digitCount(interval.high.magnitude) - Int(interval.scale)) }
        }
        scale = max(0, min(finest, 34 - wholeDigits))
    }

    func ends(of interval: Interval) -> (low: Int128, high: Int128) {
        let shift = scale - Int(interval.scale)
        let power = powerOfTen(abs(shift))
        if shift >= 0 { return (interval.hasLow ? interval.low * power : .min, interval.hasHigh ? interval.high * power : .max) }
        let (low, lowRest) = interval.low.quotientAndRemainder(dividingBy: power)
        let (high, highRest) = interval.high.quotientAndRemainder(dividingBy: power)
        return (
            interval.hasLow ? low - (lowRest < 0 ? 1 : 0) : .min, interval.hasHigh ? high + (highRest > 0 ? 1 : 0) : .max
        )
    }
}
