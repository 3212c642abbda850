import SourceText
import Syntax

/// The whole blocks that hold the range, so that lines are understood and aligned as they are in the whole file.
func wholeBlocks(around range: ByteRange, in buffer: SourceBuffer) -> Range<Int> {
    var start = 0
    var step = 1 << 10
    let low = min(range.lowerBound, buffer.count)
    // Further and further back, until a place to cut comes before the range.
    while step < low {
        if let cut = cutPlace(in: buffer, from: low - step), cut <= low {
            start = cut
            while let next = cutPlace(in: buffer, from: start), next <= low { start = next }
            break
        }
        step *= 4
    }
    let end = cutPlace(in: buffer, from: min(range.upperBound, buffer.count)) ?? buffer.count
    return start..<end
}

/// Cuts the file where blocks start.
func cut(_ buffer: SourceBuffer, about size: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    while start < buffer.count {
        let end = start + size < buffer.count ? cutPlace(in: buffer, from: start + size) ?? buffer.count : buffer.count
        parts.append(start..<end)
        start = end
    }
    return parts
}

/// Where a block starts after a line that is empty or indented, comments aside: lines at the margin that follow each other are aligned
/// with each other.
private func cutPlace(in buffer: SourceBuffer, from offset: Int) -> Int? {
    var at = offset
    while let start = PieceReader.blockStart(in: buffer, from: at) {
        if followsBody(start, in: buffer) { return start }
        at = start
    }
    return nil
}

private func followsBody(_ start: Int, in buffer: SourceBuffer) -> Bool {
    var line = start
    while line > 0 {
        line = lineStart(before: line, in: buffer)
        let first = FoldedScalar(buffer, at: line)
        if first.means(";") || first.means("#") { continue }
        return first.isBlank || first.means("\n") || first.means("\r")
    }
    return false
}

/// Where the line above the one that starts at `start` starts.
private func lineStart(before start: Int, in buffer: SourceBuffer) -> Int {
    var line = start - 1
    while line > 0, buffer.bytes[line - 1] != 0x0A { line -= 1 }
    return line
}
