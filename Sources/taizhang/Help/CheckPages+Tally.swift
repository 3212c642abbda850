import Diagnostics

extension CheckPage {
    /// Of cells, the law of the three trees, and slips.
    static let tally = [
        CheckPage(
            "cell/duplicate",
            title: Localized(
                en: "the same figure twice",
                zh: "同一数据写了两次"),
            says: Localized(
                en: """
                    Two lines state the same indicator, unit and period with the same status, and
                    neither revises the other. Where they agree the narrower one stands; where they do
                    not, none is used until this is mended.
                    """,
                zh: """
                    两行写的是同一指标、同一单位、同一期间、同一状态的数据，又不是修订。两者相容时采用
                    较精确的一个；不相容时，更正之前都不采用。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        2013-Q1  North
                            Output  340 万元
                            Output  430 万元
                        """,
                    zh: """
                        2013年一季度  北镇
                            产值  340 万元
                            产值  430 万元
                        """)),
            why: Localized(
                en: """
                    Which of the two is right cannot be known, and taking the last would hide a slip.
                    """,
                zh: """
                    无从知道哪个正确；一律取后者会掩盖笔误。
                    """),
            mend: Localized(
                en: """
                    Delete one. If the later one replaces the earlier, head its block with
                    `revise 2013-Q1 North on 2013-06-30`. If one is preliminary, mark its header: `!`.
                    """,
                zh: """
                    删去一个。若后者是更正，块头写 `修订 2013年一季度 北镇 于 2013-06-30`；若其中一个是
                    初步数，请在其块头加 `!`。
                    """)),
        CheckPage(
            "tally/time",
            title: Localized(
                en: "parts and whole of time disagree",
                zh: "时间上的部分与整体不符"),
            says: Localized(
                en: """
                    Months, quarters, halves, years and cumulative figures of one series must tally,
                    within the rounding of the numbers as written. The smallest set of lines that
                    contradict each other is shown. For a stock, readings of the same day must agree.
                    """,
                zh: """
                    同一数列的月、季、半年、年和累计数必须相符，误差不超过所写数字的舍入。提示列出相互
                    矛盾的最少几行。对存量，同一天的读数必须一致。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        2013-01  North
                            Output  100 万元
                        2013-02..03  North
                            Output  235 万元
                        2013-Q1  North
                            Output  345 万元
                        """,
                    zh: """
                        2013年1月  北镇
                            产值  100 万元
                        2013年2-3月  北镇
                            产值  235 万元
                        2013年一季度  北镇
                            产值  345 万元
                        """)),
            why: Localized(
                en: """
                    One of the numbers is wrong, or the periods do not mean what they say (a month
                    where a cumulative figure was meant).
                    """,
                zh: """
                    其中必有一数有误，或期间写错（例如把累计数写成当月数）。
                    """),
            mend: Localized(
                en: """
                    The message says what each number would have to be. Is a cumulative figure headed
                    as a month? Write 2013-01..05. Were earlier months corrected later? Head the
                    correction `revise`. Do the periods simply not add up? `over-time none`. Is it the
                    value at the period's end? `nature stock`.
                    """,
                zh: """
                    提示给出每个数应为多少。若累计数写成了当月，请写 2013年1-5月；若前期数后来有更正，
                    请用 `修订`；若各期本不可加，请声明 `时间汇总 无`；若是期末数，请声明 `性质 存量`。
                    """)),
        CheckPage(
            "tally/unit",
            title: Localized(
                en: "sub-units and their unit disagree",
                zh: "下级合计与上级不符"),
            says: Localized(
                en: """
                    For an indicator that is summed over units, the sub-units must make their unit,
                    within rounding, wherever all of them are known. Where some are missing, or the
                    unit is `incomplete`, their sum must not exceed it.
                    """,
                zh: """
                    按单位加总的指标，下级全部已知时，其合计必须等于上级（舍入误差之内）。下级不全，或
                    上级声明为 `不全` 时，合计不得大于上级。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        units District
                            North
                            South
                        2013-Q1  North
                            Output  340 万元
                        2013-Q1  South
                            Output  120 万元
                        2013-Q1  District
                            Output  500 万元
                        """,
                    zh: """
                        单位组 全区
                            北镇
                            南镇
                        2013年一季度  北镇
                            产值  340 万元
                        2013年一季度  南镇
                            产值  120 万元
                        2013年一季度  全区
                            产值  500 万元
                        """)),
            why: Localized(
                en: """
                    A difference means a number with a slip in it, or a unit that nobody named.
                    """,
                zh: """
                    有差额，说明某个数有误，或有单位没有列出。
                    """),
            mend: Localized(
                en: """
                    Mend the number. If the unit has sub-units that this ledger does not name, say
                    `incomplete` in its declaration; if they overlap or do not cover it, say
                    `over-units cover` or `none` in the indicator's; a unit that stands beside the
                    tree is `apart`.
                    """,
                zh: """
                    更正数字。若上级还有本台账未列的下级，请声明 `不全`；若下级有重叠或不能覆盖上级，
                    请在指标中声明 `汇总 不全含` 或 `不汇总`；不参与汇总的单位声明 `单列`。
                    """)),
        CheckPage(
            "tally/parts",
            title: Localized(
                en: "parts of an indicator and the indicator disagree",
                zh: "指标的构成与总量不符"),
            says: Localized(
                en: """
                    `parts` of an indicator must make it, within rounding; what it `includes` must not
                    exceed it. This holds for every unit and period where all of them are known.
                    """,
                zh: """
                    指标的 `构成` 之和必须等于总量（舍入误差之内）；`其中` 项不得大于总量。凡各项已知的
                    单位和期间都要成立。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        indicator Trade
                            measure 万元
                            parts Exports + Imports
                        indicator Exports
                            measure 万元
                        indicator Imports
                            measure 万元
                        2013-Q1  North
                            Exports  30 万元
                            Imports  10 万元
                            Trade    45 万元
                        """,
                    zh: """
                        指标 进出口总额
                            计量 万元
                            构成 出口额 + 进口额
                        指标 出口额
                            计量 万元
                        指标 进口额
                            计量 万元
                        2013年一季度  北镇
                            出口额      30 万元
                            进口额      10 万元
                            进出口总额  45 万元
                        """)),
            why: Localized(
                en: """
                    Reports that quote a part and a whole that do not fit are found out by their
                    readers.
                    """,
                zh: """
                    部分与总量对不上的报告，迟早会被读者发现。
                    """),
            mend: Localized(
                en: """
                    Mend the number. If there are parts that the ledger does not name, declare the
                    named ones with `includes` in place of `parts`.
                    """,
                zh: """
                    更正数字。若还有未列出的部分，请把 `构成` 改为 `其中`。
                    """)),
        CheckPage(
            "suspicious/jump",
            title: Localized(
                en: "a figure about 10 or 10,000 times its neighbours",
                zh: "数据约为相邻各期的 10 倍或 10,000 倍"),
            says: Localized(
                en: """
                    A warning, never an error: the figure is possible, but looks like a digit too many
                    or too few, or like 万 written for 亿. What was as far out a year ago is taken for
                    seasonal.
                    """,
                zh: """
                    只是警告，不是错误：数据有可能属实，但像是多写或少写了一位，或把万、亿弄混。一年前
                    同样突出的视为季节性。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        2013-01  North
                            Output  100.5 万元
                        2013-02  North
                            Output  1020 万元
                        2013-03  North
                            Output  101.7 万元
                        """,
                    zh: """
                        2013年1月  北镇
                            产值  100.5 万元
                        2013年2月  北镇
                            产值  1020 万元
                        2013年3月  北镇
                            产值  101.7 万元
                        """)),
            why: Localized(
                en: """
                    Such slips pass every sum when the whole was typed from the same source.
                    """,
                zh: """
                    若总数抄自同一来源，这类笔误能通过所有加总检查。
                    """),
            mend: Localized(
                en: """
                    Compare with the source. If the figure is right, nothing needs to be done; `check
                    --skip suspicious/jump` leaves these warnings out.
                    """,
                zh: """
                    与来源核对。若无误，可不处理；`check --skip suspicious/jump` 可不显示此类警告。
                    """)),
        CheckPage(
            "suspicious/sign",
            title: Localized(
                en: "a negative figure where none was to be expected",
                zh: "出现意外的负数"),
            says: Localized(
                en: """
                    A warning: an indicator that does not say it is `signed` has a negative figure.
                    From then on the laws that a part is at most the whole are not applied to it.
                    """,
                zh: """
                    警告：未声明 `可负` 的指标出现负数。此后，“部分不大于总量”之类的检查对它不再适用。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        2013-Q1  North
                            Output  -340 万元
                        """,
                    zh: """
                        2013年一季度  北镇
                            产值  -340 万元
                        """)),
            why: Localized(
                en: """
                    A stray minus halves nothing and doubles nothing that anyone would notice, but
                    turns a sum wrong by twice the figure.
                    """,
                zh: """
                    多写一个负号不易察觉，却会让合计差出两倍的数额。
                    """),
            mend: Localized(
                en: """
                    Take the sign away, or declare the indicator `signed` (profit, net increase).
                    A dash for “not available” stands alone: `-`.
                    """,
                zh: """
                    去掉负号；若指标可以为负（利润、净增），请声明 `可负`。表示暂缺的 `-` 要单独写。
                    """)),
        CheckPage(
            "suspicious/target",
            title: Localized(
                en: "a target with a plus that is no change",
                zh: "目标带加号，却不是增量"),
            says: Localized(
                en: """
                    A warning: a target has a `+` before its number and is read as a level all the
                    same. Only `%` on an amount, and points on a percentage, are a change on last year.
                    """,
                zh: """
                    警告：目标的数前有 `+`，但仍按水平数读取。只有总量指标写 `%`、百分比指标写百分点时，才是比上年的变动。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        target 2013  North
                            Enterprises  +4 家
                        """,
                    zh: """
                        目标 2013年  北镇
                            规上企业  +4 家
                        """)),
            why: Localized(
                en: """
                    Who asks for four more and is read as asking for four will see the target reached
                    many times over.
                    """,
                zh: """
                    本意是净增 4 家，读成总数 4 家，完成率就会高得离谱。
                    """),
            mend: Localized(
                en: """
                    Write the level without a sign, or the change in per cent: `+5%`. A net increase is
                    an indicator of its own; declared `signed`, its targets may have a plus.
                    """,
                zh: """
                    水平数不带加号；变动写成百分比：`+5%`。净增可另设指标，声明 `可负` 后，目标可带加号。
                    """)),
        CheckPage(
            "suspicious/falling",
            title: Localized(
                en: "a cumulative figure that falls",
                zh: "累计数下降"),
            says: Localized(
                en: """
                    A warning: of two cumulative figures from the same day the longer one is smaller,
                    though the indicator is not `signed`.
                    """,
                zh: """
                    警告：同一起点的两个累计数，期间较长的反而较小，而指标并未声明 `可负`。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        2013-01..03  North
                            Output  340 万元
                        2013-01..04  North
                            Output  310 万元
                        """,
                    zh: """
                        2013年1-3月  北镇
                            产值  340 万元
                        2013年1-4月  北镇
                            产值  310 万元
                        """)),
            why: Localized(
                en: """
                    The month between would be negative. Mostly a month was typed as cumulative, or the
                    earlier figure was corrected without a revision.
                    """,
                zh: """
                    中间那个月会成为负数。多半是把当月数写成了累计数，或前期数更正后没有写修订。
                    """),
            mend: Localized(
                en: """
                    Correct the period or the number, write a `revise` block for the earlier one, or
                    declare the indicator `signed`.
                    """,
                zh: """
                    更正期间或数字，或为前期数写 `修订` 块，或声明指标 `可负`。
                    """)),
    ]
}
