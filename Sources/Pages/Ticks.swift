import Numerics

/// Round numbers along an axis: 1, 2 or 5 times a power of ten apart.
struct Ticks {
    /// In the measure of the axis, from below the lowest value to above the highest; at least two.
    let values: [Interval]
    /// The same in words.
    let labels: [String]

    private static let powers = -12...30

    /// Covers `low` to `high`, which are in quanta of a measure of `factor` quanta, in at most `most` steps. Values that are all alike get
    /// one step around them.
    init(from low: Interval, to high: Interval, factor: Int64, most: Int = 4) {
        let (low, high) = (low.single.divided(by: Int128(factor)), high.single.divided(by: Int128(factor)))
        let steps = Self.powers.flatMap { power in [1, 2, 5].map { (mantissa: $0, power: power) } }
        for step in steps where Self.fits(step, low.single, high.single, most) {
            let size = Self.amount(step.mantissa, step.power)
            let first = Self.multiple(of: size, at: low, .down)
            let last = max(first + 1, Self.multiple(of: size, at: high, .up))
            values = (first...last).map { size.times(Int128($0)).times(Int128(factor)) }
            labels = (first...last).map { Self.text(size.times(Int128($0)), decimals: max(0, -step.power)) }
            return
        }
        values = [low.single, high.single + whole(1)].map { $0.times(Int128(factor)) }
        labels = ["", ""]
    }

    private static func fits(_ step: (mantissa: Int, power: Int), _ low: Interval, _ high: Interval, _ most: Int) -> Bool {
        let size = amount(step.mantissa, step.power)
        let range = size.times(Int128(most))
        // Far from zero a small step has no number that counts it.
        let reach = size.times(1_000_000_000)
        guard high.compareValue(reach) < 0, (-reach).compareValue(low) < 0, (high - low).compareValue(range) <= 0 else { return false }
        return multiple(of: size, at: high, .up) - multiple(of: size, at: low, .down) <= most
    }

    /// mantissa × 10^power
    private static func amount(_ mantissa: Int, _ power: Int) -> Interval {
        let raised = (0..<max(0, power)).reduce(Int128(mantissa)) { product, _ in product * 10 }
        return Interval(low: raised, value: raised, high: raised, scale: UInt8(max(0, -power)))
    }

    /// How often the step goes into the amount.
    private static func multiple(of size: Interval, at amount: Interval, _ rounding: Rounding) -> Int {
        guard let count = amount.single.quotient(size) else { return 0 }
        return Int(decimalText(count.value, scale: count.scale, dividedBy: 1, decimals: 0, rounding: rounding)) ?? 0
    }

    private static func text(_ amount: Interval, decimals: Int) -> String {
        decimalText(amount.value, scale: amount.scale, dividedBy: 1, decimals: decimals, rounding: .nearest, grouped: true)
    }
}
