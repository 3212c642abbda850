import SourceText

/// A run of bytes of a file, and what is to stand in its place.
public struct TextEdit: Hashable, Sendable {
    /// What goes; empty where something is only put in.
    public var range: ByteRange
    /// What comes.
    public var replacement: String

    /// This text in place of those bytes.
    public init(_ range: ByteRange, _ replacement: String) {
        self.range = range
        self.replacement = replacement
    }
}

extension SourceBuffer {
    /// The bytes of a part of the file after edits that lie in it, in order, and do not overlap.
    public func applying(_ edits: some Sequence<TextEdit>, to part: Range<Int>? = nil) -> [UInt8] {
        let part = part ?? 0..<count
        var result: [UInt8] = []
        result.reserveCapacity(part.count + part.count / 8)
        var at = part.lowerBound
        for edit in edits {
            precondition(edit.range.lowerBound >= at && edit.range.upperBound <= part.upperBound, "edits out of order")
            result.append(contentsOf: bytes[at..<edit.range.lowerBound])
            result.append(contentsOf: edit.replacement.utf8)
            at = edit.range.upperBound
        }
        result.append(contentsOf: bytes[at..<part.upperBound])
        return result
    }
}
