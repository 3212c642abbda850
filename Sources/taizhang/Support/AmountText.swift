import Diagnostics
import Ledger
import Numerics

/// An amount as people read it: `50.17 亿元` and, apart, the interval that it stands for.
struct AmountText {
    /// With its measure, and `≥` where it is only a lower bound.
    var value: String
    /// `(50.12 … 50.22)`; empty where the value is exact or nothing can be said.
    var interval: String

    /// An interval in quanta of the measure; `decimals` are shown at least.
    init(_ interval: Interval, _ measure: Measure, in language: Language, hasSign: Bool = false, decimals least: Int = 0) {
        let factor = measure.factor
        let decimals = max(least, Self.decimals(interval, factor))
        func text(_ n: Int128, _ decimals: Int, _ rounding: Rounding) -> String {
            decimalText(n, scale: interval.scale, dividedBy: factor, decimals: decimals, rounding: rounding)
        }
        let isLowerBound = interval.hasLow && !interval.hasHigh
        let isUpperBound = interval.hasHigh && !interval.hasLow
        var shown = text(isLowerBound ? interval.low : isUpperBound ? interval.high : interval.value, decimals, .nearest)
        if hasSign, interval.value > 0 { shown = "+" + shown }
        value = (isLowerBound ? "≥" : isUpperBound ? "≤" : "") + shown + Self.suffix(measure, language)
        self.interval = ""
        if interval.hasLow, interval.hasHigh, !interval.isExact {
            let ends = [interval.low, interval.high].map { exactDecimals($0, scale: interval.scale, dividedBy: factor) ?? .max }
            let shown = max(decimals, min(decimals + 1, ends.max() ?? 0))
            self.interval = "(\(text(interval.low, shown, .down)) … \(text(interval.high, shown, .up)))"
        }
    }

    /// As many as the value has, when it ends soon, and as its interval supports.
    private static func decimals(_ interval: Interval, _ factor: Int64) -> Int {
        let exact = exactDecimals(interval.value, scale: interval.scale, dividedBy: factor)
        let isShort = exact.map { $0 <= 6 } ?? false
        guard interval.hasLow, interval.hasHigh, !interval.isExact else { return isShort ? exact ?? 2 : 2 }
        // The place of the first digit of the interval's width.
        let width = String(interval.high - interval.low).count
        let supported = Int(interval.scale) + String(factor).count - width
        return isShort ? max(exact ?? 0, min(6, supported)) : max(0, min(4, supported))
    }

    private static func suffix(_ measure: Measure, _ language: Language) -> String {
        if measure.name.isEmpty { return "" }
        let name = measure.displayName(in: language)
        if measure.kind == .percentage { return name }
        // `53.87 100m yuan` would read as two numbers.
        return (name.first.map { $0.isASCII && $0.isNumber } == true ? " × " : " ") + name
    }
}
