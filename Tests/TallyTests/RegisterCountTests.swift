import Ledger
import Numerics
import Syntax
import Tally
import Testing

/// What registers come to, counted by hand.
struct RegisterCountTests {
    static let head = """
        units 市
            区
                东镇
                西镇
            县
        unit 市:直属
            apart
        unit 市:平均
            apart
        register 难题
            states 交办 -> 办理 -> 办结, 办结 -> 办理
            due 60 days -> 办结
            due 10 days 办理 -> 办结
        indicator 办结率 = count(难题.办结) / count(难题)
            measure %
        indicator 净增 = entered(难题.办理) - left(难题.办理)
            measure 件
        indicator 办理中 = count(难题.办理)
            measure 件
        indicator 用时 = days(难题.办结)
        item 难题 1
            unit 东镇
            owner 供电局
            kind 要素:用电
            2013-01-10 交办
            2013-02-20 办理
            2013-03-01 unit 西镇
            2013-04-20 办结
            2013-05-02 办理
        item 难题 2
            unit 西镇
            owner 交通局
            kind 交通
            2013-02-01 交办
            2013-02-01 办理
            2013-03-31 办结
        item 难题 3
            unit 县
            kind 要素
            2013-03-31 交办
            2013-06-30 办理
            2013-07-01 办结
        item 难题 4
            unit 直属
            2013-01-01 交办

        """

    static let counts = [
        ("2013-01 市 count(难题)", "1"), ("2013-Q1 市 count(难题)", "3"), ("2013-Q1 区 count(难题)", "2"), ("2013-Q1 直属 count(难题)", "1"),
        ("2012 市 count(难题)", "0"), ("2013-Q1 东镇 count(难题)", "0"), ("2013-02 东镇 count(难题)", "1"), ("2013-02 西镇 count(难题.办理)", "1"),
        ("2013-03 西镇 count(难题.办理)", "1"), ("2013-03 西镇 count(难题.办结)", "1"), ("2013 市 count(难题.办结)", "2"),
        // What stands apart and never had an item has no number of them.
        ("2013-Q1 平均 count(难题)", "-"), ("2013 平均 净增", "-"),
        // A move: nothing above both, once below.
        ("2013-03 区 entered(难题.办理)", "0"), ("2013-03 西镇 entered(难题.办理)", "1"), ("2013-03 东镇 left(难题.办理)", "1"),
        ("2013-03 区 left(难题.办理)", "1"), ("2013-03 东镇 left(难题)", "1"), ("2013 区 entered(难题)", "2"), ("2013 西镇 entered(难题)", "2"),
        // Through a state on a single day, and reopened.
        ("2013-02 西镇 entered(难题.交办)", "1"), ("2013-02 西镇 left(难题.交办)", "1"), ("2013 区 entered(难题.办理)", "3"),
        ("2013 市 count(难题.交办)", "0"), ("2013-Q2 市 净增", "1"), ("2013-Q2 区 净增", "0"), ("2013-06 县 办理中", "1"), ("2013 县 办理中", "0"),
        ("2013-Q1 市 count(难题 where owner = 供电局)", "1"), ("2013-Q1 市 count(难题 where owner != 供电局)", "2"),
        ("2013-Q1 市 count(难题 where kind = 要素)", "2"), ("2013-Q1 市 count(难题 where 类别 = 要素:用电, owner = 供电局)", "1"),
        ("2013-Q1 市 count(难题 where owner = 无人)", "0"), ("2013-Q1 市 办结率", "33.33"), ("2013 市 办结率", "66.66"), ("2012 市 办结率", "-"),
        // 100 days of item 1, 58 of item 2; reopening does not count again.
        ("2013-H1 区 用时", "79"), ("2013-Q1 区 用时", "58"), ("2013-Q2 西镇 用时", "100"), ("2013-Q2 东镇 用时", "-"), ("2013 县 用时", "92"),
        ("2013 市 用时", "83.33"),
        ("2013-Q2 市 previous(count(难题))", "3"), ("2013-Q1 区 count(难题) - parent(count(难题))", "-1"), ("2013-Q1 区 计(难题.办理)", "1"),
    ]

    @Test("counts", arguments: counts)
    func isCounted(question: String, expected: String) throws {
        let tallied = Tallied(Self.head)
        #expect(tallied.ledger.diagnostics.isEmpty)
        #expect(try tallied.value(question) == expected)
    }

    @Test("as of a day", arguments: [("2013 市 count(难题)", "2"), ("2013 市 count(难题.办理)", "2"), ("2013 市 entered(难题.办结)", "0")])
    func isCountedAsOf(question: String, expected: String) throws {
        let day = try #require(Day(year: 2013, month: 3, day: 1))
        #expect(try Tallied(Self.head, asOf: day).value(question) == expected)
    }

    @Test func `what is counted alone is a stock, what comes and goes a flow`() {
        let indicators = Tallied(Self.head).ledger.indicators.indicators
        #expect(indicators.map(\.nature) == [.rate, .flow, .stock, .rate])
    }

    @Test func `stated values and rules are held against counts`() {
        let stated = "2013-Q1 区\n    办理中 2\n2013-Q1 西镇\n    办理中 1\n"
        #expect(Tallied(Self.head + stated).problems == ["claim/value: 办理中 2 | 2013-03-01 unit 西镇"])
        let rule = "rule 一律办结 warn  count(难题.办结) = count(难题), each year\n"
        // 市, 区, 西镇 and 直属; in 县 its only item is solved.
        #expect(
            Tallied(Self.head + rule).problems.map { $0.split(separator: "|")[0] } == [
                "rule/一律办结?: 2013-03-31 办结 ", "rule/一律办结?: 2013-03-31 办结 ", "rule/一律办结?: 2013-03-31 办结 ",
                "rule/一律办结?: 2013-01-01 交办 ",
            ])
    }

    @Test func `an item's state and unit on a day`() throws {
        let tallied = Tallied(Self.head)
        let book = tallied.tally.registers
        let item = try #require(tallied.ledger.items.find("1", in: RegisterID(0)))
        func place(_ month: Int, _ day: Int) -> String {
            guard let on = Day(year: 2013, month: month, day: day), let stay = book.stay(of: item, on: on) else { return "" }
            let unit = stay.unit.map { tallied.ledger.units[$0].name } ?? "?"
            return
                "\(tallied.ledger.registers[RegisterID(0)][stay.state]) \(unit) \(stay.from) \(book.inStateSince(item, on: on)?.description ?? "")"
        }
        #expect(place(1, 9).isEmpty)
        #expect(place(1, 10) == "交办 东镇 2013-01-10 2013-01-10")
        #expect(place(3, 5) == "办理 西镇 2013-03-01 2013-02-20")
        #expect(place(12, 31) == "办理 西镇 2013-05-02 2013-05-02")
        #expect(book.stays(of: item).map { $0.to?.description } == ["2013-02-20", "2013-03-01", "2013-04-20", "2013-05-02", nil])
    }

    static let deadlines = [
        // The whole, from the first state; the step, from the last time in it.
        ("1", "2013-03-15", ["2013-03-02 late 13", "2013-03-11 late 4"]), ("1", "2013-05-01", ["2013-03-02 met", "2013-03-11 met"]),
        ("1", "2013-06-01", ["2013-03-11 met", "2013-05-12 late 20"]), ("2", "2013-02-05", ["2013-02-11 open", "2013-04-02 open"]),
        ("3", "2013-05-30", ["2013-05-30 open"]), ("3", "2013-05-31", ["2013-05-30 late 1"]),
    ]

    @Test("deadlines", arguments: deadlines)
    func isDue(name: String, today: String, expected: [String]) throws {
        let tallied = Tallied(Self.head)
        let parts = today.split(separator: "-").compactMap { Int($0) }
        let day = try #require(Day(year: parts[0], month: parts[1], day: parts[2]))
        let item = try #require(tallied.ledger.items.find(name, in: RegisterID(0)))
        let found = tallied.tally.registers.deadlines(of: item, tallied.ledger.registers[RegisterID(0)], on: day)
        #expect(
            found.map { deadline in
                let late = deadline.daysLate(on: day)
                return "\(deadline.day) " + (deadline.reached != nil ? "met" : late > 0 ? "late \(late)" : "open")
            } == expected)
    }

    @Test func `an item's own day stands in place of the register's`() throws {
        let text = Self.head + "item 难题 5\n    unit 县\n    due 2013-01-05\n    2013-01-01 交办\n"
        let tallied = Tallied(text)
        let item = try #require(tallied.ledger.items.find("5", in: RegisterID(0)))
        let day = try #require(Day(year: 2013, month: 1, day: 8))
        let found = tallied.tally.registers.deadlines(of: item, tallied.ledger.registers[RegisterID(0)], on: day)
        #expect(found.map(\.day.description) == ["2013-01-05"] && found.map { $0.daysLate(on: day) } == [3])
    }
}

extension Tallied {
    /// `PERIOD UNIT EXPRESSION`: its value to two decimals, cut off; `-` where there is none.
    func value(_ question: String) throws -> String {
        let words = question.split(separator: " ", maxSplits: 2).map(String.init)
        let formula = try Formula.read(words[2])
        let evaluation = evaluator.evaluate(try tally.compile(formula), try unit(words[1]), try period(words[0]))
        guard let interval = evaluation.interval else { return "-" }
        return decimalText(
            interval.value, scale: interval.scale, dividedBy: 1,
            decimals: min(2, exactDecimals(interval.value, scale: interval.scale, dividedBy: 1) ?? 2), rounding: .down)
    }
}
