import SourceText

/// Tables as tidy CSV (RFC 4180): a header of record keys, then one row per cell. UTF-8 without a BOM, lines end in LF.
public struct CSVRenderer: Sendable {
    /// Whether texts that a spreadsheet would take for formulas get an apostrophe in front, as OWASP advises; numbers never do.
    public var isSpreadsheetSafe: Bool

    /// A renderer without state: one serves any number of tables.
    public init(isSpreadsheetSafe: Bool = false) { self.isSpreadsheetSafe = isSpreadsheetSafe }

    /// One header for all tables: the union of their keys in order of first appearance. Absent values are empty, never 0. Many tables
    /// spread over `threads`.
    public func render(_ tables: [Table], threads: Int = processorCount()) -> String {
        let keys = recordKeys(of: tables)
        var texts = Array(repeating: "", count: tables.count)
        texts.withUnsafeMutableBufferPointer { texts in
            // SAFETY: every task writes its own element.
            nonisolated(unsafe) let texts = texts
            parallelFor(tables.count, threads: threads) { texts[$0] = text(tables[$0], keys) }
        }
        return line(keys) + texts.joined()
    }

    private func text(_ table: Table, _ keys: [String]) -> String {
        let indices = keys.map { table.recordKeys.firstIndex(of: $0) }
        var text = ""
        for record in table.records {
            for (column, index) in indices.enumerated() {
                if column > 0 { text += "," }
                guard let index else { continue }
                switch record.fields[index].value {
                case .text(let value): append(isSpreadsheetSafe && startsLikeFormula(value) ? "'" + value : value, to: &text)
                case .number(let value): append(value, to: &text)
                case .absent: break
                }
            }
            text += "\n"
        }
        return text
    }

    private func line(_ values: [String]) -> String {
        var text = ""
        for (index, value) in values.enumerated() {
            if index > 0 { text += "," }
            append(value, to: &text)
        }
        return text + "\n"
    }

    private func append(_ value: String, to text: inout String) {
        // By bytes: CR LF is one Character and equals neither.
        let isPlain = value.utf8.allSatisfy {
            $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r")
        }
        if isPlain {
            text += value
        } else {
            text += "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
        }
    }
}
