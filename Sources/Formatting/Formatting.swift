import SourceText
import Synchronization
import Syntax

/// The edits that bring a ledger's text into its one style: in the order of the file, none touching another.
///
/// They change blanks, full-width forms, and keywords where the options ask for it; no figure, no name, no comment, no line ending. A line
/// that cannot be read is left as it is, and so is a whole file that is not UTF-8. With a `range` only lines that have a part of it are
/// changed, but they are aligned with their neighbours all the same. The cost is linear in the file, with a range in the blocks around it.
public func formattingEdits(
    of buffer: SourceBuffer, in range: ByteRange? = nil, options: FormattingOptions = FormattingOptions()
) -> [TextEdit] {
    guard isText(buffer) else { return [] }
    guard let range else { return edits(of: buffer, part: 0..<buffer.count, wanted: nil, options) }
    let part = wholeBlocks(around: range, in: buffer)
    return edits(of: buffer, part: part, wanted: range, options)
}

/// The formatted bytes of a file; nil where it is in its style already. Parts of a large file are formatted at the same time.
public func formatted(_ buffer: SourceBuffer, options: FormattingOptions = FormattingOptions(), threads: Int = 1) -> [UInt8]? {
    guard isText(buffer) else { return nil }
    let parts = cut(buffer, about: 4 << 20)
    let results = Mutex<[[UInt8]?]>(Array(repeating: nil, count: parts.count))
    parallelFor(parts.count, threads: threads) { index in
        let edits = edits(of: buffer, part: parts[index], wanted: nil, options)
        guard !edits.isEmpty else { return }
        let changed = buffer.applying(edits, to: parts[index])
        results.withLock { $0[index] = changed }
    }
    let changed = results.withLock { $0 }
    guard changed.contains(where: { $0 != nil }) else { return nil }
    var whole: [UInt8] = []
    whole.reserveCapacity(buffer.count + buffer.count / 8)
    for (part, result) in zip(parts, changed) {
        if let result { whole += result } else { whole += buffer.bytes[part] }
    }
    return whole
}

/// Whether the file is text at all: UTF-8 without NUL. Any other file is left as it is.
public func isText(_ buffer: SourceBuffer) -> Bool {
    firstInvalidUTF8(in: buffer.bytes) == nil && !buffer.bytes.contains(0)
}

private func edits(of buffer: SourceBuffer, part: Range<Int>, wanted: ByteRange?, _ options: FormattingOptions) -> [TextEdit] {
    let lines = SyntaxLines.read(buffer, range: part)
    var formatter = Formatter(buffer: buffer, lines: lines, options: options, wanted: wanted)
    return formatter.format()
}
