import SourceText
import Testing

struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("yoy 8.2%", 8), ("规上工业产值", 12), ("单位GDP能耗", 11), ("ＡＢ：", 6), ("ｱｲ", 2), ("é", 1), ("e\u{301}", 1),
        ("\t\u{1B}\r\n", 0), ("각", 2), ("\u{1100}\u{1161}\u{11A8}", 2), ("😀", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("👍🏽", 2),
        ("👨\u{200D}👩\u{200D}👧", 2), ("🇨🇳", 2), ("🇨🇳🇯🇵", 4), ("1\u{FE0F}\u{20E3}", 2), ("a\u{FE0F}", 1), ("─│·…", 4), ("a\u{200B}b", 2),
    ])
    func textTakesColumns(text: String, width: Int) {
        #expect(displayWidth(text) == width)
    }

    /// A sample of what Python's `wcwidth` says, with the ends of runs.
    @Test(
        arguments: [
            (0x00AD, 1), (0x00B7, 1), (0x0300, 0), (0x036F, 0), (0x1100, 2), (0x115F, 2),
            (0x1160, 0), (0x11FF, 0), (0x13D2, 1), (0x1879, 1), (0x1958, 1), (0x1A03, 1),
            (0x1E52, 1), (0x1EE3, 1), (0x200B, 0), (0x200D, 0), (0x2014, 1), (0x2026, 1),
            (0x204C, 1), (0x20DD, 0), (0x231A, 2), (0x2464, 1), (0x25B6, 1), (0x2CA1, 1),
            (0x2E80, 2), (0x2F11, 2), (0x3000, 2), (0x303E, 2), (0x3041, 2), (0x3099, 0),
            (0x30D1, 2), (0x3563, 2), (0x3CEF, 2), (0x4002, 2), (0x44CF, 2), (0x4A7B, 2),
            (0x4DBF, 2), (0x4DDC, 2), (0x4E00, 2), (0x5D28, 2), (0x6E8C, 2), (0x71D1, 2),
            (0x72EC, 2), (0x7BD8, 2), (0x94E7, 2), (0x9E91, 2), (0x9FFF, 2), (0xA000, 2),
            (0xA66D, 1), (0xAC00, 2), (0xBBDB, 2), (0xCAC6, 2), (0xCBB9, 2), (0xD6BA, 2),
            (0xD739, 2), (0xD7A3, 2), (0xE1FA, 1), (0xE6A6, 1), (0xFE0F, 0), (0xFF01, 2),
            (0xFF60, 2), (0xFF61, 1), (0xFFE0, 2), (0x10C6E, 1), (0x11AFF, 1), (0x11D74, 1),
            (0x122C2, 1), (0x125A3, 1), (0x1277A, 1), (0x12A23, 1), (0x12CEE, 1), (0x12D14, 1),
            (0x1301A, 1), (0x13267, 1), (0x13303, 1), (0x1331E, 1), (0x1346C, 1), (0x149DE, 1),
            (0x14B81, 1), (0x14FBF, 1), (0x155E7, 1), (0x165CF, 1), (0x1AA7B, 1), (0x1AD1E, 1),
            (0x1AFF9, 2), (0x1C029, 1), (0x1DA64, 0), (0x1EDB8, 1), (0x1EDDA, 1), (0x1EDEE, 1),
            (0x1F300, 2), (0x1F64F, 2), (0x20000, 2), (0x3FFFD, 2), (0xE0100, 0),
        ] as [(UInt32, Int)])
    func scalarTakesColumns(value: UInt32, width: Int) throws {
        #expect(displayWidth(try #require(Unicode.Scalar(value))) == width)
    }

    @Test func paddingCountsColumns() {
        #expect(padLeft("出口", to: 6) == "  出口")
        #expect(padRight("出口", to: 6) == "出口  ")
        #expect(padLeft("出口额", to: 4) == "出口额")
    }

    @Test(arguments: [("出口额", 6, "出口额"), ("出口额", 5, "出口…"), ("出口额", 4, "出…"), ("出口额", 1, "…"), ("出口额", 0, ""), ("abc", 2, "a…")])
    func truncationNeverPassesTheWidth(text: String, width: Int, expected: String) {
        #expect(truncated(text, to: width) == expected)
    }
}
