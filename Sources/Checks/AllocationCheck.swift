import Diagnostics
import Ledger
import Numerics
import Tally

/// `target/allocation`: a unit's target and what its sub-units were given do not tally.
func allocations(_ tally: Tally, _ findings: TallyFindings) -> [Diagnostic] {
    let wording = TargetWording(tally)
    return tally.brokenAllocations().map { AllocationWording(allocation: $0, wording: wording).diagnostic }
}

private struct AllocationWording {
    let allocation: Allocation
    let wording: TargetWording
    private static let mostLines = 24

    private var whole: StandingTarget { allocation.whole }
    private var id: IndicatorID { whole.target.indicator }
    private var isUnder: Bool { allocation.verdict == .under }

    var diagnostic: Diagnostic {
        let (unit, indicator) = (wording.unit(whole.target.unit), wording.indicator(id))
        let period = wording.period(whole.target.period)
        let given = allocation.parts.filter { $0.level != nil }
        let related = given.prefix(AllocationWording.mostLines).compactMap { part in
            part.target.map { Annotation(wording.span($0.target), Localized(verbatim: wording.unit(part.unit))) }
        }
        let made = wording.value(allocation.allocated, id)
        let stated = wording.stated(whole, allocation.level)
        let label = Localized(
            en: "the target is \(stated); the sub-units were given \(made)", zh: "目标 \(stated)；已分解 \(made)")
        return Diagnostic(
            "target/allocation", whole.isDraft ? .warning : .error,
            isUnder
                ? Localized(
                    en: "the target of \(unit) for \(indicator) in \(period.en) is under-allocated",
                    zh: "\(unit)\(period.zh)的\(indicator)目标没有分解足")
                : Localized(
                    en: "the target of \(unit) for \(indicator) in \(period.en) is over-allocated",
                    zh: "\(unit)\(period.zh)的\(indicator)目标分解过头"),
            at: Annotation(wording.span(whole.target), label), related: Array(related), help: help, fixes: fixes)
    }

    private var fixes: [Fix] {
        guard isUnder, !whole.isCeiling, !whole.isDraft else { return [] }
        let incomplete = Localized(en: "incomplete", zh: "不全")
        let declared = wording.ledger.units[whole.target.unit].declaredAt
        return [wording.ledger.fix(adding: incomplete, toDeclarationAt: declared)].compactMap { $0 }
    }

    private var help: [Localized] {
        let margin = allocation.margin
        let gap = wording.value(margin.value < 0 ? -margin : margin, id)
        var help = [
            isUnder ? Localized(en: "\(gap) is given to nobody", zh: "尚有 \(gap) 无人承担") : Localized(en: "\(gap) too much", zh: "多出 \(gap)")
        ]
        let without = allocation.parts.filter { $0.target == nil }
        if !without.isEmpty {
            help.append(Localized(en: "without a target: ", zh: "没有目标的单位：") + names(without.map(\.unit)))
        }
        if !allocation.outside.isEmpty {
            let period = wording.period(whole.target.period)
            help.append(
                Localized(en: "not counted, as it does not exist in \(period.en): ", zh: "\(period.zh)不在存续期内、未计入的单位：")
                    + names(allocation.outside))
        }
        if whole.isDraft {
            help.append(Localized(en: "these are drafts, so this is a warning", zh: "均为草案，故仅为警告"))
        } else if isUnder, !whole.isCeiling {
            help.append(
                Localized(
                    en: "if the ledger does not name all sub-units, declare \(wording.unit(whole.target.unit)) incomplete",
                    zh: "若台账未列全下级单位，请声明\(wording.unit(whole.target.unit))为不全"))
        }
        return help
    }

    private func names(_ units: [UnitID]) -> Localized {
        Localized.list(units.prefix(8).map { Localized(verbatim: wording.unit($0)) })
            + (units.count > 8 ? Localized(en: " and others", zh: "等") : Localized(verbatim: ""))
    }
}
