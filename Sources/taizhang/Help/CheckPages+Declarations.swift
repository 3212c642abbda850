import Diagnostics

extension CheckPage {
    /// Of declarations and files.
    static let declarations = [
        CheckPage(
            "syntax/declaration",
            title: Localized(
                en: "a declaration that cannot be read",
                zh: "声明无法读取"),
            says: Localized(
                en: """
                    The line of a unit, indicator, measure, phase, register or item says something
                    that is not understood there: a word that is not one of those that may stand
                    behind the keyword, a name that is missing, text where the line should end, or
                    something else than the same declaration said before.
                    """,
                zh: """
                    单位、指标、计量、序时、台账或事项的声明里有无法理解之处：关键词之后的词不在可用
                    之列、缺少名称、该结束的行还有内容，或与同一声明前面所写不一致。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        indicator Output
                            measure 万元
                            nature flwo
                        """,
                    zh: """
                        指标 产值
                            计量 万元
                            性质 流两
                        """)),
            why: Localized(
                en: """
                    A declaration decides how figures add up. If `stock` were misread as `flow`, every
                    year would be the sum of its months.
                    """,
                zh: """
                    声明决定数据如何汇总。若把存量误作流量，全年数就成了各月之和。
                    """),
            mend: Localized(
                en: """
                    Take one of the words that the message lists. Remarks go behind ` ;` or `|`.
                    """,
                zh: """
                    改用提示中列出的词。说明文字写在 ` ；` 或 `|` 之后。
                    """)),
        CheckPage(
            "syntax/field",
            title: Localized(
                en: "a field without a value, or one that looks like a keyword",
                zh: "字段没有值，或像是写错的关键词"),
            says: Localized(
                en: """
                    Any `key value` line of a unit is a field to group and filter by. A key without a
                    value is an error; where it is what another key chooses, as `flow` is of `nature`,
                    the whole line is suggested. A key that is one or two letters away from a keyword is
                    a warning: `closd 2015-12` would otherwise be a field of your own, and the unit
                    would never close.
                    """,
                zh: """
                    单位的任何“字段 值”行都可用于分组和筛选。只有字段没有值是错误；如果它是别的关键词
                    可选的词（如 `性质` 的 `流量`），则提示整行。字段与关键词只差一两个字母时给出警告：
                    否则 `closd 2015-12` 会成为自定字段，单位便永不撤销。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        unit North
                            closd 2015-12
                        """,
                    zh: """
                        单位 北镇
                            closd 2015-12
                        """)),
            why: Localized(
                en: """
                    A declaration that is silently taken for something else changes results far away.
                    """,
                zh: """
                    声明被悄悄当成别的内容，会影响远处的结果。
                    """),
            mend: Localized(
                en: """
                    Correct the keyword. If it is a field of your own, put its key in quotes: quoted
                    keys are never questioned.
                    """,
                zh: """
                    更正关键词。若确是自定字段，请给字段名加引号，此后不再提示。
                    """)),
        CheckPage(
            "syntax/formula",
            title: Localized(
                en: "a formula that cannot be read",
                zh: "公式无法读取"),
            says: Localized(
                en: """
                    A formula is made of indicators, numbers with measures, + - * /, brackets and
                    functions such as yoy(x). A rule or an assertion compares two sides with =, <=,
                    >=, < or >.
                    """,
                zh: """
                    公式由指标、带计量的数、+ - * /、括号和 同比(x) 等函数组成。规则和断言用 =、<=、
                    >=、<、> 比较两边。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        indicator Margin = Profit / (Revenue
                            measure %
                        """,
                    zh: """
                        指标 出口占比 = 出口额 / (进出口总额
                            计量 %
                        """)),
            why: Localized(
                en: """
                    The indicator or the rule does not count until it can be read.
                    """,
                zh: """
                    在能读取之前，该指标或规则不起作用。
                    """),
            mend: Localized(
                en: """
                    Look where the mark stands: a bracket, a name or an operator is missing there.
                    A name that holds an operator after a blank is written in quotes.
                    """,
                zh: """
                    查看标记之处：通常缺少括号、名称或运算符。名称里空格之后有运算符的，请加引号。
                    """)),
        CheckPage(
            "syntax/include",
            title: Localized(
                en: "an include that finds nothing, or must not be followed",
                zh: "include 找不到文件，或不可引用"),
            says: Localized(
                en: """
                    `include PATTERN` names files relative to the file that says it. A pattern that
                    matches nothing, a file that cannot be read, a circle of includes, and a file
                    outside the folder of the first file are errors.
                    """,
                zh: """
                    `包含 路径` 以所在文件的文件夹为起点。没有匹配的文件、文件无法读取、循环包含，
                    以及引用首个文件所在文件夹之外的文件，都是错误。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        include 2013/*.taizhang
                        """,
                    zh: """
                        包含 2013/*.taizhang
                        """)),
            why: Localized(
                en: """
                    A part of the ledger that is not read leaves sums too small without a word.
                    """,
                zh: """
                    台账有一部分没有读到，合计就会悄悄偏小。
                    """),
            mend: Localized(
                en: """
                    Correct the pattern: `*` and `?` match inside a folder, `**` across folders. To
                    read from elsewhere on purpose, run with `--allow-outside`.
                    """,
                zh: """
                    更正路径：`*` 和 `?` 在一个文件夹内匹配，`**` 可跨文件夹。若确要引用别处的文件，
                    请加 `--allow-outside`。
                    """)),
        CheckPage(
            "syntax/empty",
            title: Localized(
                en: "a file that says nothing",
                zh: "文件没有内容"),
            says: Localized(
                en: """
                    A file without a single block. For the whole ledger this is an error; for one of
                    its files it is a warning.
                    """,
                zh: """
                    文件中一个块也没有。整个台账如此是错误，其中一个文件如此是警告。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        ; nothing here yet
                        """,
                    zh: """
                        ; 这里还什么也没有
                        """)),
            why: Localized(
                en: """
                    An empty file is mostly a save that went wrong, or the wrong file.
                    """,
                zh: """
                    空文件多半是保存失败，或者弄错了文件。
                    """),
            mend: Localized(
                en: """
                    Restore the file, take its name out of the `include`, or write the first block: a
                    period and a unit at the margin, and figures indented below.
                    """,
                zh: """
                    恢复文件，或从 `包含` 中去掉它，或写下第一个块：行首写期间和单位，其下缩进写数据。
                    """)),
    ]
}
