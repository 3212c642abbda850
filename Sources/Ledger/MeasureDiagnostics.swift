import Diagnostics
import Numerics
import SourceText
import Syntax

extension Diagnostic {
    static func unknownMeasure(
        _ name: String, _ span: SourceSpan, near: NearNames, furtherLines count: Int = 0
    ) -> Diagnostic {
        let message = Localized(en: "no measure is called \(name)", zh: spaced("没有名为\(name)的计量"))
        if let character = InvisibleCharacter(firstIn: name, countsIdeographicSpace: .isInvisible) {
            return Diagnostic("measure/unknown", message, at: Annotation(span), help: furtherUses(count))
                .blaming(character, from: span.range.count == name.utf8.count ? span.range.lowerBound : nil)
        }
        let label = near.question(or: Localized(en: "not declared", zh: "未声明"))
        return Diagnostic(
            "measure/unknown", .error, message, at: Annotation(span, label)
        ) {
            let written = measureAsWritten(name)
            var help = [Localized(en: "or declare it: measure \(written)", zh: "或者声明它：计量 \(written)")]
            help += furtherUses(count) + curlyQuotes(in: name)
            let declare = Fix.declare(Localized(en: "measure", zh: "计量"), written)
            return DiagnosticDetails(help: help, fixes: near.names.map { .write(measureAsWritten($0), at: span) } + [declare])
        }
    }

    /// A built-in measure declared as `counting`, which it is not.
    static func measureNotCounting(_ name: String, _ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "measure/conflict", Localized(en: "two meanings of \(name)", zh: spaced("\(name)有两种含义")),
            at: Annotation(
                span, Localized(en: "built in, and integers in it are rounded", zh: "系自带的计量，其整数为约数")),
            help: [Localized(en: "give what is counted a measure of its own", zh: "请为计数的计量另取名称")])
    }

    static func measureMismatch(
        _ measure: String, of indicator: String, declared: String, _ span: SourceSpan, declaredAt: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            "measure/mismatch",
            Localized(
                en: "\(indicator) is measured in \(declared), not in \(measure)", zh: spaced("\(indicator)以\(declared)计，而不是\(measure)")),
            at: Annotation(span, Localized(en: "\(measure) does not convert into \(declared)", zh: spaced("\(measure)不能换算为\(declared)"))),
            related: declaredAt.map { [Annotation($0, Localized(en: "declared here", zh: "在此声明"))] } ?? [])
    }

    static func shareMismatch(
        _ part: String, _ measure: String, of whole: String, _ other: String, _ span: SourceSpan, declaredAt: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            "measure/mismatch",
            Localized(en: "\(part) cannot be a share of \(whole)", zh: spaced("\(part)不能是\(whole)的一部分")),
            at: Annotation(
                span,
                Localized(
                    en: "\(part) is measured in \(measure), \(whole) in \(other)", zh: spaced("\(part)以\(measure)计，\(whole)以\(other)计"))),
            related: declaredAt.map { [Annotation($0, Localized(en: "declared here", zh: "在此声明"))] } ?? [])
    }

    static func measurePoints(
        of indicator: String, declared: String, _ span: SourceSpan, declaredAt: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            "measure/points",
            Localized(
                en: "percentages and percentage points are different measures", zh: "百分比与百分点是两种计量"),
            at: Annotation(span, Localized(en: "\(indicator) is measured in \(declared)", zh: spaced("\(indicator)以\(declared)计"))),
            related: declaredAt.map { [Annotation($0, Localized(en: "declared here", zh: "在此声明"))] } ?? [],
            help: [
                Localized(
                    en: "a share or a rate is in %; the difference of two of them is in percentage points",
                    zh: "比率、占比用 %；两个百分比之差用百分点")
            ])
    }

    static func measureConflict(
        _ name: String, _ other: String, _ span: SourceSpan, known: Fraction?, earlier: SourceSpan?
    ) -> Diagnostic {
        // A built-in measure is first declared by the very line that contradicts it.
        let elsewhere = earlier.flatMap { $0.file == span.file && $0.range.lowerBound == span.range.lowerBound ? nil : $0 }
        let value = known.map { $0.denominator == 1 ? "\($0.numerator)" : "\($0.numerator)/\($0.denominator)" }
        return Diagnostic(
            "measure/conflict",
            Localized(en: "two meanings of \(name)", zh: spaced("\(name)有两种含义")),
            at: Annotation(
                span,
                value.map { Localized(en: "1 \(name) is \($0) \(other) already", zh: spaced("1 \(name)已定为 \($0) \(other)")) }
                    ?? Localized(en: "said otherwise before", zh: "与此前不符")),
            related: elsewhere.map { [Annotation($0, Localized(en: "declared here too", zh: "也在此声明"))] } ?? [])
    }

    static func measureTooExtreme(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "measure/conflict", Localized(en: "the ratio of these measures is too extreme", zh: "这两个计量之比过于悬殊"),
            at: Annotation(span, Localized(en: "cannot be kept exactly", zh: "无法精确保存")))
    }

    static func ratioOfItself(_ name: String, _ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "measure/conflict",
            Localized(en: "\(name) would be measured in what it is a ratio of", zh: spaced("\(name)又以构成它的计量来计")),
            at: Annotation(span, Localized(en: "a circle", zh: "形成循环")),
            help: [Localized(en: "a measure that is no ratio needs a name without a slash", zh: "不是比值的计量，名称中请勿用斜杠")])
    }

    static func ratiosTooDeep(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "measure/conflict",
            Localized(
                en: "ratios of ratios, more than \(RatioSides.deepest) deep", zh: "比值套比值，超过 \(RatioSides.deepest) 层"),
            at: Annotation(span, Localized(en: "not taken for a ratio", zh: "不作比值")))
    }
}

extension Diagnostic {
    static func claimPoints(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "measure/points",
            Localized(en: "percentages and percentage points are different measures", zh: "百分比与百分点是两种计量"),
            at: Annotation(span, Localized(en: "this is in %", zh: "此处应以 % 计")),
            help: [
                Localized(
                    en: "growth of an amount, a share and a completion are in %; a lead and the growth of a rate in percentage points",
                    zh: "总量的增速、占比、完成率用 %；超序时、比率的增减用百分点")
            ])
    }

    static func claimMeasure(_ measure: String, _ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "measure/mismatch",
            Localized(en: "a claim is in %, ‰ or percentage points", zh: "论断应以 %、‰ 或百分点计"),
            at: Annotation(span, Localized(en: "not \(measure)", zh: spaced("不是\(measure)"))))
    }
}
