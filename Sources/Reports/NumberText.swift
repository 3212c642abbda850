import Ledger
import Numerics
import Tally

/// How the numbers of one indicator are written in one table: alike, so that they can be compared down a column.
struct NumberStyle {
    /// The most that any of them gets; each gets no more than is known of it.
    var decimals: Int
    var isGrouped: Bool

    static let mostDecimals = 4
    /// Enough for a reader, where nobody wrote more.
    private static let significantDigits = 5
    private static let groupedFrom: Int128 = 10_000

    /// For the values of an indicator in a table. What was reported is shown as it was written, up to four decimals; a sum of small
    /// amounts gets no more than five digits for the largest.
    init(for cells: [KnownCell], factor: Int64) {
        var written = 0
        var supported = 0
        var whole = 1
        var isGrouped = false
        for cell in cells {
            guard let interval = cell.interval else { continue }
            let known = knownDecimals(interval, factor: factor)
            supported = max(supported, known)
            if cell.way == .reported { written = max(written, known) }
            let magnitude = Self.wholePart(interval, factor)
            whole = max(whole, digitCount(magnitude))
            if magnitude >= Self.groupedFrom { isGrouped = true }
        }
        self.isGrouped = isGrouped
        decimals = min(Self.mostDecimals, max(written, min(supported, max(0, Self.significantDigits - whole))))
    }

    /// The value in its measure; rounded down where it is only a lower bound, so that the bound stays true.
    func text(_ interval: Interval, factor: Int64, rounding: Rounding = .nearest) -> String {
        // A column of like numbers is easier to compare: one place more than the interval supports does not mislead.
        let places = min(decimals, knownDecimals(interval, factor: factor) + 1)
        return decimalText(
            interval.value, scale: interval.scale, dividedBy: factor, decimals: places, rounding: rounding, grouped: isGrouped)
    }

    private static func wholePart(_ interval: Interval, _ factor: Int64) -> Int128 {
        let magnitude = interval.value < 0 ? -interval.value : interval.value
        return interval.scale > 36 ? 0 : magnitude / powerOfTen(interval.scale) / Int128(factor)
    }
}

/// How many decimals of a value mean something: its interval is narrower than ten of the last. Values known exactly get all that they have, up
/// to nine; a value with an open end those up to its other end.
func knownDecimals(_ interval: Interval, factor: Int64) -> Int {
    let most = 9
    let width =
        switch (interval.hasLow, interval.hasHigh) {
        case (true, true): distance(interval.low, interval.high)
        case (true, false): distance(interval.low, interval.value).saturatingDouble
        case (false, true): distance(interval.value, interval.high).saturatingDouble
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
    fileprivate var saturatingDouble: Int128 { self > .max / 2 ? .max : self * 2 }
}

private func digitCount(_ number: Int128) -> Int { String(number).count }

private func powerOfTen(_ exponent: UInt8) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

/// `+8.2%`, `-1.3 pp`: growth with its sign, one decimal at most.
func growthText(_ growth: Growth) -> String {
    let interval = growth.interval
    let places = interval.isExact ? 1 : min(1, knownDecimals(interval, factor: 1))
    var text = decimalText(interval.value, scale: interval.scale, dividedBy: 1, decimals: places, rounding: .nearest)
    if interval.value > 0, text.contains(where: { $0 != "0" && $0 != "." }) { text = "+" + text }
    return boundSign(interval) + text + (growth.isInPoints ? " pp" : "%")
}

/// What stands before a number of which only one end is known.
private func boundSign(_ interval: Interval) -> String {
    switch (interval.hasLow, interval.hasHigh) {
    case (true, true): ""
    case (true, false): ">"
    case (false, true): "<"
    case (false, false): "~"
    }
}

/// A value and its ends for machines, in the measure of `factor` quanta: exact, or ten significant digits, the ends rounded outward; nil
/// on an open side.
public struct MachineNumber: Sendable {
    /// The best single number.
    public var value: String
    /// Rounded down.
    public var low: String?
    /// Rounded up.
    public var high: String?

    /// Of an interval in quanta.
    public init(_ interval: Interval, factor: Int64) {
        func text(_ n: Int128, _ rounding: Rounding) -> String {
            decimalText(n, scale: interval.scale, dividedBy: factor, decimals: nil, rounding: rounding)
        }
        value = text(interval.value, .nearest)
        low = interval.hasLow ? text(interval.low, .down) : nil
        high = interval.hasHigh ? text(interval.high, .up) : nil
    }
}
