import Diagnostics
import Foundation
import Numerics
import SourceText
import Testing

@testable import Ledger

struct FileTests {
    /// What a folder of files gives: problems by file, and how many figures.
    private func read(_ files: [(String, String)], allowsOutside: Bool = false) throws -> (
        problems: [String], figures: Int, files: [String]
    ) {
        let scratch = try Scratch()
        for (name, text) in files { try scratch.write(name, text) }
        var options = LoadOptions()
        options.allowsOutside = allowsOutside
        let reading = try Reading(path: scratch.path + "/main/a.taizhang", options: options)
        let names = reading.ledger.sources.files.map { String($0.path.dropFirst(scratch.path.count + 1)) }
        return (reading.problems, reading.ledger.figures.figureCount, names)
    }

    @Test func `nested folders, globs in sorted order, once only, depth first`() throws {
        let figure = "2013 区\n    甲 1\n"
        let read = try read([
            ("main/a.taizhang", "include sub/*.taizhang\ninclude **/c.taizhang\ninclude sub/[x-y]?.taizhang\n" + figure),
            ("main/sub/b.taizhang", "include deep/c.taizhang\n" + figure), ("main/sub/deep/c.taizhang", figure),
            ("main/sub/y1.taizhang", figure),
        ])
        #expect(read.problems == [])
        #expect(read.files == ["main/a.taizhang", "main/sub/b.taizhang", "main/sub/deep/c.taizhang", "main/sub/y1.taizhang"])
        #expect(read.figures == 4)
    }

    @Test func `a file that several lines of a level name, found at once, is read once, where it is named first`() throws {
        let figure = "2013 区\n    甲 1\n"
        let read = try read([
            ("main/a.taizhang", "include c.taizhang\ninclude b.taizhang\ninclude ./c.taizhang\ninclude [bc].taizhang\n" + figure),
            ("main/b.taizhang", "include e.taizhang\ninclude d.taizhang\n" + figure),
            ("main/c.taizhang", "include d.taizhang\ninclude e.taizhang\ninclude none.taizhang\n" + figure), ("main/d.taizhang", figure),
            ("main/e.taizhang", figure),
        ])
        #expect(read.problems == ["syntax/include at none.taizhang"])
        #expect(read.files == ["a", "c", "d", "e", "b"].map { "main/\($0).taizhang" })
        #expect(read.figures == 5)
    }

    @Test(arguments: [("GDP", "ＧＤＰ"), ("ＧＤＰ", "GDP"), ("人均“值” GDP", "人均“值” ＧＤＰ")])
    func `names of two files that differ in width, whichever comes first`(first: String, second: String) throws {
        let read = try read([
            ("main/a.taizhang", "include b.taizhang\n2013 区\n    \(first)  1\n"), ("main/b.taizhang", "2014 区\n    \(second)  2\n"),
        ])
        #expect(read.problems == ["name/confusable at \(second)"])
    }

    static let wrong: [([String], String, [String], Bool)] = [
        (["include b.taizhang"], "", ["syntax/include at b.taizhang"], false),
        (["include x*.taizhang"], "", ["syntax/include at x*.taizhang"], false),
        (["include ../b.taizhang"], "../b.taizhang", ["syntax/include at ../b.taizhang"], false),
        (["include ../b.taizhang"], "../b.taizhang", [], true),
        (["include b.taizhang", "include c.taizhang", "include a.taizhang"], "", ["syntax/include at a.taizhang"], false),
        (["include a.taizhang"], "", ["syntax/include at a.taizhang"], false),
        (["include *.taizhang"], "b.taizhang", [], false),
    ]

    @Test("includes that go wrong", arguments: wrong)
    func includes(_ texts: [String], _ other: String, _ problems: [String], _ allowsOutside: Bool) throws {
        let figure = "\n2013 区\n    甲 1\n"
        var files = zip(["a", "b", "c"], texts).map { ("main/\($0).taizhang", $1 + figure) }
        if !other.isEmpty { files.append(("main/" + other, figure)) }
        #expect(try read(files, allowsOutside: allowsOutside).problems == problems)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a pipe is passed over by a pattern, and refused where it is named`() throws {
        let scratch = try Scratch()
        try scratch.write("main/sub/note", "")
        try scratch.write("main/a.taizhang", "include *.taizhang\ninclude pipe.taizhang\ninclude */../pipe.taizhang\n2013 区\n    甲 1\n")
        #expect(mkfifo(scratch.path + "/main/pipe.taizhang", 0o600) == 0)
        let reading = try Reading(path: scratch.path + "/main/a.taizhang", options: LoadOptions())
        #expect(reading.problems == ["syntax/include at pipe.taizhang", "syntax/include at */../pipe.taizhang"])
        #expect(reading.ledger.diagnostics[0].primary.label?.en == "it is no plain file")
    }

    @Test func `a circle shows its chain`() throws {
        let scratch = try Scratch()
        try scratch.write("a.taizhang", "include b.taizhang\n")
        try scratch.write("b.taizhang", "include a.taizhang\n2013 区\n    甲 1\n")
        let advice = try Reading(path: scratch.path + "/a.taizhang").advice
        #expect(advice.contains("a.taizhang -> \(scratch.path)/b.taizhang -> \(scratch.path)/a.taizhang"))
    }

    static let encodings: [([UInt8], [String])] = [
        ([0xEF, 0xBB, 0xBF] + Array("2013 区\r\n    甲 1\r\n".utf8), []),
        (
            Array("2013 ".utf8) + [0xC7, 0xF8] + Array("\n    ".utf8) + [0xB2, 0xFA, 0xD6, 0xB5] + Array(" 5\n".utf8),
            ["syntax/encoding", "iconv -f GB18030"]
        ),
        ([0xFF, 0xFE] + Array("2013".utf8).flatMap { [$0, 0] }, ["syntax/encoding", "iconv -f UTF-16"]),
        ([], ["syntax/empty"]), (Array("; a comment\n\n".utf8), ["syntax/empty"]),
    ]

    @Test("encodings and empty files", arguments: encodings)
    func encoding(_ bytes: [UInt8], _ expected: [String]) throws {
        let scratch = try Scratch()
        try scratch.write("a.taizhang", bytes)
        let reading = try Reading(path: scratch.path + "/a.taizhang")
        #expect(reading.sorted.map { "\($0.code)" } == Array(expected.prefix(1)))
        if let hint = expected.dropFirst().first { #expect(reading.advice.contains(hint)) }
    }

    @Test func `an empty file among others is a warning`() throws {
        let scratch = try Scratch()
        try scratch.write("a.taizhang", "include b.taizhang\n2013 区\n    甲 1\n")
        try scratch.write("b.taizhang", "\n")
        #expect(try Reading(path: scratch.path + "/a.taizhang").sorted.map { "\($0.code) \($0.severity)" } == ["syntax/empty warning"])
    }

    @Test func `a file that is not there`() {
        #expect(throws: LoadFailure.self) { try Ledger.load(path: "/nowhere/at/all.taizhang") }
    }

    @Test(
        "fiscal years",
        arguments: [
            ("fiscal-year starts 04\n", Period.months(from: (2013, 4), through: (2014, 3)), []),
            ("fiscal-year starts 01\n", .year(2013), []), ("", .year(2013), ["syntax/period at FY2013"]),
            (
                "fiscal-year starts 04\nfiscal-year starts 05\n", .months(from: (2013, 4), through: (2014, 3)),
                ["syntax/declaration at fiscal-year starts 05"]
            ),
        ])
    func fiscal(_ head: String, _ period: Period, _ problems: [String]) throws {
        // The declaration may follow.
        let reading = Reading("FY2013 区\n    甲 1\n" + head)
        #expect(reading.problems == problems)
        let id = try #require(reading.ledger.figures.find(UnitID(0), IndicatorID(0)))
        #expect(reading.ledger.figures.figures(of: id).map(\.period) == [period])
    }

    /// Every figure in the store's order.
    private func figures(_ ledger: Ledger) -> [String] {
        let store = ledger.figures
        return store.series.indices.flatMap { index in
            store.figures(of: SeriesID(index)).map { figure in
                "\(ledger.units.path(of: store.series[index].unit)) \(ledger.indicators[store.series[index].indicator].name) \(figure.period.start) "
                    + "\(figure.period.lastDay) \(figure.decimal) \(ledger.measures[figure.measure].name) \(ledger.lineNumber(of: figure.id))"
            }
        }
    }

    private static let text: String = {
        var text = "unit 市:东区\nunit 市:西区\nunit 东区:镇\nunit 西区:镇\nregister 难题\n    states 交办 -> 办结\n"
        text += "indicator 甲\n    measure 万元\nindicator 乙\n    measure 家\n"
        for index in 0..<200 {
            let (year, unit) = (2030 - index / 20, index % 2 == 0 ? "西区" : "东区")
            text += "\(year)-\(index % 12 + 10 > 12 ? "Q\(index % 4 + 1)" : "\(index % 12 + 10)")  \(unit)  | 第\(index)批\n"
            text += "    乙  \(index) 家\n\n    甲  \(index).5\(index % 3 == 0 ? " 亿元" : "")   yoy 5%\n; 注释\n"
            if index % 17 == 0 { text += "2013 没有\n    丁 5 尺\n" }
            if index % 19 == 0 { text += "2013 镇\n    甲 5\ntarget 2013 市 -> 镇\n    甲 5\n" }
            if index % 23 == 0 { text += "item 难题 \(index)\n    unit \(index % 2 == 0 ? "镇" : "北区")\n    2013-02-20 交办\n" }
        }
        return text
    }()

    @Test func `figures are in the order of unit, indicator and period`() {
        let ledger = Ledger.load(text: Self.text)
        #expect(ledger.figures.figureCount == 423)
        let store = ledger.figures
        let keys = store.series.map { [$0.unit.index, $0.indicator.index] }
        #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) } && Set(keys).count == keys.count)
        for index in store.series.indices {
            let figures = store.figures(of: SeriesID(index))
            #expect(figures.count == 100)
            for (a, b) in zip(figures, figures.dropFirst()) {
                let isBefore = a.period.start < b.period.start || a.period.start == b.period.start && a.period.end < b.period.end
                #expect(isBefore || a.period == b.period && a.id < b.id)
            }
        }
    }

    @Test("pieces change nothing", arguments: [64, 200, 1000, 5000])
    func pieces(_ size: Int) {
        var options = LoadOptions()
        options.pieceSize = size
        options.threads = 2
        let (whole, cut) = (Ledger.load(text: Self.text), Ledger.load(text: Self.text, options: options))
        #expect(cut.figures.pieces.count > 2)
        #expect(figures(cut) == figures(whole))
        #expect(DiagnosticList(cut.diagnostics).sorted().diagnostics == DiagnosticList(whole.diagnostics).sorted().diagnostics)
        #expect(cut.statements.claimCount == whole.statements.claimCount)
    }

    @Test func `a name that several units have is told once for a file`() {
        let found = DiagnosticList(Ledger.load(text: Self.text).diagnostics).sorted().diagnostics.filter { $0.code == "name/ambiguous" }
        #expect(found.count == 2)
        #expect(found.flatMap(\.help).map(\.en).contains("21 more lines of this file use it"))
    }

    @Test("a large file, read in windows, says what its text says")
    func windows() throws {
        let declarations = "units 区\n    甲\n    乙\nindicators measure 万元\n    产值\n    利润\n\n"
        let blocks = (0..<20_000).map { number in
            "\(1900 + number / 12 % 200)-\(["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"][number % 12])  \(number < 2_400 ? "甲" : "乙丙")\n"
                + "    产值  \(number).5\n    利润  -\(number).25 万元\n"
        }
        let text = declarations + blocks.joined()
        let scratch = try Scratch()
        try scratch.write("a.taizhang", text)
        var options = LoadOptions()
        options.threads = 2
        options.pieceSize = 100_000
        let (read, whole) = (try Ledger.load(path: scratch.path + "/a.taizhang", options: options), Ledger.load(text: text))
        #expect(read.figures.pieces.count > 5)
        #expect(figures(read) == figures(whole))
        #expect(read.diagnostics.map(\.message) == whole.diagnostics.map(\.message))
        let id = try #require(read.figures.series.indices.last.map { read.figures.figures(of: SeriesID($0)) }?.last?.id)
        #expect(read.lineNumber(of: id) == whole.lineNumber(of: id))
        #expect(read.bodyLine(of: id)?.name.text == "利润")
    }

    @Test("pieces end where a block starts", arguments: [1, 10, 100])
    func cutting(_ size: Int) {
        let buffer = SourceBuffer(copying: Self.text.utf8)
        let ranges = cutIntoPieces(FileText(buffer), size: size, WindowPool(), threads: 2)
        #expect(ranges.first?.lowerBound == 0 && ranges.last?.upperBound == buffer.count)
        for (a, b) in zip(ranges, ranges.dropFirst()) {
            #expect(a.upperBound == b.lowerBound)
            #expect(![0x20, 0x0A, 0x3B].contains(buffer.bytes[b.lowerBound]) && buffer.bytes[b.lowerBound - 1] == 0x0A)
        }
    }

    @Test func `texts in memory stand for files on disk, and for files still to be written`() throws {
        let scratch = try Scratch()
        let figure = "2013 区\n    甲 1\n"
        try scratch.write("a.taizhang", "include sub/*.taizhang\n")
        try scratch.write("sub/b.taizhang", figure)
        var options = LoadOptions()
        options.overlay[scratch.path + "/sub/../sub/b.taizhang"] = SourceBuffer(copying: (figure + "    乙 2\n").utf8)
        options.overlay[scratch.path + "/sub/c.taizhang"] = SourceBuffer(copying: "2014 区\n    甲 3\n".utf8)
        options.overlay[scratch.path + "/elsewhere.taizhang"] = SourceBuffer(copying: figure.utf8)
        let ledger = try Ledger.load(path: scratch.path + "/a.taizhang", options: options)
        #expect(ledger.figures.figureCount == 3)
        #expect(
            ledger.sources.files.map { String($0.path.dropFirst(scratch.path.count + 1)) } == [
                "a.taizhang", "sub/b.taizhang", "sub/c.taizhang",
            ])
        options.overlay[scratch.path + "/a.taizhang"] = SourceBuffer(copying: figure.utf8)
        #expect(try Ledger.load(path: scratch.path + "/a.taizhang", options: options).figures.figureCount == 1)
    }
}
