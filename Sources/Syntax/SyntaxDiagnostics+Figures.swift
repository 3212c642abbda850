import Diagnostics
import Numerics
import SourceText

extension Diagnostic {
    static func header(_ problem: HeaderProblem, _ span: SourceSpan) -> Diagnostic {
        switch problem {
        case .period(let problem): period(problem, span)
        case .day(let problem): day(problem, span)
        case .noUnit:
            Diagnostic(
                "syntax/block", Localized(en: "a header needs a unit after its period", zh: "块头的期间之后须有单位"),
                at: Annotation(span, Localized(en: "of which unit?", zh: "哪个单位？")))
        case .issuerOfFigures:
            Diagnostic(
                "syntax/block", Localized(en: "a figure has no issuer", zh: "数字没有下达单位"),
                at: Annotation(span, Localized(en: "only targets are issued", zh: "只有目标才有下达单位")),
                help: [
                    Localized(
                        en: "write “target PERIOD ISSUER -> UNIT” for a target, or leave the issuer out",
                        zh: "若是目标请写“目标 期间 下达单位 -> 单位”，否则请去掉下达单位")
                ])
        case .noIssuer:
            Diagnostic(
                "syntax/block", Localized(en: "nobody stands before “->”", zh: "“->”之前没有下达单位"),
                at: Annotation(span, Localized(en: "given out by whom?", zh: "由谁下达？")),
                help: [
                    Localized(
                        en: "write “target PERIOD ISSUER -> UNIT”, or leave “->” out where the unit set the target itself",
                        zh: "请写“目标 期间 下达单位 -> 单位”；若为单位自定目标，请去掉“->”")
                ])
        case .spreadsheetRow:
            Diagnostic(
                "syntax/block", Localized(en: "a row of a spreadsheet is no header", zh: "表格中的一行不是块头"),
                at: Annotation(span, Localized(en: "belongs on a line of its own below", zh: "应另起一行写在下面")),
                help: [
                    Localized(
                        en:
                            "write the period and the unit once, and below them, indented, a line for each figure: INDICATOR  NUMBER MEASURE",
                        zh: "期间和单位写一次，其下每个数据缩进写一行：指标  数值 计量")
                ])
        case .quoteNotClosed:
            quoteNotClosed(span, "syntax/block")
        case .trailing:
            Diagnostic(
                "syntax/block", Localized(en: "the header goes on where it should end", zh: "块头本应结束，却还有内容"),
                at: Annotation(span, Localized(en: "not understood", zh: "无法理解")),
                help: [
                    Localized(
                        en: "after the unit may stand “on DATE” and “| note”; a name with a number or a sign in it needs quotes",
                        zh: "单位之后可写“于 日期”和“| 说明”；名称中含数字或符号时请加引号")
                ])
        }
    }

    private static func period(_ problem: PeriodProblem, _ span: SourceSpan) -> Diagnostic {
        let examples = [
            Localized(
                en: "periods are written 2013, 2013-H1, 2013-Q1, 2013-03, 2013-03-15 or as ranges such as 2013-01..05",
                zh: "期间写作 2013年、2013年上半年、2013年一季度、2013年3月、2013年1-5月、2013年3月15日")
        ]
        switch problem {
        case .notAPeriod:
            return Diagnostic(
                "syntax/period", Localized(en: "not a period", zh: "不是期间"),
                at: Annotation(span, Localized(en: "cannot be read", zh: "无法读取")), help: examples)
        case .likely(let period):
            return likely(period, Localized(en: "not a period", zh: "不是期间"), span, help: examples)
        case .noSuch(let part):
            return Diagnostic(
                "syntax/period", Localized(en: "there is no such \(part.name.en)", zh: "没有这样的\(part.name.zh)"),
                at: Annotation(span, part.range))
        case .yearOutOfRange:
            return Diagnostic(
                "syntax/period", Localized(en: "the year is out of range", zh: "年份超出范围"),
                at: Annotation(span, Localized(en: "years run from 1900 to 2199", zh: "年份为 1900 至 2199")))
        case .endsBeforeItStarts:
            return Diagnostic(
                "syntax/period", Localized(en: "the period ends before it starts", zh: "期间的终点早于起点"),
                at: Annotation(span, Localized(en: "turn it round?", zh: "是否写反了？")))
        }
    }

    private static func likely(_ period: Period, _ message: Localized, _ span: SourceSpan, help: [Localized]) -> Diagnostic {
        let (english, chinese) = (period.spelled(in: .english), period.spelled(in: .chinese))
        return Diagnostic(
            "syntax/period", message, at: Annotation(span, Localized(en: "did you mean \(english)?", zh: "是不是\(chinese)？")), help: help,
            fixes: [.write(english, at: span)])
    }

    private static func day(_ problem: PeriodProblem, _ span: SourceSpan) -> Diagnostic {
        let message = Localized(en: "not a day", zh: "不是日期")
        if case .noSuch(let part) = problem {
            return Diagnostic(
                "syntax/period", Localized(en: "there is no such \(part.name.en)", zh: "没有这样的\(part.name.zh)"),
                at: Annotation(span, part.range))
        }
        if case .likely(let day) = problem { return likely(day, message, span, help: []) }
        return Diagnostic(
            "syntax/period", message,
            at: Annotation(span, Localized(en: "a day is written 2013-03-15", zh: "日期写作 2013-03-15 或 2013年3月15日")))
    }

    static func body(_ problem: BodyProblem, _ span: SourceSpan) -> Diagnostic {
        switch problem {
        case .noName:
            Diagnostic(
                "syntax/value", Localized(en: "the indicator is missing", zh: "缺少指标名"),
                at: Annotation(span, Localized(en: "of which indicator?", zh: "哪个指标？")))
        case .noValue(let hint):
            Diagnostic(
                "syntax/value", Localized(en: "a line without a value", zh: "该行没有数值"),
                at: Annotation(span, hint?.text ?? Localized(en: "how much?", zh: "多少？")),
                help: [
                    Localized(
                        en: "write a number, a claim such as “yoy +8.2%”, or why there is none: -, n/a, exempt or *",
                        zh: "请写数值或“同比 +8.2%”之类的论断；没有数值时写明原因：-（暂缺）、不适用、免报、*（保密）")
                ])
        case .notAValue(let hint):
            Diagnostic(
                "syntax/value", Localized(en: "not a value", zh: "不是数值"),
                at: Annotation(
                    span, hint?.text ?? Localized(en: "a number or a claim should stand here", zh: "此处应为数值或论断")),
                help: hint == nil ? [Localized(en: "a name with two blanks in it needs quotes", zh: "含连续空格的名称请加引号")] : [])
        case .notAClaim(let hint):
            claim(span, hint)
        case .remark:
            Diagnostic(
                "syntax/claim", Localized(en: "“#” starts a comment only at the start of a line", zh: "“#”只在行首才表示注释"),
                at: Annotation(span, Localized(en: "not understood", zh: "无法理解")),
                help: [Localized(en: "put remarks behind “ ;” or “|”", zh: "说明文字请写在“ ；”或“|”之后")])
        case .claimTwice:
            Diagnostic(
                "syntax/claim", Localized(en: "the same claim twice on one line", zh: "同一行中同一论断写了两次"),
                at: Annotation(span, Localized(en: "again here", zh: "此处重复")),
                help: [Localized(en: "keep one of the two", zh: "请只保留一处")])
        case .rankBeyond:
            Diagnostic(
                "syntax/claim", Localized(en: "a place beyond the last", zh: "位次超过了总数"),
                at: Annotation(span, Localized(en: "the place stands first, then of how many: rank 3/9", zh: "先写位次，再写总数：位次 3/9")))
        case .claimWithoutNumber:
            Diagnostic(
                "syntax/number", Localized(en: "a claim without its number", zh: "论断缺少数值"),
                at: Annotation(span, Localized(en: "how much? as in yoy +8.2%, yoy -3.2%", zh: "多少？如同比 +8.2%、同比 -3.2%")))
        case .quoteNotClosed:
            quoteNotClosed(span, "syntax/value")
        case .number(let problem):
            number(problem, span)
        }
    }

    static func quoteNotClosed(_ span: SourceSpan, _ code: DiagnosticCode) -> Diagnostic {
        Diagnostic(
            code, Localized(en: "a quote is not closed", zh: "引号未闭合"),
            at: Annotation(span, Localized(en: "a second \" is missing", zh: "缺少另一个 \"")),
            fixes: [
                Fix(
                    Localized(en: "Close the quote", zh: "补上引号"),
                    [SourceEdit(SourceSpan(file: span.file, range: ByteRange(span.range.upperBound, span.range.upperBound)), "\"")])
            ])
    }

    private static func claim(_ span: SourceSpan, _ hint: ValueHint?) -> Diagnostic {
        Diagnostic(
            "syntax/claim", Localized(en: "not a claim", zh: "不是论断"),
            at: Annotation(span, hint?.text ?? Localized(en: "not understood", zh: "无法理解")),
            help: [
                Localized(
                    en: "after a value may stand yoy, pop, done, lead, share or rank, each with its number, as in yoy -3.2%, and “| note”",
                    zh: "数值之后可写同比、环比、完成、超序时、占比、位次（各带其数，如同比 -3.2%）和“| 说明”")
            ])
    }

    static func number(_ problem: NumberProblem, _ span: SourceSpan) -> Diagnostic {
        switch problem {
        case .notANumber:
            Diagnostic(
                "syntax/number", Localized(en: "no number that may stand here", zh: "此处没有可用的数"),
                at: Annotation(span, Localized(en: "a number is expected", zh: "应为数")))
        case .tooManyDigits:
            Diagnostic(
                "syntax/number", Localized(en: "a number of more than 18 digits", zh: "数字超过 18 位"),
                at: Annotation(span, Localized(en: "too long", zh: "过长")),
                help: [Localized(en: "use a larger measure, such as 亿元 for 元", zh: "请改用更大的计量，例如以亿元代替元")])
        case .tooManyDecimals:
            Diagnostic(
                "syntax/number", Localized(en: "a number of more than 18 digits with its decimals", zh: "数字连同小数超过 18 位"),
                at: Annotation(span, Localized(en: "too long", zh: "过长")),
                help: [
                    Localized(
                        en: "write fewer decimals, or use a smaller measure, such as 元 for 亿元", zh: "请少写几位小数，或改用更小的计量，例如以元代替亿元")
                ])
        case .grouping:
            Diagnostic(
                "syntax/number", Localized(en: "commas stand between groups of three digits", zh: "逗号须每三位一组"),
                at: Annotation(span, Localized(en: "is a digit missing?", zh: "是否漏了数字？")))
        case .form:
            Diagnostic(
                "syntax/number", Localized(en: "not a number", zh: "不是数"),
                at: Annotation(span, Localized(en: "cannot be read", zh: "无法读取")),
                help: [
                    Localized(
                        en: "write 202.5, -1.8 or 48,259: a point before the decimals, no blanks and no exponents",
                        zh: "请写作 202.5、-1.8、48,259：小数点用“.”，数字之间不留空格，不用指数")
                ])
        }
    }

    static func formulaInName(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/formula", Localized(en: "the formula is missing", zh: "缺少公式"),
            at: Annotation(span, Localized(en: "all of this is read as the name", zh: "这里全被当作名称")),
            help: [Localized(en: "put two blanks between the name and the formula", zh: "名称与公式之间请留两个空格")])
    }

    static func formula(_ problem: FormulaProblem, _ file: FileID) -> Diagnostic {
        func at(_ range: ByteRange, _ label: Localized) -> Annotation { Annotation(SourceSpan(file: file, range: range), label) }
        switch problem {
        case .operandExpected(let range):
            return Diagnostic(
                "syntax/formula", Localized(en: "a name, a number or a bracket is missing", zh: "缺少名称、数或括号"),
                at: at(range, Localized(en: "expected here", zh: "应在此处")))
        case .bracketNotClosed(let range):
            return Diagnostic(
                "syntax/formula", Localized(en: "a bracket is not closed", zh: "括号未闭合"),
                at: at(range, Localized(en: "“)” is missing", zh: "缺少“)”")))
        case .trailing(let range):
            return Diagnostic(
                "syntax/formula", Localized(en: "the formula goes on where it should end", zh: "公式本应结束，却还有内容"),
                at: at(range, Localized(en: "not understood", zh: "无法理解")))
        case .number(let problem, let range):
            return number(problem, SourceSpan(file: file, range: range))
        case .filter(let range):
            return Diagnostic(
                "syntax/formula", Localized(en: "“where” takes “field = value”", zh: "“其中”之后写“字段 = 值”"),
                at: at(range, Localized(en: "not understood", zh: "无法理解")))
        case .frequency(let range):
            return Diagnostic(
                "syntax/formula", Localized(en: "“each” takes month, quarter or year", zh: "“每”之后写月、季或年"),
                at: at(range, Localized(en: "not understood", zh: "无法理解")))
        case .argumentCount(let function, let range):
            return Diagnostic(
                "syntax/formula",
                Localized(en: "“\(function.rawValue)” takes one argument", zh: "“\(function.rawValue)”只取一个参数"),
                at: at(range, Localized(en: "has several", zh: "有多个")))
        case .notARegister(let function, let range):
            return Diagnostic(
                "syntax/formula",
                Localized(en: "“\(function.rawValue)” takes a register, or a register and a state", zh: "“\(function.rawValue)”取台账，或台账与状态"),
                at: at(range, Localized(en: "as in \(function.rawValue)(R.S)", zh: "如 \(function.rawValue)(台账.状态)")))
        case .noItems(let function, let range):
            return Diagnostic(
                "syntax/formula",
                Localized(en: "“\(function.rawValue)” takes no “where”", zh: "“\(function.rawValue)”不取“其中”"),
                at: at(range, Localized(en: "only what counts items does", zh: "只有对事项计数的函数才可")))
        case .tooLong(let range):
            return Diagnostic(
                "syntax/formula", Localized(en: "a formula of more than 1,000 operands", zh: "公式的运算数超过 1,000 个"),
                at: at(range, Localized(en: "not read from here on", zh: "自此未读取")))
        case .tooDeep(let range):
            return Diagnostic(
                "syntax/formula", Localized(en: "nested too deeply", zh: "嵌套过深"),
                at: at(range, Localized(en: "not read from here on", zh: "自此未读取")))
        }
    }
}

extension ValueHint {
    fileprivate var text: Localized {
        switch self {
        case .write(let text): Localized(en: "write \(text)", zh: "请写作 \(text)")
        case .curlyQuotes: Localized(en: "quotes are written \"…\"", zh: "引号请用半角 \"…\"")
        case .withoutQuotes(let text): Localized(en: "leave the quotes away: \(text)", zh: "请去掉引号：\(text)")
        case .blank(let sign, let text):
            Localized(en: "write \(text), with a blank in place of “\(sign)”", zh: "请写作 \(text)，以空格代替“\(sign)”")
        }
    }
}

extension PeriodPart {
    fileprivate var name: Localized {
        switch self {
        case .half: Localized(en: "half", zh: "半年")
        case .quarter: Localized(en: "quarter", zh: "季度")
        case .month: Localized(en: "month", zh: "月份")
        case .day: Localized(en: "day", zh: "日期")
        }
    }

    fileprivate var range: Localized {
        switch self {
        case .half: Localized(en: "halves are H1 and H2", zh: "半年为上半年、下半年")
        case .quarter: Localized(en: "quarters run from 1 to 4", zh: "季度为 1 至 4")
        case .month: Localized(en: "months run from 1 to 12", zh: "月份为 1 至 12")
        case .day: Localized(en: "the month is shorter", zh: "该月没有这一天")
        }
    }
}
