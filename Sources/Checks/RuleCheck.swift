import Diagnostics
import Ledger
import SourceText
import Syntax
import Tally

/// `rule/NAME`: a rule of the ledger's own that does not hold at some unit and period.
func brokenRules(_ tally: Tally, _ findings: TallyFindings, _ threads: Int) -> [Diagnostic] {
    guard !tally.ledger.statements.rules.isEmpty else { return [] }
    let wording = FormulaWording(tally)
    return zip(tally.ledger.statements.rules, tally.rules).flatMap { statement, formula -> [Diagnostic] in
        let (rule, file) = statement
        // What does not make sense is told by `formulaMistakes`.
        guard case .ready(let formula) = formula else { return [] }
        return tally.breaches(of: rule, formula, in: findings.scope, threads: threads, with: findings.evaluators).map {
            RuleWording(rule, file, wording).diagnostic($0)
        }
    }
}

/// Puts a breach of one rule into words.
private struct RuleWording {
    private let rule: RuleDeclaration
    private let file: FileID
    private let formulas: FormulaWording

    init(_ rule: RuleDeclaration, _ file: FileID, _ formulas: FormulaWording) {
        self.rule = rule
        self.file = file
        self.formulas = formulas
    }

    func diagnostic(_ breach: Judgement) -> Diagnostic {
        let wording = formulas.wording
        let (unit, period) = (wording.unit(breach.unit), wording.period(breach.period))
        let name = rule.name.text
        let (figures, all) = formulas.lines(breach.cells, breach.places, breach.targets, breach.counted, of: breach.unit, breach.period)
        let (lines, more) = formulas.shown(all)
        let isMixed = formulas.mixesStatus(figures)
        let sides = sideAnnotations(rule.formula, breach, file, formulas)
        var primary = lines.first ?? sides[0]
        // Where the sides cannot be shown, this is all that is said.
        if let left = sides[0].label, let right = sides.last?.label, !lines.isEmpty {
            let own = (primary.label ?? Localized(verbatim: "")) + Localized(en: "; ", zh: "；")
            primary.label = own + Localized(en: "left \(left.en), right \(right.en)", zh: "左边 \(left.zh)，右边 \(right.zh)")
        }
        return Diagnostic(
            DiagnosticCode("rule/\(name)"), rule.warns || isMixed ? .warning : .error,
            Localized(en: "the rule \(name) does not hold for \(unit) in \(period.en)", zh: "\(unit)\(period.zh)不符合规则\(name)"),
            at: primary, related: lines.isEmpty ? Array(sides.dropFirst()) : lines.dropFirst() + sides,
            help: more + (isMixed ? [FormulaWording.mixed] : []))
    }
}

/// What each side of a comparison comes to, under the side.
func sideAnnotations(_ formula: Formula, _ judgement: Judgement, _ file: FileID, _ formulas: FormulaWording) -> [Annotation] {
    zip(formula.sides, [judgement.left, judgement.right]).map { side, interval in
        let amount = interval.map { Localized(verbatim: formulas.amount($0, judgement.measure)) }
        return Annotation(SourceSpan(file: file, range: side.range), amount)
    }
}
