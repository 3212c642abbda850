import Ledger
import Numerics
import Tally

/// How the numbers of one indicator are written in one table: alike, so that they can be compared down a column.
struct NumberStyle {
    /// The most that any of them gets; each gets no more than is known of it.
    var decimals: Int
    /// What most of the reported ones were written with; only so far is a number filled up that is known less exactly.
    private var usualDecimals: Int
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
        var countByDecimals = Array(repeating: 0, count: Self.mostDecimals + 1)
        var isGrouped = false
        for cell in cells {
            guard let interval = cell.interval else { continue }
            let known = knownDecimals(interval, factor: factor)
            supported = max(supported, known)
            if cell.way == .reported {
                written = max(written, known)
                countByDecimals[max(0, min(known, Self.mostDecimals))] += 1
            }
            let magnitude = Self.wholePart(interval, factor)
            whole = max(whole, digitCount(magnitude))
            if magnitude >= Self.groupedFrom { isGrouped = true }
        }
        self.isGrouped = isGrouped
        decimals = min(Self.mostDecimals, max(written, min(supported, max(0, Self.significantDigits - whole))))
        let usual = countByDecimals.indices.reversed().max { countByDecimals[$0] < countByDecimals[$1] } ?? 0
        usualDecimals = countByDecimals[usual] > 0 ? usual : decimals
    }

    /// What is shown of an interval, in its measure, after the sign of its bound.
    func text(_ shown: ShownNumber, of interval: Interval, factor: Int64) -> String {
        // A column of like numbers is easier to compare: one place more than the interval supports does not mislead. One finely written
        // number is no reason for it.
        let known = knownDecimals(interval, factor: factor)
        let places = min(decimals, max(known, min(known + 1, usualDecimals)))
        return shown.sign
            + decimalText(
                shown.number, scale: interval.scale, dividedBy: factor, decimals: places, rounding: shown.rounding, grouped: isGrouped)
    }

    private static func wholePart(_ interval: Interval, _ factor: Int64) -> Int128 {
        let magnitude = interval.value < 0 ? -interval.value : interval.value
        return interval.scale > 36 ? 0 : magnitude / powerOfTen(Int(interval.scale)) / Int128(factor)
    }
}

private func digitCount(_ number: Int128) -> Int { String(number).count }

/// `+8.2%`, `-1.3 pp`: growth with its sign, one decimal at most.
func growthText(_ growth: Growth) -> String {
    let interval = growth.interval
    let shown = ShownNumber(growth.isInPoints ? interval : interval.openAbove(-100), .end)
    let places = interval.isExact ? 1 : min(1, knownDecimals(interval, factor: 1))
    var text = decimalText(shown.number, scale: interval.scale, dividedBy: 1, decimals: places, rounding: shown.rounding)
    if shown.number > 0, text.contains(where: { $0 != "0" && $0 != "." }) { text = "+" + text }
    return shown.sign + text + (growth.isInPoints ? " pp" : "%")
}

/// `31.3%`: a share, one decimal at most.
func shareText(_ share: Interval) -> String {
    let interval = share.openAbove(0)
    let shown = ShownNumber(interval, .end)
    let places = min(1, knownDecimals(interval, factor: 1))
    let text = decimalText(shown.number, scale: interval.scale, dividedBy: 1, decimals: places, rounding: shown.rounding)
    return shown.sign + text + "%"
}
