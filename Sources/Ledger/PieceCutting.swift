import SourceText
import Syntax

/// Ranges of about `size` bytes that each end where a block starts. The places to cut at are looked for on all cores.
func cutIntoPieces(_ text: FileText, size: Int, _ windows: WindowPool, threads: Int) -> [Range<Int>] {
    let wanted = stride(from: size, through: text.count - (size + 1) / 2, by: size)
    let found = Array(wanted).parallelMap(shareSize: 16, threads: threads) { blockStart(text, from: $0, windows) ?? text.count }
    var ranges: [Range<Int>] = []
    var start = 0
    // A block may be longer than several pieces; a text without bytes is one piece.
    for next in found + [text.count] where next > start || ranges.isEmpty && next == text.count {
        ranges.append(start..<next)
        start = next
    }
    return ranges
}

/// The first place behind the line at `offset` where a block starts; nil where none does.
private func blockStart(_ text: FileText, from offset: Int, _ windows: WindowPool) -> Int? {
    // Most blocks are shorter.
    let windowSize = 1 << 12
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
