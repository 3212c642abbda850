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
        var head: [UInt8] = []
        for (index, key) in keys.enumerated() {
            if index > 0 { head.append(UInt8(ascii: ",")) }
            append(key, to: &head)
        }
        head.append(UInt8(ascii: "\n"))
        return String(decoding: head, as: UTF8.self) + texts.joined()
    }

    /// The same for tables, whose cells are the records.
    public func render(_ tables: [Table]) -> String { render(tables.map(\.records)) }

    private func lines(_ records: Records, _ keys: [String]) -> String {
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
                case .number(let value): appendPlain(value, to: &bytes)
                case .absent: break
                }
            }
            bytes.append(UInt8(ascii: "\n"))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func appendPlain(_ value: String, to bytes: inout [UInt8]) {
        var value = value
        value.withUTF8 { bytes.append(contentsOf: $0) }
    }

    private func append(_ value: String, to bytes: inout [UInt8]) {
        // By bytes: CR LF is one Character and equals neither.
        let start = bytes.count
        appendPlain(value, to: &bytes)
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
