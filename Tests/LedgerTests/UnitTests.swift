import Ledger
import Testing

struct UnitTests {
    static let trees = [
        ("unit 金华市:婺城区", ["金华市", "金华市:婺城区"]),
        ("unit 婺城区:金西园区\nunit 金华市:婺城区", ["金华市", "金华市:婺城区", "金华市:婺城区:金西园区"]),
        ("unit 婺城区：金西园区", ["婺城区", "婺城区:金西园区"]),
        ("unit 市:区\nunit 区:镇\nunit 镇:村", ["市", "市:区", "市:区:镇", "市:区:镇:村"]),
        ("units 市\n    区  kind 县市区\n        街道\n    县", ["市", "市:区", "市:区:街道", "市:县"]),
        ("units\n    市\n        区", ["市", "市:区"]),
    ]

    @Test("declared paths", arguments: trees)
    func tree(_ text: String, _ paths: [String]) {
        let reading = Reading(text)
        #expect(reading.problems == [])
        #expect(Set(reading.paths) == Set(paths) && reading.paths.count == paths.count)
        // Parents come first.
        for id in reading.ledger.units.ids { #expect(reading.ledger.units[id].parent.map { $0 < id } ?? true) }
    }

    static let references = [
        ("市", "市"), ("市:东区", "市:东区"), ("东区", "市:东区"), ("东区:镇", "市:东区:镇"), ("镇", "? 市:东区:镇, 市:西区:镇"), ("西", "市:西区"),
        ("西：镇", "市:西区:镇"), ("市:西区:镇", "市:西区:镇"), ("北区", ""), ("东区:北", ""), ("县", "县"),
    ]

    @Test("references", arguments: references)
    func reference(_ reference: String, _ path: String) {
        let text = "unit 市:东区:镇\nunit 市:西区\n    alias 西, 西\nunit 市:西区:镇\nunit 县"
        #expect(Reading(text).find(reference) == path)
    }

    /// Whatever comes first.
    static let aliases = [
        (["unit 甲\n    alias 乙", "unit 乙"], "乙", "乙"),
        (["unit 甲\n    alias 老城", "unit 乙\n    alias 老城"], "老城", "? 甲, 乙"),
        (["unit 甲\n    alias 老城", "unit 乙:老城"], "老城", "甲"),
        (["unit 甲:丙\n    alias 老城", "unit 乙:老城"], "老城", "? 甲:丙, 乙:老城"),
        (["unit 甲:丙\n    alias 老城", "unit 乙:丙\n    alias 老城"], "甲:老城", "甲:丙"),
        (["unit 甲\n    alias 丁", "unit 丁:丙", "unit 甲:丙"], "丁:丙", "丁:丙"),
    ]

    @Test("names stand before aliases, and aliases of several units mean none", arguments: aliases)
    func alias(_ blocks: [String], _ reference: String, _ path: String) {
        for blocks in [blocks, blocks.reversed()] {
            let found = Reading(blocks.joined(separator: "\n")).find(reference)
            // Candidates are in the order of declaration.
            #expect(path.hasPrefix("?") ? found.sorted() == path.sorted() : found == path)
        }
    }

    static let quotedParts = [
        ("甲:\"Top 10 firms\"", "甲:Top 10 firms"), ("\"甲:Top 10 firms\"", "甲:Top 10 firms"), ("\"甲\"：＂a -> b＂:丙", "甲:a -> b:丙"),
        ("甲: \"a -> b\" :丙", "甲:a -> b:丙"), ("\"金:华\":乙", "金:华:乙"), ("甲:5\" pipe", "甲:5\" pipe"),
    ]

    @Test("a part of a path may be quoted", arguments: quotedParts)
    func quotedPart(_ written: String, _ path: String) {
        for text in ["unit \(written)", "unit \(written)\n2013 \(written)\n    x 1 亿元", "units\n    \(written)  kind a"] {
            let reading = Reading(text)
            #expect(reading.problems == [], "\(text)")
            #expect(reading.paths.contains(path), "\(text)")
        }
    }

    static let openQuotes = ["unit 甲:\"乙", "units\n    甲:\"乙", "unit 甲\n    succeeded-by 甲:\"乙"]

    @Test("a quote inside a path must be closed", arguments: openQuotes)
    func openQuote(_ text: String) { #expect(Reading(text).problems.contains("syntax/declaration at 甲:\"乙")) }

    static let wrong = [
        Wrong("unit 市:区\nunit 市:区", ["name/duplicate at 市:区"]),
        Wrong("unit 市:区\nunit 区", ["name/duplicate at 区"]),
        Wrong("unit 甲:镇\nunit 乙:镇\nunit 镇:村", ["name/ambiguous at 镇:村"]),
        Wrong("unit 甲:乙\nunit 乙:甲", ["name/circle at 甲:乙"]),
        Wrong("unit 甲:甲", ["name/circle at 甲:甲"]),
        Wrong("unit 市:甲\n    succeeded-by 丙\nunit 市:乙", ["name/undeclared at 丙"]),
        Wrong("unit 市:甲\n    succeeded-by 甲", ["name/circle at 甲"]),
        Wrong("unit 市:甲\n    succeeded-by 乙\nunit 市:乙\n    succeeded-by 甲", ["name/circle at 乙"]),
        Wrong("unit 甲\n    succeeded-by 乙\nunit 乙\n    succeeded-by 丙\nunit 丙\n    succeeded-by 乙", ["name/circle at 丙"]),
        Wrong("unit 甲\n    succeeded-by 乙\nunit 乙\n    succeeded-by 丙\nunit 丙", []),
        Wrong("unit 甲\n    alias 老城\nunit 乙\n    alias 老城", ["name/duplicate at 老城"]),
        Wrong("unit 甲\n    alias 乙\nunit 乙", ["name/duplicate at 乙"]),
        Wrong("unit 甲\n    alias 甲, 老城, 老城", []),
        Wrong("unit 甲:丙\n    alias 老城\nunit 乙:丁\n    alias 老城", []),
        Wrong("unit 甲\n    alias Cafe\u{301}\nunit 乙\n    alias Caf\u{e9}", ["name/confusable at Caf\u{e9}"]),
        Wrong("unit 市\n    opened 2013-02\n    closed 2013-01", ["name/outside-life at closed 2013-01"]),
        Wrong("unit 市:ＧＤ\nunit 市:GD", ["name/confusable at 市:GD"]),
        Wrong("unit 市:ＧＤ\nunit 县:GD", []),
        Wrong("unit ｶ\nunit カ", ["name/confusable at カ"]),
        Wrong("unit ﾊﾞ\nunit バ", ["name/confusable at バ"]),
        Wrong("unit Cafe\u{301}\nunit Caf\u{e9}", ["name/confusable at Caf\u{e9}"]),
        Wrong("2013 Cafe\u{301}\n    x 1\n2014 Caf\u{e9}\n    x 1", ["name/confusable at Caf\u{e9}"]),
        Wrong("2013 甲(乙)\n    x 1\n2013 甲（乙）\n    x 1", ["name/confusable at 甲（乙）"]),
        Wrong("target 2013 市 -> 甲(乙)\n    x 1\ntarget 2013 甲（乙） -> 丙\n    x 1", ["name/confusable at 甲（乙）"]),
        Wrong("2013-13 甲\n    x 1\n2013 乙\n    x 1", ["syntax/period at 2013-13"]),
        Wrong("unit 市:Cafe\u{301}:甲\nunit 市:Caf\u{e9}:乙", ["name/confusable at 市:Caf\u{e9}:乙"]),
    ]

    @Test("a circle is told alike wherever it is entered", arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [1, 2, 0, 3], [2, 3, 1, 0]])
    func circles(_ order: [Int]) {
        let blocks = ["unit a:b\n", "unit b:c\n", "unit c:b\n", "unit d:d\n"]
        let reading = Reading(order.map { blocks[$0] }.joined())
        #expect(reading.sorted.map(\.code.text) == ["name/circle", "name/circle"])
        #expect(reading.paths.sorted() == ["a", "a:b", "b", "b:c", "c", "c:b", "d", "d:d"])
    }

    @Test("what is wrong with units", arguments: wrong)
    func isWrong(_ wrong: Wrong) { #expect(Reading(wrong.text).problems == wrong.problems) }

    @Test func `fields, kinds and completeness`() throws {
        let reading = Reading(
            "unit 市:区\n    类别 县市区\n    code 330702-01\n    name-en District\n    incomplete\nunit 市:均\n    apart\nunit 区:镇\nunit 市:县\n    complete\nunit 县:乡"
        )
        let units = reading.ledger.units
        guard case .unit(let district) = units.find("区"), case .unit(let city) = units.find("市"), case .unit(let county) = units.find("县"),
            case .unit(let village) = units.find("乡")
        else {
            Issue.record("a unit is missing")
            return
        }
        #expect(units[district].value(of: "kind") == "县市区")
        #expect(units[district].displayName(in: .english) == "District")
        #expect(units[district].displayName(in: .chinese) == "区")
        #expect(units.isIncomplete(district) && !units.isIncomplete(county) && !units.isIncomplete(city))
        #expect(units.parts(of: city).map { units[$0].name } == ["区", "县"] && units.subUnits(of: city).count == 3)
        #expect(units.lineage(of: village).map { units[$0].name } == ["乡", "县", "市"] && units.depth(of: village) == 2)
    }

    private static func chain(_ count: Int, _ line: (Int) -> String) -> String { (0..<count).map(line).joined(separator: "\n") }

    static let deep = [
        ("unit " + (0..<5_000).map { "u\($0)" }.joined(separator: ":"), 256),
        (chain(60_000) { "unit u\($0 + 1):u\($0)" }, 256),
        (chain(60_000) { "unit u\($0):u\($0 + 1)" }, 256),
        ("2013 " + (0..<5_000).map { "u\($0)" }.joined(separator: ":") + "\n    甲 1\n", 256),
        ("unit " + (0..<256).map { "u\($0)" }.joined(separator: ":"), 256),
    ]

    @Test("what lies too deep is told once, and not taken", arguments: deep)
    func depth(_ text: String, _ count: Int) throws {
        let reading = Reading(text)
        #expect(reading.ledger.units.count == count)
        #expect(reading.sorted.map(\.code) == (text.contains("u256") ? ["name/circle"] : []))
        #expect(reading.ledger.units.ids.map { reading.ledger.units.depth(of: $0) }.max() == 255)
    }

    @Test("figures outside a life", arguments: [("2009", true), ("2009-12", true), ("2010-01", false), ("2015", false), ("2016-01", true)])
    func life(_ period: String, _ isOutside: Bool) {
        let text = "unit 区\n    opened 2010-01\n    closed 2015-12\nindicator 甲\n\(period) 区\n    甲 1\n"
        #expect(Reading(text).problems == (isOutside ? ["name/outside-life at \(period)"] : []))
    }
}
