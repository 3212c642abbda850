import Diagnostics
import Ledger
import Reports

let listCommand = CommandSpec(
    "list", aliases: ["列出"],
    summary: Localized(en: "list units, indicators, measures, registers, files or periods", zh: "列出单位、指标、计量、台账、文件或期间"),
    arguments: [
        Positional(
            Localized(en: "units|indicators|measures|registers|files|periods", zh: "units|indicators|measures|registers|files|periods"))
    ],
    flags: [
        .list(
            "where", Localized(en: "FIELD=VALUE", zh: "字段=值"),
            Localized(en: "only those with this field; units and indicators", zh: "仅列有此字段者；用于单位和指标"))
    ] + tableFlags,
    examples: [
        Example(command: "taizhang list units --where kind=园区", what: Localized(en: "the parks", zh: "全部园区")),
        Example(command: "taizhang list indicators --format csv", what: Localized(en: "for a spreadsheet", zh: "供电子表格使用")),
    ], run: runList)

private func runList(_ arguments: ParsedArguments, _ context: Context) -> ExitStatus {
    do throws(UsageError) {
        let output = try TableOutput(arguments)
        let conditions = try arguments.strings("where").map(FieldCondition.init)
        guard let subject = ListSubject.named(arguments.arguments[0]) else { throw .notListed(arguments.arguments[0]) }
        if !conditions.isEmpty, !subject.hasFields { throw .noFields(subject) }
        guard let ledger = loadLedger(arguments, context) else { return .couldNotRun }
        let lister = Lister(ledger: ledger, conditions: conditions)
        try output.write([lister.table(of: subject)], in: context)
        return .success
    } catch {
        context.report(error)
        return .couldNotRun
    }
}

/// What can be listed.
enum ListSubject: String, CaseIterable {
    case units, indicators, measures, registers, files, periods

    var chinese: String {
        switch self {
        case .units: "单位"
        case .indicators: "指标"
        case .measures: "计量"
        case .registers: "台账"
        case .files: "文件"
        case .periods: "期间"
        }
    }

    var hasFields: Bool { self == .units || self == .indicators }

    /// By either name; the English one also in the singular.
    static func named(_ text: String) -> ListSubject? {
        allCases.first { $0.rawValue == text || $0.rawValue == text + "s" || $0.chinese == text }
    }
}

/// `field=value`: the field has the value, or one below it in the field's own tree.
struct FieldCondition {
    var field: String
    var value: String
    var isNegated: Bool

    init(_ text: String) throws(UsageError) {
        guard let equals = text.firstIndex(where: { $0 == "=" || $0 == "＝" }) else { throw .notACondition(text) }
        var name = trimmed(text[..<equals])
        isNegated = name.last == "!" || name.last == "！"
        if isNegated { name = trimmed(name.dropLast()) }
        value = String(trimmed(text[text.index(after: equals)...]))
        guard !name.isEmpty, !value.isEmpty else { throw .notACondition(text) }
        field = Unit.canonicalKey(String(name))
    }

    /// Whether 装备制造 is asked for and 装备制造:汽摩配 is there, or just that; or neither, for `!=`.
    func holds(_ fields: [UnitField]) -> Bool {
        let asked = FieldPath(value)
        return fields.contains { $0.key == field && asked.covers($0.value) } != isNegated
    }
}

private func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
}

extension UsageError {
    fileprivate static func notACondition(_ text: String) -> UsageError {
        UsageError(
            message: Localized(
                en: "--where takes FIELD=VALUE or FIELD!=VALUE, not '\(text)'", zh: "--where 应写作 字段=值 或 字段!=值，而不是 '\(text)'"))
    }
}

extension UsageError {
    fileprivate static func notListed(_ text: String) -> UsageError {
        let all = ListSubject.allCases.map(\.rawValue).joined(separator: ", ")
        return UsageError(
            message: Localized(en: "there is no list of '\(text)'", zh: "不能列出 '\(text)'"),
            help: [Localized(en: "it is one of: \(all)", zh: "可取：\(all)")])
    }

    fileprivate static func noFields(_ subject: ListSubject) -> UsageError {
        UsageError(
            message: Localized(en: "\(subject.rawValue) have no fields for --where", zh: "\(subject.chinese)没有可供 --where 筛选的字段"))
    }
}
