/// Bytes of a file that lie in memory: a part of it, or all. Offsets are those of the file.
///
/// SAFETY: whoever makes a window keeps its bytes where they are for as long as it is used.
public struct SourceWindow: @unchecked Sendable {
    /// Where the file's first byte would lie. Only the offsets of `range` may be read, and `SourceBuffer.padding` bytes behind.
    public let base: UnsafePointer<UInt8>
    /// The offsets that lie in memory.
    public let range: Range<Int>

    init(base: UnsafePointer<UInt8>, range: Range<Int>) {
        self.base = base
        self.range = range
    }
}

extension SourceBuffer {
    /// A part of the file. The caller keeps the buffer alive while it uses the window.
    public func window(_ range: Range<Int>) -> SourceWindow {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return SourceWindow(base: start, range: range)
    }
}
