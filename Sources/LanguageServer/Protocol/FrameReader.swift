/// Cuts a stream of bytes into messages, each headed by its length as the protocol has it.
struct FrameReader: Sendable {
    /// What the stream held.
    enum Frame: Sendable, Equatable {
        case message([UInt8])
        /// A head without a usable length: nobody can say where the next message starts, unless by looking for one.
        case malformed
    }

    /// A message longer than this is not waited for: no editor sends one.
    static let longest = 1 << 30
    private static let longestHead = 1 << 14

    private var pending: [UInt8] = []

    /// Takes what has come and gives the messages that are whole now.
    mutating func take(_ bytes: [UInt8]) -> [Frame] {
        pending += bytes
        var frames: [Frame] = []
        var at = 0
        while let head = head(from: at) {
            guard let length = length(in: pending[at..<head.end]), length <= Self.longest else {
                frames.append(.malformed)
                at = head.next
                continue
            }
            guard pending.count - head.next >= length else { break }
            frames.append(.message(Array(pending[head.next..<head.next + length])))
            at = head.next + length
        }
        if pending.count - at > Self.longestHead, head(from: at) == nil {
            frames.append(.malformed)
            at = pending.count
        }
        pending.removeFirst(at)
        return frames
    }

    /// Where the next head ends, and where its message starts.
    private func head(from start: Int) -> (end: Int, next: Int)? {
        var at = start
        while at + 3 < pending.count {
            if pending[at] == 0x0D, pending[at + 1] == 0x0A, pending[at + 2] == 0x0D, pending[at + 3] == 0x0A { return (at, at + 4) }
            if at - start > Self.longestHead { return nil }
            at += 1
        }
        return nil
    }

    private func length(in head: ArraySlice<UInt8>) -> Int? {
        // Whatever stands before the field, on its line too, belongs to a message that was longer than it said.
        for line in String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased().hasSuffix("content-length") else { continue }
            return Int(parts[1].filter { $0 != " " }).flatMap { $0 >= 0 ? $0 : nil }
        }
        return nil
    }
}
