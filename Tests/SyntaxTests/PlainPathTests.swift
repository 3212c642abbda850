import SourceText
import Testing

@testable import Syntax

/// The path for plain lines must say exactly what the general path says of the same lines. A comment behind each line, which means
/// nothing, keeps a text off the plain path.
@Suite struct PlainPathTests {
    @Test(arguments: [
        "2013  甲区\n  产值  1.5 亿元\n  投资 2 亿元\n2013  乙区\n  产值  3.50 亿元\n  投资 -4 亿元\n2013  甲区\n  产值  5 亿元\n  投资 6 万元\n",
        "2013  甲\n  a 1\n  a 2\n  a 3 家\n  a 4 家\n  a 5\n  a 6 户\n  a 7 家\n2013  甲\n  a 1 家\n",
        "2013  甲\n  a - \n  a 1\n  a n/a\n  b 1\n  b -\n  b 2\n",
        "2013  甲\n  a 1 万元/户\n  a 2 万元/户\n  a 3万元/户\n  a 3 万元\n  a 4 万元/户x\n  a 5 \"万元/户\"\n  a 5 万元/户\n",
        "2013  甲\n  a 123456789012345678\n  a 1234567890123456789\n  a 0.12345678901234567\n  a 0.123456789012345678\n  a 1.\n  a 1.2.3\n  a 1e5\n  a 1,000\n",
        "2013  甲\n  a 1 \"．5\"\n  a 1．5\n  a 1 \"yoy\"\n  a 1 yoy\n  a 1 yoy 5\n",
        "2013  甲\n  \"甲 5\" 1\n  \"甲 5\" 2\n  甲 5 3\n  \"甲 5\" 2\n",
        "2013  甲\n  b 1\n  甲 yoy -\n  b 2\n  甲 yoy 5\n  b 3\n  甲 yoy 5\n  甲 超 -\n  b 1\n  甲 超 5\n",
        "2013  甲\n  North output 1\n  South output 2\n2013  乙\n  North output 3\n  South output 4\n  North 5\n",
        "2013  甲\n  a 007\n  a -0\n  a -0.0\n  a +5\n  a > 5\n  a > 6\n  a 7\n",
        "2013  \"甲 on 2014-01-01\"\n  a 1\n2013  乙\n  a 2\n2013  \"甲 on 2014-01-01\"\n  a 1\n2013  甲 on 2014-01-01\n  a 3\n",
        "2013  \"! 甲\"\n a 1\n2013  乙\n a 2\n2013  ! 甲\n a 3\n2013 ! ? 甲\n a 4\n2013  乙\n a 5\n2013  ? 甲\n a 6\n",
        "2013 甲\n a 1\n2013 乙\n a 1\n2013 甲\n a 1\n2013-01 乙\n a 1\n2013-01 甲\n a 1\n2013 乙\n a 1\n2013 甲\n a 1\n2013 乙 !\n a 1\n",
        "2013 甲\n a 1\n  ; c\n\n   \n# c\n b 2\n；c\n c 3\n",
        "2013 甲\n a５ 1\n a5 ２\n a 1亿元\n a 2亿元\n　a 3亿元\n\ta\t4\t亿元\t\n a 5  \n",
        "2013 甲\n a 1 亿元 | n\n a 2 亿元\n a 3 亿元 yoy 5%\n a 4 亿元\n",
        "2013\n a 1\n2013 甲\n a 2\n2013\n a 1\n2013 甲\n a 2\n20x3 甲\n a 3\n2013 甲\n a 4\n",
        "2013 甲\n 1\n a\n 5 6\n 5 6 7\n - 5\n a -\n yoy 5\n \"\" 5\n",
        "2013 甲\n a 1 元\n b 1 元\n2013 甲:乙 \n a 1 元\n b 1 元\nunit 丙\n kind x\n2013 甲\n a 1 元\n b 1 元\n2013 甲:乙\n a 1 元\n b 1 元\n",
        "2013 甲\n a 1 \u{1} \n a\u{1} 1\n a \u{1}5\n",
    ])
    func `plain and general path agree`(text: String) {
        let plain = Reading(text)
        let general = Reading(text.replacing("\n", with: " ;\n"))
        #expect(plain.rows == general.rows)
        #expect(plain.headers == general.headers)
        #expect(plain.claims == general.claims)
        #expect(plain.problems == general.problems)
        let carriageReturns = Reading(text.replacing("\n", with: "\r\n"))
        #expect(carriageReturns.rows == general.rows)
        #expect(carriageReturns.problems == general.problems)
    }

    /// Lines are compared with those of the block before: whatever the length of a name, the blanks before a number and the number itself.
    @Test(arguments: 1...40)
    func `lines in columns`(length: Int) {
        let name = String("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".prefix(length))
        let gaps = (1...18).map { String(repeating: " ", count: $0) } + ["\t", " \t ", "        \t", "\t        "]
        let numbers =
            (1...18).flatMap { ["918273645546372819".prefix($0), "-918273645546372819".prefix($0 + 1)] } + ["0.5", "12345.67", "123456.7"]
        var blocks = gaps.map { gap in "2013  甲\n" + [" 元\n", "\n", " 一个很长的计量名称\n"].map { "  \(name)\(gap)5\($0)" }.joined() }
        blocks += numbers.map { "2013  甲\n  \(name)  \($0)\n  b 1\n" }
        // One letter is another: not the name that is expected.
        for place in 0..<length {
            var letters = Array(name)
            letters[place] = "_"
            blocks.append("2013  甲\n  \(name)  1\n  \(String(letters))  2\n2013  甲\n  \(name)  3\n  \(name)  4\n")
        }
        let text = blocks.joined()
        let (plain, general) = (Reading(text), Reading(text.replacing("\n", with: " ;\n")))
        #expect(plain.rows == general.rows)
        #expect(plain.problems == general.problems)
    }

    @Test func `each row knows its line and its header`() {
        let text = "\u{FEFF}2013  甲\n  a 1 元\n  b 2 元\n\n2013  乙\n  a 3 元\n  b - \n2013  甲\n  a 5 元\n  b 6 元\n2013  乙\n  a 7 元\n  b 8 元"
        let reading = Reading(text)
        #expect(reading.problems == [])
        let lines = reading.lines.map { line in
            let rest = reading.buffer.bytes[line...].prefix { $0 != 0x0A }
            return String(decoding: rest, as: UTF8.self)
        }
        #expect(lines == ["  a 1 元", "  b 2 元", "  a 3 元", "  b - ", "  a 5 元", "  b 6 元", "  a 7 元", "  b 8 元"])
        #expect(reading.piece.runs.map(\.header) == [0, 1, 2, 3])
        #expect(reading.piece.runs.map(\.firstRow) == [0, 2, 4, 6])
        let headers = reading.piece.headers.map { Int($0.line) }
        #expect(headers.allSatisfy { reading.buffer.bytes[$0] == UInt8(ascii: "2") })
        #expect(headers.first == 3)
    }

    @Test(arguments: [1023, 1024, 1025, 70_000])
    func `runs go on where one is full`(count: Int) {
        let text = "2013  甲\n" + (0..<count).map { "  a \($0)\n" }.joined()
        let reading = Reading(text)
        #expect(reading.piece.figureCount == count)
        #expect(reading.piece.headers[0].rowCount == UInt32(count))
        #expect(reading.piece.runs.flatMap { run in (0..<Int(run.rowCount)).map { run.mantissas[$0] } } == (0..<count).map { Int64($0) })
        #expect(reading.text(ByteRange(reading.lines[count - 1], reading.buffer.count)) == "  a \(count - 1)\n")
    }

    @Test(
        arguments: [1, 3, 4, 5, 1023], [2_147_483_647, -2_147_483_648, 2_147_483_648, -2_147_483_649, 999_999_999_999_999_999] as [Int64])
    func `numbers are kept in four bytes where all fit`(count: Int, largest: Int64) {
        // The runs before and behind are of the other width.
        let middle = (1...count).map { $0 == count / 2 + 1 ? largest : Int64(-$0) }
        let blocks: [[Int64]] = [[1, -1, 5], middle, [1 << 40, 7], [-8]]
        let texts = blocks.map { "2013 甲\n" + $0.map { "  a \($0)\n" }.joined() }
        let reading = Reading(texts.joined())
        let runs = reading.piece.runs
        #expect(runs.map { run in (0..<Int(run.rowCount)).map { run.mantissas[$0] } } == blocks)
        let areShort = runs.map { if case .short = $0.mantissas { true } else { false } }
        #expect(areShort == [true, Int32(exactly: largest) != nil, false, true])
    }

    @Test func `blocks that list the same share a layout`() {
        let block = "  a 1 元\n  b 2.5\n  c -3 元\n"
        let other = "  a 1 元\n  c 3 元\n"
        let blocks = [block, block, "  a 1 元\n ; comment\n  b 2 \n", block, other, "  a 1 元\n", block, other, block + "  d 1\n"]
        let reading = Reading(blocks.map { "2013 甲\n" + $0 }.joined())
        #expect(reading.piece.runs.map(\.layout.index) == [0, 0, 1, 2, 0, 3, 1, 0, 3, 4])
        #expect(reading.piece.runs.map(\.rowCount) == [3, 3, 1, 1, 3, 2, 1, 3, 2, 4])
        #expect(reading.piece.runs.map(\.hasNegative) == [true, true, false, false, true, false, false, true, false, true])
        #expect(reading.rows == Reading(blocks.map { "2013 甲\n" + $0 }.joined().replacing("\n", with: " ;\n")).rows)
    }

    @Test func `a piece read in two parts says what the whole says`() {
        let first = "2013  甲\n  a 1 元\n  b 2 元\n"
        let second = "2013  甲\n  a 3 元\n  b 4 元\nunit 甲\n"
        let whole = Reading(first + second)
        let bytes = whole.buffer
        let cut = first.utf8.count
        let parts = [0..<cut, cut..<bytes.count].map { PieceReader.read(bytes, file: whole.piece.file, range: $0) }
        #expect(parts.map(\.figureCount) == [2, 2])
        #expect(parts[1].headers.map(\.line) == [UInt32(cut)])
        #expect(parts[1].declarations.count == 1)
    }

    @Test(arguments: [
        ("2013 甲\n a 1\n b \u{0}2\n", 17), ("2013 甲\n a\u{0} 1\n", 11), ("2013 甲\u{0}\n a 1\n", 8),
    ])
    func `reading ends at a byte that is no text`(text: String, offset: Int) {
        #expect(Reading(text).piece.firstForeignByte == offset)
    }

    @Test func `reading ends at a byte that is not UTF-8, on the plain path too`() {
        let start = Array("2013 甲\n a 1\n a 2\n ".utf8)
        #expect(Reading(bytes: start + [0xD6, 0xD0, 0x20, 0x35, 0x0A]).piece.firstForeignByte == start.count)
        #expect(Reading(bytes: start + [0x61, 0x20, 0x35, 0xFF, 0x0A]).piece.firstForeignByte == start.count + 3)
    }
}
