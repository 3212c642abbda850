import Ledger
import SourceText
import Syntax

/// A file of a snapshot, by lines and names.
struct FileReader {
    let ledger: Ledger
    let file: FileID

    var source: SourceFile { ledger.sources[file] }
    var buffer: SourceBuffer { source.buffer }

    /// Where the line starts that holds an offset.
    func lineStart(_ offset: Int) -> Int {
        source.lines.range(ofLine: source.lines.location(of: min(offset, buffer.count)).line).lowerBound
    }

    /// The header that the line at `start` belongs to, itself where it is one; nil above the first.
    func header(above start: Int) -> (shape: LineShape, start: Int)? {
        var number = source.lines.location(of: start).line
        while number >= 1 {
            let at = source.lines.range(ofLine: number).lowerBound
            let shape = LineShape(buffer, at: at)
            if shape.kind == .header { return (shape, at) }
            number -= 1
        }
        return nil
    }

    /// The block that the line at `start` belongs to.
    func blockKind(at start: Int) -> BlockKind? {
        header(above: start).map { BlockKind.read(buffer, $0.shape.text).kind }
    }

    /// The names on the line that starts here.
    func mentions(onLineAt start: Int, declarations: [Mention]) -> [Mention] {
        let shape = LineShape(buffer, at: start)
        guard shape.kind == .header || shape.kind == .body else { return [] }
        switch blockKind(at: start) {
        case .figures, .targets: return mentions(ofFiguresAt: start, isHeader: shape.kind == .header)
        default: return declarations.filter { $0.range.lowerBound >= start && $0.range.upperBound <= shape.next }
        }
    }

    /// The names on a line of figures or targets.
    func mentions(ofFiguresAt start: Int, isHeader: Bool) -> [Mention] {
        var reader = MentionReader(ledger, file)
        if isHeader {
            reader.read(HeaderLine.reread(buffer, at: start, fiscalStart: ledger.fiscalStart))
        } else if let line = BodyLine.reread(buffer, at: start) {
            reader.read(line)
        }
        return reader.mentions
    }

    /// The names in all declarations of the file, in its order, each place once.
    func declarationMentions() -> [Mention] {
        var reader = MentionReader(ledger, file)
        for piece in ledger.pieces(of: file) {
            for placed in piece.declarations { reader.read(placed.declaration) }
        }
        var seen: Set<ByteRange> = []
        return reader.mentions.filter { seen.insert($0.range).inserted }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
