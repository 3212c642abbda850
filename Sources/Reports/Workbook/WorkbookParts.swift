import Diagnostics

/// The parts of a workbook around its sheets: what there is, and how it hangs together.
struct WorkbookParts {
    /// What the workbook itself says of a sheet.
    struct SheetFrame {
        var name: String
        /// Repeated on every printed page.
        var heldColumns: Int
        var heldRows: Int
        /// Columns and rows, heads included, that have a filter; nil where there is none.
        var filtered: (columns: Int, rows: Int)?
    }

    let sheets: [SheetFrame]
    let language: Language

    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let content = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    var contentTypes: String {
        let overrides =
            [
                ("/xl/workbook.xml", Self.content + ".sheet.main+xml"), ("/xl/styles.xml", Self.content + ".styles+xml"),
                ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ] + sheets.indices.map { ("/xl/worksheets/sheet\($0 + 1).xml", Self.content + ".worksheet+xml") }
        return sheetXMLHead + #"<Types xmlns="\#(Self.package)/content-types">"#
            + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
            + #"<Default Extension="xml" ContentType="application/xml"/>"#
            + overrides.map { #"<Override PartName="\#($0.0)" ContentType="\#($0.1)"/>"# }.joined() + "</Types>"
    }

    var relationships: String {
        relationships([
            (Self.document + "/officeDocument", "xl/workbook.xml"),
            (Self.package + "/relationships/metadata/core-properties", "docProps/core.xml"),
        ])
    }

    var workbookRelationships: String {
        relationships(
            sheets.indices.map { (Self.document + "/worksheet", "worksheets/sheet\($0 + 1).xml") }
                + [(Self.document + "/styles", "styles.xml")])
    }

    /// The language of what people read; no time, so that the file depends on its content alone.
    var properties: String {
        sheetXMLHead
            + #"<cp:coreProperties xmlns:cp="\#(Self.package)/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">"#
            + "<dc:creator>taizhang</dc:creator><dc:language>\(language == .chinese ? "zh-CN" : "en")</dc:language></cp:coreProperties>"
    }

    var workbook: String {
        var xml = sheetXMLHead + #"<workbook xmlns="\#(sheetNamespace)" xmlns:r="\#(Self.document)">"#
        xml += #"<bookViews><workbookView/></bookViews><sheets>"#
        for (index, sheet) in sheets.enumerated() {
            xml += #"<sheet name="\#(xmlText(sheet.name))" sheetId="\#(index + 1)" r:id="rId\#(index + 1)"/>"#
        }
        xml += "</sheets><definedNames>"
        for (index, sheet) in sheets.enumerated() {
            let name = "'" + sheet.name + "'"
            let columns = sheet.heldColumns > 0 ? "\(name)!$A:$\(columnLetters(sheet.heldColumns - 1))," : ""
            xml += #"<definedName name="_xlnm.Print_Titles" localSheetId="\#(index)">"#
            xml += xmlText("\(columns)\(name)!$1:$\(sheet.heldRows)") + "</definedName>"
            guard let (columns, rows) = sheet.filtered else { continue }
            // Excel looks for the filter under this name.
            xml += #"<definedName name="_xlnm._FilterDatabase" localSheetId="\#(index)" hidden="1">"#
            xml += xmlText("\(name)!$A$1:$\(columnLetters(columns - 1))$\(rows)") + "</definedName>"
        }
        return xml + "</definedNames></workbook>"
    }

    private func relationships(_ targets: [(type: String, target: String)]) -> String {
        sheetXMLHead + #"<Relationships xmlns="\#(Self.package)/relationships">"#
            + targets.enumerated().map { index, relation in
                #"<Relationship Id="rId\#(index + 1)" Type="\#(relation.type)" Target="\#(relation.target)"/>"#
            }.joined() + "</Relationships>"
    }
}
