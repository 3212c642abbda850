import Ledger
import Numerics
import Syntax
import Testing

@testable import Tally

/// What is owed and what was late, by the day that is asked for.
@Suite struct CompletenessTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var today: String
        var expects: [String]
        var ledger: String

        var testDescription: String { name }
    }

    private static let monthly = "unit N\nindicator Out\n    measure 万元\n    expected monthly by 10\n"

    static let cases: [Case] = [
        Case(
            name: "a report is in time on its day", today: "2013-03-10", expects: ["N Out 1 of 1"],
            ledger: monthly + "2013-01  N\n    Out  1\n"),
        Case(
            name: "and owed on the next", today: "2013-03-11", expects: ["N Out 1 of 2, owes 2013-02 by 2013-03-10"],
            ledger: monthly + "2013-01  N\n    Out  1\n"),
        Case(
            name: "what is reported early is not counted", today: "2013-02-11", expects: ["N Out 1 of 1"],
            ledger: monthly + "2013-01  N\n    Out  1\n2013-02  N\n    Out  1\n"),
        Case(
            name: "the day after the due day is late", today: "2013-03-01",
            expects: ["N Out 1 of 1, late 2013-01 on 2013-02-11"],
            ledger: monthly + "2013-01  N  on 2013-02-11\n    Out  1\n"),
        Case(
            name: "the due day is not", today: "2013-03-01", expects: ["N Out 1 of 1"],
            ledger: monthly + "2013-01  N  on 2013-02-10\n    Out  1\n"),
        Case(
            name: "a revision is not late", today: "2013-04-01", expects: ["N Out 1 of 2, owes 2013-02 by 2013-03-10"],
            ledger: monthly + "2013-01  N  on 2013-02-08\n    Out  1\nrevise 2013-01  N  on 2013-03-20\n    Out  2\n"),
        Case(
            name: "two months reported together are due with the second", today: "2013-04-01", expects: ["N Out 2 of 2"],
            ledger: monthly + "2013-01..02  N  on 2013-03-09\n    Out  1\n"),
        Case(
            name: "before the second is due as on the day after it", today: "2013-03-09", expects: ["N Out 1 of 1"],
            ledger: monthly + "2013-01..02  N  on 2013-03-08\n    Out  1\n"),
        Case(
            name: "a later cumulative does not excuse the month it skipped", today: "2013-04-11",
            expects: ["N Out 3 of 3, late 2013-02 on 2013-04-09"],
            ledger: monthly + "2013-01  N  on 2013-02-09\n    Out  1\n2013-01..03  N  on 2013-04-09\n    Out  3\n"),
        Case(
            name: "what is reported after today is not in", today: "2013-03-01", expects: ["N Out 0 of 1, owes 2013-01 by 2013-02-10"],
            ledger: "unit M\n" + monthly + "2013-01  M\n    Out  1\n2013-01  N  on 2013-03-05\n    Out  1\n"),
        Case(
            name: "nobody owes what nobody ever reported", today: "2013-03-01", expects: [],
            ledger: monthly + "2013-01 ? N\n    Out  1\n"),
        Case(
            name: "who has a field's value or one below it reports, whichever colon lies between", today: "2013-02-11",
            expects: ["N Out 1 of 1", "O Out 0 of 1, owes 2013-01 by 2013-02-10"],
            ledger: "unit N\n    industry Metal：Cars\nunit O\n    industry Metal:Lorries\nunit P\n    industry Metalware\n"
                + "indicator Out\n    measure 万元\n    expected monthly by 10 from industry Metal\n2013-01  N\n    Out  1\n"),
        Case(
            name: "a unit owes while it lives", today: "2013-12-01",
            expects: ["N Out 0 of 2, owes 2013-03 by 2013-04-10, owes 2013-04 by 2013-05-10"],
            ledger: "unit M\n" + monthly.replacing("unit N\n", with: "unit N\n    opened 2013-03\n    closed 2013-04\n")
                + "2013-01..11  M\n    Out  1\n"),
        Case(
            name: "a part of a quarter is all of it for a unit that opened in it", today: "2013-08-01", expects: ["N Out 1 of 1"],
            ledger: "unit N\n    opened 2013-05\nindicator Out\n    measure 万元\n    expected quarterly by 10\n"
                + "2013-05..06  N\n    Out  1\n"),
        Case(
            name: "months make a quarter", today: "2013-05-01", expects: ["N Out 1 of 1, late 2013-Q1 on 2013-04-20"],
            ledger: "unit N\nindicator Out\n    measure 万元\n    expected quarterly by 10\n2013-01  N\n    Out  1\n"
                + "2013-02..04  N\n    Out  1\n2013-02  N\n    Out  1\n2013-03  N  on 2013-04-20\n    Out  1\n"),
        Case(
            name: "two lines that ask for one period ask once", today: "2013-02-11", expects: ["N Out 0 of 1, owes 2013-01 by 2013-02-10"],
            ledger: "unit M\n" + monthly + "    expected monthly by 20 from N\n2013-01  M\n    Out  1\n"),
    ]

    @Test(arguments: cases)
    func `what is owed and late`(of example: Case) throws {
        let tallied = Tallied(example.ledger)
        #expect(tallied.ledger.diagnostics.isEmpty)
        let accounts = tallied.tally.completeness(on: try day(example.today)).accounts
        let texts = accounts.filter { tallied.ledger.units[$0.unit].name != "M" }.map { text($0, tallied.ledger) }
        #expect(texts == example.expects)
    }

    @Test func `what was not known on a day is owed as of it`() throws {
        let text = Self.monthly + "2013-01..02  N  on 2013-02-01\n    Out  1\n2013-03  N  on 2013-04-05\n    Out  1\n"
        let tallied = Tallied(text, asOf: try day("2013-04-04"))
        let accounts = tallied.tally.completeness(on: try day("2013-04-11")).accounts
        #expect(accounts.map { self.text($0, tallied.ledger) } == ["N Out 2 of 3, owes 2013-03 by 2013-04-10"])
    }

    @Test func `runs are of one line each`() throws {
        let tallied = Tallied("unit M\n" + Self.monthly + "    expected yearly by 20\n2013-01..12  M\n    Out  1\n")
        let accounts = tallied.tally.completeness(on: try day("2014-04-11")).accounts
        let runs = accounts.filter { !$0.owed.isEmpty && tallied.ledger.units[$0.unit].name == "N" }.flatMap(\.owed.runs)
        #expect(runs.map(\.period) == [Period.months(from: (2013, 1), through: (2014, 3)), .year(2013)])
        #expect(runs.map(\.count) == [15, 1])
    }

    /// Random reports of a year of months against asking, month by month, whether any report covers it.
    @Test(arguments: 1...40) func `months are in when a report covers them`(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        var reports: Set<ClosedRange<Int>> = [1...1]
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            let (a, b) = (Int.random(in: 1...12, using: &random), Int.random(in: 1...12, using: &random))
            reports.insert(min(a, b)...max(a, b))
        }
        let blocks = reports.map { "2013-\(two($0.lowerBound))..\(two($0.upperBound))  N\n    Out  1\n" }
        let tallied = Tallied(Self.monthly + blocks.joined())
        let accounts = tallied.tally.completeness(on: try day("2014-01-11")).accounts
        let owed = accounts.flatMap(\.owed).map(\.period)
        let naive = (1...12).filter { month in !reports.contains { $0.contains(month) } }.map { Period.month(2013, $0) }
        #expect(owed == naive)
    }

    private func two(_ month: Int) -> String { month < 10 ? "0\(month)" : "\(month)" }

    private func day(_ text: String) throws -> Day {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return try #require(Day(year: parts[0], month: parts[1], day: parts[2]))
    }

    private func text(_ account: Completeness.Account, _ ledger: Ledger) -> String {
        let name = "\(ledger.units[account.unit].name) \(ledger.indicators[account.indicator].name)"
        let owed = account.owed.map { ", owes \($0.period.spelled(in: .english)) by \($0.day)" }
        let late = account.late.map { ", late \($0.due.period.spelled(in: .english)) on \($0.reportedOn)" }
        return "\(name) \(account.reportedCount) of \(account.expectedCount)" + (owed + late).joined()
    }
}
