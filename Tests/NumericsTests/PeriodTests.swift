import Numerics
import Testing

private func date(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day.firstOfMonth(year: year, month: month).advanced(by: day - 1)
}

private func days(_ from: Day, _ through: Day) -> Period { Period(from, through.advanced(by: 1)) }

@Suite struct PeriodTests {
    @Test func spellingsOfTheSameDaysAreEqual() {
        #expect(Period.quarter(2013, 1) == .months(from: (2013, 1), through: (2013, 3)))
        #expect(Period.half(2013, 2) == .months(from: (2013, 7), through: (2013, 12)))
        #expect(Period.year(2013) == .fiscalYear(2013, startMonth: 1))
        #expect(Period.month(2013, 2) == days(date(2013, 2, 1), date(2013, 2, 28)))
        #expect(Period.fiscalYear(2013, startMonth: 4) == .months(from: (2013, 4), through: (2014, 3)))
        #expect(Period.fiscalQuarter(2013, 4, startMonth: 4) == .quarter(2014, 1))
        #expect(Period.months(from: (2012, 11), through: (2013, 2)).monthSpan?.count == 4)
        #expect(Set([Period.quarter(2013, 4), .fiscalQuarter(2013, 3, startMonth: 4)]).count == 1)
    }

    @Test(
        arguments: [
            (Period.year(2013), 365, PeriodLength.year), (.year(2012), 366, .year), (.half(2013, 1), 181, .half),
            (.quarter(2013, 3), 92, .quarter), (.month(2012, 2), 29, .month), (.day(date(2013, 3, 15)), 1, .day),
            (.fiscalYear(2013, startMonth: 4), 365, .other), (.months(from: (2013, 2), through: (2013, 4)), 89, .other),
            (.months(from: (2013, 1), through: (2013, 5)), 151, .other), (days(date(2013, 1, 1), date(2013, 1, 30)), 30, .other),
        ] as [(Period, Int, PeriodLength)])
    func lengths(period: Period, dayCount: Int, length: PeriodLength) {
        #expect(period.dayCount == dayCount)
        #expect(period.length == length)
    }

    @Test func monthSpans() {
        #expect(Period.quarter(2013, 2).monthSpan.map { [$0.firstMonth, $0.count] } == [2013 * 12 + 3, 3])
        #expect(days(date(2013, 1, 1), date(2013, 1, 30)).monthSpan == nil)
        #expect(days(date(2013, 1, 2), date(2013, 1, 31)).monthSpan == nil)
        #expect(Period.month(2012, 2).lastDay == date(2012, 2, 29))
    }

    @Test func containing() {
        let year = Period.year(2013)
        #expect(year.contains(year) && year.contains(.quarter(2013, 4)) && !year.contains(.fiscalYear(2013, startMonth: 4)))
        #expect(year.contains(date(2013, 12, 31)) && !year.contains(date(2014, 1, 1)) && !year.contains(date(2012, 12, 31)))
        #expect(year.overlaps(.fiscalYear(2013, startMonth: 4)) && !year.overlaps(.year(2014)) && !year.overlaps(.year(2012)))
    }

    @Test(
        arguments: [
            (Period.month(2013, 1), 1, Period.month(2013, 2)), (.month(2013, 3), -1, .month(2013, 2)),
            (.quarter(2013, 1), -3, .quarter(2012, 4)), (.year(2013), 120, .year(2023)), (.month(1900, 2), -1, .month(1900, 1)),
            (.day(date(2012, 2, 29)), -12, .day(date(2011, 2, 28))), (.day(date(2013, 3, 30)), -1, .day(date(2013, 2, 28))),
            (days(date(2013, 1, 15), date(2013, 3, 31)), 1, days(date(2013, 2, 15), date(2013, 4, 30))),
            (days(date(2013, 1, 1), date(2013, 1, 20)), -1, days(date(2012, 12, 1), date(2012, 12, 20))),
        ] as [(Period, Int, Period)])
    func shifts(period: Period, months: Int, expected: Period) {
        #expect(period.shifted(byMonths: months) == expected)
    }

    @Test func staysWithinTheYearsOfTheLanguage() {
        #expect(Period.month(1900, 1).shifted(byMonths: -1) == nil)
        #expect(Period.month(1900, 1).previous == nil)
        #expect(Period.day(date(1900, 1, 1)).previous == nil)
        #expect(Period.month(2199, 11).shifted(byMonths: 1) == .month(2199, 12))
        #expect(Period.month(2199, 12).shifted(byMonths: 1) == nil)
        #expect(Period.year(2013).shifted(byMonths: .max) == nil)
        #expect(Period.year(2013).shifted(byMonths: .min) == nil)
    }

    @Test func comparesWithTheYearAndThePeriodBefore() {
        #expect(Period.month(2013, 2).lastYear == .month(2012, 2))
        #expect(Period.months(from: (2013, 1), through: (2013, 5)).lastYear == .months(from: (2012, 1), through: (2012, 5)))
        #expect(Period.months(from: (2013, 1), through: (2013, 5)).previous == .months(from: (2012, 8), through: (2012, 12)))
        #expect(Period.month(2013, 3).previous == .month(2013, 2))
        #expect(Period.year(2013).previous == .year(2012))
        #expect(days(date(2013, 1, 11), date(2013, 1, 20)).previous == days(date(2013, 1, 1), date(2013, 1, 10)))
    }

    @Test func fallsIntoParts() {
        #expect(Period.year(2013).parts(.quarter) == (1...4).map { .quarter(2013, $0) })
        #expect(Period.year(2013).parts(.year) == [.year(2013)])
        #expect(Period.half(2013, 2).parts(.month) == (7...12).map { .month(2013, $0) })
        #expect(Period.month(2012, 2).parts(.day).count == 29)
        #expect(Period.fiscalYear(2013, startMonth: 2).parts(.quarter) == (1...4).map { .fiscalQuarter(2013, $0, startMonth: 2) })
        #expect(Period.months(from: (2013, 1), through: (2013, 5)).parts(.quarter) == [.quarter(2013, 1)])
        #expect(days(date(2013, 1, 15), date(2013, 8, 10)).parts(.quarter) == [.quarter(2013, 2)])
        #expect(days(date(2013, 1, 15), date(2013, 3, 10)).parts(.month) == [.month(2013, 2)])
        #expect(Period.quarter(2013, 1).parts(.half).isEmpty)
        #expect(Period.year(2013).parts(.other).isEmpty)
    }
}
