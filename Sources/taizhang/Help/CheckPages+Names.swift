import Diagnostics

extension CheckPage {
    /// Of names.
    static let names = [
        CheckPage(
            "name/undeclared",
            title: Localized(
                en: "a name that is not declared",
                zh: "名称未声明"),
            says: Localized(
                en: """
                    A ledger that declares units (or indicators) knows no others. A name that is not
                    among them is an error that shows the nearest declared names, and its figures
                    are not used.
                    """,
                zh: """
                    台账一旦声明了单位（或指标），就只认这些名称。其他名称是错误，提示会给出最接近
                    的名称；相应的数据不采用。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        unit North
                        2013-Q1  Nroth
                            Output  340 万元
                        """,
                    zh: """
                        单位 北镇
                        2013年一季度  北真
                            产值  340 万元
                        """)),
            why: Localized(
                en: """
                    Taken as it stands, a slip of the keyboard would be a new unit: its figures would
                    be missing where they belong, and nobody would notice.
                    """,
                zh: """
                    如果照单全收，笔误就成了新单位：数据在该在的地方缺失，却无人察觉。
                    """),
            mend: Localized(
                en: """
                    Correct the name, add it as an `alias`, or declare it. A ledger that declares none
                    at all takes names as they come; `taizhang declare` writes the declarations that
                    it would need.
                    """,
                zh: """
                    更正名称，或把它列为 `别名`，或声明它。完全不作声明的台账照用任何名称；
                    `taizhang declare` 可生成所需的声明。
                    """)),
        CheckPage(
            "name/duplicate",
            title: Localized(
                en: "a name declared twice",
                zh: "名称重复声明"),
            says: Localized(
                en: """
                    The same unit, indicator, register or rule is declared in two places, or two items
                    of a register have one id; the second of these does not count.
                    """,
                zh: """
                    同一个单位、指标、台账或规则在两处声明，或同一台账的两个事项编号相同（后一个不计入）。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        unit North
                        unit North
                        """,
                    zh: """
                        单位 北镇
                        单位 北镇
                        """)),
            why: Localized(
                en: """
                    The two may say different things, and which one counts would depend on the order
                    of files.
                    """,
                zh: """
                    两处可能说法不同，以哪一处为准就会取决于文件顺序。
                    """),
            mend: Localized(
                en: """
                    Keep one of them and put all its lines there. For two units that share a name,
                    write their paths: `unit East:North` and `unit West:North`.
                    """,
                zh: """
                    只留一处，把各行写在一起。若确是同名的两个单位，请写路径：`单位 东区:北镇` 和
                    `单位 西区:北镇`。
                    """)),
        CheckPage(
            "name/ambiguous",
            title: Localized(
                en: "a name that several units have",
                zh: "名称对应多个单位"),
            says: Localized(
                en: """
                    A unit may be called by any tail of its path that only one unit has. This tail
                    belongs to several.
                    """,
                zh: """
                    单位可用路径的末段来称呼，只要末段唯一。这个末段属于多个单位。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        unit East:North
                        unit West:North
                        2013-Q1  North
                            Output  340 万元
                        """,
                    zh: """
                        单位 东区:北镇
                        单位 西区:北镇
                        2013年一季度  北镇
                            产值  340 万元
                        """)),
            why: Localized(
                en: """
                    Choosing one would put figures on the wrong unit.
                    """,
                zh: """
                    随意选一个，数据就可能记到别的单位头上。
                    """),
            mend: Localized(
                en: """
                    Write as much of the path as makes it unique; the message lists the candidates.
                    Or give one of the units an `alias`.
                    """,
                zh: """
                    写出足以区分的路径，提示中列有候选；或给其中一个单位起 `别名`。
                    """)),
        CheckPage(
            "name/confusable",
            title: Localized(
                en: "two names that look alike",
                zh: "两个名称看起来相同"),
            says: Localized(
                en: """
                    Two declared names differ only in the width of their characters (ＧＤＰ and GDP) or
                    in how accents are composed.
                    """,
                zh: """
                    两个已声明的名称只在全角半角（ＧＤＰ 与 GDP）或字符组合方式上不同。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        indicator GDP
                        indicator ＧＤＰ
                        """,
                    zh: """
                        指标 GDP
                        指标 ＧＤＰ
                        """)),
            why: Localized(
                en: """
                    Nobody can tell them apart on paper, and figures spread over both.
                    """,
                zh: """
                    纸面上无法分辨，数据却分散在两处。
                    """),
            mend: Localized(
                en: """
                    Write both the same way, or make one an `alias` of the other.
                    """,
                zh: """
                    统一写法，或把其中一个列为另一个的 `别名`。
                    """)),
        CheckPage(
            "name/circle",
            title: Localized(
                en: "something that would lie under itself",
                zh: "隶属于自身"),
            says: Localized(
                en: """
                    A unit lies under itself by way of declared paths, or is merged into itself, or an
                    indicator is a part of itself. A unit more than 256 levels deep is taken for a slip
                    of this kind.
                    """,
                zh: """
                    按声明的路径，单位隶属于自身，或并入自身；或指标是自身的构成部分。超过 256 级的
                    单位视同此类笔误。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        indicator Trade
                            parts Exports + Imports
                        indicator Exports
                            parts Trade + Services
                        indicator Imports
                        indicator Services
                        """,
                    zh: """
                        指标 进出口总额
                            构成 出口额 + 进口额
                        指标 出口额
                            构成 进出口总额 + 服务出口
                        指标 进口额
                        指标 服务出口
                        """)),
            why: Localized(
                en: """
                    A whole that is inside one of its parts has no sum.
                    """,
                zh: """
                    总量若在自己的部分之中，就无法求和。
                    """),
            mend: Localized(
                en: """
                    Look at the declarations along the circle; one of them has whole and part the
                    wrong way round. Paths name the whole first.
                    """,
                zh: """
                    沿着循环查看各项声明，其中一处把整体与部分写反了。路径应先写上级。
                    """)),
        CheckPage(
            "name/outside-life",
            title: Localized(
                en: "figures of a unit that did not exist then",
                zh: "单位当时并不存在，却有数据"),
            says: Localized(
                en: """
                    A unit that says `opened` or `closed` has a life; both months belong to it. A
                    figure for a period wholly outside is an error, and so is a unit that closes
                    before it opens, and a line of an item in the unit on a day outside. An item
                    that is not done with and stays in a unit that has closed is a warning, as it
                    counts there no more.
                    """,
                zh: """
                    写明 `设立` 或 `撤销` 的单位有存续期，首尾两月都在内。完全在存续期之外的数据是错误；
                    撤销早于设立也是错误；事项在存续期之外的某日属于该单位，同样是错误。
                    单位撤销后，未办结的事项仍留在其中，则为警告，因为此后不再计入该单位。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        unit North
                            closed 2012-12
                        2013-Q1  North
                            Output  340 万元
                        """,
                    zh: """
                        单位 北镇
                            撤销 2012-12
                        2013年一季度  北镇
                            产值  340 万元
                        """)),
            why: Localized(
                en: """
                    Either the figure belongs to another unit or year, or the life is wrong; both
                    change the sums above.
                    """,
                zh: """
                    要么数据属于别的单位或年份，要么存续期写错了；两者都会影响上级合计。
                    """),
            mend: Localized(
                en: """
                    Correct the period, the unit, or the `opened` or `closed` line. For units that
                    were merged, write the figure under the successor, and move the items to it.
                    """,
                zh: """
                    更正期间、单位，或 `设立`、`撤销` 的日期。已合并的单位，数据写在承接单位名下，事项移交给它。
                    """)),
    ]
}
