import Testing

@testable import Syntax

@Suite struct DeclarationTests {
    @Test(arguments: [
        "unit 婺城区:金西园区\n    kind 园区\n    code 1\n    opened 2010-01\n    closed 2015-12\n    succeeded-by 婺城区:新城镇\n    alias 金西、金西区\n    name-en Jinxi Park ; c\n    name-zh 金西\n    incomplete\n    apart\n",
        "单位 婺城区:金西园区\n　　类别 园区\n　　代码　1\n　　设立 2010年1月\n　　撤销 2015年12月\n　　并入 婺城区:新城镇\n　　别名 金西，金西区\n　　英文名 Jinxi Park\n　　中文名 金西\n　　不全\n　　单列\n",
    ])
    func `a unit`(text: String) throws {
        let reading = Reading(text)
        #expect(reading.problems == [])
        let unit = try #require(reading.units.first)
        #expect(unit.path.text == "婺城区:金西园区")
        #expect(unit.under == nil)
        #expect(unit.opened.map { describe($0.period) } == "2010-01-01/2010-01-31")
        #expect(unit.closed.map { describe($0.period) } == "2015-12-01/2015-12-31")
        #expect(unit.succeededBy?.text == "婺城区:新城镇")
        #expect(unit.aliases.map(\.text) == ["金西", "金西区"])
        #expect([unit.nameEn, unit.nameZh] == ["Jinxi Park", "金西"])
        #expect(unit.isComplete == false)
        #expect(unit.isApart)
        let keys = unit.fields.map(\.key.text)
        #expect(unit.fields.map(\.value.text) == ["园区", "1"])
        #expect(keys == ["kind", "code"] || keys == ["类别", "代码"])
    }

    @Test func `units go down the tree by their exact indentation`() {
        let reading = Reading(
            """
            units 邵阳市  region 湘中
                双清区      kind 县市区, code 430502
                    城东街道    kind 街道

                    ; 街道之后
                    城西街道
                大祥区 , complete
              北塔区
            """)
        #expect(reading.problems == [])
        let units = reading.units.map { "\($0.under?.text ?? "") > \($0.path.text) \($0.fields.map(\.value.text))" }
        #expect(
            units == [
                " > 邵阳市 []", "邵阳市 > 双清区 [\"湘中\", \"县市区\", \"430502\"]", "邵阳市:双清区 > 城东街道 [\"湘中\", \"街道\"]",
                "邵阳市:双清区 > 城西街道 [\"湘中\"]", "邵阳市 > 大祥区 [\"湘中\"]", "邵阳市 > 北塔区 [\"湘中\"]",
            ])
    }

    @Test(arguments: [("units 市\n\ta\n", "市"), ("单位组　市\n　a\n", "市"), ("units\ta b  kind x\n a\n", "a b"), ("units  kind x\n a\n", nil)])
    func `after one blank the units' root, after two what they share`(text: String, root: String?) {
        let reading = Reading(text)
        #expect(reading.problems == [])
        #expect(reading.units.last?.under?.text == root)
    }

    @Test func `blanks of different kinds are not compared`() {
        #expect(Reading("units 市\n\ta\n    b\n\tc\n").problems == ["syntax/declaration at b"])
    }

    @Test(arguments: [
        "indicator 进出口总额\n  measure 万元／户\n  nature stock\n  better lower\n  growth comparable\n  signed\n  alias a, b\n  includes c, d\n  parts e + f\n  parts g + h\n  over-units cover\n  over-time none\n  decompose exactly\n  expected monthly by 10 from kind 园区, 甲 until 2015\n  theme 外贸\n",
        "指标 进出口总额\n  计量 万元/户\n  性质 存量\n  方向 越低越好\n  增速 可比口径\n  可负\n  别名 a、b\n  其中 c，d\n  构成 e ＋ f\n  构成 g + h\n  汇总 不全含\n  时间汇总 不汇总\n  足额分解\n  应报 按月 期限 10日 填报 kind 园区、甲 至 2015年\n  theme 外贸\n",
    ])
    func `an indicator`(text: String) throws {
        let reading = Reading(text)
        #expect(reading.problems == [])
        let indicator = try #require(reading.indicators.first)
        #expect(indicator.name.text == "进出口总额")
        #expect(indicator.measure?.text == "万元/户")
        #expect(
            indicator.nature == .stock && indicator.better == .lower && indicator.growth == .comparable && indicator.overUnits == .cover)
        #expect(indicator.isSigned && !indicator.addsOverTime && indicator.decomposesExactly)
        #expect(indicator.aliases.map(\.text) == ["a", "b"])
        #expect(indicator.includes.map(\.text) == ["c", "d"])
        #expect(indicator.parts.map { $0.map(\.text) } == [["e", "f"], ["g", "h"]])
        #expect(indicator.fields.map(\.value.text) == ["外贸"])
        let expected = try #require(indicator.expected.first)
        #expect(expected.frequency == .monthly && expected.dueDay == 10)
        #expect(expected.until.map(describe) == "2015-01-01/2015-12-31")
        #expect(expected.from.count == 2)
        if case .field(let field) = expected.from[0] { #expect(field.value.text == "园区") } else { Issue.record("a field") }
        if case .unit(let unit) = expected.from[1] { #expect(unit.text == "甲") } else { Issue.record("a unit") }
    }

    @Test func `a line's own fields stand before those that its group shares`() {
        let units = Reading("units 区  region 浙中, kind 县\n    甲  region 浙南, 类别 区\n    乙\n").units
        #expect(units.map { $0.fields.map(\.value.text) } == [[], ["浙南", "区"], ["浙中", "县"]])
        let indicators = Reading("indicators   theme 外贸, measure 亿元\n    甲  theme 投资, measure 万元\n    乙\n").indicators
        #expect(indicators.map { $0.fields.map(\.value.text) } == [["投资"], ["外贸"]])
        #expect(indicators.map { $0.measure?.text } == ["万元", "亿元"])
    }

    static let repeated = [
        ("unit 甲\n    kind a\n    类别 b\n", "类别 b"), ("unit 甲\n    region a\n    region b\n", "region b"),
        ("unit 甲\n    complete\n    incomplete\n", "incomplete"), ("unit 甲\n    opened 2010\n    opened 2011\n", "opened 2011"),
        ("unit 甲\n    closed 2010\n    closed 2011 | n\n", "closed 2011 | n"), ("unit 甲\n    name-en A\n    name-en B\n", "name-en B"),
        ("unit 甲\n    succeeded-by 乙\n    succeeded-by 丙\n", "succeeded-by 丙"),
        ("units  kind a, kind b\n    甲\n", "kind b"), ("units\n    甲  kind a, kind b\n", "kind b"),
        ("indicator 甲\n    measure 亿元\n    measure 万元\n", "measure 万元"),
        ("indicator 甲\n    nature flow\n    性质 存量\n", "性质 存量"), ("indicators\n    甲  growth real, growth nominal\n", "growth nominal"),
        ("indicator 甲\n    better lower\n    better higher\n", "better higher"),
        ("indicator 甲\n    over-units max\n    over-units min\n", "over-units min"),
        ("indicator 甲\n    over-time none\n    over-time sum\n", "over-time sum"),
        ("measure 座\n    name-en a\n    name-en b\n", "name-en b"),
        ("register 甲\n    states A -> B\n    name-zh a\n    name-zh b\n", "name-zh b"),
        ("item 甲 1\n    unit 乙\n    unit 丙\n", "unit 丙"), ("item 甲 1\n    due 2013-04-30\n    due 2013-05-30\n", "due 2013-05-30"),
    ]

    @Test("a declaration that says two things is told, and the first stands", arguments: repeated)
    func saidOtherwise(_ text: String, _ second: String) throws {
        let reading = Reading(text)
        #expect(reading.problems == ["syntax/declaration at \(second)"])
        #expect(reading.piece.diagnostics.first?.related.count == 1)
        if let unit = reading.units.first(where: { $0.opened != nil }) {
            #expect(unit.opened.map { describe($0.period) } == "2010-01-01/2010-12-31")
        }
    }

    static let allowed = [
        "unit 甲\n    alias a\n    alias b\n    kind a\n    类别 a\n    apart\n    apart\n    complete\n    齐全\n",
        "unit 甲\n    opened 2013-01\n    设立 2013年1月\n",
        "indicator 甲\n    parts a + b\n    parts c + d\n    includes e\n    includes f\n    expected monthly\n    expected yearly\n    signed\n    signed\n    nature flow\n    性质 流量\n",
        "units  kind a, complete\n    甲  kind b, incomplete\n    乙\n",
        "indicators  nature flow, over-time none\n    甲  nature stock, over-time sum\n",
        "register 甲\n    states A -> B\n    states B -> C\n    due 3 days -> B\n    due 4 days -> C\n    fields a\n    fields b\n",
    ]

    @Test("what adds to a declaration, or says the same again, is no mistake", arguments: allowed)
    func saidAgain(_ text: String) { #expect(Reading(text).problems == []) }

    @Test func `values end before a note`() throws {
        let unit = try #require(Reading("unit 甲  | n\n    kind 园区 | n\n    name-en Big Co| n\n    owner \"a | b\" | n\n").units.first)
        #expect(unit.fields.map(\.value.text) == ["园区", "a | b"] && unit.nameEn == "Big Co")
        let reading = Reading("indicator 甲\n    measure 亿元 | n\n    expected monthly from kind 园区 | n\nitem 难题 1  标题 | n\n")
        #expect(reading.problems == [])
        #expect(reading.indicators.first?.measure?.text == "亿元")
        guard case .field(let field)? = reading.indicators.first?.expected.first?.from.first else {
            Issue.record("a field")
            return
        }
        #expect(field.value.text == "园区")
    }

    static let empty = [
        ("unit 甲\n    alias\n", "alias"), ("unit 甲\n    name-en | n\n", "name-en | n"), ("indicator 甲\n    includes\n", "includes"),
        ("indicator 甲\n    alias ; c\n", "alias"), ("measure 座\n    name-zh\n", "name-zh"),
        ("register 甲\n    states A -> B\n    fields\n", "fields"), ("register 重点 项目\n    states A -> B\n", "重点 项目"),
    ]

    @Test("a keyword with nothing behind it, and a register of two words", arguments: empty)
    func isEmpty(_ text: String, _ place: String) { #expect(Reading(text).problems == ["syntax/declaration at \(place)"]) }

    @Test func `indicators share what their header says`() {
        let reading = Reading("指标组   计量 亿元, growth real\n    农林牧渔业\n    工业        name-en Industry, measure 万元\n    占比 = 工业 / 总额\n")
        #expect(reading.problems == [])
        let lines = reading.indicators.map {
            "\($0.name.text) \($0.measure?.text ?? "") \($0.nameEn ?? "") \($0.formula.map(describe) ?? "")"
        }
        #expect(lines == ["农林牧渔业 亿元  ", "工业 万元 Industry ", "占比 亿元  (工业 divide 总额)"])
        #expect(reading.indicators.allSatisfy { $0.growth == .real })
    }

    @Test(arguments: [
        ("measure 亿元 = 10000 万元", " 亿元 = 10000 万元"), ("计量 15 亩 ＝ 10,000 平方米", "15 亩 = 10000 平方米"),
        ("measure 吨／人 = 1000 千克/人", " 吨/人 = 1000 千克/人"), ("measure 家\n    counting", " 家 counting"), ("measure 家\n    计数", " 家 counting"),
    ])
    func `measures`(text: String, expected: String) throws {
        let reading = Reading(text)
        #expect(reading.problems == [])
        guard case .measure(let measure) = try #require(reading.declarations.first) else { return #expect(Bool(false), "no measure") }
        let equals = measure.equals.map { " = \($0.count.decimal) \($0.measure.text)" } ?? ""
        #expect(
            "\(measure.count?.decimal.description ?? "") \(measure.name.text)\(equals)\(measure.isCounting ? " counting" : "")" == expected)
    }

    @Test(arguments: [
        ("phase 规上 产值  22 25 25 28", "phase 规上 产值: 22 25 25 28"), ("序时 产值 22%、25.5%、24.5%、28%", "phase 产值: 22 25.5 24.5 28"),
        ("phase 产值 22、25、25、28", "phase 产值: 22 25 25 28"), ("phase 产值 22,25,25,28", "phase 产值: 22 25 25 28"),
        ("phase 产值 last-year", "phase 产值: "), ("phase 产值  上年", "phase 产值: "),
        ("phase 产值 8 8 8 8 8 8 8 8 8 8 10 10", "phase 产值: 8 8 8 8 8 8 8 8 8 8 10 10"),
        ("rule 出口  出口额 <= 进出口总额", "rule 出口 false skip: 出口额 atMost 进出口总额"),
        (
            "rule 增速 warn    yoy(a) <= 50 %   where kind = 园区, each quarter",
            "rule 增速 true skip: yoy(a) atMost 50 % where kind = 园区 each quarterly"
        ),
        ("规则 缺报 提醒 缺报 零   甲 = 乙 + 丙", "rule 缺报 true zero: 甲 equal (乙 add 丙)"), ("rule 甲 missing any  a = b", "rule 甲 false any: a equal b"),
        ("assert 2013 婺城区        done(投资) = 102.5%", "assert 婺城区: done(投资) equal 102.5 %"),
        ("断言 2013年　婺城区　a = 5 家", "assert 婺城区: a equal 5 家"),
        ("include district/*.taizhang   ; 其他", "include district/*.taizhang"), ("包含 \"a b/*.taizhang\"", "include a b/*.taizhang"),
    ])
    func `blocks of one line`(text: String, expected: String) {
        let reading = Reading(text)
        #expect(reading.problems == [])
        let lines = reading.declarations.map { declaration in
            switch declaration {
            case .phase(let phase): "phase \(phase.indicator.text): \(phase.shares.map { "\($0.decimal)" }.joined(separator: " "))"
            case .rule(let rule): "rule \(rule.name.text) \(rule.warns) \(rule.missing): \(describe(rule.formula))"
            case .assertion(let assertion): "assert \(assertion.unit.text): \(describe(assertion.formula))"
            case .include(let include): "include \(include.pattern.text)"
            default: "?"
            }
        }
        #expect(lines == [expected])
    }

    @Test(arguments: ["fiscal-year starts 04", "财年始于 4月", "财年始于4", "fiscal-year starts 4 ; April"])
    func `the fiscal year`(text: String) {
        let reading = Reading(text)
        #expect(reading.problems == [])
        #expect(reading.piece.fiscalYear?.month == 4)
    }

    @Test(arguments: [
        "register 难题\n  states 交办 -> 办理 -> 办结 | 退回, 退回 -> 办理\n  due 60 days -> 办结\n  due 5 days 交办 -> 办理\n  fields category, owner\n",
        "台账 难题\n  状态 交办 → 办理 → 办结｜退回、退回 → 办理\n  时限 60 天 → 办结\n  时限 5天 交办 → 办理\n  字段 category、owner\n",
    ])
    func `a register`(text: String) throws {
        let reading = Reading(text)
        #expect(reading.problems == [])
        guard case .register(let register) = try #require(reading.declarations.first) else { return #expect(Bool(false), "no register") }
        #expect(register.states.map(\.text) == ["交办", "办理", "办结", "退回"])
        #expect(register.steps.map { "\($0.from)\($0.to)" } == ["01", "12", "13", "31"])
        #expect(register.dues.map { "\($0.days) \($0.from?.text ?? "") \($0.to.text)" } == ["60  办结", "5 交办 办理"])
        #expect(register.fields.map(\.text) == ["category", "owner"])
    }

    @Test func `an item`() throws {
        let reading = Reading(
            "item 难题 2013-017  用电容量不足\n  unit 婺城区:白龙桥镇\n  owner 供电局\n  due 2013-05-01\n  2013-02-20 交办\n  2013年3月5日 办理   | 现场\n  2013-04-02 unit 乙\n"
        )
        #expect(reading.problems == [])
        guard case .item(let item) = try #require(reading.declarations.first) else { return #expect(Bool(false), "no item") }
        #expect([item.register.text, item.id.text, item.title?.text, item.unit?.text] == ["难题", "2013-017", "用电容量不足", "婺城区:白龙桥镇"])
        #expect(item.due?.description == "2013-05-01")
        #expect(item.fields.map(\.key.text) == ["owner"])
        #expect(
            item.events.map { "\($0.day) \($0.state?.text ?? "") \($0.movedTo?.text ?? "") \($0.note.map(reading.text) ?? "")" }
                == ["2013-02-20 交办  ", "2013-03-05 办理  现场", "2013-04-02  乙 "])
    }
}
