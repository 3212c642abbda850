import Diagnostics
import Ledger
import SourceText
import Syntax
import Tally

/// `name/circle`, `measure/mismatch`, `measure/points`: formulas that cannot be computed.
func formulaMistakes(_ tally: Tally) -> [Diagnostic] {
    let ledger = tally.ledger
    var found = tally.formulaCircles.compactMap { circle($0, ledger) }
    found += tally.formulaProblems.compactMap { id, problem in
        ledger.indicators[id].declaredAt.map { mismatch(problem, $0.file, declaredAt: $0) }
    }
    let files = ledger.statements.rules.map(\.1) + ledger.statements.assertions.map(\.1)
    for (formula, file) in zip(tally.rules + tally.assertions, files) {
        if case .mismatched(let problem) = formula { found.append(mismatch(problem, file, declaredAt: nil)) }
    }
    return found + unknownFields(ledger)
}

/// A rule for units with a field that no unit has holds nowhere: most likely a slip.
private func unknownFields(_ ledger: Ledger) -> [Diagnostic] {
    let filters = ledger.statements.rules.flatMap { rule, file in rule.formula.filters.map { ($0, file) } }
    if filters.isEmpty { return [] }
    var known = NameMap<Void>()
    for field in ledger.units.units.lazy.flatMap(\.fields) { known.set(field.key, ()) }
    return filters.filter { known[$0.0.key] == nil }.map { filter, file in
        let field = filter.field.text
        let near = nearest(field, in: known.names, limit: 2)
        return Diagnostic(
            "name/undeclared", .warning,
            Localized(en: "no unit has a field \(field)", zh: "没有单位有字段\(field)"),
            at: Annotation(
                SourceSpan(file: file, range: filter.field.range),
                .didYouMean(near) ?? Localized(en: "the rule is held nowhere by it", zh: "规则因此无处适用")))
    }
}

private func circle(_ ids: [IndicatorID], _ ledger: Ledger) -> Diagnostic? {
    guard let first = ids.first, let declaredAt = ledger.indicators[first].declaredAt else { return nil }
    let names = (ids + [first]).map { ledger.indicators[$0].name }.joined(separator: " → ")
    let others = ids.dropFirst().compactMap { ledger.indicators[$0].declaredAt }
    return Diagnostic(
        "name/circle",
        Localized(
            en: "\(ledger.indicators[first].name) is computed from itself", zh: "\(ledger.indicators[first].name)由自身算出"),
        at: Annotation(declaredAt, Localized(verbatim: names)),
        related: others.map { Annotation($0, Localized(en: "in the circle", zh: "在循环之中")) },
        help: [
            Localized(en: "one of them must be reported, not computed", zh: "其中之一应当填报，而不是计算")
        ])
}

private func mismatch(_ problem: FormulaProblem, _ file: FileID, declaredAt: SourceSpan?) -> Diagnostic {
    let code: DiagnosticCode = problem.mismatch == .points ? "measure/points" : "measure/mismatch"
    let left = name(problem.left.measure)
    let primary = Annotation(SourceSpan(file: file, range: problem.left.range), left)
    guard let right = problem.right else {
        let declared = name(problem.declared)
        return Diagnostic(
            code,
            Localized(
                en: "a formula that comes in \(left.en) cannot be in \(declared.en)", zh: "公式的结果以\(left.zh)计，不能换算为\(declared.zh)"),
            at: primary,
            related: declaredAt.map { [Annotation($0, Localized(en: "declared in \(declared.en)", zh: "声明以\(declared.zh)计"))] } ?? [])
    }
    let other = name(right.measure)
    return Diagnostic(
        code, problem.mismatch.says(left, other), at: primary,
        related: [Annotation(SourceSpan(file: file, range: right.range), other)],
        help: problem.mismatch == .points
            ? [Localized(en: "the difference of two percentages is in points", zh: "两个百分比之差以百分点计")] : [])
}

extension TypeMismatch {
    /// What is wrong between quantities in these measures.
    public func says(_ left: Localized, _ right: Localized) -> Localized {
        switch self {
        case .dimension, .points:
            Localized(en: "\(left.en) and \(right.en) cannot be added or compared", zh: "\(left.zh)与\(right.zh)不能相加或比较")
        case .factors:
            Localized(
                en: "more than \(Self.mostFactors) measures multiplied and divided", zh: "相乘除的计量超过 \(Self.mostFactors) 个")
        }
    }
}

private func name(_ measure: String) -> Localized {
    measure.isEmpty ? Localized(en: "plain numbers", zh: "纯数") : Localized(verbatim: measure)
}
