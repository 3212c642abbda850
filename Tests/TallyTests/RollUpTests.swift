import Ledger
import Numerics
import SourceText
import Testing

@testable import Tally

/// What several evaluators have rolled up, branch by branch, is what one alone says.
struct RollUpTests {
    /// A district of towns, each of which has enterprises or is one; some state figures of their own, one enterprise has closed, and one
    /// stands apart.
    private static let text: String = {
        var text = "units 区\n"
        for town in 1...14 {
            text += "    镇\(town)\n"
            for enterprise in 0..<(town == 14 ? 0 : 1 + town % 4) where enterprise > 0 || town != 3 && town != 5 {
                text += "        企\(town)-\(enterprise)\n"
            }
        }
        text += "unit 镇3:企3-0\n    closed 2023-06-30\nunit 镇5:企5-0\n    apart\n"
        text += "indicator 产值\n    measure 万元\nindicator 税收\n    measure 万元\nindicator 存款\n    measure 万元\n    nature stock\n"
        text += "indicator 税率 = 税收 / 产值\n    measure %\nindicator 轻工\n    measure 万元\nindicator 重工\n    measure 万元\n"
        text += "indicator 工业\n    measure 万元\n    parts 轻工 + 重工\n"
        var random = SplitMix64(seed: 7)
        for month in 1...12 {
            for town in 1...14 {
                for enterprise in 0..<(town == 14 ? 0 : town % 4) where Int.random(in: 0..<10, using: &random) > 0 {
                    if town == 3, enterprise == 0, month > 6 { continue }
                    text += "2023-\(month < 10 ? "0" : "")\(month)  镇\(town):企\(town)-\(enterprise)\n"
                    for name in ["产值", "税收", "存款", "轻工", month % 2 == 0 ? "重工" : "工业"] {
                        text += "    \(name)  \(Int.random(in: 100...199, using: &random))\n"
                    }
                }
                if town > 10 { text += "2023-\(month < 10 ? "0" : "")\(month)  镇\(town)\n    产值  \(400 + month)\n" }
            }
        }
        return text
    }()

    @Test(arguments: [1, 2, 3, 8])
    func `branches rolled up side by side`(threads: Int) throws {
        let tallied = Tallied(Self.text)
        #expect(tallied.ledger.diagnostics.map(\.message) == [])
        let (tally, units) = (tallied.evaluator.tally, tallied.ledger.units)
        let ids = Array(tallied.ledger.indicators.ids)
        let periods = try ["2023", "2023-Q1", "2023-Q2", "2023-07", "2023-H1"].map { try period($0) }
        let rolled = tally.rollUp(below: units.roots, ids, periods, shown: units.roots, threads: threads)
        #expect(rolled.isEmpty == (threads == 1))
        #expect(rolled.rows(of: ids[0], for: Array(periods.dropLast())).isEmpty)
        let (whole, parted) = (Evaluator(tally), Evaluator(tally))
        parted.prepare(units.roots, ids, periods, from: rolled)
        for unit in units.ids {
            for id in ids {
                let (expected, found) = (whole.cells(unit, id, periods), parted.cells(unit, id, periods))
                #expect(expected.map { "\($0)" } == found.map { "\($0)" }, "\(units[unit].name) \(tallied.ledger.indicators[id].name)")
            }
        }
    }

    @Test func `one branch with most of the tree is not rolled up by itself`() throws {
        let text = "units 区\n" + (1...9).map { "    镇\($0)\n        企\($0)\n" }.joined() + (1...40).map { "        厂\($0)\n" }.joined()
        let tallied = Tallied(text + "2023  厂1\n    产值  5 万元\n")
        let ids = Array(tallied.ledger.indicators.ids)
        let rolled = tallied.evaluator.tally.rollUp(below: tallied.ledger.units.roots, ids, [try period("2023")], shown: [], threads: 2)
        #expect(rolled.isEmpty)
    }

    @Test(arguments: [0, 1 << 20])
    func `reaches are from the first to the last day at or below`(room: Int) throws {
        // Of one unit all that lies in it stands apart, and most units say nothing.
        let apart = "units 丙区\n    丙镇\n" + (1...80).map { "        空\($0)\n            室\n" }.joined() + "unit 丙镇\n    apart\n"
        let tallied = Tallied(Self.text + apart + "2022  丙镇:空1\n    产值  5\n")
        let (ledger, table) = (tallied.ledger, ReachTable(tallied.ledger, mostRoom: room))
        for unit in ledger.units.ids {
            for id in ledger.indicators.ids {
                var expected = Reach()
                for series in ledger.figures.series where series.indicator == id && ledger.units.lineage(of: series.unit).contains(unit) {
                    _ = expected.include(Reach(start: series.firstDay, end: series.lastEnd))
                }
                let found = table.reach(unit, id)
                #expect((found == nil) == !ledger.units.hasParts(unit))
                if let found { #expect((found.start, found.end) == (expected.start, expected.end)) }
            }
        }
    }
}
