import Diagnostics
import Ledger
import SourceText
import Syntax
import Tally

/// Puts one contradicted claim into words.
struct ClaimWording {
    let test: ClaimTest
    let wording: TargetWording
    private static let mostLines = 12

    init(_ test: ClaimTest, _ tally: Tally) {
        self.test = test
        wording = TargetWording(tally)
    }

    var ledger: Ledger { wording.ledger }
    private var key: CellKey { test.key }

    var diagnostic: Diagnostic {
        let span = SourceSpan(file: test.line.file, range: test.claim.range)
        var help = mends
        if test.claim.kind == .yoy {
            help.append(
                Localized(
                    en: "is the rate published on a comparable basis? Declare it: growth comparable",
                    zh: "若公布的增速按可比口径，请在指标声明中写明：增速 可比口径"))
        }
        if test.mixesStatus {
            help.append(
                Localized(
                    en: "figures of different status or revision are held against each other, so this is a warning",
                    zh: "所比数字的状态或修订不同，故仅为警告"))
        }
        return Diagnostic(
            code, test.mixesStatus ? .warning : .error, message, at: Annotation(span, label), related: related, help: help,
            fixes: fixes)
    }

    private var code: DiagnosticCode {
        switch test.claim.kind {
        case .yoy: "claim/yoy"
        case .pop: "claim/pop"
        case .done: "claim/done"
        case .lead: "claim/lead"
        case .share: "claim/share"
        case .rank: "claim/rank"
        }
    }

    private var claimed: String { ClaimText(test).stated }

    private var message: Localized {
        let (unit, indicator, period) = (wording.unit(key.unit), wording.indicator(key.indicator), wording.period(key.period))
        let (en, zh) = ("\(indicator) of \(unit) in \(period.en)", "\(unit)\(period.zh)的\(indicator)")
        switch test.claim.kind {
        case .yoy: return Localized(en: "\(en) did not grow by \(claimed) on a year ago", zh: "\(zh)同比不是 \(claimed)")
        case .pop: return Localized(en: "\(en) did not grow by \(claimed) on the period before", zh: "\(zh)环比不是 \(claimed)")
        case .done: return Localized(en: "\(en) is not \(claimed) of its target", zh: "\(zh)没有完成目标的 \(claimed)")
        case .lead: return Localized(en: "\(en) is not \(claimed) ahead of its schedule", zh: "\(zh)并未超序时 \(claimed)")
        case .share: return Localized(en: "\(en) is not \(claimed) of \(whole.en)", zh: "\(zh)不占\(whole.zh)的 \(claimed)")
        case .rank: return Localized(en: "\(en) is not in place \(claimed)", zh: "\(zh)不居第 \(claimed) 位")
        }
    }

    private var whole: Localized {
        guard let operand = test.operands.first(where: { $0.role == .whole }) else { return Localized(en: "the whole", zh: "总量") }
        let isUnit = operand.key.unit != key.unit
        return Localized(verbatim: isUnit ? wording.unit(operand.key.unit) : wording.indicator(operand.key.indicator))
    }

    private var label: Localized {
        let text = ClaimText(test)
        guard test.claim.kind == .rank else {
            return Localized(
                en: "stated \(text.statedRange); computed \(text.computedRange ?? "")",
                zh: "所称 \(text.statedRange)；算得 \(text.computedRange ?? "")")
        }
        let (among, places) = (test.ranked ?? 0, text.computedRange ?? "")
        if test.claim.rankedAmong.map({ $0 != among }) ?? false {
            return Localized(en: "\(among) are ranked", zh: "参加排位的有 \(among) 个")
        }
        return Localized(en: "by the figures it is in place \(places) of \(among)", zh: "按数字应居第 \(places) 位（共 \(among) 个）")
    }

    private var related: [Annotation] {
        test.operands.flatMap { operand -> [Annotation] in
            if let target = operand.target { return [Annotation(wording.span(target.target), Localized(en: "the target", zh: "目标"))] }
            let label = label(of: operand)
            return operand.figures.prefix(Self.mostLines).map { Annotation(wording.wording.span($0), label) }
        }
    }

    private func label(of operand: ClaimOperand) -> Localized {
        let period = wording.period(operand.key.period)
        switch operand.role {
        case .value: return Localized(en: "the value", zh: "数值")
        case .base: return Localized(en: "compared with, \(period.en)", zh: "对比期：\(period.zh)")
        case .whole: return Localized(en: "the whole", zh: "总量")
        case .target: return Localized(en: "the target", zh: "目标")
        case .supplied:
            let made = wording.value(operand.interval, operand.key.indicator)
            return Localized(en: "its completion makes the target \(made)", zh: "其完成率折合目标 \(made)")
        }
    }
}
