import Diagnostics
import SourceText

/// The records of tables on a sheet: the same rows and columns as in CSV, for filters, sums and pivot tables.
struct RecordSheet {
    private let keys: [String]
    private let records: [[Record]]
    private let tables: [Table]

    private static let sampleSize = 500

    /// Rows that fit on one sheet, below the keys.
    static let mostRows = Sheet.mostRows - 1

    init(of tables: [Table]) {
        self.tables = tables
        keys = recordKeys(of: tables)
        records = tables.map(\.records)
    }

    var columnCount: Int { keys.count }

    var rowCount: Int { records.reduce(0) { $0 + $1.count } }

    /// Writes the records of `range`, counted over all tables.
    func write(_ range: Range<Int>, isFirst: Bool, _ styles: inout SheetStyles, to bytes: inout [UInt8]) {
        let frame = Sheet.Frame(
            heldColumns: 0, heldRows: 1, widths: widths, filtered: keys.isEmpty ? nil : (keys.count, range.count),
            isShownFirst: isFirst)
        var sheet = Sheet(frame, to: &bytes)
        let head = styles.number(of: SheetStyle(font: .bold, isRuled: true))
        let plain = styles.number(of: SheetStyle())
        let quoted = styles.number(of: SheetStyle(isQuoted: true))
        let trailing = styles.number(of: SheetStyle(side: .trailing))
        sheet.add(keys.map { (.text($0), head) }, to: &bytes)
        var number = 0
        for (table, records) in zip(tables, records) {
            // Keys that this table does not have stay blank.
            let places = keys.map { table.recordKeys.firstIndex(of: $0) }
            let wanted = range.clamped(to: number..<number + records.count)
            for record in records[wanted.lowerBound - number..<wanted.upperBound - number] {
                let cells: [(value: Sheet.Value, style: Int)?] = places.map { place in
                    switch place.map({ record.fields[$0].value }) ?? .absent {
                    case .absent: nil
                    case .text(let text): (.text(text), startsLikeFormula(text) ? quoted : plain)
                    // Beyond what a spreadsheet keeps the digits are saved as text.
                    case .number(let text):
                        significantDigits(text) > SheetNumber.mostDigits ? (.text(text), trailing) : (.number(text), plain)
                    }
                }
                sheet.add(cells, to: &bytes)
            }
            number += records.count
        }
        sheet.end(to: &bytes)
    }

    /// By the keys and the first records: good enough, and no second pass over millions.
    private var widths: [Int] {
        let sample = records.lazy.joined().prefix(Self.sampleSize)
        var widths = Dictionary(uniqueKeysWithValues: keys.map { ($0, displayWidth($0)) })
        for field in sample.lazy.flatMap(\.fields) {
            switch field.value {
            case .text(let text), .number(let text): widths[field.key] = max(widths[field.key] ?? 0, displayWidth(text))
            case .absent: break
            }
        }
        return keys.map { min(60, max(8, (widths[$0] ?? 0) + 3)) }
    }
}
