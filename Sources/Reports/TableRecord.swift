/// One key of a record and its value.
public struct Field: Hashable, Sendable {
    /// A value as machines tell them apart.
    public enum Value: Hashable, Sendable {
        /// Names, periods, states.
        case text(String)
        /// A decimal as JSON writes numbers: ASCII digits, `-`, `.`; no `+`, no grouping.
        case number(String)
        /// Not known, or not asked for: empty in CSV, null in JSON.
        case absent
    }

    /// One of the table's `recordKeys`.
    public var key: String
    /// As known.
    public var value: Value

    /// A field of any kind of value.
    public init(_ key: String, _ value: Value) {
        self.key = key
        self.value = value
    }

    /// A text field, absent when the text is nil.
    public static func text(_ key: String, _ text: String?) -> Field {
        Field(key, text.map(Value.text) ?? .absent)
    }

    /// A number field, absent when the number is nil.
    public static func number(_ key: String, _ number: String?) -> Field {
        Field(key, number.map(Value.number) ?? .absent)
    }
}

/// One cell for machines. A key that no level of the table gives is absent.
public struct Record: Hashable, Sendable {
    /// In the order of the table's `recordKeys`.
    public var fields: [Field]

    /// A record of these fields, the order kept.
    public init(_ fields: [Field]) { self.fields = fields }

    /// The last value given for the key.
    public subscript(key: String) -> Field.Value {
        fields.last { $0.key == key }?.value ?? .absent
    }
}

extension Table {
    /// One record for each cell that has fields, row by row: the table's fields, the row's, the column's and the cell's, the later
    /// of which stands where a key is given twice. Each has all `recordKeys`, in their order.
    public var records: [Record] {
        let index = Dictionary(uniqueKeysWithValues: recordKeys.enumerated().map { ($1, $0) })
        return rows.flatMap { row in
            zip(columns, row.cells).compactMap { column, cell in
                cell.fields.map { record(of: row, column, $0, index) }
            }
        }
    }

    private func record(of row: Row, _ column: Column, _ own: [Field], _ index: [String: Int]) -> Record {
        let given = fields + row.fields + column.fields + own
        // A cell mostly brings all fields, in order.
        if given.count == recordKeys.count, zip(given, recordKeys).allSatisfy({ $0.key == $1 }) { return Record(given) }
        var ordered = recordKeys.map { Field($0, .absent) }
        for field in given {
            let index = index[field.key]
            assert(index != nil, "a field that no record key names would be lost")
            if let index { ordered[index] = field }
        }
        return Record(ordered)
    }
}

/// The keys of all tables in order of first appearance.
func recordKeys(of tables: [Table]) -> [String] {
    var keys: [String] = []
    for key in tables.flatMap(\.recordKeys) where !keys.contains(key) { keys.append(key) }
    return keys
}
