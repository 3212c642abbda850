import Numerics

/// True values of a small tree of units by months and indicators, and figures that state some of them: at random levels, over random
/// periods, rounded at random and in either of two measures.
struct RandomWorld {
    /// Name and parent; parents first.
    let units: [(name: String, parent: Int?)]
    /// 总额 = 出口 + 进口, and 产值 by itself; the stock 余额.
    static let indicators = ["总额", "出口", "进口", "产值", "余额"]
    static let monthCount = 12
    /// By unit, indicator and month, in 元.
    private(set) var values: [[[Int]]]
    var blocks: [Block] = []

    /// One figure, with a header of its own.
    struct Block {
        var unit: Int
        var indicator: Int
        var months: Range<Int>
        var number: String
        var measure: String
        /// How far the number may lie from the true value, in 元.
        var halfWidth: Int

        var isStock: Bool { RandomWorld.indicators[indicator] == "余额" }
    }

    init(_ random: inout SplitMix64, figureCount: Int) {
        var units: [(name: String, parent: Int?)] = [("市", nil)]
        for index in 1...Int.random(in: 3...7, using: &random) {
            units.append(("单位\(index)", Int.random(in: 0..<units.count, using: &random)))
        }
        self.units = units
        values = Array(
            repeating: Array(repeating: Array(repeating: 0, count: Self.monthCount), count: Self.indicators.count), count: units.count)
        fill(&random)
        var stated: Set<String> = []
        while blocks.count < figureCount {
            let block = randomBlock(&random)
            if stated.insert("\(block.unit) \(block.indicator) \(block.months)").inserted { blocks.append(block) }
        }
    }

    private mutating func fill(_ random: inout SplitMix64) {
        for unit in units.indices.reversed() where !units.contains(where: { $0.parent == unit }) {
            for month in 0..<Self.monthCount {
                let amounts = (0..<3).map { _ in Int.random(in: 100_000...900_000, using: &random) }
                add([amounts[0] + amounts[1], amounts[0], amounts[1], amounts[2], amounts[2] * 7], unit, month)
            }
        }
    }

    private mutating func add(_ amounts: [Int], _ unit: Int, _ month: Int) {
        var at: Int? = unit
        while let unit = at {
            for (indicator, amount) in amounts.enumerated() { values[unit][indicator][month] += amount }
            at = units[unit].parent
        }
    }

    /// The true value over a run of months, from 0; of the stock the last.
    func truth(_ unit: Int, _ indicator: Int, _ months: Range<Int>) -> Int {
        let row = values[unit][indicator]
        return Self.indicators[indicator] == "余额" ? row[months.upperBound - 1] : row[months].reduce(0, +)
    }

    static let periods: [Range<Int>] = {
        let regular = (0..<12).map { $0..<$0 + 1 } + (0..<4).map { $0 * 3..<$0 * 3 + 3 } + [0..<6, 6..<12, 0..<12]
        return regular + (2...11).map { 0..<$0 }.filter { !regular.contains($0) }
    }()

    private func randomBlock(_ random: inout SplitMix64) -> Block {
        let unit = Int.random(in: 0..<units.count, using: &random)
        let indicator = Int.random(in: 0..<Self.indicators.count, using: &random)
        let months = Self.periods[Int.random(in: 0..<Self.periods.count, using: &random)]
        let decimals = Int.random(in: 0...3, using: &random)
        let isLarge = random.chance(20)
        let unitSize = isLarge ? 100_000_000 : 10_000
        let power = (0..<decimals + (isLarge ? 3 : 0)).reduce(1) { power, _ in power * 10 }
        let step = max(1, unitSize / power)
        let steps = Self.rounded(truth(unit, indicator, months), step, &random)
        return Block(
            unit: unit, indicator: indicator, months: months,
            number: Self.decimal(steps, decimals: decimals + (isLarge ? 3 : 0)), measure: isLarge ? "亿元" : random.chance(50) ? "万元" : "",
            halfWidth: step / 2)
    }

    /// Half up or half even: both fit.
    private static func rounded(_ value: Int, _ step: Int, _ random: inout SplitMix64) -> Int {
        let isHalf = (value % step) * 2 == step
        if isHalf, random.chance(50) { return value / step }
        return (value + step / 2) / step
    }

    static func decimal(_ steps: Int, decimals: Int) -> String {
        guard decimals > 0 else { return "\(steps)" }
        let digits = String(repeating: "0", count: max(0, decimals + 1 - "\(steps)".count)) + "\(steps)"
        return digits.dropLast(decimals) + "." + digits.suffix(decimals)
    }
}

extension RandomWorld {
    /// The declarations, and the figures in the order of `blocks`, a block each.
    var text: String { declarations.joined(separator: "\n") + "\n" + blocks.map { text(of: $0) + "\n" }.joined() }

    var declarations: [String] {
        // A unit with one sub-unit says that it is complete.
        units.indices.map { "unit \(path(of: $0))\n    complete" } + [
            "indicator 总额\n    measure 万元\n    parts 出口 + 进口",
            "indicators   measure 万元\n    出口\n    进口\n    产值",
            "indicator 余额\n    measure 万元\n    nature stock",
        ]
    }

    func text(of block: Block) -> String {
        "\(Self.spelled(block.months))  \(units[block.unit].name)\n    \(Self.indicators[block.indicator])  \(block.number) \(block.measure)"
    }

    func path(of unit: Int) -> String {
        units[unit].parent.map { path(of: $0) + ":" + units[unit].name } ?? units[unit].name
    }

    static func spelled(_ months: Range<Int>) -> String {
        func two(_ month: Int) -> String { month < 10 ? "0\(month)" : "\(month)" }
        return "2013-\(two(months.lowerBound + 1))" + (months.count > 1 ? "..\(two(months.upperBound))" : "")
    }

    static func period(_ months: Range<Int>) -> Period {
        .months(from: (2013, months.lowerBound + 1), through: (2013, months.upperBound))
    }
}
