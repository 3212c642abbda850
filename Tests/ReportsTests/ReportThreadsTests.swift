import Ledger
import Numerics
import Reports
import Tally
import Testing

/// A report says the same on however many threads it is made.
struct ReportThreadsTests {
    private static let text: String = {
        var text = "units 区\n"
        for town in 1...12 {
            text += "    镇\(town)\n"
            // Two are declared by themselves.
            for number in 0..<town % 4 + 1 where (town, number) != (1, 1) && (town, number) != (2, 0) {
                text += "        企\(town)-\(number)\n"
            }
        }
        text += "unit 镇1:企1-1\n    apart\nunit 镇2:企2-0\n    closed 2023-06-30\n"
        text += "indicators measure 万元\n    产值\n    轻工\n    重工\n    税收\n"
        text += "indicator 存款\n    measure 万元\n    nature stock\nindicator 税率 = 税收 / 产值\n    measure %\n"
        text += "indicator 工业\n    measure 万元\n    parts 轻工 + 重工\n"
        var number = 0
        for month in 1...12 {
            for town in 1...12 {
                for enterprise in 0..<town % 4 + 1 where town != 2 || enterprise != 0 || month < 7 {
                    number += 1
                    text += "2023-\(month < 10 ? "0" : "")\(month)  企\(town)-\(enterprise)\(number % 9 == 0 ? "  on 2024-03-01" : "")\n"
                    for (index, name) in ["产值", "税收", "存款", "轻工", number % 5 == 0 ? "工业" : "重工"].enumerated() where number % 7 != index {
                        text += "    \(name)  \(100 + (number * 37 + index * 11) % 90)\n"
                    }
                }
            }
        }
        // By quarter alone: its columns are others than those of months.
        for quarter in 1...4 { for town in 1...12 { text += "2023-Q\(quarter)  镇\(town)\n    就业  \(quarter * town) 人\n" } }
        return text + "indicator 就业\n    measure 人\n"
    }()

    @Test(arguments: [2, 3, 8])
    func `as one thread says`(threads: Int) throws {
        let ledger = Ledger.load(text: Self.text)
        #expect(ledger.diagnostics.map(\.message.en) == [])
        for asOf in [nil, Day(year: 2024, month: 1, day: 31)] {
            let tally = Tally(ledger, asOf: asOf)
            for step in [nil, ReportQuery.Step.month, .quarter] {
                var query = ReportQuery()
                query.step = step
                let report = try Report(query, tally)
                let alone = CSVRenderer().render(report.records(threads: 1))
                #expect(alone.utf8.count > 10_000)
                #expect(CSVRenderer().render(report.records(threads: threads)) == alone)
            }
        }
    }
}
