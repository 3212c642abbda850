import Numerics

/// Ten columns for the whole target, in eighths, with a stroke where the schedule stands. Beyond the target it ends with a plus.
func progressBar(_ percent: Interval?, _ schedule: Interval?) -> String {
    guard let percent else { return "" }
    let filled = eighths(percent)
    var bar = Array(String(repeating: "█", count: min(10, filled / 8)))
    let parts: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    if filled < 80, filled % 8 > 0 { bar.append(parts[filled % 8 - 1]) }
    if let schedule {
        let place = min(10, (eighths(schedule) + 4) / 8)
        while bar.count < place { bar.append(" ") }
        bar.insert("│", at: place)
    }
    if filled > 80 { bar.append("+") }
    return String(bar)
}

/// Eighths of a tenth, rounded down; none below zero, and no more than say that it is beyond the whole.
private func eighths(_ percent: Interval) -> Int {
    let eightfold = percent.times(8)
    let text = decimalText(eightfold.value, scale: eightfold.scale, dividedBy: 10, decimals: 0, rounding: .down)
    return max(0, min(88, Int(text) ?? (text.hasPrefix("-") ? 0 : 88)))
}
