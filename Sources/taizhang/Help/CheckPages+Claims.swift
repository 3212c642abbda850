import Diagnostics

extension CheckPage {
    /// Of what sources say about figures.
    static let claims = [
        CheckPage(
            "claim/yoy",
            title: Localized(
                en: "growth on a year ago that does not follow",
                zh: "同比与数据不符"),
            says: Localized(
                en: """
                    A stated `yoy` must follow from this year's and last year's figure, within the
                    rounding of all three. The growth of a percentage is in points.
                    """,
                zh: """
                    所写的 `同比` 必须能由本年和上年的数算出，误差不超过三者的舍入。百分率的同比以百分点
                    计。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        2023  North
                            Output  108.0 万元
                        2024  North
                            Output  110.0 万元   yoy +8.0%
                        """,
                    zh: """
                        2023年  北镇
                            产值  108.0 万元
                        2024年  北镇
                            产值  110.0 万元   同比 +8.0%
                        """)),
            why: Localized(
                en: """
                    One of the three numbers is wrong, or the rate was computed on another basis than
                    the two levels.
                    """,
                zh: """
                    三个数必有一误，或增速并非按这两个数的口径计算。
                    """),
            mend: Localized(
                en: """
                    The message says what each of the three would have to be. Are official rates of
                    this indicator computed on a comparable basis? Declare `growth comparable`: then
                    the published rate stands, and the levels are not held against it. Was last year's
                    figure revised? Enter the revision with `revise`.
                    """,
                zh: """
                    提示给出三个数各应为多少。若该指标公布的增速按可比口径计算，请声明 `增速 可比口径`，
                    此后以公布为准，不与两年数值相比。若上年数已修订，请用 `修订` 补录。
                    """)),
        CheckPage(
            "claim/pop",
            title: Localized(
                en: "growth on the period before that does not follow",
                zh: "环比与数据不符"),
            says: Localized(
                en: """
                    A stated `pop` must follow from the figure of the period and that of the adjacent
                    one of the same length before it.
                    """,
                zh: """
                    所写的 `环比` 必须能由本期和相邻的上一期（等长）的数算出。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        2024-Q1  North
                            Output  100.0 万元
                        2024-Q2  North
                            Output  110.0 万元   pop +12.0%
                        """,
                    zh: """
                        2024年一季度  北镇
                            产值  100.0 万元
                        2024年二季度  北镇
                            产值  110.0 万元   环比 +12.0%
                        """)),
            why: Localized(
                en: """
                    One of the three numbers is wrong, or the growth is seasonally adjusted.
                    """,
                zh: """
                    三个数必有一误，或环比经过季节调整。
                    """),
            mend: Localized(
                en: """
                    The message says what each would have to be. Growth that does not follow from the
                    levels belongs to an indicator with `growth comparable`.
                    """,
                zh: """
                    提示给出各数应为多少。不由数值算出的增速，请声明 `增速 可比口径`。
                    """)),
        CheckPage(
            "claim/done",
            title: Localized(
                en: "a completion that does not follow",
                zh: "完成率与目标不符"),
            says: Localized(
                en: """
                    A stated `done` must be what was reached over what was asked: the target for that
                    very period, else the year's with the year to date. It holds if it fits the target
                    of any issuer. Without a target it makes one, and several must agree.
                    """,
                zh: """
                    所写的 `完成` 必须等于实绩除以目标：先用该期间自己的目标，否则用全年目标和年初以来
                    累计。与任何一个下达单位的目标相符即可。没有目标时由它推出目标，几个完成率必须一致。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        2024  North
                            Output  47.5 亿元   done 102.5%
                        target 2024  North
                            Output  48 亿元
                        """,
                    zh: """
                        2024年  北镇
                            产值  47.5 亿元   完成 102.5%
                        目标 2024年  北镇
                            产值  48 亿元
                        """)),
            why: Localized(
                en: """
                    The value, the target or the completion is wrong; or another target is meant.
                    """,
                zh: """
                    实绩、目标、完成率必有一误；或所指的是另一个目标。
                    """),
            mend: Localized(
                en: """
                    The message says what each would have to be. If another unit's target is meant,
                    enter it beside this one: `target 2024 City -> North`.
                    """,
                zh: """
                    提示给出各数应为多少。若所指是另一单位下达的目标，请一并写上：`目标 2024年 市 ->
                    北镇`。
                    """)),
        CheckPage(
            "claim/lead",
            title: Localized(
                en: "a lead over the schedule that does not follow",
                zh: "超序时与进度不符"),
            says: Localized(
                en: """
                    A stated `lead` must be the completion less the share of the target that is due, in
                    points: by quarterly targets, else by `phase`, else by the calendar in months.
                    """,
                zh: """
                    所写的 `超序时` 必须等于完成率减序时进度（百分点）。序时进度先按各季目标，再按
                    `序时`，否则按日历月份计算。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        2024-H1  North
                            Output  520 万元   lead +5.0 pp
                        target 2024  North
                            Output  1000 万元
                        """,
                    zh: """
                        2024年上半年  北镇
                            产值  520 万元   超序时 +5.0 百分点
                        目标 2024年  北镇
                            产值  1000 万元
                        """)),
            why: Localized(
                en: """
                    The value, the target or the lead is wrong, or another schedule is meant.
                    """,
                zh: """
                    实绩、目标、超序时必有一误，或所按的序时进度不同。
                    """),
            mend: Localized(
                en: """
                    Correct one of them, or say how the year's target falls: `phase Output 22 25 25 28`.
                    """,
                zh: """
                    更正其一，或写明全年目标的进度：`序时 产值 22 25 25 28`。
                    """)),
        CheckPage(
            "claim/share",
            title: Localized(
                en: "a share that does not follow",
                zh: "占比与数据不符"),
            says: Localized(
                en: """
                    A stated `share` must be the value over that of the parent unit, or over the named
                    indicator of the same unit: `share 61% of Investment`.
                    """,
                zh: """
                    所写的 `占比` 必须等于本数除以上级单位的数，或除以同一单位所指指标的数：
                    `占比 61% 占 投资`。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        2024  North
                            Output   40.0 万元   share 45.0% of Sales
                            Sales   100.0 万元
                        """,
                    zh: """
                        2024年  北镇
                            产值   40.0 万元   占比 45.0% 占 销售额
                            销售额 100.0 万元
                        """)),
            why: Localized(
                en: """
                    The part, the whole or the share is wrong, or the share is of something else.
                    """,
                zh: """
                    部分、总量、占比必有一误，或占的是别的总量。
                    """),
            mend: Localized(
                en: """
                    The message says what each would have to be. If the share is of another indicator,
                    name it behind `of`.
                    """,
                zh: """
                    提示给出各数应为多少。若占的是别的指标，请在 `占` 之后写明。
                    """)),
        CheckPage(
            "claim/rank",
            title: Localized(
                en: "a place in a ranking that the figures exclude",
                zh: "位次与数据不符"),
            says: Localized(
                en: """
                    A stated `rank` is held against the siblings of the same kind, in the direction in
                    which the indicator is better; equals share a place. It ranks what stands just
                    before it: the value, a growth or a completion. A sibling without a figure may
                    stand anywhere. It is judged only where the parent is not `incomplete`.
                    """,
                zh: """
                    所写的 `位次` 与同级、同类别的单位相比，按指标的方向排列，并列者同位。排的是它前面那
                    一项：数值、增速或完成率。没有数据的单位可能居任何位次。只有上级不是 `不全` 时才
                    核对。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        units District
                            North
                            South
                        indicator Output
                            measure 万元
                        2024  North
                            Output  340 万元   rank 1/2
                        2024  South
                            Output  430 万元
                        """,
                    zh: """
                        单位组 区
                            北镇
                            南镇
                        指标 产值
                            计量 万元
                        2024年  北镇
                            产值  340 万元   位次 1/2
                        2024年  南镇
                            产值  430 万元
                        """)),
            why: Localized(
                en: """
                    Whatever the rounding hides, the unit cannot stand there.
                    """,
                zh: """
                    无论怎样舍入，该单位都不可能居此位次。
                    """),
            mend: Localized(
                en: """
                    Correct the place or the figures. Is lower better? `better lower`. Is the ranking
                    among units that this ledger does not name? Declare their parent `incomplete`.
                    """,
                zh: """
                    更正位次或数据。若越低越好，请声明 `方向 越低越好`；若排位的单位未全部列入台账，请
                    声明其上级 `不全`。
                    """)),
    ]
}
