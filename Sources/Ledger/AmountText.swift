import Diagnostics
import Numerics

/// An amount as people read it: `50.17 亿元` and, apart, the interval that it stands for.
public struct AmountText: Sendable {
    /// The number alone, with the same signs before it.
    public var number: String
    /// With its measure, `≥` where it is only a lower bound, and `~` where it bounds nothing.
    public var value: String
    /// `(50.12 … 50.22)`; empty where the value is exact or nothing can be said.
    public var interval: String

    /// An interval in quanta of the measure, which is named as in that language, or else as in the ledger; `decimals` are shown at least.
    public init(
        _ interval: Interval, _ measure: Measure, in language: Language? = nil, hasSign: Bool = false, decimals least: Int = 0
    ) {
        let factor = measure.factor
        // A sum so far is shown as the sum of what it is made of, so that the reader can add it up. Nobody adds quotients up.
        let shown = ShownNumber(interval, measure.isRate ? .end : .value)
        let decimals = max(least, Self.decimals(interval, shown.number, factor))
        let digits = decimalText(shown.number, scale: interval.scale, dividedBy: factor, decimals: decimals, rounding: shown.rounding)
        number = shown.sign + (hasSign && shown.number > 0 ? "+" : "") + digits
        value = number + measure.suffix(in: language)
        self.interval = Self.ends(of: interval, factor, decimals)
    }

    /// `(50.12 … 50.22)`, where the value itself is told in other words; empty as above.
    public static func interval(_ interval: Interval, _ measure: Measure) -> String {
        ends(of: interval, measure.factor, decimals(interval, interval.value, measure.factor))
    }

    private static func ends(of interval: Interval, _ factor: Int64, _ decimals: Int) -> String {
        guard interval.hasLow, interval.hasHigh, !interval.isExact else { return "" }
        let exact = [interval.low, interval.high].map { exactDecimals($0, scale: interval.scale, dividedBy: factor) ?? .max }
        let shown = max(decimals, min(decimals + 1, exact.max() ?? 0))
        let low = decimalText(interval.low, scale: interval.scale, dividedBy: factor, decimals: shown, rounding: .down)
        let high = decimalText(interval.high, scale: interval.scale, dividedBy: factor, decimals: shown, rounding: .up)
        return "(\(low) … \(high))"
    }

    /// As many as the number shown has, when it ends soon, and as its interval supports.
    private static func decimals(_ interval: Interval, _ shown: Int128, _ factor: Int64) -> Int {
        let exact = exactDecimals(shown, scale: interval.scale, dividedBy: factor)
        let isShort = exact.map { $0 <= 6 } ?? false
        if interval.hasLow != interval.hasHigh {
            return min(4, exact ?? 4)
        }
        guard interval.hasLow, !interval.isExact else { return isShort ? exact ?? 2 : 2 }
        let supported = knownDecimals(interval, factor: factor)
        return isShort ? max(exact ?? 0, min(6, supported)) : min(4, supported)
    }

    /// The value, and the interval behind it where there is one.
    public var text: String { interval.isEmpty ? value : "\(value) \(interval)" }
}

extension Measure {
    /// What stands behind a number: the measure's name in that language, or else as in the ledger, with a blank before it unless it is a
    /// percent sign.
    public func suffix(in language: Language? = nil) -> String {
        let name = language.map { displayName(in: $0) } ?? name
        if name.isEmpty { return "" }
        if kind == .percentage { return name }
        // `53.87 100m yuan` would read as two numbers.
        return (name.utf8.first.map { 0x30...0x39 ~= $0 } == true ? " × " : " ") + name
    }
}
