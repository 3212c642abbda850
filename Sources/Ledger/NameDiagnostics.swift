import Diagnostics
import Numerics
import SourceText
import Syntax

/// What a name stands for.
enum Noun {
    case unit, indicator, register, phase, rule

    /// Also the keyword that declares it.
    var text: Localized {
        switch self {
        case .unit: Localized(en: "unit", zh: "单位")
        case .indicator: Localized(en: "indicator", zh: "指标")
        case .register: Localized(en: "register", zh: "台账")
        case .phase: Localized(en: "phase", zh: "序时")
        case .rule: Localized(en: "rule", zh: "规则")
        }
    }
}

extension Diagnostic {
    /// `count` further lines say the same. `declared` is what is shown under this name, where anything is.
    static func undeclared(
        _ name: String, _ noun: Noun, _ span: SourceSpan, near: NearNames, furtherLines count: Int = 0, shownFor declared: String? = nil
    ) -> Diagnostic {
        let message = Localized(en: "no \(noun.text.en) is called \(name)", zh: spaced("没有名为\(name)的\(noun.text.zh)"))
        if let character = InvisibleCharacter(firstIn: name, countsIdeographicSpace: .isInvisible) {
            return Diagnostic("name/undeclared", message, at: Annotation(span), help: furtherUses(count))
                .blaming(character, from: span.start(of: name))
        }
        if let declared {
            return Diagnostic(
                "name/undeclared", message, at: Annotation(span, .shown(name, of: declared)), help: furtherUses(count),
                fixes: [.write(nameAsWritten(declared), at: span)])
        }
        let label = near.question(or: Localized(en: "not declared", zh: "未声明"))
        return Diagnostic(
            "name/undeclared", .error, message, at: Annotation(span, label)
        ) {
            let written = nameAsWritten(name)
            var help = [
                Localized(en: "or declare it: \(noun.text.en) \(written)", zh: "或者声明它：\(noun.text.zh) \(written)")
            ]
            help += furtherUses(count) + curlyQuotes(in: name)
            return DiagnosticDetails(
                help: help, fixes: near.names.map { .write(nameAsWritten($0), at: span) } + [.declare(noun.text, written)])
        }
    }

    /// Quotes of a word processor are letters like others: a name in them ends where any name ends.
    static func curlyQuotes(in name: String) -> [Localized] {
        guard name.contains(where: { "“”‘’".contains($0) }) else { return [] }
        return [Localized(en: "quotes around a name are written \"…\"", zh: "名称的引号请用半角 \"…\"")]
    }

    static func duplicateName(_ name: String, _ noun: Noun, _ span: SourceSpan, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            "name/duplicate",
            Localized(en: "the \(noun.text.en) \(name) is declared twice", zh: spaced("\(noun.text.zh)\(name)声明了两次")),
            at: Annotation(span, Localized(en: "again here", zh: "此处再次声明")),
            related: [Annotation(first, Localized(en: "first here", zh: "先在此处"))],
            help: [Localized(en: "keep one of the two", zh: "请只保留一处")])
    }

    static func ambiguousName(_ name: String, _ span: SourceSpan, candidates: [String], furtherLines count: Int = 0) -> Diagnostic {
        let shown = candidates.prefix(8)
        return Diagnostic(
            "name/ambiguous",
            Localized(en: "\(candidates.count) units are called \(name)", zh: spaced("有 \(candidates.count) 个单位叫\(name)")),
            at: Annotation(span, Localized(en: "which one?", zh: "是哪一个？")),
            help: [
                Localized(
                    en: "write more of the path: \(shown.joined(separator: ", "))",
                    zh: "请写出更完整的路径：\(shown.joined(separator: "、"))")
            ] + furtherUses(count), fixes: shown.map { .write(nameAsWritten($0), at: span) })
    }

    static func confusable(_ name: String, _ other: String, _ span: SourceSpan, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            "name/confusable",
            Localized(
                en: "\(name) and \(other) look alike but are different names", zh: spaced("\(name)与\(other)看起来相同，却是两个名称")),
            at: Annotation(span, Localized(en: "differs only in width or composition", zh: "仅全角半角或字符组合不同")),
            related: [Annotation(first, Localized(en: "the other", zh: "另一个"))],
            help: [Localized(en: "write both the same way", zh: "请统一写法")], fixes: [.write(nameAsWritten(other), at: span)])
    }

    static func unitUnderItself(_ name: String, _ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "name/circle", Localized(en: "\(name) would lie under itself", zh: spaced("\(name)隶属于自身")),
            at: Annotation(span, Localized(en: "a circle", zh: "形成循环")),
            help: [Localized(en: "a path names the whole first, then its parts", zh: "路径应先写上级，再写下级")])
    }

    /// `names` follow each other round: one alone for a unit that names itself.
    static func mergedIntoItself(_ names: [String], _ span: SourceSpan, others: [SourceSpan]) -> Diagnostic {
        let way = (names + names.prefix(1)).joined(separator: " → ")
        return Diagnostic(
            "name/circle",
            Localized(en: "\(names[0]) would be merged into itself", zh: spaced("\(names[0])并入了自身")),
            at: Annotation(span, Localized(verbatim: way)),
            related: others.map { Annotation($0, Localized(en: "in the circle", zh: "在循环之中")) },
            help: [
                Localized(
                    en: "name the unit that goes on; that one has no “succeeded-by”", zh: "请写存续的单位；存续的单位没有“并入”")
            ])
    }

    static func pathTooDeep(_ span: SourceSpan, limit: Int) -> Diagnostic {
        Diagnostic(
            "name/circle", Localized(en: "a unit more than \(limit) levels deep", zh: "单位超过 \(limit) 级"),
            at: Annotation(span, Localized(en: "not read", zh: "未读取")))
    }

    static func partOfItself(_ name: String, _ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "name/circle", Localized(en: "the indicator \(name) would be a part of itself", zh: spaced("指标\(name)成了自身的一部分")),
            at: Annotation(span, Localized(en: "it holds \(name) among its parts", zh: spaced("它的构成中有\(name)"))),
            help: [Localized(en: "one of the two is the whole: take it out of the other's parts", zh: "两者之一是整体：请把它从另一个的构成中去掉")])
    }

    static func closedBeforeOpened(_ span: SourceSpan, _ opened: SourceSpan) -> Diagnostic {
        Diagnostic(
            "name/outside-life", Localized(en: "closed before it was opened", zh: "撤销早于设立"),
            at: Annotation(span, Localized(en: "closed", zh: "撤销")),
            related: [Annotation(opened, Localized(en: "opened", zh: "设立"))])
    }

    static func outsideLife(
        _ unit: String, _ span: SourceSpan, opened: Day?, closed: Day?, declared: SourceSpan?
    ) -> Diagnostic {
        let life: Localized =
            switch (opened, closed.map { $0.advanced(by: -1) }) {
            case (let from?, let through?): Localized(en: "it lived from \(from) to \(through)", zh: "其存续期为 \(from) 至 \(through)")
            case (let from?, nil): Localized(en: "it opened on \(from)", zh: "它设立于 \(from)")
            case (nil, let through?): Localized(en: "it closed on \(through)", zh: "它撤销于 \(through)")
            case (nil, nil): Localized(verbatim: "")
            }
        return Diagnostic(
            "name/outside-life",
            Localized(en: "figures of \(unit) for a time when it did not exist", zh: spaced("\(unit)在此期间并不存在，却有数字")),
            at: Annotation(span, life),
            related: declared.map { [Annotation($0, Localized(en: "declared here", zh: "在此声明"))] } ?? [],
            help: [
                Localized(
                    en: "correct the period, or the unit's “opened” or “closed”", zh: "请更正期间，或单位的“设立”“撤销”")
            ])
    }
}

extension SourceSpan {
    /// Where a name starts that was read here: behind its quotes, if it has any.
    func start(of name: String) -> Int { range.lowerBound + max(0, range.count - name.utf8.count) / 2 }
}

/// That more lines say the same; nothing where none does.
func furtherUses(_ count: Int) -> [Localized] {
    guard count > 0 else { return [] }
    let lines = count == 1 ? "1 more line of this file uses it" : "\(count) more lines of this file use it"
    return [Localized(en: lines, zh: "本文件还有 \(count) 行用到它")]
}

extension Diagnostic {
    static func unknownState(_ state: String, of register: String, _ span: SourceSpan, states: [String]) -> Diagnostic {
        return Diagnostic(
            "name/undeclared",
            Localized(en: "the register \(register) has no state \(state)", zh: spaced("台账\(register)没有状态\(state)")),
            at: Annotation(span, Localized(en: "one of: \(states.joined(separator: ", "))", zh: "可用：\(states.joined(separator: "、"))")))
    }
}
