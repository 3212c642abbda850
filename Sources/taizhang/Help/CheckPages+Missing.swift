import Diagnostics

extension CheckPage {
    /// Of what was to be reported.
    static let missing = [
        CheckPage(
            "missing/figure",
            title: Localized(en: "expected but not reported", zh: "应报未报"),
            says: Localized(
                en: """
                    A warning, never an error: an indicator says `expected monthly by 10 …`, the day has
                    passed, and no figure covers the period. One message for each unit and indicator
                    names the periods. A report is expected from `since`, or else from the first period in
                    which anyone reported the indicator, while the unit lives, up to `until`. `n/a`,
                    `exempt` and `*` are answers; `-` and an estimate are not. The day is the system's,
                    or `--today`.
                    """,
                zh: """
                    只是警告，不是错误：指标写有 `应报 按月 期限 10 …`，期限已过，而没有数据涵盖该期。每个
                    单位、每个指标一条，列出各期。从 `自` 所写期间起（未写则从任一单位首次填报该指标的期间起）、在单位
                    存续期内、到 `至` 为止，均属应报。`不适用`、`免报`、`*` 算已报，`-` 和估计数不算。以系统日期或
                    `--today` 为准。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        unit North
                        unit South
                        indicator Output
                            measure 万元
                            expected monthly by 10
                        2013-01  North
                            Output  100 万元
                        2013-02  North
                            Output  102 万元
                        2013-03  North
                            Output  101 万元
                        2013-01  South
                            Output  80 万元
                        """,
                    zh: """
                        单位 北镇
                        单位 南镇
                        指标 产值
                            计量 万元
                            应报 按月 期限 10
                        2013年1月  北镇
                            产值  100 万元
                        2013年2月  北镇
                            产值  102 万元
                        2013年3月  北镇
                            产值  101 万元
                        2013年1月  南镇
                            产值  80 万元
                        """)),
            why: Localized(
                en: """
                    A total without South looks like a fall. The report shows `≥`; this says whom to ask.
                    """,
                zh: """
                    缺了南镇，合计看上去像是下降。报告以 `≥` 标明，这里指出该向谁催报。
                    """),
            mend: Localized(
                en: """
                    Report the figure, or write why there is none. If it is no longer to be reported, give
                    the `expected` line an `until`, or the unit a `closed`. `taizhang missing` lists all
                    that is owed, with the rates.
                    """,
                zh: """
                    补报数据，或写明无可报的原因。若不再要求填报，请给 `应报` 行写上 `至`，或给单位写上
                    `撤销`。`taizhang missing` 列出全部欠报和上报率。
                    """)),
        CheckPage(
            "missing/late",
            title: Localized(en: "reported after its due day", zh: "迟报"),
            says: Localized(
                en: """
                    A warning: the header says `on DATE`, and the day is past the one that the `expected`
                    line names. Where no header states a day, nothing is said. A later revision does not
                    make a report late.
                    """,
                zh: """
                    警告：块头写有 `于 日期`，而该日已过 `应报` 行的期限。没有写明日期的不作判断。事后修订
                    不算迟报。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        unit North
                        indicator Output
                            measure 万元
                            expected monthly by 10
                        2013-03  North  on 2013-04-15
                            Output  101 万元
                        """,
                    zh: """
                        单位 北镇
                        指标 产值
                            计量 万元
                            应报 按月 期限 10
                        2013年3月  北镇  于 2013年4月15日
                            产值  101 万元
                        """)),
            why: Localized(
                en: """
                    One late report holds up the total of everyone above.
                    """,
                zh: """
                    一家迟报，上级的合计都要等。
                    """),
            mend: Localized(
                en: """
                    There is nothing to mend if the day is right; `check --skip missing/late` leaves these
                    warnings out, and `taizhang missing --late` lists them.
                    """,
                zh: """
                    日期属实则不必处理；`check --skip missing/late` 可不显示此类警告，`taizhang missing
                    --late` 列出全部迟报。
                    """)),
    ]
}
