/// A sheet being written, row after row, into the bytes of its part.
struct Sheet {
    /// What a cell holds.
    enum Value {
        case text(String)
        /// A decimal with `.`, of at most `SheetNumber.mostDigits` digits.
        case number(String)
    }

    /// How the sheet is divided.
    struct Frame {
        /// Columns at the left and rows at the top that stay while the rest is scrolled, and that are printed on every page.
        var heldColumns: Int
        var heldRows: Int
        /// In characters, by column; the last column's holds for none beyond.
        var widths: [Int]
        /// Whether the heads of the columns get a filter; nil or the number of columns.
        var filtered: (columns: Int, rows: Int)?
        var isShownFirst: Bool
    }

    static let mostColumns = 16_384
    static let mostRows = 1_048_576

    private let frame: Frame
    private var row = 0

    /// Begins the part; `end` must follow when all rows are written.
    init(_ frame: Frame, to bytes: inout [UInt8]) {
        self.frame = frame
        bytes += sheetXMLHead + #"<worksheet xmlns="\#(sheetNamespace)">"#
        bytes += #"<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>"#
        bytes += #"<sheetViews><sheetView\#(frame.isShownFirst ? #" tabSelected="1""# : "") workbookViewId="0">"#
        if frame.heldColumns + frame.heldRows > 0 {
            bytes += "<pane"
            if frame.heldColumns > 0 { bytes += #" xSplit="\#(frame.heldColumns)""# }
            if frame.heldRows > 0 { bytes += #" ySplit="\#(frame.heldRows)""# }
            let pane = frame.heldColumns == 0 ? "bottomLeft" : frame.heldRows == 0 ? "topRight" : "bottomRight"
            let first = columnLetters(frame.heldColumns) + "\(frame.heldRows + 1)"
            bytes += #" topLeftCell="\#(first)" activePane="\#(pane)" state="frozen"/><selection pane="\#(pane)"/>"#
        }
        bytes += #"</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>"#
        if !frame.widths.isEmpty {
            bytes += "<cols>"
            for (index, width) in frame.widths.enumerated() {
                bytes += #"<col min="\#(index + 1)" max="\#(index + 1)" width="\#(width)" customWidth="1"/>"#
            }
            bytes += "</cols>"
        }
        bytes += "<sheetData>"
    }

    /// Writes the next row; blank cells are left out.
    mutating func add(_ cells: [(value: Value, style: Int)?] = [], to bytes: inout [UInt8]) {
        row += 1
        guard cells.contains(where: { $0 != nil }) else { return }
        bytes += #"<row r="\#(row)">"#
        for (index, cell) in cells.enumerated() {
            guard let cell else { continue }
            bytes += #"<c r="\#(columnLetters(index))\#(row)" s="\#(cell.style)""#
            switch cell.value {
            case .number(let number): bytes += "><v>\(number)</v></c>"
            case .text(""): bytes += "/>"
            case .text(let text):
                bytes += #" t="inlineStr"><is><t xml:space="preserve">"# + xmlText(cellText(text)) + "</t></is></c>"
            }
        }
        bytes += "</row>"
    }

    /// Ends the part: landscape A4, as wide as the page, pages numbered.
    func end(to bytes: inout [UInt8]) {
        bytes += "</sheetData>"
        if let filtered = frame.filtered {
            bytes += #"<autoFilter ref="A\#(frame.heldRows):\#(columnLetters(filtered.columns - 1))\#(frame.heldRows + filtered.rows)"/>"#
        }
        bytes += #"<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>"#
        bytes += #"<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>"#
        bytes += "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"
    }
}

let sheetXMLHead = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
let sheetNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
