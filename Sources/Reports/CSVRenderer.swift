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
        return table.records.map { record in line(indices.map { $0.map { plain(record.fields[$0].value) } ?? "" }) }.joined()
    }

    private func plain(_ value: Field.Value) -> String {
        switch value {
        case .text(let text): isSpreadsheetSafe && startsLikeFormula(text) ? "'" + text : text
        case .number(let text): text
        case .absent: ""
        }
    }

    private func line(_ values: [String]) -> String {
        values.map(quoted).joined(separator: ",") + "\n"
    }

    private func quoted(_ value: String) -> String {
        // By bytes: CR LF is one Character and equals neither.
        let isPlain = value.utf8.allSatisfy {
            $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r")
        }
        if isPlain { return value }
        let doubled = value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        return "\"\(doubled)\""
    }
}
