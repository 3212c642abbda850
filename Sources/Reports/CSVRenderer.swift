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
        var texts: [[UInt8]] = Array(repeating: [], count: records.count)
        texts.withUnsafeMutableBufferPointer { texts in
            // SAFETY: every task writes its own element.
            nonisolated(unsafe) let texts = texts
            parallelFor(records.count, threads: threads) { texts[$0] = lines(records[$0], keys) }
        }
        var all: [UInt8] = []
        all.reserveCapacity(texts.reduce(4096) { $0 + $1.count })
        for (index, key) in keys.enumerated() {
            if index > 0 { all.append(UInt8(ascii: ",")) }
            append(key, to: &all)
        }
        all.append(UInt8(ascii: "\n"))
        for text in texts { all.append(contentsOf: text) }
        return String(decoding: all, as: UTF8.self)
    }

    /// The same for tables, whose cells are the records.
    public func render(_ tables: [Table]) -> String { render(tables.map(\.records)) }

    private func lines(_ records: Records, _ keys: [String]) -> [UInt8] {
        let places = records.places(of: keys)
        var bytes: [UInt8] = []
        for number in 0..<records.count {
            let first = number * records.keys.count
            for (column, place) in places.enumerated() {
                if column > 0 { bytes.append(UInt8(ascii: ",")) }
                guard let place else { continue }
                switch records.values[first + place] {
                case .text(let value):
                    if isSpreadsheetSafe, startsLikeFormula(value) { append("'" + value, to: &bytes) } else { append(value, to: &bytes) }
                case .number(let value): bytes.append(contentsOf: value.utf8)
                case .absent: break
                }
            }
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    private func append(_ value: String, to bytes: inout [UInt8]) {
        // By bytes: CR LF is one Character and equals neither.
        let start = bytes.count
        bytes.append(contentsOf: value.utf8)
        let isPlain = bytes[start...].allSatisfy {
            $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r")
        }
        if isPlain { return }
        bytes.removeSubrange(start...)
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
