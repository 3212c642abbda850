import Tally
import Testing

/// How values of sub-units make that of their unit.
struct OverUnitsTests {
    private static let head = """
        unit 区
        unit 区:甲
        unit 区:乙
        unit 区:全区平均
            apart
        unit 不全
            incomplete
        unit 不全:丁
        unit 不全:戊
        unit 独
        unit 独:己
        unit 独全
            complete
        unit 独全:庚
        indicators   measure 万元
            合计
            最高    over-units max
            最低    over-units min
            平均    over-units mean
            不汇总  over-units none
            不全含  over-units cover
            利润    signed
            总额    over-units max, parts 部分 + 其余
            部分    parts 小项 + 余项
            其余
            小项
            余项

        """

    private static func ask(_ asks: String, _ expects: String, _ body: String) -> Question {
        Question(asks, expects, in: head + body)
    }

    private static func both(_ indicator: String) -> String { "2013 甲\n \(indicator) 4\n2013 乙\n \(indicator) 9" }

    static let cases = [
        ask("2013 区 合计", "13 12 14 units 2/2", both("合计")),
        ask("2013 区 最高", "9 8.5 9.5 units 2/2", both("最高")),
        ask("2013 区 最低", "4 3.5 4.5 units 2/2", both("最低")),
        ask("2013 区 平均", "6.5 6 7 units 2/2", both("平均")),
        ask("2013 区 平均", "4 3.5 4.5 units 1/1", "2013 甲\n 平均 4\n2013 乙\n 平均 n/a"),
        ask("2013 区 不汇总", "- - - absent 0/12", both("不汇总")),
        ask("2013 区 不全含", "13 12 - someUnits 2/2", both("不全含")),
        // Of some sub-units only the half that bounds the whole.
        ask("2013 区 最高", "4 3.5 - someUnits 1/2", "2013 甲\n 最高 4"),
        ask("2013 区 最低", "4 - 4.5 someUnits 1/2", "2013 甲\n 最低 4"),
        ask("2013 区 平均", "- - - absent 1/2", "2013 甲\n 平均 4"),
        ask("2013 区 利润", "4 - - someUnits 1/2", "2013 甲\n 利润 4"),
        ask("2013 区 利润", "-5 -6 -4 units 2/2", "2013 甲\n 利润 4\n2013 乙\n 利润 -9"),
        // Apart stands beside.
        ask("2013 区 合计", "13 12 14 units 2/2", both("合计") + "\n2013 全区平均\n 合计 100"),
        // Incomplete, said or because only one is named.
        ask("2013 不全 合计", "13 12 - someUnits 2/2", "2013 丁\n 合计 4\n2013 戊\n 合计 9"),
        ask("2013 不全 最高", "9 8.5 - someUnits 2/2", "2013 丁\n 最高 4\n2013 戊\n 最高 9"),
        ask("2013 独 合计", "4 3.5 - someUnits 1/1", "2013 己\n 合计 4"),
        ask("2013 独全 合计", "4 3.5 4.5 units 1/1", "2013 庚\n 合计 4"),
        // Parts take the whole's way, and theirs in turn.
        ask("2013 区 部分", "9 8.5 9.5 units 2/2", both("部分")),
        ask("2013 区 小项", "9 8.5 9.5 units 2/2", both("小项")),
    ]

    @Test("over units", arguments: cases)
    func overUnits(_ question: Question) throws { try expect(question) }
}
