import Diagnostics

extension CheckPage {
    /// Of what a ledger's own formulas say.
    static let formulas = [
        CheckPage(
            "claim/value",
            title: Localized(
                en: "a stated value that does not follow from the formula",
                zh: "所报数与公式不符"),
            says: Localized(
                en: """
                    An indicator that is computed by a formula also has a figure, and whatever the exact
                    values of the operands are, within their rounding, the formula does not give it.
                    """,
                zh: """
                    由公式计算的指标另有所报数；无论各项在其舍入范围内取何值，公式都得不出该数。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        indicators  measure 万元
                            Exports
                            Trade
                        indicator Export ratio = Exports / Trade
                            measure %
                        2013  North
                            Exports       340
                            Trade         500
                            Export ratio  70%
                        """,
                    zh: """
                        指标组  计量 万元
                            出口额
                            进出口总额
                        指标 出口占比 = 出口额 / 进出口总额
                            计量 %
                        2013年  北镇
                            出口额      340
                            进出口总额  500
                            出口占比    70%
                        """)),
            why: Localized(
                en: """
                    A share or a rate that is typed by hand is easily left standing when the numbers below
                    it change. Reports show it as it was reported.
                    """,
                zh: """
                    手填的占比、比率，在分子分母改动后往往忘了更新。报表仍按所报数显示。
                    """),
            mend: Localized(
                en: """
                    Correct the figure or the operand, or delete the figure: the value is computed wherever
                    the operands are known.
                    """,
                zh: """
                    更正该数或其各项；也可删去该数，各项已知时会自动算出。
                    """)),
        CheckPage(
            "rule",
            title: Localized(
                en: "a rule of the ledger is broken (rule/NAME)",
                zh: "不符合台账自定的规则（rule/名称）"),
            says: Localized(
                en: """
                    A `rule` of the ledger does not hold for a unit in a period, whatever the exact values
                    are. Without `each` it is held wherever one of its indicators is stated; a longer period
                    is not told again where a shorter one inside it was. The code is `rule/` and the
                    rule's name; `--only rule` takes all of them.
                    """,
                zh: """
                    台账中的一条 `规则` 在某单位某期间不成立，无论各数在其舍入范围内取何值。未写 `每` 时，凡报有其中
                    某项指标之处都要检查；较短期间已报的，所在的较长期间不再重复。代码为 `rule/` 加规则名称，
                    `--only rule` 可选全部规则。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        indicators  measure 万元
                            Exports
                            Trade
                        rule exports-within-trade  Exports <= Trade
                        2013  North
                            Exports  540
                            Trade    500
                        """,
                    zh: """
                        指标组  计量 万元
                            出口额
                            进出口总额
                        规则 出口不超过进出口  出口额 <= 进出口总额
                        2013年  北镇
                            出口额      540
                            进出口总额  500
                        """)),
            why: Localized(
                en: """
                    Somebody who knows these numbers wrote the rule down so that it need not be
                    remembered.
                    """,
                zh: """
                    规则是熟悉这些数的人写下的，免得每次都要记着去核对。
                    """),
            mend: Localized(
                en: """
                    Correct the figure, or the rule: `warn` makes it a warning, `where kind = …` limits it
                    to some units, `each year` to whole years. A missing figure breaks no rule unless it
                    says `missing zero`.
                    """,
                zh: """
                    更正数据或规则：`提醒` 使其仅为警告，`其中 类别 = …` 限定单位，`每年` 只看整年。缺数不算违规，
                    除非规则写明 `缺报 零`。
                    """)),
        CheckPage(
            "assert",
            title: Localized(
                en: "an assertion is false",
                zh: "断言不成立"),
            says: Localized(
                en: """
                    What an `assert` line says of one unit and period is false, whatever the exact values
                    are. Under each side stands what it comes to.
                    """,
                zh: """
                    `断言` 一行对某单位某期间所说的不成立，无论各数在其舍入范围内取何值。两边之下各注明其值。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        indicators  measure 万元
                            Exports
                            Trade
                        2013  North
                            Exports  340
                            Trade    500
                        assert 2013  North  Exports / Trade >= 75%
                        """,
                    zh: """
                        指标组  计量 万元
                            出口额
                            进出口总额
                        2013年  北镇
                            出口额      340
                            进出口总额  500
                        断言 2013年  北镇  出口额 / 进出口总额 >= 75%
                        """)),
            why: Localized(
                en: """
                    A sentence of a report that was true when it was written may have become false with a
                    later correction.
                    """,
                zh: """
                    总结里的一句话，写的时候成立，后来数据一更正就可能不再成立。
                    """),
            mend: Localized(
                en: """
                    Correct the sentence and the assertion, or the figure. `taizhang explain` shows where
                    either side comes from.
                    """,
                zh: """
                    更正文稿与断言，或更正数据。`taizhang explain` 可说明任何一边的来历。
                    """)),
    ]
}
