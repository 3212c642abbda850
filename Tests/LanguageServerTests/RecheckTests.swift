import Diagnostics
import Foundation
import Ledger
import Numerics
import SourceText
import Testing

@testable import Checks
@testable import LanguageServer
@testable import Tally

/// Checking only what a change can matter to finds exactly what checking everything does.
@Suite struct RecheckTests {
    private struct Random {
        var state: UInt64
        mutating func callAsFunction(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, bound)
        }
    }

    private static let declarations = """
        units 市
            甲县    kind 县
                一镇
                二镇
            乙县    kind 县
                三镇    succeeded-by 四镇, closed 2023-12
                四镇
            丙县    kind 县
        indicator 总额
            measure 亿元
            parts 出口 + 进口
        indicator 出口
            measure 亿元
        indicator 进口
            measure 亿元
            signed
        indicator 投资
        indicator 占比 = 出口 / 总额
            measure %
        rule 出口不超 出口 <= 总额

        """

    private static let units = ["市", "甲县", "乙县", "丙县", "一镇", "二镇", "三镇", "四镇"]
    private static let periods = ["2023-Q1", "2023-Q2", "2023-H1", "2023", "2024-Q1", "2024-H1", "2024-Q2"]

    private func line(_ random: inout Random) -> String {
        let names = ["总额", "出口", "进口"]
        let claims = ["", "", "   yoy +\(random(30)).0%", "   share \(random(100))%", "   rank \(random(3) + 1)/3"]
        switch random(12) {
        case 0: return "    占比  \(random(100))%\n"
        case 1: return "    \(names[random(3)])  -\n"
        case 2: return "    投资  \(random(4) * 10 + 10)\n"
        case 3: return "    投资  \(random(4) * 10 + 10) \(["亿元", "万元", "%"][random(3)])\n"
        default: return "    \(names[random(3)])  \(random(4) * 10 + 10).\(random(2)) 亿元\(claims[random(claims.count)])\n"
        }
    }

    private func block(_ random: inout Random) -> String {
        let status = ["", "", "", " !", " ?"][random(5)]
        var text = "\(Self.periods[random(Self.periods.count)])\(status)  \(Self.units[random(Self.units.count)])\n"
        for _ in 0..<random(4) { text += line(&random) }
        return text
    }

    private func load(_ text: String) -> Tally { Tally(Ledger.load(text: text)) }

    @Test(arguments: 1...6)
    func `After any edit the same is found`(seed: Int) {
        var random = Random(state: UInt64(seed) * 7919)
        let rule = seed % 2 == 0 ? "rule 比重 share(出口) <= 60%\n" : ""
        var lines = (Self.declarations + rule).split(separator: "\n", omittingEmptySubsequences: false).map { "\($0)\n" }
        lines.removeLast()
        for _ in 0..<20 { lines += block(&random).split(separator: "\n").map { "\($0)\n" } }
        var memory: CheckMemory?
        var partial = 0
        for _ in 0..<25 {
            let start = lines.count - 1 - random(min(lines.count - 1, 70))
            switch random(6) {
            case 0: lines.remove(at: start)
            case 1: lines.insert(contentsOf: block(&random).split(separator: "\n").map { "\($0)\n" }, at: start)
            case 2: lines.insert("; \(random(9))\n", at: start)
            case 3: lines.insert(line(&random), at: start)
            default: lines[start] = lines[start].hasPrefix(" ") ? line(&random) : lines[start]
            }
            let tally = load(lines.joined())
            let today = Day.firstOfMonth(year: 2024, month: 6)
            let (found, next) = CheckMemory.check(tally, today: today, since: memory)
            if memory.flatMap({ LedgerChange(from: $0.ledger, to: tally.ledger) }) != nil { partial += 1 }
            memory = next
            #expect(DiagnosticList(found).sorted().diagnostics == DiagnosticList(runChecks(tally, today: today)).sorted().diagnostics)
        }
        #expect(partial > 12)
    }

    @Test func `One figure of many concerns its unit and those above`() throws {
        var text = "units 市\n" + (0..<50).map { "    县\($0)\n        镇\($0)\n        乡\($0)\n" }.joined() + "indicator 产值\n    measure 亿元\n"
        for index in 0..<50 { text += "2024-Q1  镇\(index)\n    产值  1.0 亿元\n2024-Q1  乡\(index)\n    产值  2.0 亿元\n" }
        let old = load(text)
        let new = load(text.replacingOccurrences(of: "镇7\n    产值  1.0", with: "镇7\n    产值  1.5"))
        let change = try #require(LedgerChange(from: old.ledger, to: new.ledger))
        #expect(Set(change.units.map { new.ledger.units[$0].name }) == ["镇7"])
        let scope = CheckScope(new, changed: change.units, troubled: [])
        #expect(new.ledger.units.ids.count { scope.scans($0) } == 3)
    }

    @Test(arguments: ["产值  5.0 万元", "产值  5 %", "产值  -5 亿元"])
    func `A figure that settles what its indicator is concerns more than its unit`(line: String) throws {
        let text = "units 市\n    甲\n    乙\nindicator 产值\n2024  甲\n    产值  5 亿元\n2024  乙\n    产值  6\n"
        let new = text.replacingOccurrences(of: "产值  5 亿元", with: line)
        #expect(LedgerChange(from: load(text).ledger, to: load(new).ledger) == nil)
        let same = text.replacingOccurrences(of: "产值  5 亿元", with: "产值  5.5 亿元")
        #expect(LedgerChange(from: load(text).ledger, to: load(same).ledger)?.units.count == 1)
    }

    @Test(arguments: ["indicator 新\n", "target 2024  市\n    产值  1 亿元\n", "fiscal-year starts 04\n"])
    func `More than figures is told apart from them`(addition: String) {
        let text = "unit 市\nindicator 产值\n    measure 亿元\n2024-Q1  市\n    产值  1.0 亿元\n"
        #expect(LedgerChange(from: load(text).ledger, to: load(text + addition).ledger) == nil)
        #expect(LedgerChange(from: load(text + addition).ledger, to: load(text).ledger) == nil)
        #expect(LedgerChange(from: load(text).ledger, to: load(text).ledger)?.units == [])
    }
}
