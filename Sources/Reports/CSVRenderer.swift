import SourceText

/// Records as tidy CSV (RFC 4180): a header of keys, then one row per record. UTF-8 without a BOM, lines end in LF.
public struct CSVRenderer: Sendable {
    /// Whether texts that a spreadsheet would take for formulas get an apostrophe in front, as OWASP advises; numbers never do.
    public var isSpreadsheetSafe: Bool

    /// A renderer without state: one serves any number of tables.
    public init(isSpreadsheetSafe: Bool = false) { self.isSpreadsheetSafe = isSpreadsheetSafe }

    /// One header for all: the union of their keys in order of first appearance. Absent values are empty, never 0. Many spread over
    /// `threads`.
    public func render(_ records: [Records], threads: Int = processorCount()) -> String {
        let keys = recordKeys(of: records)
        var texts = Array(repeating: "", count: records.count)
        texts.withUnsafeMutableBufferPointer { texts in
            // SAFETY: every task writes its own element.
            nonisolated(unsafe) let texts = texts
            parallelFor(records.count, threads: threads) { texts[$0] = lines(records[$0], keys) }
        }
        var head = Records(keys: keys)
        head.append { $0 += keys.map(Field.Value.text) }
        // Keys are the program's own: none is taken for a formula.
        var all = CSVRenderer().lines(head, keys)
        all.reserveCapacity(texts.reduce(all.utf8.count) { $0 + $1.utf8.count })
        for text in texts { all += text }
        return all
    }

    /// The same for tables, whose cells are the records.
    public func render(_ tables: [Table]) -> String { render(tables.map(\.records)) }

    private func lines(_ records: Records, _ keys: [String]) -> String {
        let places = records.places(of: keys)
        // Every byte may be a quotation mark, which is doubled; besides there are an apostrophe, two quotation marks, and a comma or line feed.
        let room = records.values.reduce(records.count * (keys.count + 1)) { $0 + 2 * $1.byteCount + 4 }
        return String(unsafeUninitializedCapacity: room) { bytes in
            var line = CSVBytes(bytes)
            for number in 0..<records.count {
                for (column, place) in places.enumerated() {
                    if column > 0 { line.append(UInt8(ascii: ",")) }
                    switch records.value(number, at: place) {
                    case .text(let value): line.append(field: isSpreadsheetSafe && startsLikeFormula(value) ? "'" + value : value)
                    case .number(let value): line.append(value)
                    case .absent: break
                    }
                }
                line.append(UInt8(ascii: "\n"))
            }
            return line.count
        }
    }
}

/// Bytes that are written one after another.
private struct CSVBytes {
    // SAFETY: whoever makes it gives room for all that is appended, and uses it while the memory is there; the buffer checks each place in
    // debug builds.
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(_ bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func append(_ byte: UInt8) {
        bytes[count] = byte
        count += 1
    }

    mutating func append(_ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            precondition(utf8.count <= bytes.count - count)
            UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(bytes)[count...]).copyMemory(from: .init(utf8))
            count += utf8.count
        }
    }

    /// In quotation marks where it must be.
    mutating func append(field value: String) {
        let start = count
        append(value)
        // By bytes: CR LF is one Character and equals neither.
        let isPlain = bytes[start..<count].allSatisfy {
            $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r")
        }
        if isPlain { return }
        count = start
        append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            if byte == UInt8(ascii: "\"") { append(byte) }
            append(byte)
        }
        append(UInt8(ascii: "\""))
    }
}

extension Field.Value {
    fileprivate var byteCount: Int {
        switch self {
        case .text(let value), .number(let value): value.utf8.count
        case .absent: 0
        }
    }
}
