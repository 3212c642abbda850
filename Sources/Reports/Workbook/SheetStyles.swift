import Diagnostics

/// How a cell of a sheet looks.
struct SheetStyle: Hashable {
    enum Font: Int { case plain, bold, title, faint }
    enum Side: String { case natural = "general", leading = "left", trailing = "right" }

    /// As spreadsheets spell formats; empty for the general one.
    var format = ""
    var font = Font.plain
    var side = Side.natural
    /// Steps to the right, for the rows of a tree.
    var indent = 0
    /// A line below the cell.
    var isRuled = false
    /// Stays text also when somebody edits it: as if typed behind an apostrophe.
    var isQuoted = false
    var wraps = false
}

/// The styles of a workbook, each stored once and known by its number.
struct SheetStyles {
    private var numbers: [SheetStyle: Int] = [SheetStyle(): 0]
    private var styles = [SheetStyle()]
    private var formats: [String] = []

    /// The number by which a cell refers to the style.
    mutating func number(of style: SheetStyle) -> Int {
        if let number = numbers[style] { return number }
        let number = styles.count
        numbers[style] = number
        styles.append(style)
        if !style.format.isEmpty, !formats.contains(style.format) { formats.append(style.format) }
        return number
    }

    /// The part of the workbook that says what the numbers mean.
    func xml(in language: Language) -> String {
        // The fonts of a new workbook in either language; where they are missing another stands in.
        let face = language == .chinese ? #"<name val="等线"/><charset val="134"/>"# : #"<name val="Calibri"/>"#
        let fonts = [
            #"<sz val="11"/>\#(face)"#, #"<b/><sz val="11"/>\#(face)"#, #"<b/><sz val="14"/>\#(face)"#,
            #"<sz val="11"/><color rgb="FF666666"/>\#(face)"#,
        ]
        var xml = sheetXMLHead + #"<styleSheet xmlns="\#(sheetNamespace)">"#
        if !formats.isEmpty {
            xml += #"<numFmts count="\#(formats.count)">"#
            for (index, format) in formats.enumerated() {
                xml += #"<numFmt numFmtId="\#(Self.firstFormat + index)" formatCode="\#(xmlText(format))"/>"#
            }
            xml += "</numFmts>"
        }
        xml += #"<fonts count="\#(fonts.count)">"# + fonts.map { "<font>\($0)</font>" }.joined() + "</fonts>"
        xml += #"<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>"#
        let sides = ("<left/><right/><top/>", "<diagonal/>")
        xml += #"<borders count="2"><border>\#(sides.0)<bottom/>\#(sides.1)</border>"#
        xml += #"<border>\#(sides.0)<bottom style="thin"><color auto="1"/></bottom>\#(sides.1)</border></borders>"#
        xml += #"<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>"#
        xml += #"<cellXfs count="\#(styles.count)">"# + styles.map(self.xml).joined() + "</cellXfs>"
        xml += #"<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#
        return xml
    }

    /// Numbers below belong to the formats that spreadsheets bring along.
    private static let firstFormat = 164

    private func xml(_ style: SheetStyle) -> String {
        let format = formats.firstIndex(of: style.format).map { Self.firstFormat + $0 } ?? 0
        var xml = #"<xf numFmtId="\#(format)" fontId="\#(style.font.rawValue)" fillId="0" borderId="\#(style.isRuled ? 1 : 0)" xfId="0""#
        if style.isQuoted { xml += #" quotePrefix="1""# }
        if format != 0 { xml += #" applyNumberFormat="1""# }
        if style.font != .plain { xml += #" applyFont="1""# }
        if style.isRuled { xml += #" applyBorder="1""# }
        guard style.side != .natural || style.indent > 0 || style.wraps else { return xml + "/>" }
        xml += #" applyAlignment="1"><alignment horizontal="\#(style.side.rawValue)""#
        if style.indent > 0 { xml += #" indent="\#(min(style.indent, 15))""# }
        if style.wraps { xml += #" wrapText="1""# }
        return xml + "/></xf>"
    }
}
