import Diagnostics

extension CheckPage {
    static let registerStep = CheckPage(
        "register/step",
        title: Localized(en: "a step that the register does not allow", zh: "台账不允许的一步"),
        says: Localized(
            en: """
                `states A -> B -> C` allows exactly these steps; an item went from one state to another
                that does not follow it, or began in the middle. An item begins in a state to which no
                state named before it leads. The line counts all the same.
                """,
            zh: """
                `状态 甲 -> 乙 -> 丙` 只允许这几步；事项从一个状态到了不在其后的状态，或一开始就在中间的
                状态。事项应从没有更早列出的状态通向它的状态开始。该行照样计入。
                """),
        example: .ledger(
            Localized(
                en: """
                    unit North
                    register problems
                        states assigned -> underway -> solved
                    item problems 17  Power shortage
                        unit North
                        2013-02-20 assigned
                        2013-04-02 solved
                    """,
                zh: """
                    单位 北镇
                    台账 难题
                        状态 交办 -> 办理 -> 办结
                    事项 难题 17  用电容量不足
                        单位 北镇
                        2013-02-20 交办
                        2013-04-02 办结
                    """)),
        why: Localized(
            en: """
                A problem solved without anyone having worked on it was perhaps only closed.
                """,
            zh: """
                没有人办理过就办结的难题，也许只是销了号。
                """),
        mend: Localized(
            en: """
                Add the state in between with its day, or allow the step: `states A -> B -> C, A -> C`.
                Reopening is a step like any other: `C -> B`.
                """,
            zh: """
                补上中间的状态及其日期，或允许这一步：`状态 甲 -> 乙 -> 丙, 甲 -> 丙`。退回重办也是一步：
                `丙 -> 乙`。
                """))

    static let registerOrder = CheckPage(
        "register/order",
        title: Localized(en: "dates that run backwards", zh: "日期倒退"),
        says: Localized(
            en: """
                The lines of an item follow each other in time; one bears an earlier day than a line
                above it. Several lines of one day are in order. Counting goes by the days, whatever
                the order of the lines.
                """,
            zh: """
                事项的各行应按时间先后排列；某一行的日期早于上面的行。同一天的几行不算。计数以日期为准，
                与各行的次序无关。
                """),
        example: .ledger(
            Localized(
                en: """
                    unit North
                    register problems
                        states assigned -> underway -> solved
                    item problems 17  Power shortage
                        unit North
                        2013-02-20 assigned
                        2012-03-05 underway
                    """,
                zh: """
                    单位 北镇
                    台账 难题
                        状态 交办 -> 办理 -> 办结
                    事项 难题 17  用电容量不足
                        单位 北镇
                        2013-02-20 交办
                        2012-03-05 办理
                    """)),
        why: Localized(
            en: """
                Nearly always a slip in the year or the month, and the item then counts in the wrong one.
                """,
            zh: """
                多半是年份或月份写错，事项因此计入错误的期间。
                """),
        mend: Localized(
            en: """
                Correct the day, or put the lines in order.
                """,
            zh: """
                更正日期，或按先后排列。
                """))

    static let registerDue = CheckPage(
        "register/due",
        title: Localized(en: "an item past its day", zh: "事项超期"),
        says: Localized(
            en: """
                A warning, never an error: a day has passed by which the item should have come to a
                state. `due 60 days -> solved` counts from the item's first state, `due 30 days
                underway -> solved` from the last time it came to the first of the two; the days stop
                when the other, or a state that leads no further, is entered. `due 2013-04-30` in an
                item stands in place of what counts from its first state. The day is the system's, or
                `--today`.
                """,
            zh: """
                只是警告，不是错误：事项应到达某一状态的日期已过。`时限 60 天 -> 办结` 从事项的第一个状态
                起算，`时限 30 天 办理 -> 办结` 从最近一次进入前一状态起算；到达后一状态，或到达不再往后
                的状态，即告停止。事项中的 `时限 2013-04-30` 代替从第一个状态起算的时限。以系统日期或
                `--today` 为准。
                """),
        example: .ledger(
            Localized(
                en: """
                    unit North
                    register problems
                        states assigned -> underway -> solved
                        due 60 days -> solved
                    item problems 17  Power shortage
                        unit North
                        2013-02-20 assigned
                        2013-03-05 underway
                    """,
                zh: """
                    单位 北镇
                    台账 难题
                        状态 交办 -> 办理 -> 办结
                        时限 60 天 -> 办结
                    事项 难题 17  用电容量不足
                        单位 北镇
                        2013-02-20 交办
                        2013-03-05 办理
                    """)),
        why: Localized(
            en: """
                This is the list of whom to ask today.
                """,
            zh: """
                这就是今天该催办的清单。
                """),
        mend: Localized(
            en: """
                Write down the state if it was reached; or give the item a day of its own: `due DATE`.
                """,
            zh: """
                若已到达，请补写该状态；若已另定期限，请在事项中写明：`时限 日期`。
                """))
}
