import Diagnostics

extension CheckPage {
    /// Of what is tracked case by case.
    static let registers = [registerState, registerField, registerRequired, registerStep, registerOrder, registerDue]

    private static let registerState = CheckPage(
        "register/state",
        title: Localized(en: "a state that the register does not have", zh: "台账没有的状态"),
        says: Localized(
            en: """
                A line of an item names a state that its register does not list, or a register lists
                none at all. The line does not count: the item stays where it was. `days(R)` without a
                state says it too: days to reach what?
                """,
            zh: """
                事项的某一行写了台账没有列出的状态，或台账根本没有列出状态。该行不计，事项仍处于此前
                状态。`天数(台账)` 没有指明状态时也如此提示。
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
                        2013-03-05 underwy
                    """,
                zh: """
                    单位 北镇
                    台账 难题
                        状态 交办 -> 办理中 -> 已办结
                    事项 难题 17  用电容量不足
                        单位 北镇
                        2013-02-20 交办
                        2013-03-05 办里中
                    """)),
        why: Localized(
            en: """
                An item in a state that nobody counts is in no count.
                """,
            zh: """
                处于无人统计的状态，事项就不在任何计数之内。
                """),
        mend: Localized(
            en: """
                Spell the state as the register does, or add it to the register's `states`.
                """,
            zh: """
                按台账的写法更正状态，或将它加入台账的 `状态`。
                """))

    private static let registerField = CheckPage(
        "register/field",
        title: Localized(en: "a field that the register's items do not have", zh: "台账事项没有的字段"),
        says: Localized(
            en: """
                The register lists the `fields` of its items, and an item, or a `where` in a formula,
                names another one; or an item says the same field twice. A register without a `fields`
                line lets its items say anything.
                """,
            zh: """
                台账以 `字段` 列出了事项的字段，而某个事项或公式中的 `其中` 用了别的字段；或者事项把同一
                字段写了两次。没有 `字段` 一行的台账，其事项可写任何字段。
                """),
        example: .ledger(
            Localized(
                en: """
                    unit North
                    register problems
                        states assigned -> solved
                        fields owner
                    item problems 17  Power shortage
                        unit North
                        owner Power Company
                        onwer Power Company
                        2013-02-20 assigned
                    """,
                zh: """
                    单位 北镇
                    台账 难题
                        状态 交办 -> 办结
                        字段 责任单位
                    事项 难题 17  用电容量不足
                        单位 北镇
                        责任单位 供电局
                        负责单位 供电局
                        2013-02-20 交办
                    """)),
        why: Localized(
            en: """
                What is grouped by owner leaves out whoever wrote the field another way.
                """,
            zh: """
                按责任单位汇总时，字段写法不同的事项会被漏掉。
                """),
        mend: Localized(
            en: """
                Spell the field as the register does, or add it to the register's `fields`, with `?`
                behind it where items may leave it out.
                """,
            zh: """
                按台账的写法更正字段，或将它加入台账的 `字段`；可不写的字段后加 `?`。
                """))

    private static let registerRequired = CheckPage(
        "register/required",
        title: Localized(en: "an item that lacks something", zh: "事项缺项"),
        says: Localized(
            en: """
                An item does not say a field that its register lists without `?`, has no unit, or has
                no state. Without a unit it counts nowhere, without a state it has not begun.
                """,
            zh: """
                事项没有写台账列出的（未加 `?` 的）字段，没有单位，或没有状态。没有单位则无处计入，没有
                状态则尚未开始。
                """),
        example: .ledger(
            Localized(
                en: """
                    unit North
                    register problems
                        states assigned -> solved
                        fields category, owner, note?
                    item problems 17  Power shortage
                        unit North
                        category energy
                        2013-02-20 assigned
                    """,
                zh: """
                    单位 北镇
                    台账 难题
                        状态 交办 -> 办结
                        字段 分类, 责任单位, 备注?
                    事项 难题 17  用电容量不足
                        单位 北镇
                        分类 要素保障
                        2013-02-20 交办
                    """)),
        why: Localized(
            en: """
                A problem that nobody owns is solved by nobody.
                """,
            zh: """
                没有责任单位的难题，没有人会去解决。
                """),
        mend: Localized(
            en: """
                Write what is missing; or write `owner?` in the register's `fields`, if items may do
                without.
                """,
            zh: """
                补写所缺内容；若确可不写，请在台账的 `字段` 中写作 `责任单位?`。
                """))
}
