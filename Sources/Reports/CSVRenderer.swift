/// Tables as tidy CSV (RFC 4180): a header of record keys, then one row per cell. UTF-8 without a BOM, lines end in LF.
public struct CSVRenderer: Sendable {
    /// Whether texts that a spreadsheet would take for formulas get an apostrophe in front, as OWASP advises; numbers never do.
    public var isSpreadsheetSafe: Bool

    /// A renderer without state: one serves any number of tables.
    public init(isSpreadsheetSafe: Bool = false) { self.isSpreadsheetSafe = isSpreadsheetSafe }

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
        case .text(let text): isSpreadsheetSafe && startsLikeFormula(text) ? "'" + text : text
        case .number(let text): text
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
