import Diagnostics

extension CheckPage {
    /// Of the text and of figures.
    static let syntax = [
        CheckPage(
            "syntax/encoding",
            title: Localized(
                en: "a file that is not UTF-8 text",
                zh: "文件不是 UTF-8 文本"),
            says: Localized(
                en: """
                    A ledger is UTF-8 text. A file with any other bytes in it (GB18030 or UTF-16 as
                    older office programs save it, or a NUL byte) is not read at all, so that no name
                    and no number is taken from bytes that may mean something else.
                    """,
                zh: """
                    台账是 UTF-8 文本。文件里若有其他编码的字节（例如旧办公软件保存的 GB18030、
                    UTF-16，或 NUL 字节），整个文件都不读取，以免把乱码当成名称和数字。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        2013-Q1  North\u{0}
                            Output  340
                        """,
                    zh: """
                        2013年一季度  北镇\u{0}
                            产值  340
                        """)),
            why: Localized(
                en: """
                    Read in the wrong encoding, two different names can look the same, and a figure
                    can be lost without a trace.
                    """,
                zh: """
                    编码读错时，不同的名称可能变得一样，数据也可能悄悄丢失。
                    """),
            mend: Localized(
                en: """
                    The message names the first such byte and, where the encoding can be guessed,
                    prints the `iconv` line that converts the file. Or open the file in an editor and
                    save it as UTF-8.
                    """,
                zh: """
                    提示会指出第一个出错的字节；能猜出编码时，还会给出转换文件的 `iconv` 命令。
                    也可以用编辑器打开后另存为 UTF-8。
                    """)),
        CheckPage(
            "syntax/line",
            title: Localized(
                en: "a line too long to be read",
                zh: "行太长，无法读取"),
            says: Localized(
                en: """
                    A line of more than a million bytes is passed over. Nobody types such a line: it
                    comes from a program that wrote no line ends, or from a file that is no ledger. A
                    file whose lines end in a carriage return alone would be one such line too.
                    """,
                zh: """
                    超过一百万字节的行不读取。没有人会写这样的行：多半是程序没有换行，或者文件
                    根本不是台账。行尾只有回车符的文件，也等于只有一行。
                    """),
            example: .message(
                Localized(
                    en: """
                        error[syntax/line]: a line of 2000000 bytes is not read
                          ┌─ main.taizhang:7:1
                        """,
                    zh: """
                        错误[syntax/line]：一行有 2000000 字节，未读取
                          ┌─ main.taizhang:7:1
                        """)),
            why: Localized(
                en: """
                    What stands on the line counts for nothing, and figures may be missing.
                    """,
                zh: """
                    该行内容不起作用，可能因此缺少数据。
                    """),
            mend: Localized(
                en: """
                    Write every figure on a line of its own. Where a program writes the file, let it
                    end its lines with LF or CRLF.
                    """,
                zh: """
                    每个数据各占一行。若文件由程序生成，请让它以 LF 或 CRLF 换行。
                    """)),
        CheckPage(
            "syntax/body",
            title: Localized(
                en: "an indented line that belongs to nothing",
                zh: "缩进行不属于任何块"),
            says: Localized(
                en: """
                    A block is a header at the margin and the indented lines below it. An indented
                    line with no header above it, or below a header that takes no lines, cannot be
                    understood.
                    """,
                zh: """
                    一个块由行首的块头和其下的缩进行组成。上面没有块头的缩进行，或写在不带内容的
                    块头之下的缩进行，都无法理解。
                    """),
            example: .ledger(
                Localized(
                    en: """
                            Output  340 万元
                        2013-Q1  North
                            Output  340 万元
                        """,
                    zh: """
                            产值  340 万元
                        2013年一季度  北镇
                            产值  340 万元
                        """)),
            why: Localized(
                en: """
                    Without a header nobody knows of which period and unit the figure is.
                    """,
                zh: """
                    没有块头，就不知道数据属于哪个期间、哪个单位。
                    """),
            mend: Localized(
                en: """
                    Put a header above the line (a period and a unit, or a keyword), or take away the
                    blanks in front of a line that is a header itself.
                    """,
                zh: """
                    在该行上方写块头（期间和单位，或关键词）；若该行本身就是块头，请去掉行首空白。
                    """)),
        CheckPage(
            "syntax/block",
            title: Localized(
                en: "a line at the margin that starts no block",
                zh: "行首内容不是块的开头"),
            says: Localized(
                en: """
                    A line at the margin starts with a period, a keyword (unit, indicator, target …)
                    or a comment sign. Anything else is taken neither for a header nor for a figure.
                    """,
                zh: """
                    行首只能是期间、关键词（单位、指标、目标等）或注释符号。其他内容既不当作块头，
                    也不当作数据。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        indicater Output
                            measure 万元
                        """,
                    zh: """
                        指票 产值
                            计量 万元
                        """)),
            why: Localized(
                en: """
                    The lines below it are not read either: they belong to a block that nobody knows.
                    """,
                zh: """
                    其下的缩进行也不会读取，因为不知道它们属于什么块。
                    """),
            mend: Localized(
                en: """
                    Correct the keyword (the message names the nearest), indent the line if it belongs
                    to the block above, or make it a comment with `;` in front. A header of figures
                    needs both its period and its unit; a unit whose name holds a number or a sign
                    after a blank is written in quotes.
                    """,
                zh: """
                    更正关键词（提示中有最接近的）；若属于上面的块，请缩进；若是说明，行首加 `;`。
                    数据块的块头要有期间和单位；单位名称里空格之后有数字或符号的，请加引号。
                    """)),
        CheckPage(
            "syntax/period",
            title: Localized(
                en: "a period that cannot be read",
                zh: "期间无法读取"),
            says: Localized(
                en: """
                    Periods are written 2013, 2013-H1, 2013-Q1, 2013-03, 2013-03-15 or as ranges such
                    as 2013-01..05; also 2013年, 2013年上半年, 2013年一季度, 2013年3月, 2013年1-5月.
                    There is no month 13 and no 30 February, and years run from 1900 to 2199. FY2013
                    needs a `fiscal-year starts` line.
                    """,
                zh: """
                    期间写作 2013年、2013年上半年、2013年一季度、2013年3月、2013年1-5月、
                    2013年3月15日，或 2013-H1、2013-Q1、2013-03、2013-01..05。没有 13 月，也没有
                    2 月 30 日；年份为 1900 至 2199。写 FY2013 须先写明 `财年始于`。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        2013-13  North
                            Output  340 万元
                        """,
                    zh: """
                        2013年13月  北镇
                            产值  340 万元
                        """)),
            why: Localized(
                en: """
                    A figure without a period is no figure: nothing of its block is used.
                    """,
                zh: """
                    没有期间就不成数据：整个块都不采用。
                    """),
            mend: Localized(
                en: """
                    Correct the period. A cumulative figure is written as a range: January to May is
                    2013-01..05.
                    """,
                zh: """
                    更正期间。累计数写成范围：1 至 5 月写作 2013年1-5月 或 2013-01..05。
                    """)),
        CheckPage(
            "syntax/number",
            title: Localized(
                en: "a number that cannot be read",
                zh: "数字无法读取"),
            says: Localized(
                en: """
                    A number is written with all its digits: 202.5, -1.8, +8.2%, 48,259. Commas stand
                    between groups of three digits, there are no exponents, and 18 significant digits
                    are the most that are kept exactly.
                    """,
                zh: """
                    数字要写出全部数位：202.5、-1.8、+8.2%、48,259。逗号须每三位一组，不用指数，
                    最多精确保存 18 位有效数字。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        2013-Q1  North
                            Output  123456789012345678901 元
                        """,
                    zh: """
                        2013年一季度  北镇
                            产值  123456789012345678901 元
                        """)),
            why: Localized(
                en: """
                    A number that overflows, or 4,8259 read as 48,259, would be a wrong figure that
                    looks right.
                    """,
                zh: """
                    溢出的数，或把 4,8259 当成 48,259，都会成为看似正确的错数。
                    """),
            mend: Localized(
                en: """
                    Write the number out, or choose a larger measure (亿元 for 元). Look at the
                    commas: usually a digit is missing or one is too many.
                    """,
                zh: """
                    写出完整的数，或改用更大的计量（以亿元代替元）。逗号位置不对时，往往是多写或
                    漏写了一位。
                    """)),
        CheckPage(
            "syntax/value",
            title: Localized(
                en: "a line whose value is missing or cannot be read",
                zh: "数据行缺少数值，或数值无法读取"),
            says: Localized(
                en: """
                    A body line holds an indicator, then a value with its measure, or a reason why
                    there is none, then claims such as `yoy +8.2%`. An indicator alone says nothing.
                    """,
                zh: """
                    数据行依次是指标、数值和计量（或没有数值的原因），以及“同比 +8.2%”之类的论断。
                    只有指标，等于什么也没说。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        2013-Q1  North
                            Output
                        """,
                    zh: """
                        2013年一季度  北镇
                            产值
                        """)),
            why: Localized(
                en: """
                    A blank could mean zero, not available or forgotten, and these are different
                    things. Nothing is guessed.
                    """,
                zh: """
                    空着可能是零、暂缺，也可能是忘了填，三者不同，不作猜测。
                    """),
            mend: Localized(
                en: """
                    Write the number, or why there is none: `-` expected but not available, `n/a`
                    cannot exist here, `exempt` not to be reported this time, `*` withheld. Leave the
                    line out if nothing is to be said.
                    """,
                zh: """
                    写出数值，或写明原因：`-` 应有而暂缺，`不适用` 本不存在，`免报` 本期不报，`*` 保密。
                    若无话可说，请删去该行。
                    """)),
        CheckPage(
            "syntax/claim",
            title: Localized(
                en: "something after the value that is not a claim",
                zh: "数值之后的内容不是论断"),
            says: Localized(
                en: """
                    After a value may stand claims, each with its number: yoy (growth on a year ago),
                    pop (on the period before), done, lead, share, rank; and last a `| note`. None is
                    stated twice, a place lies within its ranking (`rank 3/9`), and a target carries
                    no claims.
                    """,
                zh: """
                    数值之后可写论断，各带其数：同比、环比、完成、超序时、占比、位次；最后可写
                    `| 说明`。同一论断不写两次，位次不超过总数（`位次 3/9`），目标行不能带论断。
                    """),
            example: .ledger(
                Localized(
                    en: """
                        2013-Q1  North
                            Output  340 万元  good
                        """,
                    zh: """
                        2013年一季度  北镇
                            产值  340 万元  不错
                        """)),
            why: Localized(
                en: """
                    What is not understood is not checked. A growth rate with a slip in its keyword
                    would go unseen.
                    """,
                zh: """
                    看不懂的内容就不会检查。关键词写错的增速会因此漏检。
                    """),
            mend: Localized(
                en: """
                    Correct the keyword, or put words of your own behind `|` or ` ;`.
                    """,
                zh: """
                    更正关键词；若是说明文字，请写在 `|` 或 ` ；` 之后。
                    """)),
    ]
}
