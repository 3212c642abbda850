import Diagnostics

/// Tables as a workbook (Office Open XML, ISO/IEC 29500) for Excel, WPS and LibreOffice.
///
/// Every table has a sheet that looks as it does in text; the last sheet has the records of all, as in CSV. There are no formulas, and
/// nothing that would make two workbooks of the same tables differ.
public struct WorkbookRenderer: Sendable {
    /// Of titles, headings and notes.
    public var language: Language

    /// A renderer without state: one serves any number of workbooks.
    public init(language: Language) { self.language = language }

    /// The bytes of the file. `records` fill the last sheet, where programs get more than people do; otherwise those of the tables.
    /// Costs a pass over the cells, and memory for the file.
    public func render(_ tables: [Table], records: [Records]? = nil) throws(WorkbookProblem) -> [UInt8] {
        let data = RecordSheet(of: records ?? tables.map(\.records))
        let sheets = try plan(tables, data)
        let parts = WorkbookParts(sheets: sheets.map(\.frame), language: language)
        var styles = SheetStyles()
        var archive = ZipWriter()
        try archive.add("[Content_Types].xml") { $0 += parts.contentTypes }
        try archive.add("_rels/.rels") { $0 += parts.relationships }
        try archive.add("docProps/core.xml") { $0 += parts.properties }
        try archive.add("xl/workbook.xml") { $0 += parts.workbook }
        try archive.add("xl/_rels/workbook.xml.rels") { $0 += parts.workbookRelationships }
        for (index, sheet) in sheets.enumerated() {
            try archive.add("xl/worksheets/sheet\(index + 1).xml") { bytes in
                switch sheet.content {
                case .table(let table, let rows): table.write(rows, isFirst: index == 0, &styles, to: &bytes)
                case .records(let rows): data.write(rows, isFirst: index == 0, &styles, to: &bytes)
                }
            }
        }
        // Last: only now are all styles known.
        try archive.add("xl/styles.xml") { $0 += styles.xml(in: language) }
        archive.finish()
        return archive.bytes
    }

    struct Planned {
        enum Content {
            case table(TableSheet, rows: Range<Int>)
            case records(rows: Range<Int>)
        }
        var frame: WorkbookParts.SheetFrame
        var content: Content
    }

    /// What is too long for one sheet goes on on the next.
    func plan(_ tables: [Table], _ data: RecordSheet) throws(WorkbookProblem) -> [Planned] {
        var names = SheetNames()
        var sheets: [Planned] = []
        for table in tables {
            let sheet = TableSheet(table, language: language)
            guard sheet.columnCount <= Sheet.mostColumns else { throw .tooManyColumns(sheet.columnCount) }
            for rows in pieces(of: table.rows.count, most: TableSheet.mostRows) {
                let name = names.name(for: (table.name ?? table.title).text(in: language))
                sheets.append(
                    Planned(frame: .init(name: name, heldColumns: 1, heldRows: TableSheet.heldRows), content: .table(sheet, rows: rows)))
            }
        }
        guard data.columnCount <= Sheet.mostColumns else { throw .tooManyColumns(data.columnCount) }
        for rows in pieces(of: data.rowCount, most: RecordSheet.mostRows) {
            let filtered = data.columnCount > 0 ? (data.columnCount, rows.count + 1) : nil
            let name = names.name(for: Localized(en: "data", zh: "数据").text(in: language))
            sheets.append(Planned(frame: .init(name: name, heldColumns: 0, heldRows: 1, filtered: filtered), content: .records(rows: rows)))
        }
        return sheets
    }

    private func pieces(of count: Int, most: Int) -> [Range<Int>] {
        guard count > most else { return [0..<count] }
        return stride(from: 0, to: count, by: most).map { $0..<min(count, $0 + most) }
    }
}
