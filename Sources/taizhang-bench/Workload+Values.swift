extension Workload {
    /// The figure of one series in tenths of its measure: that of the month, or the sum since January.
    ///
    /// A series keeps within a tenth of a level of its own (200.0 to 2,000.0 a month), so nothing in it looks like a slip of
    /// 万 and 亿. A cumulative figure costs as many draws as it has months.
    @inline(__always)
    func tenths(of block: Block, indicator: Int, shape: Shape) -> UInt64 {
        let series = UInt64(block.enterprise * indicators + indicator)
        let level = 2_000 + SplitMix64(seed: seed).draw(series) % 18_000
        switch shape {
        case .monthly:
            return monthly(level: level, series: series, month: block.month.index)
        case .cumulative:
            var sum: UInt64 = 0
            for month in block.month.yearStart.index...block.month.index {
                sum += monthly(level: level, series: series, month: month)
            }
            return sum
        }
    }

    @inline(__always)
    private func monthly(level: UInt64, series: UInt64, month: Int) -> UInt64 {
        let draw = SplitMix64(seed: ~seed).draw(series &* Self.mostMonths + UInt64(month))
        return level * (900 + draw % 201) / 1_000
    }

    /// The stride between the draws of two series; more months than 1900–2199 has.
    static let mostMonths: UInt64 = 4_096
}
