import Ledger
import Testing

struct RegisterTests {
    private static let head = """
        unit 区:东镇
        unit 区:西镇
            opened 2013-02
            closed 2013-10
        unit 区:北镇
        register 难题
            states 交办 -> 办理 | 退回 -> 办结, 办结 -> 办理
            due 60 days -> 办结
            fields category, owner, note?
        register 企业
            states 在库 -> 退库

        """
    private static let full = "    category 用电\n    owner 供电局\n"

    /// An item of the register with fields, in a unit, with these lines.
    private static func item(_ lines: String...) -> String {
        head + "item 难题 1  用电\n    unit 东镇\n" + full + lines.map { "    \($0)\n" }.joined()
    }

    static let wrong = [
        Wrong(item("2013-02-20 交办", "2013-03-05 办理  | 现场会", "2013-04-02 办结"), []),
        Wrong(item("2013-02-20 交办", "2013-03-05 办理", "2013-04-02 办结", "2013-05-02 办理", "2013-05-03 办结"), []),
        Wrong(item("2013-02-20 交办", "2013-03-05 退回", "2013-04-02 办结", "note 已完"), []),
        Wrong(item("2013-02-20 交办", "2013-03-05 办里"), ["register/state at 办里"]),
        // What follows an unknown state is not known to be wrong.
        Wrong(item("2013-02-20 交办", "2013-03-05 办里", "2013-04-02 办结"), ["register/state at 办里"]),
        Wrong(item("2013-02-20 交办", "2013-03-05 办结"), ["register/step at 2013-03-05 办结"]),
        Wrong(item("2013-02-20 交办", "2013-03-05 交办"), ["register/step at 2013-03-05 交办"]),
        Wrong(item("2013-02-20 办理"), ["register/step at 2013-02-20 办理"]),
        // A step back to it makes no beginning of a state, nor an end of the first.
        Wrong(item("2013-02-20 交办", "2013-03-05 退回", "2013-03-06 办理"), ["register/step at 2013-03-06 办理"]),
        Wrong(item("2013-03-20 交办", "2013-03-05 办理"), ["register/order at 2013-03-05 办理"]),
        Wrong(item("2013-03-20 交办", "2013-03-20 办理"), []),
        Wrong(item("2013-03-20 交办", "2013-03-05 unit 西镇"), ["register/order at 2013-03-05 unit 西镇"]),
        Wrong(
            item("2013-03-20 交办", "2013-03-05 办理", "2013-03-10 办结"), ["register/order at 2013-03-05 办理", "register/order at 2013-03-10 办结"]),
        Wrong(item("2013-03-20 交办", "owner 水务局"), ["register/field at owner"]),
        Wrong(item("2013-03-20 交办", "onwer 水务局"), ["register/field at onwer"]),
        Wrong(item("2013-03-20 交办", "2013-04-01 unit 南镇"), ["name/undeclared at 南镇"]),
        Wrong(item("2013-01-20 交办", "2013-01-25 unit 西镇"), ["name/outside-life at 2013-01-25 unit 西镇"]),
        Wrong(item("2013-01-20 交办", "2013-02-01 unit 西镇", "2013-10-31 办理", "2013-11-01 办结"), ["name/outside-life at 2013-11-01 办结"]),
        Wrong(item("2013-01-20 交办", "2013-02-01 unit 西镇", "2013-11-01 unit 东镇", "2013-11-02 办理"), []),
        Wrong(item(), ["register/required at 1"]),
        Wrong(head + "item 难题 1\n    unit 东镇\n    owner 供电局\n    2013-02-20 交办\n", ["register/required at 1"]),
        Wrong(head + "item 难题 1\n" + full + "    2013-02-20 交办\n", ["register/required at 1"]),
        Wrong(head + "item 企业 甲厂\n    unit 东镇\n    industry 机械\n    2013-02-20 在库\n", []),
        Wrong(
            head + "item 企业 甲厂\n    unit 东镇\n    2013-02-20 在库\nitem 企业 甲厂\n    unit 北镇\n    2013-02-20 在库\n",
            ["name/duplicate at 甲厂"]),
        Wrong(head + "item 企业 甲厂\n    unit 东镇\n    2013-02-20 在库\nitem 难题 甲厂\n    unit 北镇\n" + full + "    2013-02-20 交办\n", []),
        Wrong(head + "item 企叶 甲厂\n    unit 东镇\nitem 企叶 乙厂\n    unit 东镇\n", ["name/undeclared at 企叶"]),
        Wrong("register 甲\nregister 乙\n    states 开\n    due 5 days 始 -> 开\n", ["register/state at 甲", "name/undeclared at 始"]),
        Wrong(head + "indicator 数 = count(难题.办里)\n", ["name/undeclared at 难题.办里"]),
        Wrong(head + "indicator 数 = count(难体)\n", ["name/undeclared at 难体"]),
        Wrong(head + "indicator 数 = days(难题)\n", ["register/state at 难题"]),
        Wrong(head + "indicator 数 = count(难题 where onwer = 供电局)\n", ["register/field at onwer"]),
        Wrong(head + "indicator 数 = count(企业 where industry = 机械)\n", []),
    ]

    @Test func `no register is dropped, however many there are`() {
        var text = "unit 区\n"
        for index in 0..<66_000 { text += "register r\(index)\n    states A -> B\n" }
        let reading = Reading(text + "item r65999 1  某事\n    unit 区\n    2013-02-20 A\n")
        #expect(reading.problems == [])
        #expect(reading.ledger.items.items(of: RegisterID(65_999)).count == 1)
    }

    @Test("what registers do not allow", arguments: wrong)
    func isWrong(_ wrong: Wrong) { #expect(Reading(wrong.text).problems == wrong.problems) }

    @Test func `a message says what is allowed`() {
        let step = Reading(Self.item("2013-02-20 交办", "2013-03-05 办结")).advice
        #expect(step.contains("after 交办 comes 办理 or 退回") && step.contains("交办 -> 办结"))
        #expect(Reading(Self.item("2013-02-20 办结")).advice.contains("begin in 交办"))
        #expect(Reading(Self.item("2013-02-20 交办", "2013-03-05 办里")).advice.contains("one of: 交办, 办理, 退回, 办结"))
        #expect(Reading(Self.item("2013-03-20 交办", "2013-03-05 办理")).advice.contains("15 days before the line above"))
        let lacking = Reading(Self.head + "item 难题 1\n    unit 东镇\n    2013-02-20 交办\n").advice
        #expect(lacking.contains("lacks category, owner") && lacking.contains("fields category?, owner?"))
    }

    @Test func `columns say what was written`() throws {
        let ledger = Reading(
            Self.item("due 2013-05-01", "2013-02-20 交办", "2013-02-21 unit 西镇  | 移交") + "item 企业 \"甲 厂\"\n    unit 西镇\n    2013-02-20 在库\n"
        ).ledger
        let items = ledger.items
        let problems = try #require(ledger.registers.find("难题"))
        let register = ledger.registers[problems]
        #expect(register.states == ["交办", "办理", "退回", "办结"])
        #expect(register.fields.map(\.name) == ["category", "owner", "note"] && register.fields.map(\.isOptional) == [false, false, true])
        #expect(register.stateIDs.filter { register.isStart($0) }.map { register[$0] } == ["交办"])
        #expect(register.stateIDs.filter { register.isFinal($0) }.map { register[$0] } == ["办结"])
        let item = try #require(items.find("1", in: problems))
        #expect(items.title(of: item) == "用电" && items.value(of: item, field: "owner") == "供电局" && items.value(of: item, field: "x") == nil)
        #expect(items.unit(of: item).map { ledger.units[$0].name } == "东镇" && items.due(of: item)?.description == "2013-05-01")
        let events = items.events(of: item).map { items.event($0, of: item) }
        #expect(events.map(\.day.description) == ["2013-02-20", "2013-02-21"])
        #expect(events.map { $0.state.map { register[$0] } } == ["交办", nil])
        #expect(events.map { $0.unit.map { ledger.units[$0].name } } == [nil, "西镇"])
        #expect(events.map { $0.note.map { ledger.sources[$0.file].buffer.text($0.range) } } == [nil, "移交"])
        let other = try #require(ledger.registers.find("企业"))
        #expect(items.items(of: other).map { items.name(of: $0) } == ["甲 厂"] && items.title(of: ItemID(1)) == nil)
    }

    @Test func `an informal ledger takes the units of items as they come`() {
        let reading = Reading("register 企业\n    states 在库\nitem 企业 1\n    unit 区:东镇\n    2013-01-01 在库\n    2013-02-01 unit 区:西镇\n")
        #expect(reading.problems == [] && reading.paths == ["区", "区:东镇", "区:西镇"])
    }
}
