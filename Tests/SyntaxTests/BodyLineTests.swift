import Testing

@testable import Syntax

@Suite struct BodyLineTests {
    @Test(arguments: [
        ("产值  202.5 亿元", "产值 | exactly 202.5 | 亿元"), ("产值  202.50", "产值 | exactly 202.50 | "), ("产值 202.5亿元", "产值 | exactly 202.5 | 亿元"),
        ("产值  48,259 万元", "产值 | exactly 48259 | 万元"), ("覆盖率  96 ％", "覆盖率 | exactly 96 | %"), ("能耗  1.2 吨／万元", "能耗 | exactly 1.2 | 吨/万元"),
        ("产值  > 350 亿元", "产值 | atLeast 350 | 亿元"), ("用地  不足 600 亩", "用地 | atMost 600 | 亩"), ("产值  ~ 6 亿元", "产值 | about 6 | 亿元"),
        ("产值  -", "产值 | unavailable | "), ("产值  —", "产值 | unavailable | "), ("产值  n/a", "产值 | notApplicable | "),
        ("产值  不适用", "产值 | notApplicable | "), ("产值  exempt", "产值 | exempt | "), ("产值  免报", "产值 | exempt | "), ("产值  *", "产值 | withheld | "),
        ("产值  - yoy +5%", "产值 | unavailable | "), ("产值  5 \"Top boxes\"", "产值 | exactly 5 | Top boxes"),
        ("产值  5 亿元 ; 备注", "产值 | exactly 5 | 亿元"), ("产值  5 亿元 ；备注", "产值 | exactly 5 | 亿元"), ("产值  5　；备注", "产值 | exactly 5 | "),
        ("产值  5 亿元| 备注", "产值 | exactly 5 | 亿元"), ("产值  5 亿元, yoy 1%", "产值 | exactly 5 | 亿元"), ("产值  5 亿元，同比 1%", "产值 | exactly 5 | 亿元"),
        ("产值　２０２．５　亿元", "产值 | exactly 202.5 | 亿元"),
    ])
    func `values, absences and measures`(line: String, expected: String) {
        let reading = Reading("2013  某区\n    \(line)\n")
        #expect(reading.problems == [])
        #expect(reading.rows == ["2013-01-01/2013-12-31 reported 某区 | \(expected)"])
    }

    @Test func `the same claim twice is found on a line of many`() {
        let shares = (0..<20).map { "share 1% of 甲\($0)" }
        let reading = Reading("2013  某区\n    产值  \((shares + [shares[3], "share 1% of 乙"]).joined(separator: "  "))\n")
        #expect(reading.problems.count == 1)
        #expect(reading.claims.count == 21)
    }

    @Test(arguments: [
        ("yoy +8.2%", ["yoy exactly 8.2 %"]), ("同比+8.2％", ["yoy exactly 8.2 %"]), ("yoy +2.1 pp", ["yoy exactly 2.1 pp"]),
        ("pop -1", ["pop exactly -1"]), ("环比 -1%", ["pop exactly -1 %"]), ("done 102.5%", ["done exactly 102.5 %"]),
        ("完成 > 100%", ["done above 100 %"]), ("lead 3 百分点", ["lead exactly 3 百分点"]), ("超序时3", ["lead exactly 3"]),
        ("share 61% of 限上工业投资", ["share exactly 61 % of 限上工业投资"]), ("占比 61% 占 限上工业投资", ["share exactly 61 % of 限上工业投资"]),
        ("share 61 of 限上 投资  rank 2", ["share exactly 61 of 限上 投资", "rank exactly 2 rank of share"]),
        ("share 61%", ["share exactly 61 %"]), ("rank 3/9", ["rank exactly 3 among 9"]), ("位次 3 ／ 9", ["rank exactly 3 among 9"]),
        ("rank 3", ["rank exactly 3"]), ("yoy -5%  rank 3/9", ["yoy exactly -5 %", "rank exactly 3 among 9 rank of yoy"]),
        ("rank 1 yoy 5% rank 2", ["rank exactly 1", "yoy exactly 5 %", "rank exactly 2 rank of yoy"]),
        ("yoy 5%, done 99%、pop 1%", ["yoy exactly 5 %", "done exactly 99 %", "pop exactly 1 %"]),
        ("yoy 5% | done 99%", ["yoy exactly 5 %"]), ("yoy 5% ; done 99%", ["yoy exactly 5 %"]),
    ])
    func `claims, with a value and alone`(claims: String, expected: [String]) {
        let alone = Reading("2013  某区\n    产值  \(claims)\n")
        #expect(alone.problems == [])
        #expect(alone.claims == expected)
        #expect(alone.rows == [])
        #expect(alone.piece.claims.map(\.row) == [nil])
        let beside = Reading("2013  某区\n    产值  5 亿元  \(claims)\n")
        #expect(beside.problems == [])
        #expect(beside.claims == expected)
        #expect(beside.rows.count == 1)
        #expect(beside.piece.claims.map(\.row) == [0])
    }

    @Test func `a line read again says where its parts stand`() throws {
        let text = "2013  某区\n    产值   202.5 亿元   yoy +8.2%  rank 3/9 | 快报 ; 待核\n"
        let reading = Reading(text)
        let line = try #require(BodyLine.reread(reading.buffer, at: reading.lines[0]))
        #expect(reading.text(line.name.range) == "产值")
        #expect(reading.text(line.valueRange) == "202.5 亿元")
        #expect(line.claims.map { reading.text($0.range) } == ["yoy +8.2%", "rank 3/9"])
        #expect(line.note.map(reading.text) == "快报")
    }

    @Test func `targets keep sign and measure, and take no claims`() {
        let reading = Reading(
            """
            target 2013  某市 -> 某区
                产值   +12%
                投资   48 亿元   yoy 5%
                能耗   yoy 5%

            """)
        #expect(reading.problems == ["syntax/claim at yoy 5%", "syntax/claim at yoy 5%"])
        let targets = reading.piece.targets.map { target in
            guard case .number(let number) = target.content else { return "?" }
            return "\(reading.piece.indicatorNames[target.indicator]) \(number.hasSign) \(number.decimal) \(target.measure?.text ?? "")"
        }
        #expect(targets == ["产值 true 12 %", "投资 false 48 亿元"])
    }
}
