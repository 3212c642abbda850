import SourceText
import Syntax

/// Ranges of about `size` bytes that each end where a block starts.
func cutIntoPieces(_ text: FileText, size: Int, _ windows: WindowPool) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while text.count - start > size * 3 / 2, let next = blockStart(text, from: start + size, windows) {
        ranges.append(start..<next)
        start = next
    }
    ranges.append(start..<text.count)
    return ranges
}

/// The first place behind the line at `offset` where a block starts; nil where none does.
private func blockStart(_ text: FileText, from offset: Int, _ windows: WindowPool) -> Int? {
    // Most blocks are shorter.
    let windowSize = 1 << 14
    var at = offset
    // What starts in the last bytes is too short for a block of figures.
    while at + 4 <= text.count {
        let search = text.withWindow(at..<min(text.count, at + windowSize), windows) { PieceReader.blockStart(in: $0) }
        switch search {
        case .found(let start): return start
        case .goOn(let next): at = next
        }
    }
    return nil
}
