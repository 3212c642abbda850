import Ledger
import Numerics
import Tally
import Testing

/// How items of a register stand, and how far they came.
struct RegisterFunnelTests {
    @Test(arguments: [
        ([7], "7"), ([7, 2, 9], "7"), ([1, 4], "2.5"), ([3, 1, 5, 7], "4"), ([0, 0], "0"), ([0, 1], "0.5"),
    ])
    func `The median is the middle, or the mean of the two in the middle`(days: [Int], text: String) {
        #expect(MedianDays(of: days)?.text == text)
    }

    @Test func `There is no median of nothing`() {
        #expect(MedianDays(of: []) == nil)
    }

    /// `STATE REACHED SINCE-BEFORE SINCE-FIRST`
    @Test(arguments: [
        ("2013-12", "交办 4 - -|办理 3 41 41|办结 3 58 92"),
        // Item 3 is still to come to 办结: items 1 and 2 take 59 and 58 days to it, 100 and 58 in all.
        ("2013-06", "交办 4 - -|办理 3 41 41|办结 2 58.5 79"),
        ("2013-01", "交办 2 - -|办理 0 - -|办结 0 - -"),
    ])
    func `A funnel counts what was ever reached`(month: String, steps: String) throws {
        let tally = Tallied(RegisterCountTests.head).tally
        let id = try #require(tally.ledger.registers.find("难题"))
        let register = tally.ledger.registers[id]
        let day = try period(month).lastDay
        let funnel = RegisterFunnel(tally.registers, register, Array(tally.ledger.items.items(of: id)), on: day)
        let texts = funnel.steps.map { step in
            "\(register[step.state]) \(step.reached) \(step.sinceBefore?.text ?? "-") \(step.sinceFirst?.text ?? "-")"
        }
        #expect(texts.joined(separator: "|") == steps)
    }

    @Test func `An item waits in its state, moves or not, and is late until it is done`() throws {
        let world = Tallied(RegisterCountTests.head)
        let tally = world.tally
        let id = try #require(tally.ledger.registers.find("难题"))
        let register = tally.ledger.registers[id]
        let item = try #require(tally.ledger.items.find("1", in: id))
        func standing(_ year: Int, _ month: Int, _ day: Int) throws -> ItemStanding? {
            tally.registers.standing(of: item, register, on: try #require(Day(year: year, month: month, day: day)))
        }
        #expect(try standing(2013, 1, 9) == nil)
        let moved = try #require(try standing(2013, 3, 20))
        #expect(moved.days == 28)
        #expect(moved.daysLate == 18)  // 10 days from 2013-02-20 are over on 2013-03-02
        #expect(try moved.stay.unit == world.unit("西镇"))
        let done = try #require(try standing(2013, 4, 30))
        #expect(done.isDone && done.days == nil)
        var counts = StateCounts(register)
        counts.add(moved)
        counts.add(done)
        #expect(counts.byState == [0, 1, 1] && counts.done == 1 && counts.late == 1 && counts.all == 2)
    }
}
