import Diagnostics
import Numerics
import Syntax
import Tally

/// The numbers of a claim as people read them.
public struct ClaimText {
    private let test: ClaimTest

    /// The numbers of this claim.
    public init(_ test: ClaimTest) { self.test = test }

    private var suffix: String {
        if test.claim.kind == .rank { return "" }
        return test.isInPoints ? " pp" : "%"
    }

    private var hasSign: Bool {
        switch test.claim.kind {
        case .yoy, .pop, .lead: true
        case .done, .share, .rank: false
        }
    }

    /// The claim's number as it was written: `102.5%`, `+8.2%`, `3/9`.
    public var stated: String {
        let number = test.claim.number
        let bound =
            switch number.bound {
            case .exactly: ""
            case .above: "> "
            case .atLeast: ">= "
            case .below: "< "
            case .atMost: "<= "
            case .about: "~ "
            }
        let sign = number.hasSign && number.decimal.mantissa >= 0 ? "+" : ""
        let among = test.claim.rankedAmong.map { "/\($0)" } ?? ""
        let measure = test.claim.measure?.text == "‰" ? "‰" : suffix
        return bound + sign + number.decimal.description + measure + among
    }

    /// The same with what its rounding allows.
    public var statedRange: String {
        guard test.claim.kind != .rank, test.claim.number.bound == .exactly else { return stated }
        return
            "\(stated) (\(text(test.stated.low, test.stated.scale, nil, .down)) … \(text(test.stated.high, test.stated.scale, nil, .up)))"
    }

    /// What was computed, with one decimal more than the claim has, and what it may be; nil where nothing was.
    public var computedRange: String? {
        guard let computed = test.computed else { return nil }
        if test.claim.kind == .rank {
            let (best, worst) = (computed.low, computed.high)
            return best == worst ? "\(best)" : "\(best)–\(worst)"
        }
        let decimals = decimals + 1
        if !computed.hasLow, !computed.hasHigh { return "?" }
        let value = signed(computed.value, computed.scale, decimals, .nearest) + suffix
        if computed.isExact { return value }
        let low = computed.hasLow ? text(computed.low, computed.scale, decimals, .down) : nil
        let high = computed.hasHigh ? text(computed.high, computed.scale, decimals, .up) : nil
        switch (low, high) {
        case (let low?, let high?): return "\(value) (\(low) … \(high))"
        case (let low?, nil): return "≥ \(low)\(suffix)"
        case (nil, let high?): return "≤ \(high)\(suffix)"
        case (nil, nil): return "?"
        }
    }

    /// What the claim would have to say, with as many decimals as it has; nil where no one number follows.
    public var mended: String? {
        guard let computed = test.computed else { return nil }
        if test.claim.kind == .rank { return computed.isExact ? "\(computed.value)" + (test.ranked.map { "/\($0)" } ?? "") : nil }
        guard computed.hasLow, computed.hasHigh else { return nil }
        return signed(computed.value, computed.scale, decimals, .nearest) + suffix
    }

    private var decimals: Int { Int(test.claim.number.decimal.scale) + (test.claim.measure?.text == "‰" ? 1 : 0) }

    private func signed(_ number: Int128, _ scale: UInt8, _ decimals: Int?, _ rounding: Rounding) -> String {
        (hasSign && number > 0 ? "+" : "") + text(number, scale, decimals, rounding)
    }

    private func text(_ number: Int128, _ scale: UInt8, _ decimals: Int?, _ rounding: Rounding) -> String {
        decimalText(number, scale: scale, dividedBy: 1, decimals: decimals, rounding: rounding)
    }
}

extension ClaimKind {
    /// The keyword of the claim.
    public var keyword: Localized {
        switch self {
        case .yoy: Localized(en: "yoy", zh: "同比")
        case .pop: Localized(en: "pop", zh: "环比")
        case .done: Localized(en: "done", zh: "完成")
        case .lead: Localized(en: "lead", zh: "超序时")
        case .share: Localized(en: "share", zh: "占比")
        case .rank: Localized(en: "rank", zh: "位次")
        }
    }
}
