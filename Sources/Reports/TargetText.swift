import Diagnostics
import Ledger
import Numerics
import Syntax
import Tally

/// Amounts and percentages of targets as people and machines read them.
public struct TargetText {
    /// That of the indicator.
    public let measure: Measure
    private let ledger: Ledger

    /// How amounts of this indicator are written.
    public init(_ ledger: Ledger, _ id: IndicatorID) {
        self.ledger = ledger
        measure = ledger.measures[ledger.indicators[id].measure]
    }

    /// In the indicator's measure: as many decimals as are known, no more than two, of whole things none.
    public func value(_ interval: Interval, hasSign: Bool = false) -> String {
        let shown = ShownNumber(interval, .end)
        let exact = exactDecimals(shown.number, scale: interval.scale, dividedBy: measure.factor) ?? 2
        let decimals = measure.isCounting && exact == 0 ? 0 : 2
        let text = decimalText(
            shown.number, scale: interval.scale, dividedBy: measure.factor, decimals: decimals, rounding: shown.rounding)
        return shown.sign + (hasSign && shown.number > 0 ? "+" : "") + text
    }

    /// The level that a target asks for, or the change, where it is held against growth; with the sign of its bound.
    public func target(_ target: StandingTarget, _ level: Interval?) -> String { target.signed(unsigned(target, level)) }

    private func unsigned(_ target: StandingTarget, _ level: Interval?) -> String {
        if let level { return value(level) }
        switch target.demand {
        case .level(let level): return value(level)
        case .change(let change): return Self.percent(change, hasSign: true)
        case .points(let change): return Self.number(change, hasSign: true) + " pp"
        }
    }

    /// In the indicator's measure; nil on an open side.
    public func machine(_ interval: Interval?) -> String? { interval.map { MachineNumber($0, factor: measure.factor).value } }

    /// In % or points; nil on an open side.
    public static func percentMachine(_ interval: Interval?) -> String? { interval.map { MachineNumber($0, factor: 1).value } }

    /// One decimal, and the sign of a bound.
    public static func percent(_ interval: Interval, hasSign: Bool = false) -> String { number(interval, hasSign: hasSign) + "%" }

    /// One decimal without a sign of percent.
    public static func number(_ interval: Interval, hasSign: Bool = false) -> String {
        let shown = ShownNumber(interval, .end)
        let text = decimalText(shown.number, scale: interval.scale, dividedBy: 1, decimals: 1, rounding: shown.rounding)
        let isZero = text.allSatisfy { $0 == "0" || $0 == "." }
        return shown.sign + (hasSign && shown.number > 0 && !isZero ? "+" : "") + text
    }
}

extension TargetText {
    /// Points with their sign.
    public static func lead(_ interval: Interval) -> String { number(interval, hasSign: true) }

    /// A number of months: whole, or with one decimal.
    public static func months(_ interval: Interval) -> String {
        let text = number(interval)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

extension StandingTarget {
    /// A text of what it asks for, with the sign of the bound that it was written with, unless it has one.
    func signed(_ text: String) -> String {
        guard case .number(let written) = target.content, let first = text.first, !"≥≤~".contains(first) else { return text }
        let sign =
            switch written.bound {
            case .exactly: ""
            case .above, .atLeast: "≥"
            case .below, .atMost: "≤"
            case .about: "~"
            }
        return sign + text
    }
}
