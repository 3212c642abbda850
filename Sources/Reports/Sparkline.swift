import Numerics

/// A column for each value: `▁` the lowest of them, `█` the highest, in equal steps between; a blank where there is none. Where all are
/// equal they stand at middle height. Values below zero are low, no more: their numbers stand beside the drawing.
func sparkline(_ values: [Interval?]) -> String {
    let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    // Only for drawing: eighths of the difference need no exact arithmetic.
    let scale = values.compactMap { $0?.scale }.max() ?? 0
    let heights = values.map { $0.map { Double($0.value) * power(of: scale - $0.scale) } }
    guard let low = heights.compactMap({ $0 }).min(), let high = heights.compactMap({ $0 }).max() else { return "" }
    return String(
        heights.map { height in
            guard let height else { return " " }
            guard high > low else { return blocks[3] }
            let step = Int((height - low) / (high - low) * 8)
            return blocks[min(7, max(0, step))]
        })
}

private func power(of scale: UInt8) -> Double { (0..<scale).reduce(1) { power, _ in power * 10 } }
