import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally
import Testing

@testable import LanguageServer

@Suite struct NavigationTests {
    private let files = [
        "main.taizhang": "include *.txt\ninclude sub/*\n",
        "names.txt": Sample.declarations + "register 难题\n    states 交办 -> 办结\nindicator 办结数 = count(难题.办结)\n    measure 件\n",
        "q1.txt": "2024-Q1  婺城区:金西园区\n    规上工业产值  10.5 亿元   yoy +8%\n    规模以上工业产值  -\ntarget 2024  婺城区 -> 金西园区\n    规上工业产值  48 亿元\n",
        "sub/items.txt": "item 难题 7  缺电\n    unit 金西园区\n    2024-01-01 交办\n    2024-02-01 unit 白龙桥镇\nrule 甲  规上工业产值 >= 0\n",
    ]

    private func client(_ name: String, _ old: String, _ new: String, encoding: PositionEncoding = .utf16) throws -> Client {
        var files = files
        files[name] = files[name]?.replacingOccurrences(of: old, with: new)
        return try Client(files, encoding: encoding)
    }

    /// `file:line:character` of each location of an answer.
    private func places(_ json: JSON, _ client: Client) -> [String] {
        json.elements.map { location in
            let start = EditorPosition(location["range"]["start"])
            let name = client.texts.keys.first { client.uri($0) == location["uri"].text } ?? "?"
            return "\(name):\(start.line):\(start.character)"
        }
    }

    @Test(arguments: [
        ("q1.txt", "婺城区:金西", "婺城区:金‸西", ["names.txt:2:4"]), ("q1.txt", "  婺城区:金西", "  ‸婺城区:金西", ["names.txt:0:5"]),
        ("q1.txt", "    规上工业产值  10", "    规上工业产值‸  10", ["names.txt:4:10"]), ("q1.txt", "规模以上", "规模‸以上", ["names.txt:4:10"]),
        ("sub/items.txt", "item 难题", "item 难‸题", ["names.txt:13:9"]), ("sub/items.txt", "01 交办", "01 交‸办", ["names.txt:14:11"]),
        ("names.txt", "count(难题.办结)", "count(难题.办‸结)", ["names.txt:14:17"]),
        ("names.txt", "count(难题.办结)", "count(‸难题.办结)", ["names.txt:13:9"]),
        ("sub/items.txt", "unit 白龙桥镇", "unit 白‸龙桥镇", ["names.txt:3:4"]), ("main.taizhang", "sub/*", "su‸b/*", ["sub/items.txt:0:0"]),
        ("sub/items.txt", "规上工业产值 >= 0", "规上‸工业产值 >= 0", ["names.txt:4:10"]), ("q1.txt", "10.5", "1‸0.5", []),
    ])
    func `A name leads to its declaration`(name: String, old: String, new: String, expected: [String]) throws {
        for encoding in [PositionEncoding.utf16, .utf8] {
            let client = try client(name, old, new, encoding: encoding)
            let found = places(try client.ask("definition", name), client)
            if encoding == .utf16 { #expect(found == expected) } else { #expect(found.count == expected.count) }
        }
    }

    @Test func `A unit is found in paths, headers, items and as an issuer`() throws {
        let client = try client("names.txt", "units 婺城区", "units 婺城‸区")
        let found = places(try client.ask("references", "names.txt", [("context", .object([("includeDeclaration", .bool(true))]))]), client)
        #expect(found == ["names.txt:0:9", "names.txt:1:6", "q1.txt:0:9", "q1.txt:3:13"])
    }

    @Test func `References may leave the declaration out`() throws {
        let client = try client("q1.txt", "    规上工业产值  10", "    规上‸工业产值  10")
        let found = places(try client.ask("references", "q1.txt", [("context", .object([("includeDeclaration", .bool(false))]))]), client)
        #expect(found == ["names.txt:6:10", "q1.txt:1:4", "q1.txt:2:4", "q1.txt:4:4", "sub/items.txt:4:8"])
    }

    @Test(arguments: [
        ("q1.txt", "婺城区:金西", "婺城区:金‸西", "金西新区", "names.txt", "    金西新区    kind 园区\n"),
        ("q1.txt", "婺城区:金西", "婺城区:金‸西", "金西新区", "sub/items.txt", "    unit 金西新区\n"),
        ("q1.txt", "  婺城区:金西", "  ‸婺城区:金西", "婺江区", "q1.txt", "2024-Q1  婺江区:金西园区\n"),
        ("q1.txt", "  婺城区:金西", "  ‸婺城区:金西", "婺江区", "names.txt", "unit 金华市:婺江区\nunits 婺江区\n"),
        ("q1.txt", "    规上工业产值  10", "    规上‸工业产值  10", "Top 10 firms", "q1.txt", "    \"Top 10 firms\"  48 亿元\n"),
        ("q1.txt", "  婺城区:金西园区", "  婺城区:\"金‸西园区\"", "Top 10 firms", "q1.txt", "  婺城区:\"Top 10 firms\"\n"),
        // An alias is renamed by itself.
        ("q1.txt", "    规模以上工业产值", "    规模‸以上工业产值", "规上产值", "q1.txt", "    规上产值  -\n"),
        ("q1.txt", "    规模以上工业产值", "    规模‸以上工业产值", "规上产值", "names.txt", "    alias 规上产值\n"),
        ("names.txt", "register 难题", "register 难‸题", "问题", "names.txt", "count(问题.办结)"),
        ("names.txt", "register 难题", "register 难‸题", "问题", "sub/items.txt", "item 问题 7  缺电\n"),
    ])
    func `A new name is written in every file`(
        name: String, old: String, new: String, to newName: String, in file: String, expected: String
    ) throws {
        let client = try client(name, old, new)
        let edit = try client.ask("rename", name, [("newName", .string(newName))])
        #expect(try client.apply(edit, to: file).contains(expected))
    }

    @Test(arguments: [
        "count(难题.办结)", "count(难题．办结)", "count(\"难题\".办结)", "count(\"难题\".\"办结\")", "count(难题．\"办结\")", "count(\"难题.办结\")",
        "count(＂难题＂．办结)", "count(难题) - count(难题.交办)",
    ])
    func `A ledger whose register has another name says the same`(formula: String) throws {
        for old in ["难题", "重点 项目"] {
            let quoted = old == "难题" ? old : "\"\(old)\""
            if old != "难题", formula.contains("(难题") { continue }
            let formula = formula.replacingOccurrences(of: "难题", with: old)
            for new in ["问题", "难|事", "难 事", "难，事", "难(事", "难-题", "；题", "3 月", "count", "难题"] {
                try expectSame("register ‸\(quoted)", item: "item \(quoted) 7", formula, new)
            }
        }
    }

    @Test(arguments: ["8", "难|事", "难 事", "；8", "|8", "难,事", "#8", "8  9"])
    func `A ledger whose item has another id says the same`(new: String) throws {
        try expectSame("register 难题", item: "item 难题 ‸7", "count(难题.办结)", new)
    }

    /// Renames what is at the mark, and expects all to be as before, but for the name.
    private func expectSame(_ register: String, item: String, _ formula: String, _ new: String) throws {
        let text = """
            unit 市
            \(register)
                states 交办 -> 办结
            indicator 办结数 = \(formula)
                measure 件
            \(item)  缺电
                unit 市
                2024-01-01 交办
                2024-02-01 办结

            """
        let client = try Client(["main.taizhang": text.replacingOccurrences(of: "‸\"", with: "\"‸")])
        let renamed = try client.apply(client.ask("rename", "main.taizhang", [("newName", .string(new))]), to: "main.taizhang")
        let (before, after) = (try reading(client.texts["main.taizhang"] ?? ""), try reading(renamed))
        #expect(before.count == 1 && after.count == 1 && before.problems == [] && after.problems == [], "\(renamed)")
        #expect([after.register, after.item].contains(new), "\(renamed)")
    }

    private func reading(_ text: String) throws -> (count: Int128?, problems: [String], register: String, item: String) {
        let ledger = Ledger.load(text: text)
        let (unit, indicator) = (try #require(ledger.units.ids.first), try #require(ledger.indicators.ids.first))
        let cell = Evaluator(Tally(ledger)).cell(unit, indicator, .year(2024))
        let (register, item) = (try #require(ledger.registers.ids.first), try #require(ledger.items.ids.first))
        return (
            cell.interval?.value, ledger.diagnostics.map(\.code.text), ledger.registers[register].name, ledger.items.name(of: item)
        )
    }

    @Test(arguments: ["难.事", "难．事", "另"])
    func `A register gets no name that formulas would read otherwise`(new: String) throws {
        let client = try client("names.txt", "register 难题", "register 另\n    states 甲\nregister 另一.个\n    states 甲\nregister 难‸题")
        #expect(throws: Client.Refused.self) { try client.ask("rename", "names.txt", [("newName", .string(new))]) }
        #expect(throws: Client.Refused.self) { try client.ask("rename", "names.txt", [("newName", .string("另一"))]) }
    }

    @Test func `An item gets no id that another of its register has`() throws {
        let client = try client("sub/items.txt", "item 难题 7", "item 难题 8  停水\n    unit 金西园区\n    2024-01-01 交办\nitem 难题 ‸7")
        #expect(throws: Client.Refused.self) { try client.ask("rename", "sub/items.txt", [("newName", .string("8"))]) }
    }

    @Test(arguments: ["", " ", "a\nb", "甲:乙", "x\"y", "白龙桥镇"])
    func `A name that is none, or taken, is refused`(newName: String) throws {
        let client = try client("q1.txt", "婺城区:金西", "婺城区:金‸西")
        #expect(throws: Client.Refused.self) { try client.ask("rename", "q1.txt", [("newName", .string(newName))]) }
    }

    @Test func `What may be renamed is told before`() throws {
        let unit = try client("q1.txt", "婺城区:金西", "婺城区:金‸西")
        #expect(try unit.ask("prepareRename", "q1.txt")["placeholder"].text == "金西园区")
        let number = try client("q1.txt", "10.5", "1‸0.5")
        #expect(try number.ask("prepareRename", "q1.txt").isNull)
    }

    @Test func `Edits name the version of an open text where the client asks for that`() throws {
        let capabilities = JSON.object([("workspace", .object([("workspaceEdit", .object([("documentChanges", .bool(true))]))]))])
        var files = files
        files["q1.txt"] = files["q1.txt"]?.replacingOccurrences(of: "婺城区:金西", with: "婺城区:金‸西")
        let client = try Client(files, capabilities: capabilities)
        let changes = try client.ask("rename", "q1.txt", [("newName", .string("甲"))])["documentChanges"].elements
        let versions = Dictionary(changes.map { ($0["textDocument"]["uri"].text ?? "", $0["textDocument"]["version"].integer) }) { a, _ in a
        }
        #expect(versions[client.uri("q1.txt")] == 1)
        #expect(versions[client.uri("names.txt")] == .some(nil))
    }

    @Test func `Symbols, folds, links and selections`() throws {
        let client = try Client(
            files,
            capabilities: .object([
                ("textDocument", .object([("documentSymbol", .object([("hierarchicalDocumentSymbolSupport", .bool(true))]))]))
            ]))
        let symbols = try client.ask("documentSymbol", "names.txt").elements
        #expect(symbols.first { $0["name"].text == "units 婺城区" }?["children"].elements.count == 2)
        let found = try client.request("workspace/symbol", [("query", .string("园区"))]).elements.compactMap { $0["name"].text }
        #expect(found == ["金西园区"])
        let folds = try client.ask("foldingRange", "q1.txt").elements.map { [$0["startLine"].integer, $0["endLine"].integer] }
        #expect(folds == [[0, 2], [3, 4]])
        let links = try client.ask("documentLink").elements.compactMap { $0["target"].text }
        #expect(links == [client.uri("names.txt"), client.uri("sub/items.txt")])
        let position = EditorPosition(line: 1, character: 23).json
        var selection = try client.ask("selectionRange", "q1.txt", [("positions", .array([position]))]).elements[0]
        var starts: [[Int?]] = []
        while selection.isObject {
            starts.append([selection["range"]["start"]["character"].integer, selection["range"]["end"]["character"].integer])
            selection = selection["parent"]
        }
        #expect(starts.first == [22, 29])
        #expect(starts.count == 4)
    }

    @Test func `Tokens cover what the lines say, in order and without overlap`() throws {
        for encoding in [PositionEncoding.utf8, .utf16] {
            let client = try Client(files, encoding: encoding)
            for name in files.keys.sorted() {
                let data = try client.ask("semanticTokens/full", name)["data"].elements.compactMap(\.integer)
                #expect(data.count % 5 == 0)
                var (line, end) = (0, 0)
                for index in stride(from: 0, to: data.count, by: 5) {
                    let start = data[index] == 0 ? data[index + 1] + (index == 0 ? 0 : lastStart(data, index)) : data[index + 1]
                    if data[index] > 0 { end = 0 }
                    line += data[index]
                    #expect(start >= end && data[index + 2] > 0, "\(name) \(line):\(start)")
                    end = start + data[index + 2]
                }
            }
        }
    }

    private func lastStart(_ data: [Int], _ index: Int) -> Int {
        var (start, at) = (0, index - 5)
        while at >= 0 {
            start += data[at + 1]
            if data[at] > 0 { break }
            at -= 5
        }
        return start
    }
}
