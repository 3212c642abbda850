import Diagnostics

extension CheckPage {
    /// Of measures.
    static let measures = [
        CheckPage(
            "measure/unknown",
            title: Localized(
                en: "a measure that is not known",
                zh: "计量未知"),
            says: Localized(
                en: """
                    The word after a number is neither a built-in measure nor one that the ledger
                    declares.
                    """,
                zh: """
                    数字之后的词既不是内置计量，也不是台账声明过的计量。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        2013-Q1  North
                            Output  340 万圆
                        """,
                    zh: """
                        2013年一季度  北镇
                            产值  340 万圆
                        """)),
            why: Localized(
                en: """
                    Without knowing the measure nothing can be added or compared; the figure is not
                    used.
                    """,
                zh: """
                    不知道计量，就无法相加或比较，该数据不采用。
                    """),
            mend: Localized(
                en: """
                    Correct it, or declare it: `measure 担`, or with its size, `measure 担 = 50 千克`.
                    A ratio measure is written `万元/户` and needs no declaration.
                    """,
                zh: """
                    更正它，或声明它：`计量 担`，或写明大小 `计量 担 = 50 千克`。比值计量写作 `万元/户`，
                    无须声明。
                    """)),
        CheckPage(
            "measure/mismatch",
            title: Localized(
                en: "a measure that cannot be converted",
                zh: "计量不能换算"),
            says: Localized(
                en: """
                    An indicator is measured in one dimension. A figure in another cannot be
                    converted: tonnes into yuan, dollars into yuan (currencies never convert), a
                    growth claim that is not in %.
                    """,
                zh: """
                    一个指标只有一种量纲。别的量纲无法换算：吨与元、美元与元（货币之间从不换算）、
                    不以 % 计的增速论断。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        indicator Output
                            measure 万元
                        2013-Q1  North
                            Output  340 吨
                        """,
                    zh: """
                        指标 产值
                            计量 万元
                        2013年一季度  北镇
                            产值  340 吨
                        """)),
            why: Localized(
                en: """
                    The figure is not used: a sum of yuan and tonnes would mean nothing.
                    """,
                zh: """
                    该数据不采用：元与吨之和没有意义。
                    """),
            mend: Localized(
                en: """
                    Correct the measure of the line or of the declaration. Sometimes the figure stands
                    on the line of the wrong indicator.
                    """,
                zh: """
                    更正该行或声明中的计量。有时是数据写到了别的指标行上。
                    """)),
        CheckPage(
            "measure/points",
            title: Localized(
                en: "percentages mixed with percentage points",
                zh: "百分比与百分点混用"),
            says: Localized(
                en: """
                    % and percentage points are different measures. A rate or a share is in %; the
                    difference of two rates is in points.
                    """,
                zh: """
                    % 与百分点是两种计量。比率和占比用 %，两个比率之差用百分点。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        indicator Margin
                            measure %
                        2013-Q1  North
                            Margin  2.1 pp
                        """,
                    zh: """
                        指标 出口占比
                            计量 %
                        2013年一季度  北镇
                            出口占比  2.1 百分点
                        """)),
            why: Localized(
                en: """
                    From 20% to 22% is a growth of 10%, or of 2 points. Whoever mixes them misses the
                    target by a factor of five.
                    """,
                zh: """
                    由 20% 到 22%，是增长 10%，也是提高 2 个百分点。混用会差出数倍。
                    """),
            mend: Localized(
                en: """
                    Write the measure that is meant. The growth of an indicator that is itself a % is
                    claimed in points: `yoy +2.1 pp`.
                    """,
                zh: """
                    写出真正的计量。本身以 % 计的指标，其增减以百分点论：`同比 +2.1 百分点`。
                    """)),
        CheckPage(
            "measure/conflict",
            title: Localized(
                en: "two meanings of one measure",
                zh: "同一计量有两种含义"),
            says: Localized(
                en: """
                    Two declarations, or a declaration and a built-in measure, give different sizes to
                    the same measure, directly or by way of others; or a ratio is measured in one of
                    its own sides.
                    """,
                zh: """
                    两处声明，或声明与内置计量，对同一计量给出不同的大小；可能是直接的，也可能经由别的
                    计量推出。比值又以自己的一项来计，也是如此。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        measure 亿元 = 1000 万元
                        """,
                    zh: """
                        计量 亿元 = 1000 万元
                        """)),
            why: Localized(
                en: """
                    Every figure in it would have two values.
                    """,
                zh: """
                    以它计的每个数据都会有两个值。
                    """),
            mend: Localized(
                en: """
                    Correct the number or take the declaration away; built-in measures need none. For
                    a measure of your own choose a name that is free.
                    """,
                zh: """
                    更正数字，或删去该声明；内置计量无须声明。自定计量请另取名称。
                    """)),
    ]
}
