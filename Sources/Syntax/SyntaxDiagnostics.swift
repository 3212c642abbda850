import Diagnostics
import SourceText

extension Diagnostic {
    static func lineTooLong(_ span: SourceSpan, bytes: Int) -> Diagnostic {
        Diagnostic(
            "syntax/line", Localized(en: "a line of \(bytes) bytes is not read", zh: "一行有 \(bytes) 字节，未读取"),
            at: Annotation(span, Localized(en: "it starts here", zh: "从这里开始")),
            help: [Localized(en: "a line may have up to \(PieceReader.longestLine) bytes", zh: "一行最多 \(PieceReader.longestLine) 字节")])
    }

    static func carriageReturnsAlone(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/line", Localized(en: "a line that ends in a carriage return alone", zh: "行尾只有回车符，没有换行符"),
            at: Annotation(span, Localized(en: "not the end of a line here", zh: "此处不算换行")),
            help: [
                Localized(
                    en: "save the file with line ends of Unix (LF) or Windows (CRLF)", zh: "请把文件的行尾存为 Unix（LF）或 Windows（CRLF）格式")
            ])
    }

    static func bodyWithoutHeader(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/body",
            Localized(en: "an indented line with no block above it", zh: "缩进行之上没有块"),
            at: Annotation(span, Localized(en: "belongs to nothing", zh: "不属于任何块")),
            help: [
                Localized(
                    en: "start a block at the margin, such as “2013-Q1  UNIT”, and put the indented lines below it",
                    zh: "在行首写块头，例如“2013年一季度  单位名”，再把缩进行写在其下")
            ])
    }

    static func indentedHeader(_ span: SourceSpan, blanks: Int) -> Diagnostic {
        Diagnostic(
            "syntax/body", Localized(en: "a header stands at the margin", zh: "块头须顶格书写"),
            at: Annotation(span, Localized(en: "indented, it reads as a line of the block above", zh: "缩进后会被当作上一块的行")),
            help: [Localized(en: "remove the blanks before it", zh: "请删去前面的空白")], fixes: [.toMargin(span, blanks: blanks)])
    }

    static func bodyNotExpected(_ span: SourceSpan, after keyword: String) -> Diagnostic {
        Diagnostic(
            "syntax/body",
            Localized(en: "“\(keyword)” takes one line; nothing may be indented below it", zh: "“\(keyword)”只占一行，其下不能有缩进行"),
            at: Annotation(span, Localized(en: "not understood here", zh: "此处无法理解")))
    }

    static func unknownBlock(_ span: SourceSpan, word: String) -> Diagnostic {
        let near = nearest(word, in: Keyword.blocks.flatMap(\.spellings), limit: 1)
        let help = near.first.map { Localized(en: "did you mean “\($0)”?", zh: "是不是“\($0)”？") }
        return Diagnostic(
            "syntax/block",
            Localized(en: "“\(word)” starts no block", zh: "“\(word)”不是任何块的开头"),
            at: Annotation(span, help ?? Localized(en: "neither a period nor a keyword", zh: "既不是期间，也不是关键词")),
            help: [
                Localized(
                    en: "a line at the margin starts with a period, a keyword or a comment; indent it if it belongs to the block above",
                    zh: "行首应为期间、关键词或注释；若属于上面的块，请缩进")
            ], fixes: near.map { .write($0, at: span) } + [.indent(span)])
    }

    static func periodAfterUnit(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/block", Localized(en: "a header starts with its period", zh: "块头应以期间开头"),
            at: Annotation(span, Localized(en: "put this first, then the unit", zh: "请先写期间，再写单位")),
            help: [Localized(en: "as in “2024-06  UNIT”", zh: "例如“2024年6月  单位名”")])
    }

    static func emptyPathPart(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/declaration", Localized(en: "a part of the path is empty", zh: "路径中有一段为空"),
            at: Annotation(span, Localized(en: "one “:” between two names", zh: "两个名称之间只写一个“:”")))
    }

    static func nothingAfterKeyword(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/declaration", Localized(en: "a name is missing", zh: "缺少名称"),
            at: Annotation(span, Localized(en: "nothing follows the keyword", zh: "关键词之后没有内容")))
    }

    /// `word` is the keyword or the field's key that stands there.
    static func saidOtherwise(_ word: Localized, _ span: SourceSpan, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/declaration",
            Localized(en: "“\(word.en)” says otherwise than before", zh: "“\(word.zh)”与前面所写不一致"),
            at: Annotation(span, Localized(en: "does not count", zh: "不采用")),
            related: [Annotation(first, Localized(en: "first here", zh: "先在此处"))],
            help: [Localized(en: "keep one of the two", zh: "请只保留一处")])
    }

    static func registerOfTwoWords(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/declaration", Localized(en: "a register's name is one word, or quoted", zh: "台账名须为一个词，否则加引号"),
            at: Annotation(span, Localized(en: "an item would take its first word alone", zh: "事项只会取其第一个词")), fixes: [.quote(span)])
    }

    static func trailing(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/declaration", Localized(en: "the line goes on where it should end", zh: "该行本应结束，却还有内容"),
            at: Annotation(span, Localized(en: "not understood", zh: "无法理解")),
            help: [Localized(en: "put remarks behind “ ;” or “|”", zh: "说明文字请写在“ ；”或“|”之后")])
    }

    static func notAChoice(_ span: SourceSpan, choices: [Keyword]) -> Diagnostic {
        var (english, chinese): ([String], [String]) = ([], [])
        for choice in choices where !english.contains("\(choice.en)") {
            english.append("\(choice.en)")
            chinese.append("\(choice.zh)")
        }
        return Diagnostic(
            "syntax/declaration", Localized(en: "not one of the words that may stand here", zh: "不是此处可用的词"),
            at: Annotation(span, Localized(en: "one of: \(english.joined(separator: ", "))", zh: "可用：\(chinese.joined(separator: "、"))")))
    }

    static func mistypedField(_ key: String, _ span: SourceSpan, keyword: String) -> Diagnostic {
        Diagnostic(
            "syntax/field", .warning,
            Localized(en: "the field “\(key)” looks like the keyword “\(keyword)”", zh: "字段“\(key)”很像关键词“\(keyword)”"),
            at: Annotation(span, Localized(en: "did you mean “\(keyword)”?", zh: "是不是“\(keyword)”？")),
            help: [Localized(en: "if it is a field of your own, put it in quotes", zh: "如果确是自定字段，请加引号")],
            fixes: [.write(keyword, at: span), .quote(span)])
    }

    /// `meant` is the line of which only the last word may have been written.
    static func fieldWithoutValue(_ span: SourceSpan, key: String, meant: String?) -> Diagnostic {
        let expected =
            meant.map { Localized(en: "did you mean “\($0)”?", zh: "是不是“\($0)”？") } ?? Localized(en: "a value must follow", zh: "其后应有值")
        return Diagnostic(
            "syntax/field", Localized(en: "the field “\(key)” has no value", zh: "字段“\(key)”没有值"), at: Annotation(span, expected),
            fixes: meant.map { [.write($0, at: span)] } ?? [])
    }

    static func unclearIndentation(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/declaration",
            Localized(en: "indented unlike any line above it", zh: "缩进与上面任何一行都不一致"),
            at: Annotation(span, Localized(en: "under which unit?", zh: "属于哪个单位？")),
            help: [Localized(en: "indent with the same blanks as the lines of the same level", zh: "同级各行请用相同的空白缩进")])
    }

    static func partsNotASum(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/declaration",
            Localized(en: "parts are names with “+” between them", zh: "构成应写成以“+”相连的名称"),
            at: Annotation(span, Localized(en: "not a sum of names", zh: "不是名称之和")))
    }

    static func measureWithoutEquals(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/declaration",
            Localized(en: "a measure with a number needs “= NUMBER OTHER”", zh: "带数的计量须写“= 数 另一计量”"),
            at: Annotation(span, Localized(en: "equals what?", zh: "等于多少？")))
    }

    static func twoFiscalYears(_ span: SourceSpan, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/declaration", Localized(en: "two fiscal years", zh: "财年定义了两次"),
            at: Annotation(span, Localized(en: "another month", zh: "另一个月份")),
            related: [Annotation(first, Localized(en: "first said here", zh: "先在此处定义"))])
    }

    static func claimOnTarget(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/claim", Localized(en: "a target carries no claims", zh: "目标行不能带论断"),
            at: Annotation(span, Localized(en: "belongs to a figure", zh: "应写在数字行")))
    }

    static func phaseShares(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/declaration",
            Localized(en: "a phase is 4 or 12 numbers that make 100, or “last-year”", zh: "序时应为合计 100 的 4 个或 12 个数，或“上年”"),
            at: Annotation(span))
    }

    static func phaseShare(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/declaration",
            Localized(en: "a share of a year is a plain number of 0 or more", zh: "序时的各份额应为不小于 0 的确数"),
            at: Annotation(span))
    }

    static func comparisonMissing(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/formula",
            Localized(en: "a rule compares two sides", zh: "规则须比较两边"),
            at: Annotation(span, Localized(en: "no =, <=, >=, < or > here", zh: "缺少 =、<=、>=、< 或 >")))
    }

    static func stateExpected(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/declaration", Localized(en: "a state is missing", zh: "缺少状态"),
            at: Annotation(span, Localized(en: "states are written A -> B -> C", zh: "状态写成 A -> B -> C")))
    }

    static func tooManyStates(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/declaration",
            Localized(en: "more than \(PieceReader.mostStates) states", zh: "状态超过 \(PieceReader.mostStates) 个"),
            at: Annotation(span, Localized(en: "not read from here on", zh: "自此未读取")))
    }

    static func itemWithoutID(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "syntax/declaration", Localized(en: "an item needs a register and an id", zh: "事项须有台账名和编号"),
            at: Annotation(span, Localized(en: "item REGISTER ID  TITLE", zh: "事项 台账 编号  标题")))
    }
}

extension Fix {
    /// Blanks before what stands at the margin.
    static func indent(_ span: SourceSpan) -> Fix {
        let start = SourceSpan(file: span.file, range: ByteRange(span.range.lowerBound, span.range.lowerBound))
        return Fix(Localized(en: "Indent it, as a line of the block above", zh: "缩进，归入上面的块"), [SourceEdit(start, "    ")])
    }

    /// Without the blanks before what stands in the span.
    static func toMargin(_ span: SourceSpan, blanks: Int) -> Fix {
        let range = ByteRange(span.range.lowerBound - blanks, span.range.lowerBound)
        return Fix(
            Localized(en: "Move it to the margin", zh: "移到行首"), [SourceEdit(SourceSpan(file: span.file, range: range), "")])
    }

    /// Quotes around what stands in the span.
    static func quote(_ span: SourceSpan) -> Fix {
        let (start, end) = (span.range.lowerBound, span.range.upperBound)
        return Fix(
            Localized(en: "Put it in quotes", zh: "加引号"),
            [start, end].map { SourceEdit(SourceSpan(file: span.file, range: ByteRange($0, $0)), "\"") })
    }
}
