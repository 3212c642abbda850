import Numerics
import Testing

@Suite struct DayTests {
    @Test(
        arguments: [
            (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11016), (2000, 3, 1, 11017),
            (1900, 1, 1, -25567), (1900, 3, 1, -25508), (2013, 3, 15, 15779), (2200, 1, 1, 84006),
        ] as [(Int, Int, Int, Int32)])
    func countsFrom1970(year: Int, month: Int, day: Int, expected: Int32) throws {
        let found = try #require(Day(year: year, month: month, day: day))
        #expect(found.rawValue == expected)
        #expect(found.civil == (year, month, day))
    }

    @Test(
        arguments: [
            (1900, 2, 29), (2013, 2, 29), (2100, 2, 29), (2013, 4, 31), (2013, 0, 1), (2013, 13, 1), (2013, 1, 0), (2013, 1, 32),
            (1899, 12, 31), (2201, 1, 1), (Int.max, 1, 1), (2013, 1, Int.max), (Int.min, Int.min, Int.min),
        ] as [(Int, Int, Int)])
    func refusesDaysThatAreNot(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test func everyDayOfTheLanguageIsTheNextOne() throws {
        var expected = try #require(Day(year: 1900, month: 1, day: 1))
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        for year in 1900...2200 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            for month in 1...12 {
                let length = lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)
                for day in 1...length {
                    #expect(Day(year: year, month: month, day: day) == expected)
                    #expect(expected.civil == (year, month, day))
                    expected = expected.advanced(by: 1)
                }
                #expect(Day(year: year, month: month, day: length + 1) == nil)
            }
        }
    }

    @Test(
        arguments: [(2013, 13, "2014-01-01"), (2013, 0, "2012-12-01"), (2013, -11, "2012-01-01"), (0, 2013 * 12 + 2, "2013-02-01")]
            as [(Int, Int, String)])
    func monthsCarryIntoYears(year: Int, month: Int, expected: String) {
        #expect(Day.firstOfMonth(year: year, month: month).description == expected)
    }

    @Test func movesAndMeasures() {
        let day = Day(rawValue: 15779)
        #expect(day.description == "2013-03-15")
        #expect(day.advanced(by: -15).description == "2013-02-28")
        #expect(day.distance(to: day.advanced(by: 40)) == 40)
        #expect(day.advanced(by: 40).distance(to: day) == -40)
        #expect(day < day.advanced(by: 1))
        #expect(day.advanced(by: .max).rawValue == .max)
        #expect(day.advanced(by: .min).rawValue == .min)
    }
}
