import Diagnostics
import SourceText

/// The records of tables on a sheet: the same rows and columns as in CSV, for filters, sums and pivot tables.
struct RecordSheet {
    private let keys: [String]
    private let records: [Records]

    private static let sampleSize = 500

    /// Rows that fit on one sheet, below the keys.
    static let mostRows = Sheet.mostRows - 1

    init(of records: [Records]) {
        self.records = records
        keys = recordKeys(of: records)
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
        for records in records {
            // Keys that these records do not have stay blank.
            let places = records.places(of: keys)
            let wanted = range.clamped(to: number..<number + records.count)
            for index in wanted.lowerBound - number..<wanted.upperBound - number {
                let cells: [(value: Sheet.Value, style: Int)?] = places.map { place in
                    switch records.value(index, at: place) {
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
        var widths = Dictionary(uniqueKeysWithValues: keys.map { ($0, displayWidth($0)) })
        var left = Self.sampleSize
        for records in records {
            for number in 0..<min(left, records.count) {
                for (key, value) in zip(records.keys, records[number]) {
                    switch value {
                    case .text(let text), .number(let text): widths[key] = max(widths[key] ?? 0, displayWidth(text))
                    case .absent: break
                    }
                }
            }
            left -= min(left, records.count)
        }
        return keys.map { min(60, max(8, (widths[$0] ?? 0) + 3)) }
    }
}
