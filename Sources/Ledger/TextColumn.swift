/// A column of texts as bytes behind each other: no allocation each, and a `String` only where one is shown.
struct TextColumn: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    /// How many there are.
    var count: Int { ends.count }

    /// Ends are kept in 32 bits, so that more than 4 GiB of texts trap. No file is as large, but several files together may be.
    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        ends.append(UInt32(bytes.count))
    }

    /// The text of a row; costs a copy of it.
    subscript(index: Int) -> String { String(decoding: bytes[range(index)], as: UTF8.self) }

    func isEmpty(_ index: Int) -> Bool { range(index).isEmpty }

    private func range(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    /// The first of the rows with this text.
    func firstIndex(of text: String, in rows: Range<Int>) -> Int? {
        let asked = Array(text.utf8)
        return rows.first { bytes[range($0)].elementsEqual(asked) }
    }
}
