/// Tables as tidy CSV (RFC 4180): a header of record keys, then one row per cell. UTF-8 without a BOM, lines end in LF.
public struct CSVRenderer: Sendable {
    /// There is nothing to choose.
    public init() {}

    /// One header for all tables: the union of their keys in order of first appearance. Absent values are empty, never 0.
    public func render(_ tables: [Table]) -> String {
        let keys = recordKeys(of: tables)
        var text = line(keys)
        for table in tables {
            for record in table.records { text += line(keys.map { plain(record[$0]) }) }
        }
        return text
    }

    private func plain(_ value: Field.Value) -> String {
        switch value {
        case .text(let text), .number(let text): text
        case .absent: ""
        }
    }

    private func line(_ values: [String]) -> String {
        values.map(quoted).joined(separator: ",") + "\n"
    }

    private func quoted(_ value: String) -> String {
        // By scalars: CR LF is one Character and equals neither.
        let isPlain = value.unicodeScalars.allSatisfy { $0 != "," && $0 != "\"" && $0 != "\n" && $0 != "\r" }
        if isPlain { return value }
        let doubled = value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        return "\"\(doubled)\""
    }
}
