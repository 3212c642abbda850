import Diagnostics
import Numerics
import SourceText
import Syntax

extension Diagnostic {
    static func itemTwice(_ item: ItemDeclaration, _ span: SourceSpan, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            "name/duplicate",
            Localized(
                en: "the item \(item.id.text) of \(item.register.text) is declared twice",
                zh: spaced("\(item.register.text)的事项 \(item.id.text) 声明了两次")),
            at: Annotation(span, Localized(en: "again here; it does not count", zh: "此处再次声明，不计入")),
            related: [Annotation(first, Localized(en: "first here", zh: "先在此处"))],
            help: [Localized(en: "give one of them another id, or make one item of the two", zh: "请给其中一个另取编号，或合并为一项")])
    }

    static func registerWithoutStates(_ register: String, _ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "register/state", Localized(en: "the register \(register) names no states", zh: spaced("台账\(register)没有列出状态")),
            at: Annotation(span, Localized(en: "its items can be in none", zh: "其事项无状态可言")),
            help: [Localized(en: "say which there are: states OPEN -> DONE", zh: "请列出：状态 交办 -> 办结")])
    }

    static func daysToWhat(_ register: Register, _ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "register/state", Localized(en: "“days” needs a state", zh: "“天数”须指明状态"),
            at: Annotation(span, Localized(en: "days to reach which state?", zh: "到达哪个状态的天数？")),
            help: [oneOf(register.states.map { "\(register.name).\($0)" })])
    }

    static func itemState(_ state: String, of register: Register, _ span: SourceSpan) -> Diagnostic {
        let near = NearNames { nearest(state, in: register.states) }
        return Diagnostic(
            "register/state", .error,
            Localized(en: "the register \(register.name) has no state \(state)", zh: spaced("台账\(register.name)没有状态\(state)")),
            at: Annotation(span, near.question(or: Localized(en: "not one of its states", zh: "不在其状态之列")))
        ) { DiagnosticDetails(help: register.states.isEmpty ? [] : [oneOf(register.states)]) }
    }

    static func unknownField(_ field: String, of register: Register, _ span: SourceSpan, near: NearNames) -> Diagnostic {
        Diagnostic(
            "register/field", .error,
            Localized(en: "the items of \(register.name) have no field \(field)", zh: spaced("台账\(register.name)的事项没有字段\(field)")),
            at: Annotation(span, near.question(or: Localized(en: "not one of its fields", zh: "不在其字段之列")))
        ) {
            DiagnosticDetails(
                related: [Annotation(register.declaredAt, Localized(en: "the register", zh: "台账"))],
                help: [oneOf(register.fields.prefix(mostListed + 1).map(\.name))])
        }
    }

    static func fieldTwice(_ field: String, _ item: ItemDeclaration, _ span: SourceSpan, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            "register/field",
            Localized(en: "the item \(item.id.text) says its \(field) twice", zh: spaced("事项 \(item.id.text) 的\(field)写了两次")),
            at: Annotation(span, Localized(en: "again here; it does not count", zh: "此处再次写出，不计入")),
            related: [Annotation(first, Localized(en: "first here", zh: "先在此处"))],
            help: [Localized(en: "keep one of the two", zh: "请只保留一处")])
    }

    static func fieldMissing(_ fields: [String], of register: Register, _ item: ItemDeclaration, _ span: SourceSpan) -> Diagnostic {
        let all = Localized(en: fields.joined(separator: ", "), zh: fields.joined(separator: "、"))
        return Diagnostic(
            "register/required", Localized(en: "the item \(item.id.text) lacks \(all.en)", zh: spaced("事项 \(item.id.text) 缺少\(all.zh)")),
            at: Annotation(span, Localized(en: "the items of \(register.name) say it", zh: spaced("\(register.name)的事项须写明"))),
            related: [Annotation(register.declaredAt, Localized(en: "the register", zh: "台账"))],
            help: [
                Localized(
                    en: "write it, or let the register do without: fields \(fields.map { $0 + "?" }.joined(separator: ", "))",
                    zh: "请补写；若可不写，请在台账注明：字段 \(fields.map { $0 + "?" }.joined(separator: ", "))")
            ])
    }

    static func itemWithoutUnit(_ item: ItemDeclaration, _ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "register/required", Localized(en: "the item \(item.id.text) has no unit", zh: "事项 \(item.id.text) 没有单位"),
            at: Annotation(span, Localized(en: "it counts nowhere", zh: "无处计入")),
            help: [Localized(en: "say whose it is: unit NAME", zh: "请写明所属：单位 名称")])
    }

    static func itemWithoutState(_ item: ItemDeclaration, _ register: Register, _ span: SourceSpan) -> Diagnostic {
        let starts = register.stateIDs.filter { register.isStart($0) }.map { register[$0] }
        return Diagnostic(
            "register/required", Localized(en: "the item \(item.id.text) has no state", zh: "事项 \(item.id.text) 没有状态"),
            at: Annotation(span, Localized(en: "it has not begun", zh: "尚未开始")),
            help: [
                Localized(
                    en: "add the day on which it began: DATE \(starts.joined(separator: " | "))",
                    zh: "请补写开始之日：日期 \(starts.joined(separator: " | "))")
            ])
    }

    /// A longer list would be read by nobody, and be told again with each message.
    private static let mostListed = 20

    private static func oneOf(_ names: [String]) -> Localized {
        let shown = names.prefix(mostListed) + (names.count > mostListed ? ["…"] : [])
        return Localized(en: "one of: \(shown.joined(separator: ", "))", zh: "可用：\(shown.joined(separator: "、"))")
    }
}

extension Diagnostic {
    static func stepNotAllowed(
        _ item: ItemDeclaration, _ register: Register, from: StateID, _ earlier: SourceSpan, to: StateID, _ span: SourceSpan
    ) -> Diagnostic {
        let (a, b) = (register[from], register[to])
        let allowed = register.states(after: from).map { register[$0] }
        let label =
            allowed.isEmpty
            ? Localized(en: "nothing follows \(a)", zh: spaced("\(a)之后没有下一步"))
            : Localized(
                en: "after \(a) comes \(allowed.joined(separator: " or "))", zh: spaced("\(a)之后应为\(spaced(allowed, separator: "或"))"))
        return Diagnostic(
            "register/step",
            Localized(
                en: "the register \(register.name) has no step from \(a) to \(b)", zh: spaced("台账\(register.name)没有从\(a)到\(b)的一步")),
            at: Annotation(span, label),
            related: [Annotation(earlier, Localized(en: "item \(item.id.text) was here", zh: "事项 \(item.id.text) 此前在此"))],
            help: [
                Localized(
                    en: "add the state in between, or allow the step in the register: \(a) -> \(b)",
                    zh: "请补上中间的状态，或在台账中允许这一步：\(a) -> \(b)")
            ])
    }

    static func beginsLate(_ item: ItemDeclaration, _ register: Register, in state: StateID, _ span: SourceSpan) -> Diagnostic {
        let starts = register.stateIDs.filter { register.isStart($0) }.map { register[$0] }
        return Diagnostic(
            "register/step",
            Localized(
                en: "the item \(item.id.text) begins in \(register[state])", zh: spaced("事项 \(item.id.text) 一开始就是\(register[state])")),
            at: Annotation(
                span, Localized(en: "begin in \(starts.joined(separator: " or "))", zh: spaced("应从\(spaced(starts, separator: "或"))开始"))),
            related: [Annotation(register.declaredAt, Localized(en: "the register", zh: "台账"))],
            help: [Localized(en: "add the line of the state before", zh: "请补上此前状态的一行")])
    }

    static func datesBackwards(
        _ item: ItemDeclaration, _ day: Day, _ span: SourceSpan, after last: Day, _ earlier: SourceSpan
    ) -> Diagnostic {
        let days = day.distance(to: last)
        return Diagnostic(
            "register/order",
            Localized(en: "the dates of the item \(item.id.text) run backwards", zh: "事项 \(item.id.text) 的日期倒退"),
            at: Annotation(
                span, Localized(en: "\(days) day\(days == 1 ? "" : "s") before the line above", zh: "比上面一行早 \(days) 天")),
            related: [Annotation(earlier, Localized(en: "already \(last)", zh: "此处已是 \(last)"))],
            help: [Localized(en: "correct a date, or put the lines in their order", zh: "请更正日期，或按先后排列")])
    }

    static func itemOutsideLife(
        _ item: ItemDeclaration, _ unit: String, _ span: SourceSpan, opened: Day?, closed: Day?, declared: SourceSpan?
    ) -> Diagnostic {
        var diagnostic = outsideLife(unit, span, opened: opened, closed: closed, declared: declared)
        diagnostic.message = Localized(
            en: "the item \(item.id.text) is in \(unit) on a day when it did not exist",
            zh: spaced("事项 \(item.id.text) 在\(unit)并不存在之日属于它"))
        diagnostic.help = [
            Localized(
                en: "correct the day, move the item (DATE unit NAME), or correct the unit's “opened” or “closed”",
                zh: "请更正日期，或将事项移交（日期 单位 名称），或更正单位的“设立”“撤销”")
        ]
        return diagnostic
    }
}
