import SourceText

/// What formatting changes in a file, as `diff -u` prints it and `patch` takes it; empty where nothing changes.
///
/// The formatter keeps every line, so that lines are compared with their like and nothing needs to be searched for. Only blanks at the
/// very end, with no line feed behind them, leave no line behind.
public func unifiedDiff(of buffer: SourceBuffer, formatted: [UInt8], path: String) -> String {
    let (old, new) = (lines(buffer.bytes), formatted.withUnsafeBytes { lines($0) })
    precondition(new.count == old.count || new.count == old.count - 1, "the formatter keeps every line but blanks at the end")
    let changed = old.indices.filter { $0 == new.count || old[$0] != new[$0] }
    guard !changed.isEmpty else { return "" }
    var text = "--- \(path)\n+++ \(path)\n"
    for hunk in hunks(changed, lineCount: old.count) {
        let kept = hunk.clamped(to: 0..<new.count)
        text += "@@ -\(numbers(hunk)) +\(numbers(kept)) @@\n"
        var at = hunk.lowerBound
        while at < hunk.upperBound {
            var end = at
            while end < hunk.upperBound, end == new.count || old[end] != new[end] { end += 1 }
            for line in old[at..<end] { text += shown(line, "-") }
            for line in new[(at..<end).clamped(to: kept)] { text += shown(line, "+") }
            if end < hunk.upperBound { text += shown(old[end], " ") }
            at = end + 1
        }
    }
    return text
}

/// The number of the first line and how many there are; where there is none, the number of the line before.
private func numbers(_ lines: Range<Int>) -> String {
    "\(lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1),\(lines.count)"
}

/// Runs of lines with up to three on either side of each change.
private func hunks(_ changed: [Int], lineCount: Int) -> [Range<Int>] {
    let context = 3
    var hunks: [Range<Int>] = []
    for index in changed {
        let around = max(0, index - context)..<min(lineCount, index + context + 1)
        if let last = hunks.last, around.lowerBound <= last.upperBound {
            hunks[hunks.count - 1] = last.lowerBound..<around.upperBound
        } else {
            hunks.append(around)
        }
    }
    return hunks
}

/// Each with its line feed, where it has one.
private func lines(_ bytes: UnsafeRawBufferPointer) -> [String] {
    var lines: [String] = []
    var start = 0
    while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
        lines.append(String(decoding: bytes[start..<end], as: UTF8.self))
        start = end
    }
    return lines
}

private func shown(_ line: String, _ mark: String) -> String {
    line.utf8.last == 0x0A ? mark + line : mark + line + "\n\\ No newline at end of file\n"
}
