import Diagnostics

/// Records as one JSON array with an object for each, with the same keys as in CSV; absent values are null.
public struct JSONTableRenderer: Sendable {
    /// There is nothing to choose.
    public init() {}

    /// One object a line, so that line tools can read it too.
    public func render(_ records: [Records]) -> String {
        let keys = recordKeys(of: records)
        var objects: [String] = []
        for records in records {
            let places = records.places(of: keys)
            for number in 0..<records.count {
                let members = zip(keys, places).map { key, place in (key, json(records.value(number, at: place))) }
                objects.append(JSON.object(members).text(pretty: false))
            }
        }
        return objects.isEmpty ? "[]\n" : "[\n  " + objects.joined(separator: ",\n  ") + "\n]\n"
    }

    /// The same for tables, whose cells are the records.
    public func render(_ tables: [Table]) -> String { render(tables.map(\.records)) }

    private func json(_ value: Field.Value) -> JSON {
        switch value {
        case .text(let text): .string(text)
        case .number(let number): .number(number)
        case .absent: .null
        }
    }
}
