import Diagnostics
import Ledger
import Numerics
import Syntax
import Testing

@testable import Reports

@Suite struct ReportTextTests {
    @Test(arguments: [
        (Period.year(2024), 1, "2024", "全年", "2024", "2024年"),
        (.half(2024, 2), 1, "H2", "下半年", "H2 2024", "2024年下半年"),
        (.quarter(2024, 2), 1, "Q2", "二季度", "Q2 2024", "2024年二季度"),
        (.month(2024, 5), 1, "May", "5月", "May 2024", "2024年5月"),
        (.months(from: (2024, 1), through: (2024, 5)), 1, "Jan–May", "1-5月", "Jan–May 2024", "2024年1-5月"),
        (.fiscalYear(2024, startMonth: 4), 4, "FY2024", "全年", "FY2024", "2024财年"),
        (.fiscalQuarter(2024, 4, startMonth: 4), 4, "Q4", "四季度", "Q4 FY2024", "2024财年四季度"),
        (.months(from: (2022, 1), through: (2024, 12)), 1, "2022..2024", "2022..2024", "2022–2024", "2022-2024年"),
    ])
    func periods(_ period: Period, _ fiscalStart: Int, _ en: String, _ zh: String, _ fullEn: String, _ fullZh: String) {
        let (short, full) = (period.heading(fiscalStart: fiscalStart), period.fullText(fiscalStart: fiscalStart))
        #expect(short == Localized(en: en, zh: zh))
        #expect(full == Localized(en: fullEn, zh: fullZh))
    }

    /// What is shown of a number is no finer than what is known of it.
    @Test(arguments: [
        (Decimal(mantissa: 2025, scale: 1), Int64(1), 1), (Decimal(mantissa: 20250, scale: 2), 1, 2),
        (Decimal(mantissa: 74924, scale: 1), 10_000, 5), (Decimal(mantissa: 12, scale: 0), 1, 0),
    ])
    func decimalsKnown(_ number: Decimal, _ factor: Int64, _ expected: Int) {
        #expect(knownDecimals(Interval(rounded: number, factor: 1), factor: factor) == expected)
        let sum = (0..<9).reduce(Interval.zero) { sum, _ in sum + Interval(rounded: number, factor: 1) }
        #expect(knownDecimals(sum, factor: factor) == expected, "nine parts keep the decimals of each")
        let many = (0..<10).reduce(Interval.zero) { sum, _ in sum + Interval(rounded: number, factor: 1) }
        #expect(knownDecimals(many, factor: factor) == max(0, expected - 1), "ten lose the last")
    }

    @Test func exactNumbersHaveTheirOwnDecimals() {
        #expect(knownDecimals(Interval(exact: Decimal(mantissa: 125, scale: 2), factor: 1), factor: 1) == 2)
        #expect(knownDecimals(Interval(exact: Decimal(mantissa: 1, scale: 0), factor: 1), factor: 3) == 9)
    }

    /// Ends further apart than any type holds give no decimals, and no trap.
    @Test func widestInterval() {
        let limit = Interval.limit
        #expect(knownDecimals(Interval(low: -limit, value: 0, high: limit, scale: 0), factor: 1) == 0)
        #expect(knownDecimals(Interval(low: -limit, value: limit, high: .max, scale: 36), factor: .max) == 0)
    }

    @Test(arguments: [
        (ReportQuery.Step?.none, ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2024"]),
        (.half, ["2024-H1", "2024-H2", "2024"]), (.year, ["2024"]),
    ])
    func yearInParts(_ step: ReportQuery.Step?, _ expected: [String]) {
        let axis = PeriodAxis(.year(2024), step: step, ends: [], fiscalStart: 1)
        #expect(axis.periods.map { $0.ascii } == expected)
        #expect(axis.entries.map(\.isWhole) == expected.map { $0 == "2024" })
    }

    @Test(arguments: [
        (Period.months(from: (2024, 1), through: (2024, 5)), ReportQuery.Step?.none, 6, "2024-01..05"),
        (.months(from: (2024, 1), through: (2024, 5)), .quarter, 3, "2024-01..05"),
        (.months(from: (2024, 1), through: (2024, 9)), nil, 4, "2024-01..09"),
        (.month(2024, 5), nil, 1, "2024-05"), (.quarter(2024, 1), nil, 1, "2024-Q1"), (.quarter(2024, 1), .month, 4, "2024-Q1"),
        (.months(from: (2022, 1), through: (2024, 12)), nil, 3, "2024"),
        (.months(from: (2023, 1), through: (2024, 12)), .quarter, 10, "2024"),
    ])
    func otherPeriods(_ asked: Period, _ step: ReportQuery.Step?, _ count: Int, _ last: String) {
        let axis = PeriodAxis(asked, step: step, ends: [], fiscalStart: 1)
        #expect(axis.entries.count == count)
        #expect(axis.periods.last?.ascii == last)
    }

    @Test func numbersForMachines() {
        let third = MachineNumber(Interval(exact: Decimal(mantissa: 1, scale: 0), factor: 1), factor: 3)
        #expect(third.value == "0.3333333333")
        #expect(third.low == "0.3333333333")
        #expect(third.high == "0.3333333334")
        let open = MachineNumber(Interval(rounded: Decimal(mantissa: 50, scale: 1), factor: 1).withoutHigh, factor: 1)
        #expect((open.value, open.low, open.high) == ("5", "4.95", nil))
    }
}
