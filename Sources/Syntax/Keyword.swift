/// A word of the language in its two spellings, which may be mixed in a ledger.
public struct Keyword: Equatable, Sendable {
    /// The English spelling.
    public let en: StaticString
    /// The Chinese spelling.
    public let zh: StaticString

    init(_ en: StaticString, _ zh: StaticString) {
        self.en = en
        self.zh = zh
    }

    /// The same word of the language; `includes` and `where` are two, though they share a spelling.
    public static func == (a: Keyword, b: Keyword) -> Bool { isSame(a.en, b.en) && isSame(a.zh, b.zh) }

    private static func isSame(_ a: StaticString, _ b: StaticString) -> Bool {
        // SAFETY: both texts are constants of the program, of the lengths that they tell.
        let (first, second) = (UnsafeBufferPointer(start: a.utf8Start, count: a.utf8CodeUnitCount), b.utf8CodeUnitCount)
        return first.elementsEqual(UnsafeBufferPointer(start: b.utf8Start, count: second))
    }

    /// Both spellings, English first.
    public var spellings: [String] { ["\(en)", "\(zh)"] }
}

extension Keyword {
    static let include = Keyword("include", "包含")
    static let unit = Keyword("unit", "单位")
    /// Starts a group of units.
    public static let units = Keyword("units", "单位组")
    static let indicator = Keyword("indicator", "指标")
    /// Starts a group of indicators.
    public static let indicators = Keyword("indicators", "指标组")
    static let measure = Keyword("measure", "计量")
    static let target = Keyword("target", "目标")
    /// Starts a phase.
    public static let phase = Keyword("phase", "序时")
    /// Starts a rule.
    public static let rule = Keyword("rule", "规则")
    /// Starts an assertion.
    public static let assert = Keyword("assert", "断言")
    static let register = Keyword("register", "台账")
    static let item = Keyword("item", "事项")
    static let revise = Keyword("revise", "修订")
    static let fiscalYearStarts = Keyword("fiscal-year starts", "财年始于")

    /// What a line at the margin may start with, besides a period.
    public static let blocks = [
        include, unit, units, indicator, indicators, measure, target, phase, decomposeExactly, rule, assert, register, item, revise,
        fiscalYearStarts,
    ]
}

extension Keyword {
    static let alias = Keyword("alias", "别名")
    static let nameEn = Keyword("name-en", "英文名")
    static let nameZh = Keyword("name-zh", "中文名")
    static let kind = Keyword("kind", "类别")
    static let code = Keyword("code", "代码")
    static let opened = Keyword("opened", "设立")
    static let closed = Keyword("closed", "撤销")
    static let succeededBy = Keyword("succeeded-by", "并入")
    static let apart = Keyword("apart", "单列")
    static let incomplete = Keyword("incomplete", "不全")
    static let complete = Keyword("complete", "齐全")
    static let signed = Keyword("signed", "可负")
    static let counting = Keyword("counting", "计数")
    static let nature = Keyword("nature", "性质")
    static let better = Keyword("better", "方向")
    static let growth = Keyword("growth", "增速")
    static let parts = Keyword("parts", "构成")
    static let includes = Keyword("includes", "其中")
    static let overUnits = Keyword("over-units", "汇总")
    static let overTime = Keyword("over-time", "时间汇总")
    static let decomposeExactly = Keyword("decompose exactly", "足额分解")
    static let expected = Keyword("expected", "应报")
    static let states = Keyword("states", "状态")
    static let due = Keyword("due", "时限")
    static let fields = Keyword("fields", "字段")
    static let days = Keyword("days", "天")

    /// The keys of lines that describe a unit, an indicator or a measure; `name-en` and `code` and `kind` fit everywhere.
    public static let unitLines = [kind, code, nameEn, nameZh, alias, opened, closed, succeededBy, apart, incomplete, complete]
    /// Of an indicator.
    public static let indicatorLines = [
        measure, nature, better, growth, signed, alias, nameEn, nameZh, parts, includes, overUnits, overTime, decomposeExactly, expected,
        kind, code,
    ]
    /// Of a measure.
    public static let measureLines = [counting, nameEn, nameZh]
    /// Of a register.
    public static let registerLines = [states, due, fields, nameEn, nameZh]
}

extension Keyword {
    static let flow = Keyword("flow", "流量")
    static let stock = Keyword("stock", "存量")
    static let rate = Keyword("rate", "比率")
    static let higher = Keyword("higher", "越高越好")
    static let lower = Keyword("lower", "越低越好")
    static let none = Keyword("none", "无")
    static let nominal = Keyword("nominal", "名义")
    static let real = Keyword("real", "可比价")
    static let comparable = Keyword("comparable", "可比口径")
    static let sum = Keyword("sum", "合计")
    static let mean = Keyword("mean", "平均")
    static let maximum = Keyword("max", "最大")
    static let minimum = Keyword("min", "最小")
    static let notRolledUp = Keyword("none", "不汇总")
    static let cover = Keyword("cover", "不全含")

    /// What can only be chosen behind one key; `sum` and `none` fit several.
    private static let choices = [
        (nature, [flow, stock, rate]), (better, [higher, lower]), (growth, [nominal, real, comparable]),
        (overUnits, [mean, maximum, minimum, cover]),
    ]

    /// The line of this key that chooses the word, in the word's language; nil where the word is none of the key's.
    func line(choosing word: String) -> String? {
        let words = Self.choices.first { $0.0 == self }?.1 ?? []
        if words.contains(where: { "\($0.en)" == word }) { return "\(en) \(word)" }
        return words.contains { "\($0.zh)" == word } ? "\(zh) \(word)" : nil
    }
}

extension Keyword {
    static let monthly = Keyword("monthly", "按月")
    static let quarterly = Keyword("quarterly", "按季")
    static let yearly = Keyword("yearly", "按年")
    static let by = Keyword("by", "期限")
    static let from = Keyword("from", "填报")
    static let since = Keyword("since", "自")
    static let until = Keyword("until", "至")
}

extension Keyword {
    static let yoy = Keyword("yoy", "同比")
    static let pop = Keyword("pop", "环比")
    static let done = Keyword("done", "完成")
    static let lead = Keyword("lead", "超序时")
    static let share = Keyword("share", "占比")
    static let rank = Keyword("rank", "位次")
    /// `share 61% of …`
    public static let of = Keyword("of", "占")
    /// `on DATE`
    public static let on = Keyword("on", "于")
    static let exempt = Keyword("exempt", "免报")
    static let notApplicable = Keyword("n/a", "不适用")

    /// What a claim of this kind starts with.
    public static func claim(_ kind: ClaimKind) -> Keyword {
        switch kind {
        case .yoy: yoy
        case .pop: pop
        case .done: done
        case .lead: lead
        case .share: share
        case .rank: rank
        }
    }
}

extension Keyword {
    static let previous = Keyword("previous", "上期")
    /// `phase … last-year`; also a function.
    public static let lastYear = Keyword("last-year", "上年")
    static let yearToDate = Keyword("ytd", "累计")
    static let parent = Keyword("parent", "上级")
    static let contribution = Keyword("contribution", "拉动")
    static let count = Keyword("count", "计")
    static let entered = Keyword("entered", "进入")
    static let left = Keyword("left", "退出")
    static let daysTo = Keyword("days", "天数")
    static let absolute = Keyword("abs", "绝对值")
    /// Narrows a formula by fields.
    public static let `where` = Keyword("where", "其中")
    static let each = Keyword("each", "每")
    /// Holds a rule in every month.
    public static let eachMonth = Keyword("each month", "每月")
    /// Holds a rule in every quarter.
    public static let eachQuarter = Keyword("each quarter", "每季")
    /// Holds a rule in every year.
    public static let eachYear = Keyword("each year", "每年")
    static let month = Keyword("month", "月")
    static let quarter = Keyword("quarter", "季")
    static let year = Keyword("year", "年")
    /// Makes a breach of a rule a warning.
    public static let warn = Keyword("warn", "提醒")
    /// Says what a rule does where a figure is missing.
    public static let missing = Keyword("missing", "缺报")
    /// `missing skip`
    public static let skip = Keyword("skip", "略")
    /// `missing zero`
    public static let zero = Keyword("zero", "零")
    /// `missing any`
    public static let any = Keyword("any", "任")
}

extension Keyword {
    static func each(_ frequency: Frequency) -> Keyword {
        switch frequency {
        case .monthly: eachMonth
        case .quarterly: eachQuarter
        case .yearly: eachYear
        }
    }
}

extension Cursor {
    /// Takes the keyword in either spelling, when it is a word of its own.
    mutating func take(_ keyword: Keyword) -> Bool {
        // Nearly every word that is looked at is another, and its first byte tells; full-width letters all start with the same. Beyond the end
        // of the line there are bytes to read.
        let first = base[position]
        guard first == keyword.en.utf8Start[0] || first == keyword.zh.utf8Start[0] || first == 0xEF else { return false }
        let start = position
        if takeFolded(keyword.en), isAtWordEnd {
            accept(.keyword, from: start, keyword)
            return true
        }
        position = start
        if take(keyword.zh), isAtEnd || next.meaning != 0 {
            accept(.keyword, from: start, keyword)
            return true
        }
        position = start
        return false
    }

    /// Takes the ASCII text, full-width or not: `ｎ／ａ` is `n/a`.
    private mutating func takeFolded(_ text: StaticString) -> Bool {
        for index in 0..<text.utf8CodeUnitCount {
            guard !isAtEnd, take(text.utf8Start[index]) else { return false }
        }
        return true
    }

    /// Takes the first of `choices` that stands here.
    mutating func takeFirst<Choice>(_ choices: [(Keyword, Choice)]) -> Choice? {
        for (keyword, choice) in choices where take(keyword) { return choice }
        return nil
    }
}

extension Keyword {
    /// The words that may follow a key, in a closed set; none where anything may.
    public var choices: [Keyword] {
        switch "\(en)" {
        case "nature": [.flow, .stock, .rate]
        case "better": [.higher, .lower, .none]
        case "growth": [.nominal, .real, .comparable]
        case "over-units": [.sum, .mean, .maximum, .minimum, .notRolledUp, .cover]
        case "over-time": [.none]
        case "expected": [.monthly, .quarterly, .yearly, .by, .from, .since, .until]
        default: []
        }
    }

    /// What stands in place of a value, where there is a word for it.
    public static let absences = [exempt, notApplicable]
}
