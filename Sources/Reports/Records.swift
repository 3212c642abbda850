/// What programs get of tables: for each cell a value under every key, record by record.
///
/// All values lie in one array; a report has millions of them, and none is worth an array of its own.
public struct Records: Hashable, Sendable {
    /// What the values of each record are, in their order.
    public let keys: [String]
    /// As many for each record as there are keys.
    private(set) var values: [Field.Value] = []

    /// None yet.
    public init(keys: [String]) { self.keys = keys }

    /// How many records there are.
    public var count: Int { keys.isEmpty ? 0 : values.count / keys.count }

    /// The values of one record, in the order of the keys.
    public subscript(number: Int) -> ArraySlice<Field.Value> { values[number * keys.count..<(number + 1) * keys.count] }

    /// One value: that of the key at a place; absent where there is no such place.
    func value(_ number: Int, at place: Int?) -> Field.Value { place.map { values[number * keys.count + $0] } ?? .absent }

    /// Adds a record: `write` appends a value for each key, in their order.
    mutating func append(_ write: (inout [Field.Value]) -> Void) {
        let start = values.count
        write(&values)
        precondition(values.count == start + keys.count, "a record has a value for each key")
    }

    mutating func reserve(_ count: Int) { values.reserveCapacity(count * keys.count) }

    /// Where the values of so many keys stand in each record; nil for a key that these records do not have.
    func places(of wanted: [String]) -> [Int?] {
        if wanted == keys { return keys.indices.map { $0 } }
        let places = Dictionary(keys.enumerated().map { ($1, $0) }) { first, _ in first }
        return wanted.map { places[$0] }
    }
}

extension Table {
    /// One record for each cell that has fields, row by row: the table's fields, the row's, the column's and the cell's, the later
    /// of which stands where a key is given twice.
    public var records: Records {
        let places = Dictionary(uniqueKeysWithValues: recordKeys.enumerated().map { ($1, $0) })
        var records = Records(keys: recordKeys)
        for row in rows {
            for (column, cell) in zip(columns, row.cells) {
                guard let own = cell.fields else { continue }
                records.append { values in
                    let start = values.count
                    values.append(contentsOf: repeatElement(.absent, count: recordKeys.count))
                    for field in [fields, row.fields, column.fields, own].joined() {
                        let place = places[field.key]
                        assert(place != nil, "a field that no record key names would be lost")
                        if let place { values[start + place] = field.value }
                    }
                }
            }
        }
        return records
    }
}

/// The keys of all records in order of first appearance.
func recordKeys(of records: [Records]) -> [String] {
    var seen: Set<String> = []
    return records.flatMap(\.keys).filter { seen.insert($0).inserted }
}
