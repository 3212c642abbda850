import SourceText

/// One line of a file as it is shown: what each part of it looks like, and at which display column each byte stands.
struct SourceLine {
    /// What one scalar of the line looks like.
    struct Cell {
        var text: String
        var offset: Int
        var column: Int
        var width: Int
    }

    /// Lines of more columns are shown in part.
    static let widest = 160

    /// How many bytes before and behind the first place of interest are looked at, in a line of any length.
    private static let reach = 4096

    private var cells: [Cell] = []
    private var width = 0
    private var isCutBefore: Bool
    private var isCutBehind: Bool
    /// How far columns move to the left when the line is shown in part.
    private var shift = 0

    /// The bytes of `line` in the file. Within it `required` must be seen, and `wanted`, which holds it, where there is room.
    init(_ file: SourceFile, line: ByteRange, required: ByteRange, wanted: ByteRange) {
        let bytes = file.buffer.bytes
        var start = max(line.lowerBound, required.lowerBound - Self.reach)
        var end = min(line.upperBound, required.lowerBound + Self.reach)
        while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
        isCutBefore = start > line.lowerBound
        isCutBehind = end < line.upperBound
        decode(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), at: start)
        if width > Self.widest || isCutBefore || isCutBehind { narrow(to: required, or: wanted) }
    }

    /// The line as it is shown.
    var text: String {
        (isCutBefore ? "…" : "") + cells.map(\.text).joined() + (isCutBehind ? "…" : "")
    }

    /// The columns from the first to the one behind the last byte of a range, at least one; what lies outside the part that is shown
    /// is drawn to its edge.
    func columns(of range: ByteRange) -> Range<Int> {
        let lower = column(at: range.lowerBound)
        let upper = column(at: range.upperBound)
        return lower..<max(lower + 1, upper)
    }

    private func column(at offset: Int) -> Int {
        let lead = isCutBefore ? 1 : 0
        guard let first = cells.first, offset >= first.offset else { return 0 }
        var low = 0
        var high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if cells[middle].offset < offset { low = middle + 1 } else { high = middle }
        }
        return (low < cells.count ? cells[low].column - shift : width) + lead
    }

    private mutating func decode(_ bytes: UnsafeRawBufferPointer, at start: Int) {
        var meter = DisplayWidthMeter()
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = start
        var last: Unicode.Scalar?
        while true {
            var scalar: Unicode.Scalar = "\u{FFFD}"
            let length: Int
            switch parser.parseScalar(from: &iterator) {
            case .emptyInput: return
            case .valid(let encoded):
                scalar = Unicode.UTF8.decode(encoded)
                length = encoded.count
            case .error(let count): length = count
            }
            if !(scalar == "\u{FEFF}" && offset == 0) { append(scalar, after: last, at: offset, meter: &meter) }
            offset += length
            last = scalar
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?, at offset: Int, meter: inout DisplayWidthMeter) {
        if scalar == "\t" {
            let blanks = 4 - width % 4
            cells.append(Cell(text: String(repeating: " ", count: blanks), offset: offset, column: width, width: blanks))
            width += blanks
        } else {
            let shown = Printable.picture(of: scalar, after: last) ?? scalar
            let grown = meter.add(shown)
            cells.append(Cell(text: String(shown), offset: offset, column: width, width: grown))
            width += grown
        }
    }

    /// Keeps the columns around the wider of the two that fits, with as much before it as behind it; else the start of `required`.
    private mutating func narrow(to required: ByteRange, or wanted: ByteRange) {
        let room = Self.widest - 2
        var kept = columnsInWhole(of: wanted)
        if kept.count > room { kept = columnsInWhole(of: required) }
        let spare = max(0, room - kept.count)
        let first = max(0, min(kept.lowerBound - spare / 2, width - room))
        let shown = cells.filter { $0.column >= first && $0.column + $0.width <= first + room }
        isCutBefore = isCutBefore || shown.first?.offset != cells.first?.offset
        isCutBehind = isCutBehind || shown.last?.offset != cells.last?.offset
        cells = shown
        shift = cells.first?.column ?? 0
        width = (cells.last.map { $0.column + $0.width } ?? shift) - shift
    }

    /// Where a range stands before anything is cut off.
    private func columnsInWhole(of range: ByteRange) -> Range<Int> {
        let lower = cells.first { $0.offset >= range.lowerBound }?.column ?? width
        let upper = cells.first { $0.offset >= range.upperBound }?.column ?? width
        return lower..<max(lower, upper)
    }
}
