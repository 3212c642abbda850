import Diagnostics

/// Tables as one JSON array with an object per cell, the same records and keys as in CSV; absent values are null.
public struct JSONTableRenderer: Sendable {
    /// There is nothing to choose.
    public init() {}

    /// One object a line, so that line tools can read it too.
    public func render(_ tables: [Table]) -> String {
        let keys = recordKeys(of: tables)
        let objects = tables.flatMap(\.records).map { record in
            JSON.object(keys.map { ($0, json(record[$0])) }).text(pretty: false)
        }
        return objects.isEmpty ? "[]\n" : "[\n  " + objects.joined(separator: ",\n  ") + "\n]\n"
    }

    private func json(_ value: Field.Value) -> JSON {
        switch value {
        case .text(let text): .string(text)
        case .number(let number): .number(number)
        case .absent: .null
        }
    }
}
